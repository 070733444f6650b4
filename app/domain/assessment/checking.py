"""Answers held against their form. Every fault says where, by a stable code and in words."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from app.domain.assessment.form import Form, Item, ItemType
from app.domain.assessment.sheet import Answers, Sheet
from app.domain.assessment.values import fault_in

MOST_ANSWERS = 50
"""To one question, and rows of one group, where the form names no other number."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """What is wrong with the answer to one item. `row` is which row of its group, from 0, where that repeats."""

    link_id: str
    code: str
    words: str
    row: int | None = None


def check(form: Form, answers: Answers) -> list[Fault]:
    """Everything that is wrong with these answers, in the order of the form; an empty list when nothing is."""
    sheet = Sheet(form=form, answers=answers)
    return [*_not_of_the_form(form, answers, None, None), *_of_items(sheet, form.items, None, needed=True)]


def _not_of_the_form(form: Form, answers: Answers, within: str | None, row: int | None) -> Iterator[Fault]:
    for link_id, said in answers.items():
        place = form.places.get(link_id)
        if place is None or place.within != within:
            yield Fault(link_id=link_id, code="unknown-link", words="The form has no such question here.", row=row)
        elif not isinstance(said, list | tuple):
            yield Fault(link_id=link_id, code="wrong-type", words="Answers are given as a list.", row=row)


def _of_items(sheet: Sheet, items: Sequence[Item], row: int | None, *, needed: bool) -> Iterator[Fault]:
    for item in items:
        faults = _of_group if item.type is ItemType.GROUP else _of_question
        yield from faults(sheet, item, row, needed=needed)


def _of_question(sheet: Sheet, item: Item, row: int | None, *, needed: bool) -> Iterator[Fault]:
    said, asked = sheet.given(item.link_id), sheet.asks(item.link_id)
    found = list(_in_what_was_said(item, said, asked=asked))
    if needed and item.required and asked and not said and not item.read_only:
        found.append(("required", "This has to be answered."))
    for code, words in found:
        yield Fault(link_id=item.link_id, code=code, words=words, row=row)
    yield from _of_items(sheet, item.items, row, needed=bool(said))


def _in_what_was_said(item: Item, said: Sequence[Any], *, asked: bool) -> Iterator[tuple[str, str]]:
    if not said:
        return
    if item.type is ItemType.DISPLAY:
        yield "not-answerable", "This is only to be read; it takes no answer."
    elif item.read_only:
        yield "read-only", "This is filled in by itself. Leave it out."
    elif not asked:
        yield "not-asked", "Other answers say that this is not asked. Leave it out, or change them."
    else:
        yield from _too_many(item, said)
        yield from filter(None, (fault_in(item, value) for value in said))


def _too_many(item: Item, said: Sequence[Any]) -> Iterator[tuple[str, str]]:
    most = (item.most or MOST_ANSWERS) if item.repeats else 1
    if len(said) > most:
        yield "too-many", "Give one answer only." if most == 1 else f"Give at most {most} answers."


def _of_group(sheet: Sheet, item: Item, row: int | None, *, needed: bool) -> Iterator[Fault]:
    if item.repeats:
        yield from _of_rows(sheet, item)
    elif sheet.given(item.link_id):
        yield Fault(link_id=item.link_id, code="not-answerable", words="Answer the questions in this group.", row=row)
    if needed and item.required and sheet.asks(item.link_id) and not sheet.answered(item):
        yield Fault(link_id=item.link_id, code="required", words="Answer at least one question here.", row=row)
    if not item.repeats:
        inside = needed and (item.required or sheet.answered(item))
        yield from _of_items(sheet, item.items, row, needed=inside)


def _of_rows(sheet: Sheet, group: Item) -> Iterator[Fault]:
    rows = sheet.given(group.link_id)
    if rows and not sheet.asks(group.link_id):
        words = "Other answers say that this is not asked. Leave it out, or change them."
        yield Fault(link_id=group.link_id, code="not-asked", words=words)
        return
    for code, words in _too_many(group, rows):
        yield Fault(link_id=group.link_id, code=code, words=words)
    for number, each in enumerate(rows):
        if not isinstance(each, Mapping):
            yield Fault(link_id=group.link_id, code="wrong-type", words="A row holds answers by linkId.", row=number)
            continue
        inside = Sheet(form=sheet.form, answers=sheet.answers, row=each)
        yield from _not_of_the_form(sheet.form, each, group.link_id, number)
        yield from _of_items(inside, group.items, number, needed=True)
