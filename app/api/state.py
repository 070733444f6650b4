"""What a web worker holds, and what a route asks of it: who is asking, what time it is, and a way to give a command."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

from fastapi import Depends, Header, Request, Response
from fastapi.requests import HTTPConnection

from app.access import sessions
from app.access.me import Me as MeType
from app.access.policy import check
from app.api.problems import NotSignedIn
from app.database import Database
from app.domain.decider import Command
from app.domain.rejections import Rejection
from app.domain.values import Role
from app.events.handler import Receipt, handle
from app.events.hints import Hints
from app.events.live import Live
from app.events.overwriting import IfMatch
from app.settings import Settings

COOKIE = "homeward_session"


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
    web: Path
    build: str
    revision: str
    example_sign_ins: Sequence[SignIn] = ()


class NotAVersion(Rejection):
    """The If-Match header must hold one version in quotation marks, as the ETag gave it, such as "3"."""


def state(connection: HTTPConnection) -> State:
    """The state of this worker."""
    held: State = connection.app.state.homeward
    return held


HomewardState = Annotated[State, Depends(state)]


async def me(request: Request, homeward: HomewardState) -> MeType:
    """Who is asking. Raises NotSignedIn."""
    token = request.cookies.get(COOKIE)
    if token is None:
        raise NotSignedIn
    async with homeward.database.engine.begin() as connection:
        found = await sessions.who(connection, token)
    if found is None:
        raise NotSignedIn
    return found


def now() -> datetime:
    """The instant at which the request is handled."""
    return datetime.now(UTC)


Me = Annotated[MeType, Depends(me)]
Now = Annotated[datetime, Depends(now)]


def if_match(if_match: Annotated[str | None, Header()] = None) -> IfMatch:
    """The version named by If-Match, if any."""
    if if_match is None:
        return None
    found = re.fullmatch(r'(?:W/)?"(\d{1,9})"', if_match.strip())
    if found is None:
        raise NotAVersion
    return int(found[1])


class Handling:
    """Give a command as the person who is asking, if the policy lets them."""

    def __init__(
        self, homeward: HomewardState, me: Me, response: Response, version: Annotated[IfMatch, Depends(if_match)]
    ) -> None:
        self._homeward = homeward
        self._me = me
        self._response = response
        self._version = version

    async def __call__(self, command: Command) -> Receipt:
        """Check, handle, and answer with the receipt and its ETag."""
        check(self._me, type(command))
        held = self._homeward
        receipt = await handle(held.database, held.hints, self._me.system, command, self._version)
        self._response.headers["ETag"] = f'"{receipt.version}"'
        return receipt


Handle = Annotated[Handling, Depends()]
