"""Answers as the items of a FHIR QuestionnaireResponse, nested as the form nests, and back."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from app.domain.assessment.checking import Fault
from app.domain.assessment.fhir_values import as_fhir, from_fhir
from app.domain.assessment.form import Form, Item, ItemType
from app.domain.assessment.sheet import Answers, Sheet

Json = Mapping[str, Any]


def response_items(form: Form, answers: Answers) -> list[dict[str, Any]]:
    """What was asked and answered, as FHIR writes it. The answers have been checked."""
    return [*_written(Sheet(form=form, answers=answers), form.items)]


def _written(sheet: Sheet, items: Sequence[Item]) -> Iterator[dict[str, Any]]:
    for item in items:
        if not sheet.asks(item.link_id):
            continue
        named: dict[str, Any] = {"linkId": item.link_id} | ({"text": item.text} if item.text else {})
        if item.type is ItemType.GROUP:
            for inside in sheet.rows(item) if item.repeats else (sheet,):
                beneath = [*_written(inside, item.items)]
                if beneath:
                    yield named | {"item": beneath}
        elif said := [as_fhir(item, value) for value in sheet.given(item.link_id)]:
            beneath = [*_written(sheet, item.items)]
            if beneath:
                said[0]["item"] = beneath
            yield named | {"answer": said}


def answers_of(form: Form, items: Sequence[Json]) -> tuple[dict[str, list[Any]], list[Fault]]:
    """The answers that the items of a response hold, still to be checked, and what of them could not be taken."""
    reader = _Reader()
    answers: dict[str, list[Any]] = {}
    reader.read(form.items, items, answers)
    return answers, reader.faults


class _Reader:
    """Walks a response beside its form, and notes what does not fit."""

    def __init__(self) -> None:
        self.faults: list[Fault] = []

    def read(self, items: Sequence[Item], told: Sequence[Json], into: dict[str, list[Any]]) -> None:
        by_link = {item.link_id: item for item in items}
        for each in told:
            link_id = str(each.get("linkId", ""))
            item = by_link.get(link_id)
            if item is None:
                self._fault(link_id, "unknown-link", "The form has no such question here.")
            elif item.type is ItemType.GROUP:
                self._read_group(item, each, into)
            elif item.type is not ItemType.DISPLAY:
                self._read_question(item, each, into)

    def _read_group(self, group: Item, told: Json, into: dict[str, list[Any]]) -> None:
        if told.get("answer"):
            self._fault(group.link_id, "not-answerable", "Answer the questions in this group.")
        inside: dict[str, list[Any]] = {} if group.repeats else into
        self.read(group.items, told.get("item", ()), inside)
        if group.repeats:
            into.setdefault(group.link_id, []).append(inside)

    def _read_question(self, item: Item, told: Json, into: dict[str, list[Any]]) -> None:
        for answer in told.get("answer", ()):
            value = from_fhir(item, answer)
            if value is None:
                self._fault(item.link_id, "wrong-type", "This question does not take such an answer.")
            else:
                into.setdefault(item.link_id, []).append(value)
            self.read(item.items, answer.get("item", ()), into)

    def _fault(self, link_id: str, code: str, words: str) -> None:
        self.faults.append(Fault(link_id=link_id, code=code, words=words))
