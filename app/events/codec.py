"""An event to its stored name and JSON, and back. Fields of type `Words` are sealed on the way in."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, get_args, get_type_hints

from pydantic import TypeAdapter

from app.domain.values import Actor, Stream, Words
from app.events.names import NAME_OF, NAMES
from app.events.sealing import seal, unseal

Json = dict[str, Any]

UPCASTS: dict[str, tuple[str, Callable[[Json], Json]]] = {}
"""Old stored name -> the name that replaced it, and how its JSON becomes that one's."""

_ACTOR = TypeAdapter(Actor)


@dataclass(frozen=True, slots=True)
class _Shape:
    adapter: TypeAdapter[Any]
    sealed: tuple[str, ...]


def encode(event: object, key: bytes | None, stream: Stream) -> tuple[str, Json]:
    """The stored name and JSON of an event; words sealed with the person's key. Raises NoKey where that is missing."""
    shape = _SHAPES[type(event)]
    data: Json = shape.adapter.dump_python(event, mode="json")
    for field, value in data.items():
        if isinstance(value, list) and isinstance(getattr(event, field), frozenset):
            data[field] = sorted(value)
    for field in shape.sealed:
        if data[field] is not None:
            data[field] = seal(data[field], key, stream)
    return NAME_OF[type(event)], data


def decode(name: str, data: Json, key: bytes | None, stream: Stream) -> Any:
    """The event of a stored name and JSON, old shapes upcast, words opened or *(erased)*."""
    while name in UPCASTS:
        name, upcast = UPCASTS[name]
        data = upcast(data)
    shape = _SHAPES[NAMES[name]]
    opened = {field: unseal(data[field], key, stream) for field in shape.sealed if data.get(field) is not None}
    return shape.adapter.validate_python(data | opened)


def has_words(event: object) -> bool:
    """Whether recording this event needs the person's key."""
    return any(getattr(event, field) is not None for field in _SHAPES[type(event)].sealed)


@lru_cache(maxsize=1024)
def actor_json(by: Actor) -> str:
    """Who did it, as stored."""
    return _ACTOR.dump_json(by).decode()


def decode_actor(data: Json) -> Actor:
    """Who did it, as recorded."""
    return _actor(**data)


@lru_cache(maxsize=1024)
def _actor(**data: Any) -> Actor:
    return _ACTOR.validate_python(data)


def _shape_of(class_: type[Any]) -> _Shape:
    hints = get_type_hints(class_)
    sealed = tuple(field for field, hint in hints.items() if hint is Words or Words in get_args(hint))
    return _Shape(TypeAdapter(class_), sealed)


_SHAPES = {class_: _shape_of(class_) for class_ in NAME_OF}
