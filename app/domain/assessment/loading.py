"""A Questionnaire file becomes a form. What Homeward does not ask faithfully is refused here, in words."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from app.domain.assessment.form import Form, Item, Place
from app.domain.assessment.item_loading import FormRefused, item_of
from app.domain.assessment.waiting import refuse_impossible_conditions


def load_form(questionnaire: Mapping[str, Any]) -> Form:
    """The form of a FHIR R4 Questionnaire. Raises FormRefused, which names the item and says what is not supported."""
    if questionnaire.get("resourceType") != "Questionnaire":
        raise FormRefused(None, "This is not a Questionnaire.")
    if "modifierExtension" in questionnaire or "implicitRules" in questionnaire:
        raise FormRefused(None, "It has rules of its own (modifierExtension, implicitRules), which are not supported.")
    items = tuple(item_of(each) for each in questionnaire.get("item", ()))
    places: dict[str, Place] = {}
    for place in _places(items):
        if place.item.link_id in places:
            raise FormRefused(place.item.link_id, "Two items have this linkId; each needs its own.")
        places[place.item.link_id] = place
    form = Form(
        id=questionnaire.get("id") or questionnaire.get("name") or "",
        version=questionnaire.get("version") or "",
        url=questionnaire.get("url") or "",
        title=questionnaire.get("title") or questionnaire.get("name") or "",
        effective_from=_effective_from(questionnaire),
        items=items,
        places=places,
    )
    refuse_impossible_conditions(form)
    return form


def _places(items: Sequence[Item], parent: str | None = None, within: str | None = None) -> Iterator[Place]:
    for item in items:
        yield Place(item=item, parent=parent, within=within)
        repeats = item.repeats and not item.type.is_question
        if repeats and within:
            raise FormRefused(item.link_id, "A group that repeats inside another that repeats is not supported.")
        yield from _places(item.items, item.link_id, item.link_id if repeats else within)


def _effective_from(questionnaire: Mapping[str, Any]) -> date | None:
    start = questionnaire.get("effectivePeriod", {}).get("start")
    try:
        return date.fromisoformat(start[:10]) if start else None
    except ValueError:
        raise FormRefused(None, "The day from which it holds (effectivePeriod.start) is not a date.") from None
