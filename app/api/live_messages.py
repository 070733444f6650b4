"""What is said on the websocket of a screen: its hello, then rows, beats and the problem with which it is let go."""

from collections.abc import Iterable
from datetime import datetime
from typing import Annotated, Literal

from pydantic import BaseModel, Field

from app import clock
from app.events.screen import Screen, Seen, Several
from app.intake.heard import HeardFeed

LARGEST_POSITION = 2**63 - 1


class Watch(BaseModel):
    """A kind of row, and the scope in which it is watched: a hub, a ward, or `*`."""

    kind: Annotated[str, Field(max_length=40)]
    scope: Annotated[str, Field(max_length=40)] = "*"


class Hello(BaseModel):
    """The screen's first message. `epoch`, `position` and `hash` are what it holds already: all or none."""

    ticket: Annotated[str, Field(max_length=200)]
    watch: Annotated[list[Watch], Field(min_length=1, max_length=50)]
    epoch: Annotated[str, Field(max_length=40)] | None = None
    position: Annotated[int, Field(ge=0, le=LARGEST_POSITION)] | None = None
    hash: Annotated[str, Field(pattern=r"^([0-9a-f]{2}){0,32}$")] | None = None


def rows_message(epoch: str, position: int, hash: str, rows: Iterable[Seen | Several], *, snapshot: bool) -> str:
    """Rows up to a position, and the hash of its event. Each is JSON already, made once for every screen.

    `correlations` tells for the position of a row that changed of what request or message that came.
    """
    rows = [*rows]
    came_of = {row.position: row.correlation.hex for row in rows if isinstance(row, Seen) and row.correlation}
    where = f'"epoch":"{epoch}","position":{position},"hash":"{hash}","snapshot":{str(snapshot).lower()}'
    told = ",".join(f'"{at}":"{this}"' for at, this in came_of.items())
    return f'{{"type":"rows",{where},"correlations":{{{told}}},"rows":[{",".join(row.text for row in rows)}]}}'


def beat_message(screen: Screen, feeds: tuple[HeardFeed, ...]) -> str:
    """The screen knows everything up to its position; the clock, and when each feed was heard."""
    now = clock.now()
    return _Beat(epoch=screen.epoch, position=screen.position, hash=screen.hash, now=now, feeds=feeds).model_dump_json()


def problem_message(code: str, words: str) -> str:
    """Why the screen is let go."""
    return _Problem(code=code, detail=words).model_dump_json()


class _Beat(BaseModel):
    type: Literal["beat"] = "beat"
    epoch: str
    position: int
    hash: str
    now: datetime
    feeds: tuple[HeardFeed, ...]


class _Problem(BaseModel):
    type: Literal["problem"] = "problem"
    code: str
    detail: str
