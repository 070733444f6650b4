"""What may be told, at random, of why somebody is still here: blockers, reasons set by hand, frozen nights."""

from datetime import timedelta
from random import Random
from typing import Any
from uuid import UUID

from app.domain.codes.delay_reasons import DelayReason
from app.domain.codes.owners import Owner
from app.domain.local_time import local_date
from app.domain.spell import (
    AgreeNight,
    AnySpellCommand,
    ContestNight,
    EndBlocker,
    EndSetReason,
    FreezeNight,
    MarkBlocker,
    RecordBlocker,
    ReviewCriteria,
    ReviewOutcome,
    SetReason,
    SettleNight,
    TakeSnapshot,
    WithdrawBlocker,
)
from app.domain.values import OrganisationId, Words

SIDES = tuple(OrganisationId(UUID(int=n)) for n in (1, 2))
"""The organisations of the hubs that come in a life: two that may differ over a night."""

_WORDS = Words("As the ward said at the board round.")


def of_a_delay(chance: Random, by_hand: dict[str, Any]) -> tuple[AnySpellCommand, ...]:
    """One telling whose parts belong together."""
    return chance.choice([_blocker, _own_reason, _night, _night])(chance, by_hand)


def a_delay_of_each_kind(chance: Random, by_hand: dict[str, Any]) -> tuple[AnySpellCommand, ...]:
    """A blocker, a reason set by hand and a night, one after the other."""
    return *_blocker(chance, by_hand), *_own_reason(chance, by_hand), *_night(chance, by_hand)


def _blocker(chance: Random, by_hand: dict[str, Any]) -> tuple[AnySpellCommand, ...]:
    key = _id(chance)
    recorded = RecordBlocker(
        blocker_id=key,
        reason=chance.choice(list(DelayReason)),
        owner=chance.choice(list(Owner)),
        stops_leaving=chance.random() < 0.5,
        words=chance.choice([None, _WORDS]),
        **by_hand,
    )
    later = by_hand | {"at": by_hand["at"] + timedelta(minutes=chance.randint(1, 90))}
    marked = MarkBlocker(blocker_id=key, stops_leaving=not recorded.stops_leaving, **later)
    if chance.random() < 0.5:
        return recorded, marked, EndBlocker(blocker_id=key, **later)
    return recorded, marked, WithdrawBlocker(blocker_id=key, **by_hand)


def _own_reason(chance: Random, by_hand: dict[str, Any]) -> tuple[AnySpellCommand, ...]:
    key = _id(chance)
    own = SetReason(override_id=key, reason=chance.choice(list(DelayReason)), words=_WORDS, **by_hand)
    return own, EndSetReason(override_id=key, **by_hand)


def _night(chance: Random, by_hand: dict[str, Any]) -> tuple[AnySpellCommand, ...]:
    """Ready, the night after it frozen, a snapshot taken; contested by one side and settled by the other, or agreed."""
    no_longer = ReviewCriteria(
        review_id=_id(chance), outcome=ReviewOutcome.NO_LONGER_MEETS, criteria=frozenset(), **by_hand
    )
    morning = by_hand | {"at": by_hand["at"] + timedelta(days=1)}
    of = {"night": local_date(by_hand["at"]), **morning}
    one, other_side = SIDES
    other = chance.choice(list(DelayReason))
    said: dict[str, Any] = {"reason": other, "words": _WORDS, **of}
    contest = (ContestNight(organisation_id=one, **said), SettleNight(organisation_id=other_side, **said))
    taken = TakeSnapshot(taken_at=by_hand["at"] + timedelta(hours=1), **morning)
    said_of_it = chance.choice([contest, (AgreeNight(organisation_id=other_side, **of),)])
    return no_longer, FreezeNight(**of), taken, *said_of_it


def _id(chance: Random) -> UUID:
    return UUID(int=chance.getrandbits(128), version=4)
