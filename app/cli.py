"""`homeward`: everything that is done from a terminal. Refusals are sentences, never tracebacks."""

import asyncio
import os
from typing import Annotated

import typer
from rich.console import Console

from app.collector import loading
from app.settings import Settings
from app.terminal.feed_commands import adt
from app.terminal.reference_commands import reference
from app.terminal.saying import obstacles_said
from app.terminal.system_commands import system

HELP = """[bold]Homeward[/bold] is the live caseboard of a care transfer hub: ward, hub and providers see the same truth
about getting people home.

[bold]homeward serve[/bold] starts everything. Every setting is an environment variable; docs/operate.md lists them.
"""
cli = typer.Typer(
    help=HELP, rich_markup_mode="rich", no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False
)
cli.add_typer(adt, name="adt")
cli.add_typer(reference, name="reference")
cli.add_typer(system, name="system")
console = Console()


def main() -> None:
    """Run the command; what stands in its way is said in words."""
    with obstacles_said():
        cli()


@cli.command()
def serve() -> None:
    """Start everything and serve the pages until Ctrl-C.

    Starts an embedded PostgreSQL in `.homeward/` unless HOMEWARD_DATABASE_URL names another, brings its tables up to
    date, and serves http://127.0.0.1:8000 (PORT=). With the example system, unless EXAMPLE=off.
    """
    with loading():
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
        revision = run(urls.owners(), urls.app_role)
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
        asyncio.run(rebuild_all(urls.owners(), wanted, console))


if __name__ == "__main__":
    main()
