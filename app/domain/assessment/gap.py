"""What a service needs answered before it can accept, and what of that is missing (DOMAIN rule 9).

A profile is a set of linkIds. Unless a service names its own, that of its line holds: the hub's list of lines says what
kind of service it is, and the form says of each question whether home care, beds or care homes need it.
"""

from collections.abc import Iterator

from app.domain.assessment.form import Form, Item, ItemType, NeededBy
from app.domain.assessment.sheet import Answers, Sheet

Profile = frozenset[str]


def default_profile(form: Form, need: NeededBy) -> Profile:
    """What a service of this kind needs answered, by the form's own tags."""
    return frozenset(link_id for link_id, place in form.places.items() if need in place.item.needed_by)


def gap(wanted: Profile, answers: Answers, form: Form) -> list[Item]:
    """The wanted items that are asked and not answered, in the order of the form."""
    sheet = Sheet(form=form, answers=answers)
    return [place.item for link_id, place in form.places.items() if link_id in wanted and _is_missing(sheet, link_id)]


def _is_missing(sheet: Sheet, link_id: str) -> bool:
    """In a group that repeats, missing from any row, or from all because there is none."""
    place = sheet.form.places[link_id]
    if place.within is None:
        return _unanswered(sheet, place.item)
    group = sheet.form.places[place.within].item
    rows = [*sheet.rows(group)]
    return any(_unanswered(row, place.item) for row in rows) if rows else sheet.asks(group.link_id)


def _unanswered(sheet: Sheet, item: Item) -> bool:
    return item.type is not ItemType.DISPLAY and sheet.asks(item.link_id) and not sheet.answered(item)


def questions(form: Form) -> Iterator[Item]:
    """Everything that can be answered, in the order of the form."""
    return (place.item for place in form.places.values() if place.item.type.is_question)
