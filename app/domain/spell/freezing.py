"""The nights of a stay are frozen at midnight: what was reported is kept, whatever becomes known later (rule 6)."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from app.domain.codes.delay_reasons import DelayReason
from app.domain.delay import How, joined, why_at
from app.domain.local_time import local_date, midnight_after
from app.domain.rejections import Rejection
from app.domain.spell.command import SpellCommand
from app.domain.spell.facts import SpellFacts
from app.domain.spell.night_owners import beside, owners_of
from app.domain.spell.state import Spell, Voided
from app.domain.spell.whereabouts import place_at
from app.domain.spell.why_here import history_of, ready_of
from app.domain.values import OrganisationId, WardId


@dataclass(frozen=True, slots=True, kw_only=True)
class NightFrozen:
    """A night in a bed no longer needed, with all that was in the way at its midnight. `reason` None: unexplained.

    `owners` are those to whom it is put down, `beside` who is heard whatever the reason is.
    """

    night: date
    ward_id: WardId
    reason: DelayReason | None
    how: How
    open: tuple[DelayReason, ...]
    contest_until: datetime
    owners: tuple[OrganisationId, ...] = ()
    beside: tuple[OrganisationId, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FreezeNight(SpellCommand):
    """Freeze the night that began on this local date, once it is over."""

    night: date


def freeze_night(command: FreezeNight, spell: Spell, facts: SpellFacts) -> list[NightFrozen]:
    """Who was not ready in a bed at that midnight has no such night; a night is frozen once."""
    assert facts.reporting, "the rule is asked for whenever a night is frozen"
    midnight = midnight_after(command.night)
    if command.at < midnight:
        raise NightNotOver
    if command.night in spell.delays.nights or spell.admission is None or isinstance(spell.stage, Voided):
        return []
    if not any(start < midnight <= end for start, end in ready_of(spell, command.at).periods):
        return []
    why = why_at(joined((history_of(spell), facts.case_history)), midnight, facts.reporting)
    ward = place_at(spell.places, midnight).ward_id
    frozen = NightFrozen(
        night=command.night,
        ward_id=ward,
        reason=why.reason,
        how=why.how,
        open=why.open,
        # Nobody can look at a night before it is known of: a late correction is told of nights long past.
        contest_until=facts.reporting.contest_until(max(command.night, local_date(command.at) - timedelta(days=1))),
        owners=owners_of(why.reason, ward, facts.parties),
        beside=beside(ward, facts.parties),
    )
    return [frozen]


class NightNotOver(Rejection):
    """This night is not over yet. It is frozen at midnight."""
