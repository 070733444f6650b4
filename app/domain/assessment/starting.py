"""Where an assessment starts: from what is known already, each answer with where it comes from."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from app.domain.assessment.form import Form, Item, ItemType
from app.domain.assessment.gap import questions
from app.domain.assessment.sheet import Answers
from app.domain.assessment.values import fault_in


class Source(StrEnum):
    """Where an answer comes from that nobody has given in this assessment yet."""

    EARLIER = "earlier"
    REFERRAL = "referral"
    FORM = "form"


@dataclass(frozen=True, slots=True, kw_only=True)
class Start:
    """Answers to begin with, and the source of each by linkId; whoever signs makes them their own."""

    answers: Answers
    sources: Mapping[str, Source]


def start(form: Form, known: Mapping[str, Sequence[Any]], earlier: Answers) -> Start:
    """An earlier assessment goes before the referral, for it is the fuller; the form's own beginnings come last.

    `known` are facts by the names that the form fills from. What the form no longer takes is left out. Some answers may
    wait for others before they are asked.
    """
    answers: dict[str, Sequence[Any]] = {}
    sources: dict[str, Source] = {}
    for source, found in (
        (Source.EARLIER, fitting(form, earlier)),
        (Source.REFERRAL, filled_from(form, known)),
        (Source.FORM, {item.link_id: item.initial for item in questions(form) if item.initial}),
    ):
        new = {link_id: said for link_id, said in found.items() if link_id not in answers}
        answers |= new
        sources |= dict.fromkeys(new, source)
    return Start(answers=answers, sources=sources)


def filled_from(form: Form, known: Mapping[str, Sequence[Any]]) -> dict[str, Sequence[Any]]:
    """The answers that the form takes from what is known, where they fit."""
    asked = {place.item.link_id: place.item.filled_from for place in form.places.values() if place.within is None}
    found = {link_id: known[name] for link_id, name in asked.items() if name and name in known}
    return fitting(form, found, read_only=True)


def fitting(form: Form, answers: Answers, *, read_only: bool = False) -> dict[str, Sequence[Any]]:
    """What of these answers the questions of this form take; the rest is left out."""
    found: dict[str, Sequence[Any]] = {}
    for link_id, said in answers.items():
        place = form.places.get(link_id)
        if place is None or place.within is not None or (place.item.read_only and not read_only):
            continue
        kept = _kept_rows(form, place.item, said) if place.item.type is ItemType.GROUP else _kept(place.item, said)
        if kept:
            found[link_id] = kept
    return found


def _kept(item: Item, said: Sequence[Any]) -> list[Any]:
    most = (item.most or len(said)) if item.repeats else 1
    return [value for value in said if item.type.is_question and fault_in(item, value) is None][:most]


def _kept_rows(form: Form, group: Item, rows: Sequence[Any]) -> list[dict[str, Any]]:
    if not group.repeats:
        return []
    inside = [{link_id: said for link_id, said in row.items() if _is_within(form, link_id, group)} for row in rows]
    kept = [{link_id: _kept(form.places[link_id].item, said) for link_id, said in row.items()} for row in inside]
    return [row for row in ({link_id: said for link_id, said in row.items() if said} for row in kept) if row]


def _is_within(form: Form, link_id: str, group: Item) -> bool:
    place = form.places.get(link_id)
    return place is not None and place.within == group.link_id and place.item.link_id != group.link_id
