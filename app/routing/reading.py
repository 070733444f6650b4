"""The text of a reference file as entries. Every line is looked at, so that all that is wrong is told at once."""

import csv
import io
from collections.abc import Iterator
from datetime import date, timedelta

from app.routing.entries import Entry, Fault, ReferenceFaulty
from app.routing.fields import CellFaulty, FaultCode, day
from app.routing.kinds import END, START, Column, Shape

MOST_LINES = 200_000
_BOM = "\ufeff"


def read_entries(shape: Shape, text: str) -> tuple[list[Entry], list[Fault]]:
    """The entries of the lines that can be read, and the faults of those that cannot.

    Raises ReferenceFaulty where no line can be: no headings, others than it needs, too long, or no CSV at all.
    """
    lines = list(_lines(text))
    if not lines:
        raise ReferenceFaulty([_fault(1, "", FaultCode.EMPTY_FILE, "There is nothing in this file.")])
    if len(lines) > MOST_LINES:
        raise ReferenceFaulty([_fault(MOST_LINES, "", FaultCode.TOO_LONG, f"Use at most {MOST_LINES:,} lines a file.")])
    (first, headings), *rest = lines
    columns = _columns(shape, first, headings)
    entries: list[Entry] = []
    faults: list[Fault] = []
    for number, cells in rest:
        reading = _Line(shape, number, columns, cells)
        entry = reading.entry()
        faults += reading.faults
        if entry and not reading.faults:
            entries.append(entry)
    return entries, faults


def _lines(text: str) -> Iterator[tuple[int, list[str]]]:
    """Each line that holds anything, with its number in the file."""
    reader = csv.reader(io.StringIO(text.removeprefix(_BOM), newline=""), strict=True)
    while True:
        number = reader.line_num + 1
        try:
            cells = [cell.strip() for cell in next(reader)]
        except StopIteration:
            return
        except csv.Error as error:
            words = f"This line cannot be read as comma-separated values: {error}."
            raise ReferenceFaulty([_fault(number, "", FaultCode.UNREADABLE, words)]) from error
        if any("\x00" in cell for cell in cells):
            words = "This line holds a NUL character: it is not text. Save the file as CSV (UTF-8)."
            raise ReferenceFaulty([_fault(number, "", FaultCode.UNREADABLE, words)])
        if any(cells):
            yield number, cells


def _columns(shape: Shape, line: int, headings: list[str]) -> list[str]:
    said = ["_".join(heading.lower().split()) for heading in headings]
    needed = [column.heading for column in shape.columns if column.needed] + [START]
    may_be = f"The headings are: {', '.join(shape.headings)}."
    faults = [
        _fault(line, each, FaultCode.HEADING_MISSING, f"There is no column {each}. {may_be}")
        for each in needed
        if each not in said
    ]
    faults += [
        _fault(line, each, FaultCode.HEADING_UNKNOWN, f"“{headings[at]}” is no column here, or stands twice. {may_be}")
        for at, each in enumerate(said)
        if each not in shape.headings or each in said[:at]
    ]
    if faults:
        raise ReferenceFaulty(faults)
    return said


class _Line:
    """One line while it is read; `faults` are what was found wrong with it so far."""

    def __init__(self, shape: Shape, number: int, headings: list[str], cells: list[str]) -> None:
        self._shape, self._number = shape, number
        self._cells = dict(zip(headings, cells, strict=False))
        self.faults: list[Fault] = []
        if any(cells[len(headings) :]):
            words = (
                f"This line has {len(cells)} cells, and there are {len(headings)} headings. Quote what holds commas."
            )
            self._note("", FaultCode.TOO_MANY_CELLS, words)

    def entry(self) -> Entry | None:
        """The entry, where nothing is wrong with the line."""
        values = tuple(self._value(column) for column in self._shape.columns)
        span = self._span()
        if span is None:
            return None
        key = self._shape.key
        valid_from, valid_to = span
        return Entry(line=self._number, key=values[:key], values=values[key:], valid_from=valid_from, valid_to=valid_to)

    def _value(self, column: Column) -> str:
        text = self._cells.get(column.heading, "")
        if not text:
            if column.needed:
                self._note(column.heading, FaultCode.CELL_EMPTY, "Fill this in.")
            return ""
        try:
            return column.read(text)
        except CellFaulty as faulty:
            self._note(column.heading, faulty.fault, str(faulty))
            return ""

    def _span(self) -> tuple[date, date | None] | None:
        first, last = self._day(START), self._day(END)
        if first is None:
            if not self._cells.get(START):
                self._note(START, FaultCode.CELL_EMPTY, "Fill this in.")
            return None
        if last is None:
            return first, None
        end = last + timedelta(days=1)
        if end < first:
            words = (
                f"It ends on {last} and begins on {first}. To take an entry back, let it end the day before it begins."
            )
            self._note(END, FaultCode.END_BEFORE_START, words)
        return first, end

    def _day(self, heading: str) -> date | None:
        text = self._cells.get(heading, "")
        try:
            return day(text) if text else None
        except CellFaulty as faulty:
            self._note(heading, faulty.fault, str(faulty))
            return None

    def _note(self, column: str, code: FaultCode, words: str) -> None:
        self.faults.append(_fault(self._number, column, code, words))


def _fault(line: int, column: str, code: FaultCode, words: str) -> Fault:
    return Fault(line=line, column=column, code=code, words=words)
