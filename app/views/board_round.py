"""The board rounds of a hub: when the last few were held, and the position from which on everything is news.

One that was undone is not among them.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Column, DateTime
from sqlalchemy.dialects.postgresql import JSONB

from app.domain.decider import Recorded
from app.domain.hub import BoardRoundUndone, HubEvent
from app.domain.values import key_of
from app.views.kind import Kind, Row, row_table

KEPT = 5
"""Enough to look back over a weekend."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardRoundRow(Row):
    """One hub; gone where every round was undone. `rounds` are the latest first, each with `at` and its `since`."""

    held_at: datetime
    rounds: tuple[dict[str, Any], ...]


def rows(events: Sequence[Recorded[HubEvent]]) -> list[BoardRoundRow]:
    """The row of a hub that has held a round."""
    if not events:
        return []
    last, hub, held = events[-1], key_of(events[-1].stream), _standing(events)
    latest = tuple(
        {"at": f"{each.at.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}", "since": each.position} for each in reversed(held)
    )
    return [
        BoardRoundRow(
            id=hub,
            scope=str(hub),
            position=last.position,
            gone=not held,
            held_at=held[-1].at if held else last.at,
            rounds=latest[:KEPT],
        )
    ]


def _standing(events: Sequence[Recorded[HubEvent]]) -> list[Recorded[HubEvent]]:
    undone = {each.event.round_id for each in events if isinstance(each.event, BoardRoundUndone)}
    return [each for each in events if each.event.round_id not in undone]


TABLE = row_table(
    "board_round_1",
    Column("held_at", DateTime(timezone=True), nullable=False),
    Column("rounds", JSONB, nullable=False, comment="the latest first: at, and the position since which all is news"),
)

BOARD_ROUND = Kind(name="board_round", stream="hub", table=TABLE, rows=rows)
