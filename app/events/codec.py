"""An event to its stored name and JSON, and back. Whatever is `Words`, at any depth, is sealed on the way in."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, is_dataclass
from functools import lru_cache
from typing import Any, get_args, get_origin, get_type_hints

from pydantic import TypeAdapter

from app.domain.values import Actor, Stream, Words
from app.events.decoding import Make, maker_of_class
from app.events.names import NAME_OF, NAMES
from app.events.sealing import seal, unseal
from app.events.unavailable import NewerVersion
from app.events.upcasts import UPCASTS, Json

_ACTOR, _ACTOR_OF = TypeAdapter(Actor), maker_of_class(Actor)

Path = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Shape:
    """Where in the JSON of an event there are words, and sets, whose order must not depend on chance."""

    adapter: TypeAdapter[Any]
    make: Make
    words: tuple[Path, ...]
    sets: tuple[Path, ...]


def encode(event: object, key: bytes | None, stream: Stream) -> tuple[str, Json]:
    """The stored name and JSON of an event; words sealed with the person's key. Raises NoKey where that is missing."""
    shape = _SHAPES[type(event)]
    data: Json = shape.adapter.dump_python(event, mode="json")
    for part, field in _filled(data, shape.sets):
        part[field] = sorted(part[field])
    for part, field in _filled(data, shape.words):
        part[field] = seal(part[field], key, stream)
    return NAME_OF[type(event)], data


def decode(name: str, data: Json, key: bytes | None, stream: Stream) -> Any:
    """The event of a stored name and JSON, old shapes upcast, words opened or *(erased)*.

    Raises NewerVersion where this version does not know the name.
    """
    while name in UPCASTS:
        name, upcast = UPCASTS[name]
        data = upcast(data)
    if name not in NAMES:
        raise NewerVersion
    shape = _SHAPES[NAMES[name]]
    event = shape.make(data)
    for part, field in _said_in(event, shape.words):
        object.__setattr__(part, field, unseal(getattr(part, field), key, stream))  # nobody has seen it yet
    return event


def has_words(event: object) -> bool:
    """Whether recording this event needs the person's key."""
    return any(True for _ in _said_in(event, _SHAPES[type(event)].words))


@lru_cache(maxsize=1024)
def actor_json(by: Actor) -> str:
    """Who did it, as stored."""
    return _ACTOR.dump_json(by).decode()


def decode_actor(data: Json) -> Actor:
    """Who did it, as recorded."""
    return _actor(**data)


@lru_cache(maxsize=1024)
def _actor(**data: Any) -> Actor:
    actor: Actor = _ACTOR_OF(data)
    return actor


def _filled(data: Json, paths: tuple[Path, ...]) -> Iterator[tuple[Json, str]]:
    """The parts of the JSON and the field in them that each path leads to, where anything is said there."""
    for path in paths:
        parts: list[Json] = [data]
        for name in path[:-1]:
            parts = [each for part in parts for each in _several(part.get(name))]
        yield from ((part, path[-1]) for part in parts if part.get(path[-1]) is not None)


def _several(value: Any) -> Iterable[Any]:
    """One part, each of a list of parts, or none."""
    return value if isinstance(value, list | tuple) else () if value is None else (value,)


def _said_in(event: object, paths: tuple[Path, ...]) -> Iterator[tuple[Any, str]]:
    """As `_filled`, of the event itself."""
    for path in paths:
        parts: list[Any] = [event]
        for name in path[:-1]:
            parts = [each for part in parts for each in _several(getattr(part, name))]
        yield from ((part, path[-1]) for part in parts if getattr(part, path[-1]) is not None)


def _shape_of(class_: type[Any]) -> _Shape:
    found = [*_paths(class_)]
    words, sets = (tuple(path for path, hint in found if hint is wanted) for wanted in (Words, frozenset))
    return _Shape(TypeAdapter(class_), maker_of_class(class_), words, sets)


def _paths(class_: type[Any], above: Path = ()) -> Iterator[tuple[Path, Any]]:
    """Every field at any depth that holds words or a set, and which of the two; optional or not."""
    for field, hint in get_type_hints(class_).items():
        for each in (hint, *get_args(hint)):
            if each is Words:
                yield (*above, field), Words
            elif get_origin(each) is frozenset:
                yield (*above, field), frozenset
            elif is_dataclass(each) and isinstance(each, type):
                yield from _paths(each, (*above, field))


_SHAPES = {class_: _shape_of(class_) for class_ in NAME_OF}
