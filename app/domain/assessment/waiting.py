"""Conditions that can never be told: on a question that is not there, or in a row elsewhere, or that waits in turn."""

from collections.abc import Iterator

from app.domain.assessment.form import Condition, Form, Place
from app.domain.assessment.item_loading import FormRefused


def refuse_impossible_conditions(form: Form) -> None:
    """Raise FormRefused for the first item that waits for what it can never see."""
    for link_id, place in form.places.items():
        for condition in place.item.conditions:
            _refuse_unless_seen(form, place, condition)
        if link_id in _waits_for(form, link_id):
            raise FormRefused(link_id, "It waits for an answer that itself waits for this one.")


def _refuse_unless_seen(form: Form, place: Place, condition: Condition) -> None:
    link_id = place.item.link_id
    asked = form.places.get(condition.question)
    if asked is None or not asked.item.type.is_question:
        raise FormRefused(link_id, f"It waits for an answer to “{condition.question}”, which is no question here.")
    if asked.within not in (None, place.within):
        raise FormRefused(link_id, f"It waits for “{condition.question}”, which stands in a group that repeats.")


def _waits_for(form: Form, link_id: str) -> set[str]:
    """Everything whose answer decides whether this is asked."""
    found: set[str] = set()
    ahead = [*_next(form, link_id)]
    while ahead:
        each = ahead.pop()
        if each not in found:
            found.add(each)
            ahead += _next(form, each)
    return found


def _next(form: Form, link_id: str) -> Iterator[str]:
    place = form.places[link_id]
    if place.parent is not None:
        yield place.parent
    yield from (each.question for each in place.item.conditions if each.question in form.places)
