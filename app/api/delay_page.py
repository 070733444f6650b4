"""Everything that tells why one person is still here, read from the stay's stream and from its case's."""

from collections.abc import Mapping
from datetime import date, datetime
from uuid import UUID

from pydantic import BaseModel

from app.access.me import Me
from app.api.state import State
from app.domain.case.delay import delay_facts
from app.domain.codes.delay_reasons import LISTED, DelayReason
from app.domain.codes.pathways import Pathway
from app.domain.delay import How, joined, nights, spans
from app.domain.delay.recorded import FrozenNight, OwnReason, RecordedBlocker, Said
from app.domain.practice.tasks import Owner
from app.domain.spell import SPELL
from app.domain.spell.state import Spell, admission_of
from app.domain.spell.why_here import history_of, ready_of
from app.domain.values import OrganisationId, SpellId, stream
from app.events.practice import reporting_in
from app.events.stream import read_stream
from app.views.delay import case_of


class SpanPart(BaseModel):
    """A time in which the reason and all that was open stayed as they were; `end` null: it lasts."""

    start: datetime
    end: datetime | None
    reason: DelayReason | None
    how: How
    open: tuple[DelayReason, ...]


class BlockerPart(BaseModel):
    """One recorded blocker; `fits` is false where the label names other pathways than the one given."""

    blocker_id: UUID
    reason: DelayReason
    owner: Owner
    stops_leaving: bool
    words: str | None
    start: datetime
    end: datetime | None
    fits: bool


class SetReasonPart(BaseModel):
    """One reason that somebody set themselves."""

    override_id: UUID
    reason: DelayReason
    words: str
    start: datetime
    end: datetime | None


class SaidPart(BaseModel):
    """What one organisation says that the reason was."""

    organisation_id: UUID
    reason: DelayReason
    words: str


class NightPart(BaseModel):
    """One night: `reason` as frozen (null: unexplained), `now_known` what is known of that midnight by now.

    Not frozen yet, `frozen` is false and the reason is that of now. `reported` counts once the snapshot was taken.
    """

    night: date
    counts_in_drd: bool
    frozen: bool
    reason: DelayReason | None
    now_known: DelayReason | None
    contest_until: datetime | None
    agreed: tuple[UUID, ...]
    contested: list[SaidPart]
    settling: list[SaidPart]
    settled: DelayReason | None
    reported: DelayReason


class DelayPage(BaseModel):
    """One stay; `ready` says whether the person is ready and here now."""

    spell_id: UUID
    case_id: UUID | None
    ready: bool
    ready_date: date | None
    days: int | None
    cost: int
    spans: list[SpanPart]
    blockers: list[BlockerPart]
    set_reasons: list[SetReasonPart]
    nights: list[NightPart]


REPORTED_UNEXPLAINED = DelayReason.HP7
"""How a night is counted nationally that is unexplained still when the snapshot is taken (hub practice 12)."""


async def delay_page(homeward: State, me: Me, spell_id: SpellId, now: datetime) -> DelayPage:
    """Read both streams and fold them. Raises NotKnown."""
    async with homeward.database.reads.acquire() as connection:
        past = (await read_stream(connection, me.system, stream("spell", spell_id))).past
        spell: Spell = SPELL.fold(past.events)
        admission_of(spell)
        case_id = await case_of(connection, me.system, spell_id)
        of_case = (await read_stream(connection, me.system, stream("case", case_id))).past.events if case_id else []
        rule = await reporting_in(connection, me.system)
    case, history = delay_facts(of_case)
    known = ready_of(spell, now)
    every = joined((history_of(spell), history))
    lasts = spell.left_bed_at is None
    pathway = case.pathway.given if case.pathway else None
    by_night = {each.night: each.why.reason for each in nights(every, known.periods, rule)}
    return DelayPage(
        spell_id=spell_id,
        case_id=case_id,
        ready=lasts and known.ready_at is not None,
        ready_date=known.ready_date,
        days=known.days,
        cost=(known.days or 0) * rule.cost_per_day,
        spans=[
            SpanPart(
                start=span.start,
                end=None if lasts and span.end == now else span.end,
                reason=span.why.reason,
                how=span.why.how,
                open=span.why.open,
            )
            for span in spans(every, known.periods, rule)
        ],
        blockers=[_blocker(key, each, pathway) for key, each in spell.delays.blockers.items()],
        set_reasons=[_own(key, each) for key, each in spell.delays.overrides.items()],
        nights=_nights(spell, by_night, known.ready_date),
    )


def _blocker(key: UUID, blocker: RecordedBlocker, pathway: Pathway | None) -> BlockerPart:
    return BlockerPart(
        blocker_id=key,
        reason=blocker.reason,
        owner=blocker.owner,
        stops_leaving=blocker.stops,
        words=blocker.words,
        start=blocker.start,
        end=blocker.end,
        fits=LISTED[blocker.reason].fits(pathway),
    )


def _own(key: UUID, own: OwnReason) -> SetReasonPart:
    of = own.override
    return SetReasonPart(override_id=key, reason=of.reason, words=own.words, start=of.start, end=of.end)


def _nights(spell: Spell, known: dict[date, DelayReason | None], ready_date: date | None) -> list[NightPart]:
    """Those that are known by now, and those that were frozen though by now they are known not to have been."""
    return [
        _night(night, spell.delays.nights.get(night), known.get(night), ready_date)
        for night in sorted({*known, *spell.delays.nights})
    ]


def _night(
    night: date, frozen: FrozenNight | None, now_known: DelayReason | None, ready_date: date | None
) -> NightPart:
    reason = frozen.reason if frozen else now_known
    settled = frozen.settled if frozen else None
    return NightPart(
        night=night,
        counts_in_drd=ready_date is not None and night >= ready_date,
        frozen=frozen is not None,
        reason=reason,
        now_known=now_known,
        contest_until=frozen.contest_until if frozen else None,
        agreed=tuple(sorted(frozen.agreed)) if frozen else (),
        contested=_said(frozen.contested) if frozen else [],
        settling=_said(frozen.settling) if frozen else [],
        settled=settled,
        reported=settled or reason or REPORTED_UNEXPLAINED,
    )


def _said(said: Mapping[OrganisationId, Said]) -> list[SaidPart]:
    return [SaidPart(organisation_id=who, reason=each.reason, words=each.words) for who, each in said.items()]
