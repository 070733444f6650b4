"""One cell of a list: plain JSON read by its column, or a fault in words."""

from datetime import time
from enum import StrEnum
from typing import Any, Protocol

LONGEST = 400
MOST = 100
FURTHEST = 100_000
MISSING_CELL = object()


class CellFault(Exception):
    """What is wrong with a cell, in words."""


class CellOf(Protocol):
    """What a cell must be."""

    @property
    def type(self) -> type[Any]:
        """Its type, without the ways in which it may be empty or several."""

    @property
    def several(self) -> bool:
        """Whether it holds a list."""

    @property
    def optional(self) -> bool:
        """Whether it may be empty."""

    @property
    def default(self) -> Any:
        """What it is when it is left out."""


def read_cell(column: CellOf, raw: Any) -> Any:
    """The value of a cell. Raises CellFault in words."""
    if raw is MISSING_CELL and column.default is not None:
        return column.default
    if raw is MISSING_CELL or raw is None or raw == "" or raw == []:
        if not column.optional:
            raise CellFault("Fill this in.")
        return () if column.several else None
    if not column.several:
        return _read(column.type, raw)
    if not isinstance(raw, list) or len(raw) > MOST:
        raise CellFault(f"Give a list of at most {MOST}.")
    return tuple(_read(column.type, each) for each in raw)


def json_of(value: Any) -> Any:
    """A cell as plain JSON."""
    match value:
        case tuple():
            return [json_of(each) for each in value]
        case time():
            return f"{value:%H:%M}"
        case StrEnum():
            return value.value
        case _:
            return value


def _read(type_: type[Any], raw: Any) -> Any:
    if issubclass(type_, StrEnum):
        return _code(type_, raw)
    if type_ is bool:
        return _yes_or_no(raw)
    if type_ is int:
        return _number(raw)
    return _time(raw) if type_ is time else _text(raw)


def _code(codes: type[StrEnum], raw: Any) -> StrEnum:
    try:
        return codes(raw)
    except ValueError:
        raise CellFault(f"Choose one of: {', '.join(codes)}.") from None


def _yes_or_no(raw: Any) -> bool:
    if not isinstance(raw, bool):
        raise CellFault("Say yes or no.")
    return raw


def _number(raw: Any) -> int:
    if not isinstance(raw, int) or isinstance(raw, bool) or abs(raw) > FURTHEST:
        raise CellFault("Give a whole number.")
    return raw


def _time(raw: Any) -> time:
    try:
        at = time.fromisoformat(raw)
    except (TypeError, ValueError):
        raise CellFault("Give a time such as 14:30.") from None
    if at.tzinfo or at.second or at.microsecond:
        raise CellFault("Give a time such as 14:30.")
    return at


def _text(raw: Any) -> str:
    if not isinstance(raw, str) or not raw.strip() or len(raw) > LONGEST:
        raise CellFault(f"Write text here, at most {LONGEST} characters.")
    if "\x00" in raw or any("\ud800" <= each <= "\udfff" for each in raw):
        raise CellFault("The text contains a character that cannot be stored. Type it again.")
    return raw.strip()
