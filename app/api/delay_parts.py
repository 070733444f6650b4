"""Why one person is still in a bed, as a page shows it: every reason since they were ready, and what is recorded."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import TypedDict
from uuid import UUID

from pydantic import BaseModel

from app.api.snapshot_part import SnapshotPart, snapshot_part
from app.domain.codes.delay_reasons import LISTED, DelayReason
from app.domain.codes.owners import Owner
from app.domain.codes.pathways import Pathway
from app.domain.delay import History, How, ReportingRule, nights, spans, why_at
from app.domain.delay.owners import Parties, owner_of, owners_of
from app.domain.delay.recorded import Delays, FrozenNight, OwnReason, RecordedBlocker, Said
from app.domain.spell.ready import Ready
from app.domain.values import OrganisationId


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

    Not frozen yet, `frozen` is false and the reason is that of now. `reported` counts once the snapshot was taken; null
    stays unexplained there too. `owners` are the organisations to which it is put down.
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
    reported: DelayReason | None
    owners: tuple[UUID, ...]


class Parts(TypedDict):
    """What the page of every bed has; `ready` says whether the person is ready and here now.

    While they are, `owner` is what whoever is waited for is to them, `owners` the organisations known here.
    """

    ready: bool
    ready_date: date | None
    days: int | None
    owner: Owner | None
    owners: tuple[OrganisationId, ...]
    spans: list[SpanPart]
    blockers: list[BlockerPart]
    set_reasons: list[SetReasonPart]
    nights: list[NightPart]
    snapshots: list[SnapshotPart]
    became_unwell: int
    earlier_nights: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Bed:
    """A stay in a bed, which lasts or is over: since when it is not needed, what is recorded, all that tells of why.

    `parties` are those whose a delay there may be; `pathway` is that with which a reason must fit, None where any does;
    `unexplained_as` how a night that nothing explains is reported, None: as that.
    """

    known: Ready
    lasts: bool
    delays: Delays
    history: History
    parties: Parties
    pathway: Pathway | None = None
    unexplained_as: DelayReason | None = None


def delay_parts(bed: Bed, rule: ReportingRule, now: datetime) -> Parts:
    """All of it, as things stand at `now`."""
    known, delays = bed.known, bed.delays
    ready = bed.lasts and known.ready_at is not None
    reason = why_at(bed.history, now, rule).reason if ready else None
    return Parts(
        ready=ready,
        owner=owner_of(reason, bed.history, now),
        owners=owners_of(reason, bed.history, now, bed.parties),
        ready_date=known.ready_date,
        days=known.days,
        spans=[
            SpanPart(
                start=span.start,
                end=None if bed.lasts and span.end == now else span.end,
                reason=span.why.reason,
                how=span.why.how,
                open=span.why.open,
            )
            for span in spans(bed.history, known.periods, rule)
        ],
        blockers=[_blocker(key, each, bed.pathway) for key, each in delays.blockers.items()],
        set_reasons=[_own(key, each) for key, each in delays.overrides.items()],
        nights=_nights(bed, rule),
        snapshots=[snapshot_part(delays.snapshots[at], bed.history, known, rule) for at in sorted(delays.snapshots)],
        became_unwell=known.became_unwell,
        earlier_nights=known.earlier_nights,
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


def _nights(bed: Bed, rule: ReportingRule) -> list[NightPart]:
    """Those that are known by now, and those that were frozen though by now they are known not to have been."""
    known = {each.night: each.why.reason for each in nights(bed.history, bed.known.periods, rule)}
    frozen = bed.delays.nights
    return [_night(night, frozen.get(night), known.get(night), bed) for night in sorted({*known, *frozen})]


def _night(night: date, frozen: FrozenNight | None, now_known: DelayReason | None, bed: Bed) -> NightPart:
    reason = frozen.reason if frozen else now_known
    settled, ready_date = frozen.settled if frozen else None, bed.known.ready_date
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
        reported=settled or reason or bed.unexplained_as,
        owners=frozen.owners if frozen else (),
    )


def _said(said: Mapping[OrganisationId, Said]) -> list[SaidPart]:
    return [SaidPart(organisation_id=who, reason=each.reason, words=each.words) for who, each in said.items()]
