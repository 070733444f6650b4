"""`make bench`: measure, print the table, write `bench/results.json`."""

import asyncio
import sys

from rich.console import Console

from bench import (
    commands,
    delays,
    escalations,
    exit_chain,
    feed,
    matching,
    morning,
    parsing,
    rebuilding,
    rounds,
    screens,
    streams,
    tasks,
    trust,
)
from bench.figures import Figure, keep, show
from bench.installation import installation

SYSTEMS = 8
SPELLS = 60


async def _measure(console: Console) -> list[Figure]:
    console.print("Messages understood beside a bare split…")
    figures = parsing.measure()
    async with installation(systems=SYSTEMS, spells=SPELLS) as run:
        console.print("Commands over HTTP beside the bare SQL floor…")
        figures += await commands.measure(run)
        console.print("Commands to screens beside a bare broadcast…")
        figures += await screens.measure(run)
        console.print("A package matched against every service beside the bare query…")
        figures += await matching.measure(run)
        console.print("A list of tasks across cases beside its bare rows…")
        figures += await tasks.measure(run)
        console.print("Why a whole hospital is still here, and its midnight…")
        figures += await delays.measure(run)
        console.print("A sweep for escalations beside the bare reading of the streams…")
        figures += await escalations.measure(run)
        console.print("Who frees what, for everybody who waits…")
        figures += await exit_chain.measure(run)
        console.print("A round to services beside the bare SQL of what it writes…")
        figures += await rounds.measure(run)
        console.print("Commands on a long stream beside the same on a short one…")
        figures += await streams.measure(run)
        console.print("Messages accepted beside the bare SQL of what they write…")
        hospital = await trust.opened(run)
        figures += await feed.measure(run, hospital)
        console.print("A hospital's morning…")
        figures += await morning.measure(run, hospital)
        console.print("Rows made anew from the log beside its bare reading…")
        return figures + await rebuilding.measure(run)


def main() -> int:
    """Exit code 1 when a promise was not kept in this run."""
    console = Console()
    figures = asyncio.run(_measure(console))
    keep(figures)
    show(figures, console)
    return 0 if all(figure.kept for figure in figures) else 1


if __name__ == "__main__":
    sys.exit(main())
