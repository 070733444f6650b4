"""`homeward system …`: the systems of an installation made, listed, archived and restored, in words or as JSON."""

import re
import unicodedata
from collections.abc import Sequence
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any

from rich.box import SIMPLE
from rich.console import Console
from rich.markup import escape
from rich.table import Column, Table
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection

from app import new_system
from app.database import Database
from app.domain.rejections import Rejection
from app.domain.system import ArchiveSystem, RestoreSystem
from app.domain.values import Actor, ActorKind, SystemId
from app.events.archiving import archive
from app.events.hints import Hints
from app.events.systems import Standing, systems
from app.intake.senders import ANY
from app.terminal.which_system import which_system

LONGEST_NAME = 200
WIDEST = 130
"""Columns of a list that is not cut to a narrow terminal: ids are there to be copied."""

_BY = Actor(kind=ActorKind.SYSTEM, id="terminal")
_PATIENT = """
    SELECT set_config('lock_timeout', '20s', true), set_config('idle_in_transaction_session_timeout', '60s', true)"""
_ONE_AT_A_TIME = "SELECT pg_advisory_xact_lock(hashtext('homeward system create'))"


class NameUnusable(Rejection):
    """A system's name has 1 to 200 characters on one line, and does not look like an id. Choose such a name."""


async def create(database: Database, name: str, username: str | None, console: Console, *, as_json: bool) -> None:
    """Make the system, show its manager's password once, and hand it over. There already, it is left as it is.

    Raises NameUnusable, and UsernameTaken where somebody else signs in so, in whichever system.
    """
    name = _usable(name)
    async with database.engine.begin() as alone:
        # To its end: whoever began meanwhile would be given another password, and the one shown here would be none.
        await alone.execute(text(_PATIENT))
        await alone.execute(text(_ONE_AT_A_TIME))
        await _create(database, name, username, console, as_json=as_json)


async def _create(database: Database, name: str, username: str | None, console: Console, *, as_json: bool) -> None:
    async with database.engine.begin() as connection:
        begun = await new_system.unfinished(connection, name)
        there = [each for each in await systems(connection) if each.name.casefold() == name.casefold()]
        if begun is None and there:
            _tell_made(console, there[0].id, name, None, None, as_json=as_json)
            return
        manager = _manager(begun, username or _username(name))
        password = await new_system.begin(connection, name, manager)
    await new_system.furnish(database, manager)
    _tell_made(console, SystemId(manager.system), name, manager.username, password, as_json=as_json)
    await new_system.hand_over(database, manager)
    if not as_json:
        async with database.engine.connect() as connection:
            await _tell_of_any_sender(connection, SystemId(manager.system), console)


async def show(database: Database, console: Console, *, as_json: bool) -> None:
    """A line a system, the oldest first."""
    async with database.engine.connect() as connection:
        there = await systems(connection)
    if as_json:
        console.print_json(data=[_as_json(each) for each in there])
    elif there:
        console.width = max(console.width, WIDEST)
        console.print(_table(there))
    else:
        console.print("There is no system here yet. `homeward system create NAME` makes one.")


async def set_aside(database: Database, wanted: str, console: Console, *, archived: bool, as_json: bool) -> None:
    """Archive the system of this name or id, or restore it. Raises SystemUnclear."""
    system = await which_system(database, wanted, even_archived=True)
    command = (ArchiveSystem if archived else RestoreSystem)(system_id=system, by=_BY, at=datetime.now(UTC))
    receipt = await archive(database, Hints(database), command)
    if as_json:
        console.print_json(data={"id": str(system), "archived": archived, "changed": bool(receipt.recorded)})
        return
    was = "now" if receipt.recorded else "already"
    words = f"is {was} archived: nobody signs in there" if archived else f"is {was} worked in"
    console.print(escape(f"{wanted} {words}."), soft_wrap=True, highlight=False)


def _usable(name: str) -> str:
    name = " ".join(name.split())
    if not 0 < len(name) <= LONGEST_NAME or not name.isprintable() or re.fullmatch(r"[0-9a-fA-F-]{36}", name):
        raise NameUnusable
    return name


def _username(name: str) -> str:
    """Such as manager-northmoor: sign-in names are of the whole installation.

    A name without a letter that everybody can type gives one by its own digest: the same name, the same sign-in.
    """
    plain = unicodedata.normalize("NFKD", name.lower()).encode("ascii", "ignore").decode()
    slug = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:60].strip("-")
    return f"manager-{slug or sha256(name.casefold().encode()).hexdigest()[:8]}"


def _manager(begun: new_system.Manager | None, username: str) -> new_system.Manager:
    """Of what was begun before; how they sign in is as it is said this time."""
    if begun is None:
        return new_system.new_manager(username)
    return new_system.Manager(begun.system, begun.staff, begun.organisation, username)


def _tell_made(
    console: Console, system: SystemId, name: str, username: str | None, password: str | None, *, as_json: bool
) -> None:
    if as_json:
        made = {"id": str(system), "name": name, "created": bool(password), "username": username, "password": password}
        console.print_json(data=made)
        return
    if password is None:
        words = f"There is a system called {name} already ({system}); nothing was changed."
        console.print(escape(words), soft_wrap=True, highlight=False)
        return
    console.print(escape(f"{name} is made ({system})."), soft_wrap=True, highlight=False)
    words = f"Sign in as [bold]{escape(username or '')}[/bold] with [bold]{escape(password)}[/bold]."
    console.print(f"{words} It is not shown again.", soft_wrap=True, highlight=False)


async def _tell_of_any_sender(connection: AsyncConnection, system: SystemId, console: Console) -> None:
    rows = await connection.execute(text(_TAKES_ANY), {"any": ANY, "system": system})
    for name in rows.scalars():
        console.print(
            escape(f"Until its feeds are set up, what its hospitals send goes to {name}, which takes any sender."),
            soft_wrap=True,
            highlight=False,
        )


_TAKES_ANY = """
    SELECT DISTINCT system.name FROM feed JOIN system ON system.id = feed.system_id
    WHERE feed.application = :any AND feed.facility = :any AND system.id <> :system"""


def _table(there: Sequence[Standing]) -> Table:
    table = Table(Column("id", no_wrap=True), "name", "since", "people", "cases", "events", "state", box=SIMPLE)
    for each in there:
        state = f"archived {each.archived_at:%Y-%m-%d}" if each.archived_at else "worked in"
        counts = (f"{count:,}" for count in (each.people, each.cases, each.events))
        table.add_row(str(each.id), escape(each.name), f"{each.since:%Y-%m-%d}", *counts, state)
    return table


def _as_json(each: Standing) -> dict[str, Any]:
    return {
        "id": str(each.id),
        "name": each.name,
        "since": each.since.isoformat(),
        "archived_at": each.archived_at.isoformat() if each.archived_at else None,
        "people": each.people,
        "open_cases": each.cases,
        "events": each.events,
    }
