"""`homeward reference load`: a reference file, looked at or loaded, and every faulty line by its number."""

from datetime import UTC, datetime
from pathlib import Path

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from app.database import Database, open_database
from app.domain.values import SystemId
from app.routing.entries import MOST_TOLD, ReferenceFaulty
from app.routing.kinds import ReferenceKind
from app.routing.loading import Loaded, load, preview
from app.terminal.which_system import which_system


async def load_file(
    url: str, kind: ReferenceKind, path: Path, system: str | None, dry_run: bool, console: Console
) -> bool:
    """Load the file, or only say what it would change; whether it had no fault. Raises SystemUnclear."""
    text = _text(path, console)
    if text is None:
        return False
    database = await open_database(url)
    try:
        loaded = await _loaded(database, await which_system(database, system), kind, text, dry_run)
    except ReferenceFaulty as faulty:
        _tell_faults(faulty, path, console)
        return False
    finally:
        await database.close()
    _tell(loaded, dry_run, console)
    return True


async def _loaded(database: Database, system: SystemId, kind: ReferenceKind, text: str, dry_run: bool) -> Loaded:
    now = datetime.now(UTC)
    async with database.turns.acquire() as connection, connection.transaction():
        if dry_run:
            return await preview(connection, system, kind, text, now)
        return await load(connection, system, kind, text, now, None)


def _text(path: Path, console: Console) -> str | None:
    try:
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = path.read_bytes()[: error.start].count(b"\n") + 1
        console.print(escape(f"{path}:{line}: not-utf-8: Save the file as CSV (UTF-8)."), soft_wrap=True)
        return None


def _tell_faults(faulty: ReferenceFaulty, path: Path, console: Console) -> None:
    for fault in faulty.faults[:MOST_TOLD]:
        column = f" {fault.column}:" if fault.column else ""
        console.print(escape(f"{path}:{fault.line}:{column} {fault.code}: {fault.words}"), soft_wrap=True)
    if len(faulty.faults) > MOST_TOLD:
        console.print(f"… and {len(faulty.faults) - MOST_TOLD} more.")
    console.print(f"[red]{faulty.words()}[/red]", soft_wrap=True)


def _tell(loaded: Loaded, dry_run: bool, console: Console) -> None:
    for change in loaded.changes:
        console.print(escape(change), soft_wrap=True, highlight=False)
    more = loaded.added + loaded.changed + loaded.ended - len(loaded.changes)
    if more:
        console.print(f"… and {more} more.")
    table = Table("entries", "would be" if dry_run else "were")
    for what in ("added", "changed", "ended", "unchanged"):
        table.add_row(str(getattr(loaded, what)), what)
    table.add_row(str(loaded.left_out), "not in the file, and left as they are")
    console.print(table)
    if dry_run:
        console.print("Nothing was changed: this was a dry run.")
