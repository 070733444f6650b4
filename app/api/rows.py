"""Rows as a page of JSON: the same rows, from the same query, as a screen is sent."""

from typing import Any

from pydantic import BaseModel

from app.access.me import Me
from app.access.policy import row_filter
from app.api.state import State
from app.events.loading import first_view


class RowsPage(BaseModel):
    """Rows as they stood at `position`; `epoch` says what the position counts in."""

    epoch: str
    position: int
    rows: list[dict[str, Any]]


async def rows_page(homeward: State, me: Me, kind: str, scope: str) -> RowsPage:
    """The rows of a kind that are shown in a scope now, and that this person may see."""
    view = await first_view(homeward.database, me.system, {kind: frozenset({scope})})
    rows = [row for several in view.rows if row_filter(me, several) for row in several.read()]
    return RowsPage(epoch=view.epoch, position=view.position, rows=rows)
