"""JSON to a value of its type, by a function for each type: made of the annotations once, called for every event read.

The log holds only what `codec.encode` wrote, so each value becomes what its type is, and is not checked again.
"""

from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date, datetime, time
from enum import Enum
from functools import cache, partial
from types import NoneType, UnionType
from typing import Any, NamedTuple, NewType, Union, get_args, get_origin, get_type_hints
from uuid import UUID

from asyncpg.pgproto import pgproto

from app.domain.practice.tasks import TaskLine

Make = Callable[[Any], Any]
"""Makes a value of its JSON, which is not null."""

_AS_IT_IS: frozenset[Any] = frozenset({str, int, bool, Any})
_OF_TEXT: Mapping[Any, Make] = {
    UUID: pgproto.UUID,  # the driver's own: made and looked up in a fraction of the time, and equal to the other
    datetime: datetime.fromisoformat,
    date: date.fromisoformat,
    time: time.fromisoformat,
}
_OFTEN_THE_SAME = {TaskLine}
"""What stands in events without end, of few values: a task has a copy of its template's line."""

_MOST_SHARED = 4096


class _Part(NamedTuple):
    """A field of a class. `set` is that of the slot itself, which knows nothing of `frozen`: nobody has seen it yet."""

    name: str
    set: Callable[[Any, Any], None]
    make: Make | None
    default: Callable[[], Any]


@cache
def maker_of(hint: Any) -> Make | None:
    """How a value of this type is made; None where it is as its JSON is. Raises TypeError for what no event holds."""
    if hint in _AS_IT_IS or get_origin(hint) is Mapping:
        return None
    if hint in _OF_TEXT:
        return _OF_TEXT[hint]
    if isinstance(hint, NewType):
        return maker_of(hint.__supertype__)
    if isinstance(hint, type) and issubclass(hint, Enum):
        return {each.value: each for each in hint}.__getitem__
    if isinstance(hint, type) and is_dataclass(hint):
        return maker_of_class(hint)
    return _maker_of_several(hint)


def maker_of_class(class_: type[Any]) -> Make:
    """How one of these is made. Raises TypeError where it has a field that no event holds."""
    hints = get_type_hints(class_)
    parts = [
        _Part(each.name, getattr(class_, each.name).__set__, maker_of(hints[each.name]), _default_of(each))
        for each in fields(class_)
    ]
    make = partial(_checked if hasattr(class_, "__post_init__") else _made, class_, parts)
    return _shared(make) if class_ in _OFTEN_THE_SAME else make


def _maker_of_several(hint: Any) -> Make | None:
    """Of what may be missing, of a tuple of any length, or of a set."""
    kind, of = get_origin(hint), [each for each in get_args(hint) if each not in (NoneType, ...)]
    if len(of) != 1 or kind not in (Union, UnionType, tuple, frozenset):
        raise TypeError(f"{hint} is not read from JSON.")
    make = maker_of(of[0])
    if kind in (Union, UnionType):
        return make
    return kind if make is None else lambda several: kind(map(make, several))


def _made(class_: type[Any], parts: list[_Part], said: Mapping[str, Any]) -> Any:
    new = object.__new__(class_)
    for name, set_, make, default in parts:
        if name in said:
            value = said[name]
            set_(new, value if make is None or value is None else make(value))
        else:
            set_(new, default())
    return new


def _checked(class_: type[Any], parts: list[_Part], said: Mapping[str, Any]) -> Any:
    """Of a class that does more than keep its fields."""
    made = _made(class_, parts, said)
    made.__post_init__()
    return made


def _shared(make: Make) -> Make:
    """Values that are equal are one, and made once. For classes whose fields are words and numbers only."""
    known: dict[tuple[Any, ...], Any] = {}

    def shared(said: Mapping[str, Any]) -> Any:
        key = (*said, *said.values())
        value = known.get(key)
        if value is None:
            if len(known) >= _MOST_SHARED:
                known.clear()
            value = known[key] = make(said)
        return value

    return shared


def _default_of(field: "Field[Any]") -> Callable[[], Any]:
    if field.default_factory is not MISSING:
        return field.default_factory

    def default() -> Any:
        if field.default is MISSING:
            raise KeyError(field.name)
        return field.default

    return default
