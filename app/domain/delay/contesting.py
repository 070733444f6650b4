"""Agreeing to the reason of a frozen night, contesting it, and settling what was contested, until the snapshot.

Whose night it is may agree or contest, with words. What is contested is settled by a pair: two organisations that name
the same reason, of which one has contested it and one speaks for the ward or the hub, which put it down. Contested and
not settled, it stays marked.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeAlias, assert_never

from app.domain.codes.delay_reasons import DelayReason
from app.domain.delay.blockers import require_listed
from app.domain.delay.recorded import Delays, FrozenNight, Said
from app.domain.rejections import Rejection
from app.domain.values import OrganisationId, Words


@dataclass(frozen=True, slots=True, kw_only=True)
class NightAgreed:
    """An organisation agrees to the reason as it was frozen."""

    night: date
    organisation_id: OrganisationId


@dataclass(frozen=True, slots=True, kw_only=True)
class NightContested:
    """An organisation says that the reason was another one."""

    night: date
    organisation_id: OrganisationId
    reason: DelayReason
    words: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class SettlementSaid:
    """An organisation would settle the contest on this reason."""

    night: date
    organisation_id: OrganisationId
    reason: DelayReason
    words: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class NightSettled:
    """Two organisations named the same reason: it is reported."""

    night: date
    reason: DelayReason


NightSaid: TypeAlias = NightAgreed | NightContested | SettlementSaid
ContestEvent: TypeAlias = NightSaid | NightSettled


Hearing: TypeAlias = Callable[[FrozenNight], None]
"""Raises why an organisation is not heard on a night."""


def night_is_news(event: NightSaid, at: datetime, delays: Delays, hearing: Hearing | None = None) -> bool:
    """Whether an organisation says something new of a frozen night; raises what is wrong with saying it."""
    if event.night not in delays.nights:
        raise NightNotFrozen
    night = delays.nights[event.night]
    if _said_before(event, night):
        return False
    if hearing:
        hearing(night)
    if at >= night.contest_until:
        raise AfterTheFreeze
    if isinstance(event, NightAgreed):
        return True
    if isinstance(event, SettlementSaid) and not night.contested:
        raise NotContested
    if night.settled:
        raise NightIsSettled
    if isinstance(event, NightContested) and event.reason is night.reason:
        raise NothingToContest(fields="reason")
    require_listed(event.reason, event.night)
    return True


def settles(event: SettlementSaid, delays: Delays) -> bool:
    """Whether another organisation named this reason too, and either contests: nobody settles it over their head.

    Who contests has named a reason by that. Two to whom it is put down are no pair: they would settle it off both.
    """
    night, speaks = delays.nights[event.night], event.organisation_id
    named = {**night.contested, **night.settling}
    agree = [other for other, each in named.items() if other != speaks and each.reason is event.reason]
    return any(_is_pair(night, {speaks, other}) for other in agree)


def _is_pair(night: FrozenNight, both: set[OrganisationId]) -> bool:
    put_down_to = {*night.owners} - {*night.beside} if night.beside else set[OrganisationId]()
    return bool(night.contested.keys() & both) and not both <= put_down_to


class NightNotFrozen(Rejection):
    """This night is not frozen: it is not over yet, or the person was not ready to leave. There is nothing to agree."""


class AfterTheFreeze(Rejection):
    """The weekly snapshot was taken, so this night can be contested no longer. It is reported as it stands."""


class NothingToContest(Rejection):
    """This is the reason that was frozen. Agree to it, or say which other reason it was."""


class NotContested(Rejection):
    """Nobody has contested this night, so there is nothing to settle."""


class NightIsSettled(Rejection):
    """Both sides have settled this night. It is reported with the reason on which they agreed."""


def _said_before(event: NightSaid, night: FrozenNight) -> bool:
    who = event.organisation_id
    match event:
        case NightAgreed():
            return who in night.agreed and who not in night.settling
        case NightContested(reason=reason, words=words):
            return night.contested.get(who) == Said(reason=reason, words=words) and who not in night.settling
        case SettlementSaid(reason=reason, words=words):
            return night.settling.get(who) == Said(reason=reason, words=words)
        case _:
            assert_never(event)
