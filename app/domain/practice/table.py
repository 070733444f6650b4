"""A list as a table: the columns of a kind of line, and plain JSON read into lines by them.

A line is a flat frozen dataclass, so one reader, one page and one file serve every list.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import MISSING, Field, dataclass, field, fields
from enum import StrEnum
from types import NoneType
from typing import Any, get_args, get_origin, get_type_hints

from app.domain.practice.cells import MISSING_CELL, CellFault, json_of, read_cell
from app.domain.practice.faults import Fault


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column: how it is headed, what its cells are (`str`, `int`, `bool`, `time`, codes), several, may be empty."""

    name: str
    words: str
    hint: str
    type: type[Any]
    several: bool
    optional: bool
    default: Any

    @property
    def options(self) -> tuple[str, ...]:
        """The codes to choose from; none where the cell is free."""
        return tuple(each.value for each in self.type) if issubclass(self.type, StrEnum) else ()


def column(words: str, hint: str = "", **kwargs: Any) -> Any:
    """A field of a line: how its column is headed, and what helps to fill it in."""
    return field(metadata={"words": words, "hint": hint}, **kwargs)


def columns_of(line: type[Any]) -> tuple[Column, ...]:
    """The columns of a kind of line, in order."""
    hints = get_type_hints(line)
    return tuple(_column(each, hints[each.name]) for each in fields(line))


def read_lines(line: type[Any], raw: Sequence[Mapping[str, Any]]) -> tuple[list[Any], list[Fault]]:
    """The lines of a list, and what is wrong with others; a line with a fault is left out."""
    lines: list[Any] = []
    faults: list[Fault] = []
    columns = columns_of(line)
    for n, cells in enumerate(raw):
        read: dict[str, Any] = {}
        wrong = [*_read(columns, cells, n, read)]
        faults += wrong
        if not wrong:
            lines.append(line(**read))
    return lines, faults


def as_json(line: type[Any], lines: Sequence[Any]) -> tuple[dict[str, Any], ...]:
    """Lines of this kind as plain JSON, every column said."""
    names = [each.name for each in columns_of(line)]
    return tuple({name: json_of(getattr(each, name)) for name in names} for each in lines)


def _read(columns: Sequence[Column], cells: Mapping[str, Any], n: int, read: dict[str, Any]) -> Iterator[Fault]:
    known = {each.name for each in columns}
    for name in cells:
        if name not in known:
            yield Fault(n, name if name.isidentifier() else "", "There is no such column. Check how it is spelt.")
    for each in columns:
        try:
            read[each.name] = read_cell(each, cells.get(each.name, MISSING_CELL))
        except CellFault as fault:
            yield Fault(n, each.name, str(fault))


def _column(of: Field[Any], hint: Any) -> Column:
    several = get_origin(hint) is tuple
    parts = [each for each in get_args(hint) if each not in (NoneType, Ellipsis)]
    return Column(
        name=of.name,
        words=of.metadata["words"],
        hint=of.metadata["hint"],
        type=parts[0] if parts else hint,
        several=several,
        optional=several or NoneType in get_args(hint),
        default=None if of.default is MISSING else of.default,
    )
