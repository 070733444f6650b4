"""A form as somebody fills it in: which answers were given, and which questions are asked because of them.

Answers hold a list of values by linkId; by the linkId of a group that repeats a list of rows, which are answers again.
Whatever is not asked counts as not answered (FHIR R4, enableWhen).
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeAlias

from app.domain.assessment.form import Condition, Form, Item, ItemType, Operator
from app.domain.assessment.values import compares

Answers: TypeAlias = Mapping[str, Sequence[Any]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """The answers to a form, seen from its top, or from one row of a group that repeats."""

    form: Form
    answers: Answers
    row: Answers | None = None

    def given(self, link_id: str) -> Sequence[Any]:
        """What was answered here, asked or not; empty where nothing was, or nothing that is a list."""
        here = self.answers if self.form.places[link_id].within is None else self.row or {}
        said = here.get(link_id)
        return said if isinstance(said, list | tuple) else ()

    def asks(self, link_id: str) -> bool:
        """Whether this is asked: what stands above it is, and its own conditions hold."""
        place = self.form.places[link_id]
        if place.parent is not None and not self._leads_to_more(place.parent):
            return False
        held = (self._holds(condition) for condition in place.item.conditions)
        return any(held) if place.item.any_of and place.item.conditions else all(held)

    def answered(self, item: Item) -> bool:
        """Whether it is asked and anything at all is said to it, or to what stands beneath it."""
        if not self.asks(item.link_id):
            return False
        if self.given(item.link_id):
            return True
        return item.type is ItemType.GROUP and not item.repeats and any(self.answered(each) for each in item.items)

    def rows(self, group: Item) -> Iterator["Sheet"]:
        """The form from each row of a group that repeats."""
        for row in self.given(group.link_id):
            yield replace(self, row=row if isinstance(row, Mapping) else {})

    def _leads_to_more(self, parent: str) -> bool:
        question = self.form.places[parent].item.type.is_question
        return self.asks(parent) and (not question or bool(self.given(parent)))

    def _holds(self, condition: Condition) -> bool:
        said = self.given(condition.question) if self.asks(condition.question) else ()
        match condition.operator:
            case Operator.EXISTS:
                return bool(said) is condition.answer
            case Operator.NOT_EQUAL:
                return not any(compares(each, Operator.EQUAL, condition.answer) for each in said)
            case _:
                return any(compares(each, condition.operator, condition.answer) for each in said)
