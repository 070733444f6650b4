"""`homeward adt send`: files of messages, sent in order, with a line for each that was not accepted."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table

from app.intake.adt.files import messages_in
from app.intake.adt.sender import send

_MEANING = {
    "AA": "accepted",
    "AE": "refused: mend it and send it again",
    "AR": "refused: never send this here",
    "": "the answer could not be read",
}


@dataclass(frozen=True, slots=True)
class _Letter:
    """A message and where it stood; `number` counts from 1."""

    path: Path
    number: int
    message: bytes


async def send_files(paths: Sequence[Path], host: str, port: int, console: Console) -> Counter[str]:
    """Send every message; how many were answered in which way. Raises OSError when the line fails for 30 seconds."""
    letters = [letter for path in paths for letter in _letters(path)]
    answers: Counter[str] = Counter()
    columns = (TextColumn("Sending"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=console, transient=True) as progress:
        task = progress.add_task("", total=len(letters))
        waiting = iter(letters)
        async for answer in send((letter.message for letter in letters), host, port):
            letter = next(waiting)
            answers[answer.code] += 1
            progress.advance(task)
            if answer.code != "AA":
                where = f"{letter.path}, message {letter.number}"
                words = escape(f"{where}: {answer.code or '?'} {answer.words}".rstrip())
                progress.console.print(words, soft_wrap=True)
    console.print(_totals(answers))
    return answers


def _letters(path: Path) -> Iterator[_Letter]:
    files = sorted(each for each in path.rglob("*") if each.is_file()) if path.is_dir() else [path]
    for file in files:
        for number, message in enumerate(messages_in(file), start=1):
            yield _Letter(file, number, message)


def _totals(answers: Counter[str]) -> Table:
    table = Table("answer", "messages", "means")
    for code, count in sorted(answers.items()):
        table.add_row(code or "?", str(count), _MEANING.get(code, ""))
    table.add_row("all", str(answers.total()), "")
    return table
