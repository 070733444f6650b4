"""One screen: what it watches, and the newest rows that it has not been sent yet."""

import asyncio
import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple
from uuid import UUID

from app.domain.values import SystemId


class Seen(NamedTuple):
    """A row as it goes to a screen: `text` is its JSON, made once for all; `audience` is for whom it is, if not all;
    `correlation` what its event came of, unless this is a first view."""

    kind: str
    scope: str
    id: UUID
    position: int
    text: str
    audience: str | None = None
    correlation: UUID | None = None


class Several(NamedTuple):
    """Rows of a first view that are of one kind, in one scope and for one audience; `text` is their JSON, joined by
    commas: what holds of one holds of all."""

    kind: str
    scope: str
    text: str
    audience: str | None

    def read(self) -> list[dict[str, Any]]:
        """Each of them, from its JSON."""
        rows: list[dict[str, Any]] = json.loads(f"[{self.text}]")
        return rows


Watches = Mapping[str, frozenset[str]]
"""Kind of row -> the scopes in which it is watched."""

Filter = Callable[[Seen | Several], bool]
"""Whether a screen may have these rows; given by the policy."""


@dataclass(slots=True, eq=False)
class Screen:
    """Rows wait here keyed by what they are about, so a slow screen holds each row once, however long it takes."""

    system: SystemId
    watches: Watches
    may_see: Filter
    waiting: dict[tuple[str, str, UUID], Seen] = field(default_factory=dict)
    epoch: str = ""
    position: int = -1
    hash: str = ""
    over: bool = False
    ready: asyncio.Event = field(default_factory=asyncio.Event)

    def offer(self, rows: Iterable[Seen], position: int, hash: str = "") -> None:
        """Hold what this screen watches; the newest position of a row wins. `hash` is that of the position's event."""
        for row in rows:
            if self.wants(row):
                key = (row.kind, row.scope, row.id)
                held = self.waiting.get(key)
                if held is None or held.position <= row.position:
                    self.waiting[key] = row
        self.reach(position, hash)
        if self.waiting:
            self.ready.set()

    def reach(self, position: int, hash: str) -> None:
        """Everything up to this position is sent or waits; what comes later may say an earlier one."""
        if position > self.position:
            self.position, self.hash = position, hash

    def take(self) -> list[Seen]:
        """The rows held; none are held afterwards."""
        rows = [*self.waiting.values()]
        self.waiting.clear()
        self.ready.clear()
        return rows

    def end(self) -> None:
        """What this screen holds means nothing now: the rows were built anew, and it must come for a snapshot."""
        self.over = True
        self.ready.set()

    def wants(self, row: Seen | Several) -> bool:
        """Whether this is among what the screen watches and may see."""
        scopes = self.watches.get(row.kind)
        return scopes is not None and ("*" in scopes or row.scope in scopes) and self.may_see(row)
