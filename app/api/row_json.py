"""A row folded from its stream, shaped as the live feed sends it."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from pydantic_core import to_jsonable_python

from app.domain.decider import Recorded
from app.people.lookup import Identity
from app.views.kind import Kind


def row_json(kind: Kind, events: Sequence[Recorded[Any]], person: Identity | None) -> dict[str, Any] | None:
    """The current row of a stream with its person's name, or None when there is none yet."""
    rows = kind.rows(events)
    if not rows:
        return None
    named = _named(person) if person else {}
    shaped: dict[str, Any] = to_jsonable_python({**asdict(rows[-1]), "kind": kind.name, "person": named})
    return shaped


def shown_rows(kind: Kind, events: Sequence[Recorded[Any]]) -> list[dict[str, Any]]:
    """The rows of a stream that are not gone."""
    shown = [row for row in kind.rows(events) if not row.gone]
    return [to_jsonable_python({**asdict(row), "kind": kind.name}) for row in shown]


def _named(person: Identity) -> dict[str, Any]:
    return {
        "name": person.name,
        "initials": initials(person),
        "birth_date": person.birth_date,
        "died_at": person.died_at,
    }


def initials(person: Identity) -> str:
    """First letters of given and family name."""
    return (person.given or "")[:1] + (person.family or "")[:1]
