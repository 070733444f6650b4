"""What a screen holds, by the feed's one rule: the newest position of a row wins, and what is gone is not shown."""

import json
from collections.abc import Iterable
from typing import Any

from app.access.policy import OF_ORGANISATIONS
from app.database import Database
from app.domain.case.audience import READERS, Audience
from app.domain.values import Role, SystemId
from app.events.loading import everywhere, first_view, load
from app.events.screen import Several
from app.views.kinds import KINDS

Key = tuple[str, str, str]


class Shown:
    """The rows on one screen, however they came, and the position up to which it knows everything."""

    def __init__(self) -> None:
        self.position: int | None = None
        self.epoch: str | None = None
        self.hash: str | None = None
        self._held: dict[Key, dict[str, Any]] = {}

    @property
    def rows(self) -> dict[Key, dict[str, Any]]:
        """The rows that are shown, by kind, scope and id."""
        return {key: row for key, row in self._held.items() if not row["gone"]}

    def take(self, message: dict[str, Any]) -> None:
        """A `rows` or `beat` message of the feed. A position never goes back."""
        if message["type"] == "rows":
            if message["snapshot"]:
                self._held.clear()
            self._add(message["rows"])
        elif message["type"] != "beat":
            raise AssertionError(f"The feed says: {message}")
        if not message.get("snapshot"):
            assert self.position is None or message["position"] >= self.position
        self.position, self.hash, self.epoch = message["position"], message.get("hash"), message["epoch"]

    async def look(self, database: Database, system: SystemId, kinds: Iterable[str] = KINDS) -> None:
        """Read what changed of these kinds since it looked last; all of them at first, and where an epoch has ended."""
        if self.position is not None:
            loaded = await load(database, system, everywhere(*kinds), self.position)
            if loaded.epoch == self.epoch:
                assert loaded.position >= self.position
                self._add(json.loads(row.text) for row in loaded.rows)
                self.position, self.hash = loaded.position, loaded.hash
                return
        self._held.clear()
        view = await first_view(database, system, everywhere(*kinds))
        self._add(row for several in view.rows for row in several.read())
        self.position, self.hash, self.epoch = view.position, view.hash, view.epoch

    def _add(self, rows: Iterable[dict[str, Any]]) -> None:
        for row in rows:
            key = (row["kind"], row["scope"], row["id"])
            if key not in self._held or self._held[key]["position"] <= row["position"]:
                self._held[key] = row


async def server_shows(
    database: Database, system: SystemId, kinds: Iterable[str] = KINDS, role: Role | None = None
) -> dict[Key, dict[str, Any]]:
    """What a screen of these kinds would load now: of this role, or if it may see everything."""
    view = await first_view(database, system, everywhere(*kinds))
    return {
        (row["kind"], row["scope"], row["id"]): row
        for several in view.rows
        if role is None or _is_for(several, role)
        for row in several.read()
    }


def _is_for(row: Several, role: Role) -> bool:
    if row.audience is None or row.kind in OF_ORGANISATIONS:
        return True  # whoever looks here works for the organisation that runs all of the services, or sees every one
    return role in READERS[Audience(row.audience)]


async def head(database: Database, system: SystemId) -> int:
    """The system's position now."""
    return (await first_view(database, system, everywhere("place"))).position
