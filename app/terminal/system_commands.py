"""The words of `homeward system`: what is asked of the terminal for each."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console

from app.settings import Settings

if TYPE_CHECKING:
    from app.database import Database

system = typer.Typer(help="The systems of this installation.", no_args_is_help=True)

Wanted = Annotated[str, typer.Argument(metavar="SYSTEM", help="Its name or its id.")]
Json = Annotated[bool, typer.Option("--json", help="For a machine.")]


@system.command("create")
def create_system(
    name: Annotated[str, typer.Argument(metavar="NAME", help="What it is called; no two are called the same.")],
    manager: Annotated[
        str | None, typer.Option(help="How its first manager signs in; manager-NAME unless said.")
    ] = None,
    as_json: Json = False,
) -> None:
    """Make a system with one manager, who adds everything else, and show their password once.

    Killed before the password was shown, it is run again and shows another. A name that is there changes nothing.
    """
    from app.terminal.systems import create

    console = Console()
    _with_database(lambda database: create(database, name, manager, console, as_json=as_json))


@system.command("list")
def list_systems(as_json: Json = False) -> None:
    """Which systems there are, since when, how much is in each, and whether it is archived."""
    from app.terminal.systems import show

    console = Console()
    _with_database(lambda database: show(database, console, as_json=as_json))


@system.command("archive")
def archive_system(wanted: Wanted, as_json: Json = False) -> None:
    """Let nobody work in a system any more; what was recorded stays, and `restore` takes it back.

    Nobody signs in there, open screens are told, senders keep their messages, and nothing is escalated or frozen.
    """
    from app.terminal.systems import set_aside

    console = Console()
    _with_database(lambda database: set_aside(database, wanted, console, archived=True, as_json=as_json))


@system.command("restore")
def restore_system(wanted: Wanted, as_json: Json = False) -> None:
    """Let people work again in a system that was archived."""
    from app.terminal.systems import set_aside

    console = Console()
    _with_database(lambda database: set_aside(database, wanted, console, archived=False, as_json=as_json))


def _with_database(do: Callable[["Database"], Awaitable[None]]) -> None:
    from app.founding import opened
    from app.processes.reach import in_words, reached

    async def run(settings: Settings, url: str) -> None:
        async with opened(settings, url) as database:
            await do(database)

    settings = Settings()
    with reached(settings) as urls, in_words():
        asyncio.run(run(settings, urls.app))
