"""The words of `homeward reference`: the tables by which a home is routed."""

import asyncio
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from app.routing.kinds import ReferenceKind
from app.settings import Settings

reference = typer.Typer(help="The tables by which a home is routed.", no_args_is_help=True)


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
        loaded = asyncio.run(load_file(urls.app, kind, file, system, dry_run, Console()))
    if not loaded:
        raise typer.Exit(1)
