"""What is asked because of what was answered: every comparison of FHIR R4, all or any, and what lies beneath."""

from typing import Any

import pytest

from app.domain.assessment.sheet import Sheet
from tests.domain.assessment.asking import asked, form_of, options, when


def is_asked(condition: dict[str, Any], said: list[Any], **question: Any) -> bool:
    question = {"type_": "string", **question}
    form = form_of(asked("first", question.pop("type_"), **question), asked("then", enableWhen=[condition]))
    return Sheet(form=form, answers={"first": said} if said else {}).asks("then")


@pytest.mark.parametrize(
    ("operator", "answer", "said", "so"),
    [
        ("exists", {"answerBoolean": True}, [3], True),
        ("exists", {"answerBoolean": True}, [], False),
        ("exists", {"answerBoolean": False}, [], True),
        ("exists", {"answerBoolean": False}, [3], False),
        ("=", {"answerInteger": 3}, [3], True),
        ("=", {"answerInteger": 3}, [4], False),
        ("=", {"answerInteger": 3}, [], False),
        ("!=", {"answerInteger": 3}, [4], True),
        ("!=", {"answerInteger": 3}, [3], False),
        ("!=", {"answerInteger": 3}, [], True),
        (">", {"answerInteger": 3}, [4], True),
        (">", {"answerInteger": 3}, [3], False),
        ("<", {"answerInteger": 3}, [2], True),
        ("<", {"answerInteger": 3}, [3], False),
        (">=", {"answerInteger": 3}, [3], True),
        (">=", {"answerInteger": 3}, [2], False),
        ("<=", {"answerInteger": 3}, [3], True),
        ("<=", {"answerInteger": 3}, [4], False),
        (">", {"answerInteger": 3}, [], False),
        (">", {"answerInteger": 3}, ["many"], False),
    ],
)
def test_a_question_is_asked_by_the_answer_to_another(
    operator: str, answer: dict[str, Any], said: list[Any], so: bool
) -> None:
    assert is_asked(when("first", operator, **answer), said, type_="integer") is so


@pytest.mark.parametrize(
    ("type_", "answer", "said"),
    [
        ("boolean", {"answerBoolean": True}, True),
        ("decimal", {"answerDecimal": 1.5}, 1.5),
        ("date", {"answerDate": "2026-11-02"}, "2026-11-02"),
        ("dateTime", {"answerDateTime": "2026-11-02T12:00:00Z"}, "2026-11-02T13:00:00+01:00"),
        ("string", {"answerString": "yes"}, "yes"),
        ("quantity", {"answerQuantity": {"value": 2, "unit": "kg"}}, {"value": 2, "unit": "kg"}),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_answers_of_every_type_are_compared(type_: str, answer: dict[str, Any], said: object) -> None:
    assert is_asked(when("first", "=", **answer), [said], type_=type_)
    assert is_asked(when("first", ">=", **answer), [said], type_=type_)
    assert not is_asked(when("first", "!=", **answer), [said], type_=type_)


def test_kilograms_are_not_compared_with_stones() -> None:
    two_kilograms = when("first", ">", answerQuantity={"value": 2, "unit": "kg"})
    assert not is_asked(two_kilograms, [{"value": 12, "unit": "stone"}], type_="quantity")


def test_of_several_answers_one_that_fits_is_enough_and_not_means_none_of_them() -> None:
    choice: dict[str, Any] = {"type_": "choice", "answerOption": options("oxygen", "feed"), "repeats": True}
    assert is_asked(when("first", "=", answerCoding={"code": "feed"}), ["oxygen", "feed"], **choice)
    assert not is_asked(when("first", "!=", answerCoding={"code": "feed"}), ["oxygen", "feed"], **choice)


@pytest.mark.parametrize(
    ("behaviour", "answers", "so"),
    [
        ("all", {"a": [True], "b": [True]}, True),
        ("all", {"a": [True]}, False),
        ("any", {"a": [True]}, True),
        ("any", {}, False),
    ],
)
def test_of_several_conditions_all_or_any_hold(behaviour: str, answers: dict[str, Any], so: bool) -> None:
    both = [when("a", "=", answerBoolean=True), when("b", "=", answerBoolean=True)]
    form = form_of(asked("a", "boolean"), asked("b", "boolean"), asked("c", enableWhen=both, enableBehavior=behaviour))
    assert Sheet(form=form, answers=answers).asks("c") is so


def test_what_is_not_asked_counts_as_not_answered() -> None:
    form = form_of(
        asked("a", "boolean"),
        asked("b", "boolean", enableWhen=[when("a", "=", answerBoolean=True)]),
        asked("c", enableWhen=[when("b", "=", answerBoolean=True)]),
    )
    assert Sheet(form=form, answers={"a": [True], "b": [True]}).asks("c")
    assert not Sheet(form=form, answers={"a": [False], "b": [True]}).asks("c")


def test_what_stands_beneath_is_asked_with_what_stands_above() -> None:
    child = asked("child")
    form = form_of(
        asked("a", "boolean", item=[asked("more")]),
        asked("g", "group", enableWhen=[when("a", "=", answerBoolean=True)], item=[child]),
    )
    yes, no, unsaid = (Sheet(form=form, answers={"a": said} if said else {}) for said in ([True], [False], []))
    assert [yes.asks("child"), no.asks("child"), unsaid.asks("child")] == [True, False, False]
    assert [yes.asks("more"), no.asks("more"), unsaid.asks("more")] == [True, True, False]


def test_each_row_of_a_group_is_asked_by_its_own_answers() -> None:
    form = form_of(
        asked(
            "wound",
            "group",
            repeats=True,
            item=[asked("deep", "boolean"), asked("plan", enableWhen=[when("deep", "=", answerBoolean=True)])],
        )
    )
    sheet = Sheet(form=form, answers={"wound": [{"deep": [True]}, {"deep": [False]}]})
    assert [row.asks("plan") for row in sheet.rows(form.items[0])] == [True, False]
