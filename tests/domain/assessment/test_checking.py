"""Answers held against their form: each fault has its item, a stable code and words."""

import json
from typing import Any

import pytest
from hypothesis import given as for_all
from hypothesis import strategies as st

from app.domain.assessment.checking import check
from app.forms import TRUSTED_ASSESSMENT, kept_forms
from tests.domain.assessment.asking import asked, faults_in, form_of, options, when

GOALS = form_of(
    asked(
        "goals",
        "group",
        repeats=True,
        item=[asked("what", required=True), asked("by", "date")],
        extension=[{"url": "http://hl7.org/fhir/StructureDefinition/questionnaire-maxOccurs", "valueInteger": 2}],
    )
)


@pytest.mark.parametrize(
    ("type_", "right", "wrong"),
    [
        ("boolean", [True, False], ["yes", 1, None]),
        ("integer", [0, -3, 12], [1.5, "12", True, 2**31]),
        ("decimal", [0, 1.5, -2], ["1.5", True, float("inf"), float("nan"), 10**400]),
        ("date", ["2026-11-02", "2026-11", "2026"], ["02/11/2026", "2026-02-30", "2026-11-02T12:00:00Z", 2026]),
        (
            "dateTime",
            ["2026-11-02T12:00:00Z", "2026-11-02T12:00:00+01:00", "2026-11-02"],
            ["2026-11-02T12:00:00", "noon", 12],
        ),
        ("string", ["Fell."], [1, True, None, ["Fell."]]),
        ("text", ["Fell.\nTwice."], [{}]),
        ("quantity", [{"value": 70.5, "unit": "kg"}, {"value": 70}], [70, "70 kg", {"unit": "kg"}, {"value": "70"}]),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_an_answer_has_the_type_of_its_question(type_: str, right: list[Any], wrong: list[Any]) -> None:
    form = form_of(asked("a", type_))
    assert [each for each in right if faults_in(form, {"a": [each]})] == []
    assert [faults_in(form, {"a": [each]}) for each in wrong] == [[("a", "wrong-type")]] * len(wrong)


@pytest.mark.parametrize(
    ("question", "said", "code"),
    [
        (asked("a", "choice", answerOption=options("x")), ["y"], "not-an-option"),
        (asked("a", "choice", answerOption=options("x")), [True], "not-an-option"),
        (asked("a", "integer", answerOption=[{"valueInteger": 1}]), [2], "not-an-option"),
        (asked("a", "integer", answerOption=[{"valueInteger": 1}]), [True], "not-an-option"),
        (asked("a"), ["   "], "empty"),
        (asked("a", maxLength=4), ["Fell."], "too-long"),
        (asked("a"), ["F" * 4_001], "too-long"),
        (asked("a"), ["Fell\x00"], "unreadable"),
        (asked("a"), ["Fell\ud800"], "unreadable"),
        (asked("a"), ["one", "two"], "too-many"),
        (asked("a", repeats=True), ["one"] * 51, "too-many"),
        (asked("a", readOnly=True), ["mine"], "read-only"),
        (asked("a", "display"), ["mine"], "not-answerable"),
        (asked("a", "group", item=[asked("b")]), ["mine"], "not-answerable"),
        (asked("a"), "Fell.", "wrong-type"),
    ],
    ids=lambda value: value if isinstance(value, str) and len(value) < 20 else "",
)
def test_an_answer_that_cannot_be_is_said_where_and_why(question: dict[str, Any], said: Any, code: str) -> None:
    assert faults_in(form_of(question), {"a": said}) == [("a", code)]


def test_an_open_choice_takes_words_of_ones_own() -> None:
    form = form_of(asked("a", "open-choice", answerOption=options("x")))
    assert faults_in(form, {"a": ["x"]}) == []
    assert faults_in(form, {"a": ["something else"]}) == []
    assert faults_in(form, {"a": [3]}) == [("a", "wrong-type")]


def test_what_the_form_does_not_ask_is_no_answer() -> None:
    assert faults_in(form_of(asked("a")), {"b": ["x"]}) == [("b", "unknown-link")]
    assert faults_in(GOALS, {"what": ["Walk to the shop"]}) == [("what", "unknown-link")]


def test_a_required_answer_is_required_only_where_it_is_asked() -> None:
    form = form_of(asked("a", "boolean"), asked("b", required=True, enableWhen=[when("a", "=", answerBoolean=True)]))
    assert faults_in(form, {"a": [False]}) == []
    assert faults_in(form, {"a": [True]}) == [("b", "required")]
    assert faults_in(form, {"a": [False], "b": ["x"]}) == [("b", "not-asked")]


def test_a_group_that_may_be_left_out_requires_nothing_until_something_in_it_is_said() -> None:
    optional = form_of(asked("g", "group", item=[asked("a", required=True), asked("b")]))
    assert faults_in(optional, {}) == []
    assert faults_in(optional, {"b": ["x"]}) == [("a", "required")]
    required = form_of(asked("g", "group", required=True, item=[asked("a", required=True), asked("b")]))
    assert faults_in(required, {}) == [("g", "required"), ("a", "required")]


def test_what_stands_beneath_a_question_is_required_once_that_is_answered() -> None:
    form = form_of(asked("a", item=[asked("b", required=True)]))
    assert faults_in(form, {}) == []
    assert faults_in(form, {"a": ["x"]}) == [("b", "required")]
    assert faults_in(form, {"b": ["x"]}) == [("b", "not-asked")]


def test_each_row_is_held_against_the_form_and_named() -> None:
    rows: list[Any] = [{"what": ["Walk to the shop"], "by": ["soon"]}, {"by": ["2026-12-01"]}]
    found = check(GOALS, {"goals": rows})
    assert [(fault.link_id, fault.code, fault.row) for fault in found] == [
        ("by", "wrong-type", 0),
        ("what", "required", 1),
    ]
    assert faults_in(GOALS, {"goals": [{"what": ["a"]}] * 3}) == [("goals", "too-many")]
    assert faults_in(GOALS, {"goals": ["a"]}) == [("goals", "wrong-type")]
    assert faults_in(GOALS, {"goals": [{"what": ["a"], "who": ["b"]}]}) == [("who", "unknown-link")]


TEXTS = st.sampled_from(["", " ", "two", "yes", "2026-11-02", "2026-13", "\x00", "\ud800", "é", "F" * 4_001, "value"])
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3),
    max_leaves=6,
)
OURS = kept_forms()[TRUSTED_ASSESSMENT, "1"].form


@for_all(st.dictionaries(st.sampled_from([*OURS.places]), JSON, max_size=12))
def test_whatever_is_sent_is_answered_with_faults_that_all_have_words(answers: dict[str, Any]) -> None:
    for fault in check(OURS, answers):
        assert fault.link_id in OURS.places or fault.code == "unknown-link"
        assert fault.code == fault.code.lower()
        assert fault.words.endswith(".")


@for_all(st.dictionaries(st.sampled_from([*OURS.places]), JSON, max_size=12))
def test_what_has_no_fault_can_be_written_as_json_and_read_back(answers: dict[str, Any]) -> None:
    wrong = {fault.link_id for fault in check(OURS, answers)}
    right = {link_id: said for link_id, said in answers.items() if link_id not in wrong}
    assert json.loads(json.dumps(right).encode()) == right
