"""`homeward verify`: every system's log, checked event by event and reported in words."""

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from app.events.verify import systems, verify
from app.pooling import connect


async def verify_all(url: str, console: Console) -> bool:
    """Check every system; whether all are sound."""
    connection = await connect(url)
    try:
        keys = await systems(connection)
        columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
        with Progress(*columns, console=console, transient=True) as progress:
            verdicts = [await verify(connection, key) for key in progress.track(keys, description="Checking systems")]
    finally:
        await connection.close()
    for verdict in verdicts:
        if verdict.broken_at is None:
            console.print(f"System {verdict.system}: {verdict.events} events, [green]sound[/green].", soft_wrap=True)
        else:
            console.print(
                f"System {verdict.system}: [red]broken at position {verdict.broken_at}[/red]: that event was changed, "
                f"lost or slipped in. The {verdict.events} before it are sound.",
                soft_wrap=True,
            )
    if not verdicts:
        console.print("There is no system here yet, so there is nothing to check.")
    return all(verdict.broken_at is None for verdict in verdicts)
