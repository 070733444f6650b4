"""The feeds of a system: one row for each, with how it is read. Nobody's identity is in it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import reduce
from typing import Any

from sqlalchemy import Column, DateTime, Integer, Text
from sqlalchemy.dialects.postgresql import JSONB

from app.domain.decider import Recorded
from app.domain.feed import FeedAdded, FeedChanged, FeedEvent, Settings
from app.domain.values import key_of
from app.views.kind import EVERYWHERE, Kind, Row, row_table


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedRow(Row):
    """One feed. `settings_version` is the stream's version at which its settings were said last, 0 for never."""

    name: str
    application: str
    facility: str
    added_at: datetime
    settings: Settings
    settings_version: int


def rows(events: Sequence[Recorded[FeedEvent]]) -> list[FeedRow]:
    """The feed as it was last described."""
    row = reduce(_apply, events, None)
    return [row] if row else []


def _apply(row: FeedRow | None, recorded: Recorded[FeedEvent]) -> FeedRow | None:
    match recorded.event:
        case FeedAdded() as added:
            return FeedRow(
                id=key_of(recorded.stream),
                scope=EVERYWHERE,
                position=recorded.position,
                gone=False,
                name=added.name,
                application=added.application,
                facility=added.facility,
                added_at=recorded.recorded_at,
                settings={},
                settings_version=0,
            )
        case FeedChanged() as changed:
            now: dict[str, Any] = {"position": recorded.position, "settings_version": recorded.version}
            return row and replace(row, name=changed.name, settings=changed.settings, **now)


TABLE = row_table(
    "feed_1",
    Column("name", Text, nullable=False),
    Column("application", Text, nullable=False, comment="MSH-3, or * for any sender"),
    Column("facility", Text, nullable=False, comment="MSH-4, or * for any"),
    Column("added_at", DateTime(timezone=True), nullable=False),
    Column("settings", JSONB, nullable=False, comment="app/intake/settings.py says what stands in them"),
    Column("settings_version", Integer, nullable=False),
)

FEED = Kind(name="feed", stream="feed", table=TABLE, rows=rows)
