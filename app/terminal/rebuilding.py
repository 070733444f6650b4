"""`homeward rebuild`: kinds of row made anew one after another, with how far it is and what came of it."""

from collections.abc import Iterable, Sequence

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn
from rich.table import Table

from app.collector import spare_the_collector
from app.events.rebuild.rebuilding import Rebuilt, rebuild
from app.events.rebuild.refused import KindUnknown
from app.views.kind import Kind
from app.views.kinds import KINDS

_COLUMNS = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TextColumn("streams"))


def kinds_named(names: Iterable[str]) -> list[Kind]:
    """The kinds of these names, each once. Raises KindUnknown."""
    wanted = [*dict.fromkeys(names)]
    if not KINDS.keys() >= {*wanted}:
        raise KindUnknown
    return [KINDS[name] for name in wanted]


def name_kinds(console: Console) -> None:
    """Every kind of row, and the kind of stream that it is folded from."""
    table = Table("KIND", "folded from the stream of each")
    for kind in sorted(KINDS.values(), key=lambda kind: kind.name):
        table.add_row(kind.name, kind.stream)
    console.print(table)


async def rebuild_all(owner_url: str, kinds: Sequence[Kind], console: Console) -> None:
    """Rebuild each kind and say what came of it. Raises CannotRebuild; those before it are done."""
    spare_the_collector()
    for kind in kinds:
        console.print(_in_words(kind, await _rebuilt(owner_url, kind, console)), soft_wrap=True)


async def _rebuilt(owner_url: str, kind: Kind, console: Console) -> Rebuilt:
    with Progress(*_COLUMNS, TimeElapsedColumn(), TimeRemainingColumn(), console=console, transient=True) as progress:
        task = progress.add_task(f"Rebuilding {kind.name}", total=None)
        return await rebuild(owner_url, kind, lambda done, of: progress.update(task, completed=done, total=of))


def _in_words(kind: Kind, rebuilt: Rebuilt) -> str:
    before = "What a rebuild that was broken off had left behind is dropped. " if rebuilt.left_over else ""
    return (
        f"{before}[bold]{kind.name}[/bold] is made anew of {rebuilt.streams:,} streams, {rebuilt.events:,} events, "
        f"in {rebuilt.seconds:,.1f} s. Commands waited {rebuilt.held_seconds * 1000:,.0f} ms for it."
    )
