"""A pasted text as rows of cells, whatever the spreadsheet put between them: tabs, semicolons or commas."""

import csv
import io
from collections import Counter
from dataclasses import dataclass

from app.domain.rejections import Rejection

MOST_ROWS = 1_000
MOST_COLUMNS = 60
LONGEST_CELL = 2_000
"""What is longer is no cell of a list: it is cut."""

_BOM = "\ufeff"
_BETWEEN = ("\t", ";", ",")
_LOOKED_AT = 50

csv.field_size_limit(1 << 20)  # its own limit lies below the size of a text that is taken


@dataclass(frozen=True, slots=True)
class Row:
    """One row that holds anything; `number` is its number in the spreadsheet, from 1."""

    number: int
    cells: tuple[str, ...]


class NothingInList(Rejection):
    """There is nothing in this list. Paste its rows, with the headings, or choose the file that holds them."""


class TooManyRows(Rejection):
    """This list is longer than 1,000 rows or wider than 60 columns. Bring it in ward by ward, or leave out columns."""


def read_rows(text: str) -> list[Row]:
    """The rows that hold anything, all of one width. Raises NothingInList or TooManyRows; any text is read."""
    text = text.removeprefix(_BOM)
    rows = _parsed(text, _delimiter(text))
    numbered = [Row(number, cells) for number, cells in enumerate(rows, start=1) if _says_anything(cells)]
    if not numbered:
        raise NothingInList
    width = max(len(row.cells) for row in numbered)
    if len(numbered) > MOST_ROWS or width > MOST_COLUMNS:
        raise TooManyRows
    return [Row(row.number, row.cells + ("",) * (width - len(row.cells))) for row in numbered]


def _says_anything(cells: tuple[str, ...]) -> bool:
    return any(letter.isalnum() for cell in cells for letter in cell)


def _delimiter(text: str) -> str:
    """The one that cuts most rows into the same, largest number of cells."""
    return max(_BETWEEN, key=lambda each: _evenness(_parsed(text, each, _LOOKED_AT)))


def _evenness(rows: list[tuple[str, ...]]) -> float:
    widths = Counter(len(cells) for cells in rows if any(cells) and len(cells) > 1)
    if not widths:
        return 0.0
    width, times = max(widths.items(), key=lambda each: each[0] * each[1])
    return width * times / len(rows)


def _parsed(text: str, delimiter: str, most: int | None = None) -> list[tuple[str, ...]]:
    quotes = _quotes_close(text, delimiter)
    reader = csv.reader(
        io.StringIO(text, newline=""), delimiter=delimiter, quoting=csv.QUOTE_MINIMAL if quotes else csv.QUOTE_NONE
    )
    rows = []
    for cells in reader:
        rows.append(tuple(cell.strip()[:LONGEST_CELL] for cell in _without_empty_end(cells)))
        if most and len(rows) == most:
            break
    return rows


def _quotes_close(text: str, delimiter: str) -> bool:
    """Whether every quote that opens a cell is closed: one that is not would swallow the rest of the list."""
    starts = f"{delimiter}\n\r"
    opened, at = False, 0
    while (at := text.find('"', at)) >= 0:
        if opened:
            if text[at + 1 : at + 2] == '"':
                at += 1
            else:
                opened = False
        elif at == 0 or text[at - 1] in starts:
            opened = True
        at += 1
    return not opened


def _without_empty_end(cells: list[str]) -> list[str]:
    while cells and not cells[-1].strip():
        cells.pop()
    return cells
