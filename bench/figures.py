"""Times in milliseconds, what is said of them, and the file that keeps the last run."""

import json
import statistics
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from rich.console import Console
from rich.table import Table

RESULTS = Path(__file__).parent / "results.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One named figure beside its floor. `promise` is in words; `kept` says whether this run kept it."""

    name: str
    unit: str
    value: float
    floor: float | None
    promise: str
    kept: bool

    @property
    def ratio(self) -> float | None:
        """Value over floor."""
        return self.value / self.floor if self.floor else None


def percentile(times: Sequence[float], share: float) -> float:
    """The time below which this share of all lies."""
    ordered = sorted(times)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))]


def median(values: Sequence[float]) -> float:
    """The middle value: of several rounds, the one least moved by a noisy machine."""
    return statistics.median(values)


def keep(figures: Sequence[Figure]) -> None:
    """Write the results file."""
    listed = {
        figure.name: {name: _rounded(value) for name, value in asdict(figure).items() if name != "name"}
        | {"ratio": _rounded(figure.ratio)}
        for figure in figures
    }
    RESULTS.write_text(json.dumps(listed, indent=2, ensure_ascii=False) + "\n")


def show(figures: Sequence[Figure], console: Console) -> None:
    """Print them as a table."""
    table = Table("figure", "value", "floor", "ratio", "promise", "kept")
    for figure in figures:
        values = (_text(figure.value, figure.unit), _text(figure.floor, figure.unit), _text(figure.ratio, "×"))
        table.add_row(figure.name, *values, figure.promise, "yes" if figure.kept else "[bold]no[/bold]")
    console.print(table)


def _rounded(value: object) -> object:
    return round(value, 3) if isinstance(value, float) else value


def _text(value: float | None, unit: str) -> str:
    return "–" if value is None else f"{value:,.2f} {unit}"
