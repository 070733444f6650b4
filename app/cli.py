"""`homeward`: everything that is done from a terminal. Refusals are sentences, never tracebacks."""

import asyncio
import os
from pathlib import Path
from typing import Annotated, NoReturn

import typer
from pydantic import ValidationError
from rich.console import Console

from app.domain.rejections import Rejection
from app.embedded import EmbeddedPostgresError
from app.events.rebuild.refused import CannotRebuild
from app.pooling import ThroughPooler
from app.processes.reach import DatabaseUnusable, Urls
from app.processes.sockets import PortTaken
from app.routing.kinds import ReferenceKind
from app.settings import Settings
from app.terminal.system_commands import system
from app.terminal.which_system import SystemUnclear

HELP = """[bold]Homeward[/bold] is the live caseboard of a care transfer hub: ward, hub and providers see the same truth
about getting people home.

[bold]homeward serve[/bold] starts everything. Every setting is an environment variable; docs/operate.md lists them.
"""
cli = typer.Typer(
    help=HELP, rich_markup_mode="rich", no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False
)
adt = typer.Typer(help="Hospitals' messages (HL7 v2 ADT).", no_args_is_help=True)
cli.add_typer(adt, name="adt")
reference = typer.Typer(help="The tables by which a home is routed.", no_args_is_help=True)
cli.add_typer(reference, name="reference")
cli.add_typer(system, name="system")
console = Console()
complaints = Console(stderr=True)


class OwnerUnknown(Exception):
    """Set HOMEWARD_MIGRATION_URL to the address of the owner's role, which may change tables."""

    def __str__(self) -> str:
        return self.__doc__ or ""


_SAID_IN_WORDS = (
    EmbeddedPostgresError,
    DatabaseUnusable,
    ThroughPooler,
    PortTaken,
    OwnerUnknown,
    SystemUnclear,
    CannotRebuild,
)


def main() -> None:
    """Run the command; what stands in its way is said in words."""
    try:
        cli()
    except _SAID_IN_WORDS as error:
        _give_up(str(error))
    except Rejection as refused:
        _give_up(refused.words())
    except ValidationError as error:
        _give_up("\n".join(_setting_in_words(each["loc"], each["msg"]) for each in error.errors()))


@cli.command()
def serve() -> None:
    """Start everything and serve the pages until Ctrl-C.

    Starts an embedded PostgreSQL in `.homeward/` unless HOMEWARD_DATABASE_URL names another, brings its tables up to
    date, and serves http://127.0.0.1:8000 (PORT=). With the example system, unless EXAMPLE=off.
    """
    from app import server
    from app.processes.logs import speak

    settings = Settings()
    speak("parent", settings.log_level, settings.log_format)
    server.serve(settings, console)


@cli.command()
def migrate() -> None:
    """Bring the database's tables to this version.

    `serve` does it by itself when it knows the owner's address (HOMEWARD_MIGRATION_URL) or runs its own PostgreSQL.
    """
    from app.migrating import migrate as run
    from app.processes.reach import in_words, reached

    with reached(Settings()) as urls, in_words():
        revision = run(_owner(urls), urls.app_role)
    console.print(f"The tables are at revision [bold]{revision}[/bold].")


@cli.command()
def verify() -> None:
    """Check that nothing in the log was changed, lost or slipped in.

    Walks the hash chain of every system, beside a running Homeward or without one; exit code 1 when one is broken.
    """
    from app.processes.reach import in_words, reached
    from app.terminal.verifying import verify_all

    with reached(Settings()) as urls, in_words():
        sound = asyncio.run(verify_all(urls.app, console))
    if not sound:
        raise typer.Exit(1)


@cli.command()
def doctor(
    as_json: Annotated[bool, typer.Option("--json", help="For a machine: a list of findings.")] = False,
) -> None:
    """Look at everything that Homeward stands on, and say what to do.

    Settings, disk, ports, the database with its version, clock, role and tables, who keeps time, feeds, and
    whoever keeps others waiting; beside a running Homeward or without one. Exit code 1 when something is wrong.
    """
    from app.doctor import examined
    from app.terminal.examining import show, show_json

    findings = examined(Settings(), os.environ)
    if not (show_json if as_json else show)(findings, console):
        raise typer.Exit(1)


@cli.command()
def rebuild(
    kinds: Annotated[list[str] | None, typer.Argument(metavar="KIND", help="The kinds of row, one or more.")] = None,
    names: Annotated[bool, typer.Option("--list", help="Only name the kinds of row there are.")] = False,
) -> None:
    """Make a kind's rows anew from the log, while everybody works.

    After an update that shows more of what was recorded long ago, or a new kind of row. The rows are made beside those
    in use and take their place in one moment; until then nothing is changed. Killed or refused, it is simply run again.
    """
    from app.processes.reach import in_words, reached
    from app.terminal.rebuilding import kinds_named, name_kinds, rebuild_all

    if names or not kinds:
        name_kinds(console)
        return
    wanted = kinds_named(kinds)
    with reached(Settings()) as urls, in_words():
        asyncio.run(rebuild_all(_owner(urls), wanted, console))


@adt.command("send")
def send(
    files: Annotated[list[Path], typer.Argument(exists=True, help="Files of messages, or folders of such files.")],
    host: Annotated[str, typer.Option(help="Where Homeward listens.")] = "127.0.0.1",
    port: Annotated[int | None, typer.Option(help="Its MLLP port; HOMEWARD_MLLP_PORT, else 2575.")] = None,
) -> None:
    """Send messages over MLLP, one after another, and show how they were answered.

    A file may hold one message or many, framed or not. Each message that is not accepted gets a line.
    """
    from app.terminal.sending import send_files

    try:
        asyncio.run(send_files(files, host, Settings().mllp_port if port is None else port, console))
    except OSError as error:
        _give_up(f"The messages could not be brought to {host}: {error!s}")


@reference.command("load")
def load_reference(
    kind: Annotated[ReferenceKind, typer.Argument(help="What the file holds.")],
    file: Annotated[Path, typer.Argument(exists=True, dir_okay=False, help="A CSV file with a heading row.")],
    system: Annotated[
        str | None, typer.Option(help="The system, by name or id; not needed where there is one.")
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what would change.")] = False,
) -> None:
    """Load a file of ICBs, councils, practices, postcodes or hubs' areas: all of it, or nothing.

    Load them in that order. The same file again changes nothing; an entry that it leaves out stays. Each fault is
    told by line; exit code 1 when there is one.
    """
    from app.processes.reach import in_words, reached
    from app.terminal.reference import load_file

    with reached(Settings()) as urls, in_words():
        loaded = asyncio.run(load_file(urls.app, kind, file, system, dry_run, console))
    if not loaded:
        raise typer.Exit(1)


@cli.command(hidden=True)
def web(fd: Annotated[int, typer.Option(help="The listening socket, inherited.")]) -> None:
    """A web worker; `serve` starts it."""
    from app import tracing
    from app.processes.web import run_web

    settings = _as_child("web")
    tracing.begin("web")
    run_web(settings, fd)


@cli.command(hidden=True)
def background(holder: Annotated[str, typer.Option(help="In whose name the lease is held.")]) -> None:
    """The background process; `serve` starts it."""
    from app import tracing
    from app.processes.background import run_background
    from app.processes.loop import run

    settings = _as_child("background")
    tracing.begin("background")
    run(run_background(settings, holder))


@cli.command(hidden=True)
def example() -> None:
    """The example hospital and its staff; `serve` starts them."""
    from app.example.life import live
    from app.terminal.welcome import address

    settings = _as_child("example")
    asyncio.run(live(settings, address(settings)))


def _owner(urls: Urls) -> str:
    if urls.owner is None:
        raise OwnerUnknown
    return urls.owner


def _as_child(name: str) -> Settings:
    from app.processes.logs import speak
    from app.processes.orphan import end_with_parent

    settings = Settings()
    speak(name, settings.log_level, settings.log_format)
    end_with_parent()
    return settings


def _setting_in_words(location: tuple[int | str, ...], message: str) -> str:
    where = ".".join(str(part) for part in location)
    name = where if where.isupper() else f"HOMEWARD_{where.upper()}"
    return f"{name}: {message}" if where else message.removeprefix("Value error, ")


def _give_up(words: str) -> NoReturn:
    complaints.print(words, style="red", markup=False, highlight=False, soft_wrap=True)
    raise SystemExit(1)


if __name__ == "__main__":
    main()
