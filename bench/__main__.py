"""`make bench`: measure, print the table, write `bench/results.json`; `make bench ARGS='tasks rounds'` only prints.

What is measured within this process is measured as the service's processes run: on their loop, their collector spared.
"""

import sys
from collections.abc import Sequence

from rich.console import Console

from app.collector import spare_the_collector
from app.processes.loop import run as run_until_done
from bench import parsing
from bench.figures import Figure, keep, show
from bench.installation import installation
from bench.parts import PARTS, Part

SYSTEMS = 8
SPELLS = 60


async def _measure(parts: Sequence[Part], console: Console, figures: list[Figure]) -> None:
    async with installation(systems=SYSTEMS, spells=SPELLS) as run:
        for part in parts:
            console.print(f"{part.words}…")
            spare_the_collector()
            figures += await part.measure(run)


def main(names: Sequence[str]) -> int:
    """Exit code 1 when a promise was not kept in this run, 2 when a name is none of ours."""
    console = Console()
    if unknown := set(names) - {part.name for part in PARTS}:
        console.print(f"Not measured here: {', '.join(sorted(unknown))}. {', '.join(part.name for part in PARTS)} are.")
        return 2
    figures = parsing.measure() if not names else []
    run_until_done(_measure([part for part in PARTS if not names or part.name in names], console, figures))
    if not names:
        keep(figures)
    show(figures, console)
    return 0 if all(figure.kept for figure in figures) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
