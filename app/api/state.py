"""What a web worker holds, and what a route asks of it: who is asking, what time it is, and a way to give a command."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Annotated, Any

from fastapi import Depends, Request, Response
from fastapi.requests import HTTPConnection

from app import clock
from app.access import sessions
from app.access.me import Me as MeType
from app.access.policy import check
from app.api.problems import NotSignedIn
from app.api.recent import Recent
from app.database import Database
from app.domain.decider import Command
from app.domain.values import Role
from app.events.handler import Receipt, handle
from app.events.hints import Hints
from app.events.live import Live
from app.events.overwriting import IfMatch
from app.intake.heard import Heard
from app.settings import Settings

BEAT_SECONDS = 4.0  # how often a quiet screen hears that it is up to date; pages give up after 9 s of silence
COOKIE = "homeward_session"

NO_SUCH_VERSION = -1

# Every dependency here is `async`, though none but `me` waits: a plain function would be sent to a thread and back,
# which costs more than all of its work. And each asks for as few others as it can: the framework solves one anew
# wherever it is asked for, which took a tenth of a command.


@dataclass(frozen=True, slots=True, kw_only=True)
class SignIn:
    """A sign-in of the example system, shown on its sign-in page."""

    username: str
    password: str
    name: str
    role: Role


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """Built once by `create_app`."""

    settings: Settings
    database: Database
    hints: Hints
    live: Live
    heard: Heard
    web: Path
    build: str
    beat_seconds: float
    example_sign_ins: Sequence[SignIn] = ()
    recent: Recent = field(default_factory=Recent)

    @property
    def cookie(self) -> str:
        """The session's cookie. By TLS alone its name makes browsers refuse one that a neighbouring host has set."""
        return f"__Host-{COOKIE}" if self.settings.is_https else COOKIE


async def state(connection: HTTPConnection) -> State:
    """The state of this worker."""
    return _held(connection)


def _held(connection: HTTPConnection) -> State:
    held: State = connection.app.state.homeward
    return held


HomewardState = Annotated[State, Depends(state)]


async def me(request: Request) -> MeType:
    """Who is asking. Raises NotSignedIn."""
    homeward = _held(request)
    token = request.cookies.get(homeward.cookie)
    if token is None:
        raise NotSignedIn
    found = await sessions.who(homeward.database, token)
    if found is None:
        raise NotSignedIn
    return found


async def now() -> datetime:
    """The instant at which the request is handled."""
    return clock.now()


Me = Annotated[MeType, Depends(me)]
Now = Annotated[datetime, Depends(now)]


IF_MATCH: dict[str, Any] = {
    "parameters": [
        {
            "name": "If-Match",
            "in": "header",
            "required": False,
            "schema": {"type": "string"},
            "description": "The ETag of what is changed; required where it is filled already.",
            "example": '"3"',
        }
    ]
}
"""For the `openapi_extra` of a route whose command overwrites another's words."""


def if_match(header: str | None) -> IfMatch:
    """The version named by If-Match, if any; a tag that was never given here names one that never was."""
    if header is None:
        return None
    found = re.fullmatch(r'(?:W/)?"([0-9]{1,9})"', header.strip())
    return int(found[1]) if found else NO_SUCH_VERSION


class Handling:
    """Give a command as the person who is asking, if the policy lets them."""

    def __init__(self, homeward: State, me: MeType, response: Response, version: IfMatch) -> None:
        self._homeward = homeward
        self._me = me
        self._response = response
        self._version = version

    async def __call__(self, command: Command) -> Receipt:
        """Check, handle, and answer with the receipt and its ETag."""
        check(self._me, type(command))
        held = self._homeward
        receipt = await handle(held.database, held.hints, self._me.system, command, self._version)
        return tagged(self._response, receipt)


def tagged(response: Response, receipt: Receipt) -> Receipt:
    """The receipt, with its ETag as the answer's."""
    response.headers["ETag"] = receipt.etag
    return receipt


async def handling(request: Request, me: Me, response: Response) -> Handling:
    """The way in which this request gives its command."""
    return Handling(_held(request), me, response, if_match(request.headers.get("if-match")))


Handle = Annotated[Handling, Depends(handling)]
