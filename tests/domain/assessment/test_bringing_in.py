"""What goes out as a response comes back as the same answers; what was made elsewhere says where it does not fit."""

import json
from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given as for_all
from hypothesis import strategies as st

from app.domain.assessment.bringing_in import brought_in
from app.domain.assessment.checking import check
from app.domain.assessment.form import Form, Item, ItemType
from app.domain.assessment.response import response_items
from app.forms import kept_forms
from tests.domain.assessment.asking import asked, form_of, options, when
from tests.properties import a_few

FULL, RESTART = (kept_forms()[form_id, "1"].form for form_id in ("trusted-assessment", "restart"))
EVERY_WAY = form_of(
    asked("yes", "boolean", required=True, item=[asked("why", "text"), asked("share", "decimal")]),
    asked("kinds", "choice", answerOption=options("x", "y", "z"), repeats=True),
    asked("other", "open-choice", answerOption=options("x", "y")),
    asked("rows", "group", repeats=True, item=[asked("what"), asked("n", "integer"), asked("day", "date")]),
    asked("hidden", enableWhen=[when("yes", "=", answerBoolean=False)]),
    asked("by-itself", readOnly=True),
)

WORDS = st.text(st.characters(min_codepoint=32, exclude_categories=["Cs"]), min_size=1, max_size=40).filter(str.strip)
NUMBERS = st.integers(-99, 999) | st.floats(-1e6, 1e6)
VALUES: Mapping[ItemType, st.SearchStrategy[Any]] = {
    ItemType.BOOLEAN: st.booleans(),
    ItemType.INTEGER: st.integers(-(2**31) + 1, 2**31 - 1),
    ItemType.DECIMAL: NUMBERS,
    ItemType.DATE: st.dates().map(str),
    ItemType.DATE_TIME: st.datetimes().map(lambda at: f"{at.isoformat(timespec='seconds')}Z"),
    ItemType.STRING: WORDS,
    ItemType.TEXT: WORDS,
    ItemType.OPEN_CHOICE: WORDS,
}


def value_of(item: Item) -> st.SearchStrategy[Any]:
    if item.type is ItemType.QUANTITY:
        return st.fixed_dictionaries({"value": NUMBERS, "unit": st.just(item.unit or "kg")})
    offered = st.sampled_from([option.key for option in item.options]) if item.options else st.nothing()
    return offered | VALUES.get(item.type, st.nothing())


def said_to(item: Item) -> st.SearchStrategy[list[Any]]:
    if item.type is ItemType.GROUP:
        row = st.fixed_dictionaries({}, optional={each.link_id: said_to(each) for each in item.items})
        return st.lists(row.filter(bool), min_size=1, max_size=3)
    return st.lists(value_of(item), min_size=1, max_size=min(item.most or 3, 3) if item.repeats else 1)


def answers_to(form: Form) -> st.SearchStrategy[dict[str, list[Any]]]:
    """Any answers that the form takes, be they whole or not."""
    tops = [place.item for place in form.places.values() if place.within in (None, place.item.link_id)]
    questions = [each for each in tops if each.type.is_question or (each.type is ItemType.GROUP and each.repeats)]
    may_be_said = {each.link_id: said_to(each) for each in questions if not each.read_only}
    return st.fixed_dictionaries({}, optional=may_be_said).map(lambda said: only_what_is_asked(form, said))


def only_what_is_asked(form: Form, answers: dict[str, list[Any]]) -> dict[str, list[Any]]:
    while wrong := {fault.link_id for fault in check(form, answers) if fault.code == "not-asked"}:
        answers = {link_id: said for link_id, said in answers.items() if link_id not in wrong}
    return answers


@pytest.mark.parametrize("form", [FULL, RESTART, EVERY_WAY], ids=lambda form: form.id)
@a_few(12)
@for_all(data=st.data())
def test_whatever_goes_out_comes_back_as_the_same_answers(form: Form, data: st.DataObject) -> None:
    answers = data.draw(answers_to(form))
    items = json.loads(json.dumps(response_items(form, answers)))
    assert brought_in(form, items, whole=False) == (answers, [])
    missing = [fault for fault in check(form, answers) if fault.code == "required"]
    assert brought_in(form, items, whole=True) == (answers, missing)


ANSWERED = [{"linkId": "yes", "answer": [{"valueBoolean": True}]}]


@pytest.mark.parametrize(
    ("items", "faults"),
    [
        ([{"linkId": "yes", "answer": [{"valueString": "yes"}]}], [("yes", "wrong-type")]),
        ([*ANSWERED, {"linkId": "hidden", "answer": [{"valueString": "x"}]}], [("hidden", "not-asked")]),
        ([*ANSWERED, {"linkId": "shoe", "answer": [{"valueInteger": 9}]}], [("shoe", "unknown-link")]),
        ([*ANSWERED, *ANSWERED], [("yes", "too-many")]),
        (
            [{"linkId": "kinds", "answer": [{"valueCoding": {"code": "w"}}]}, {"linkId": "gone"}, *ANSWERED],
            [("kinds", "wrong-type"), ("gone", "unknown-link")],
        ),
        ([*ANSWERED, {"linkId": "by-itself", "answer": [{"valueInteger": 9}]}], []),
        ([*ANSWERED, {"linkId": "by-itself", "answer": [{"valueString": "Before."}]}], []),
    ],
)
def test_each_item_that_does_not_fit_is_told_once_in_the_order_of_the_form(
    items: list[dict[str, Any]], faults: list[tuple[str, str]]
) -> None:
    for whole in (True, False):
        answers, found = brought_in(EVERY_WAY, items, whole=whole)
        assert [(fault.link_id, fault.code) for fault in found] == faults
        assert "by-itself" not in answers


def test_only_what_is_whole_must_be_whole() -> None:
    items = [{"linkId": "kinds", "answer": [{"valueCoding": {"code": "x"}}]}]
    assert brought_in(EVERY_WAY, items, whole=False) == ({"kinds": ["x"]}, [])
    [fault] = brought_in(EVERY_WAY, items, whole=True)[1]
    assert (fault.link_id, fault.code) == ("yes", "required")
