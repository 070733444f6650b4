"""A night as it was frozen, of whatever bed: its columns, and how what is said of it folds."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Generic, TypedDict, TypeVar
from uuid import UUID

from sqlalchemy import Column, Date, DateTime, Text, Uuid
from sqlalchemy.dialects.postgresql import ARRAY, JSONB

from app.domain.decider import Recorded
from app.domain.delay.contesting import NightAgreed, NightContested, NightSettled, SettlementSaid
from app.domain.delay.delaying import as_frozen, contested
from app.domain.delay.freezing import Frozen
from app.domain.delay.recorded import FrozenNight, Said
from app.domain.values import OrganisationId

F = TypeVar("F", bound=Frozen)
_SAID = (NightAgreed, NightContested, SettlementSaid, NightSettled)


@dataclass(frozen=True, slots=True, kw_only=True)
class Night(Generic[F]):
    """A night with what was said of it, and the position of what was said last."""

    first: F
    now: FrozenNight
    position: int


class NightColumns(TypedDict):
    """`reason` as frozen, null where nothing explained it; `settled` the one agreed after a contest.

    `contested` and `settling` are, by organisation, the reason and the words; `agreed` the organisations that agree.
    `owners` are those to whom it is put down, `beside` who is heard on every night.
    """

    position: int
    gone: bool
    night: date
    reason: str | None
    how: str
    open: tuple[str, ...]
    contest_until: datetime
    agreed: tuple[Any, ...]
    contested: dict[str, Any]
    settling: dict[str, Any]
    settled: str | None
    owners: tuple[UUID, ...]
    beside: tuple[UUID, ...]


def folded(events: Iterable[Recorded[Any]], class_: type[F]) -> list[Night[F]]:
    """Every frozen night of one stay, from what was frozen (a `class_`) and what was said of it."""
    nights: dict[date, Night[F]] = {}
    for each in events:
        event = each.event
        if isinstance(event, class_):
            nights[event.night] = Night(first=event, now=as_frozen(event), position=each.position)
        elif isinstance(event, _SAID):
            before = nights[event.night]
            now = contested(before.now, event)
            nights[event.night] = Night(first=before.first, now=now, position=each.position)
    return [*nights.values()]


def shown(night: Night[F]) -> NightColumns:
    """The night as its row shows it."""
    first, now = night.first, night.now
    return NightColumns(
        position=night.position,
        gone=False,
        night=first.night,
        reason=first.reason,
        how=first.how,
        open=first.open,
        contest_until=first.contest_until,
        agreed=tuple(sorted(now.agreed)),
        contested=_said(now.contested),
        settling=_said(now.settling),
        settled=now.settled,
        owners=now.owners,
        beside=now.beside,
    )


def night_columns() -> list[Column[Any]]:
    """The columns that every kind of night has."""
    return [
        Column("night", Date, nullable=False),
        Column("reason", Text, comment="null: unexplained"),
        Column("how", Text, nullable=False),
        Column("open", ARRAY(Text), nullable=False),
        Column("contest_until", DateTime(timezone=True), nullable=False),
        Column("agreed", ARRAY(Uuid), nullable=False),
        Column("contested", JSONB, nullable=False),
        Column("settling", JSONB, nullable=False),
        Column("settled", Text),
        Column("owners", ARRAY(Uuid), nullable=False, server_default="{}", comment="to whom it is put down"),
        Column("beside", ARRAY(Uuid), nullable=False, server_default="{}", comment="who is heard on every night"),
    ]


def _said(said: Mapping[OrganisationId, Said]) -> dict[str, Any]:
    return {str(who): {"reason": each.reason, "words": each.words} for who, each in said.items()}
