"""Answers as FHIR writes them and reads them, with published forms and our own."""

import json
from pathlib import Path
from typing import Any

import pytest

from app.domain.assessment.checking import check
from app.domain.assessment.loading import load_form
from app.domain.assessment.response import answers_of, response_items
from app.forms import TRUSTED_ASSESSMENT, kept_forms
from tests.domain.assessment.asking import asked, form_of, options, when

PUBLISHED = [
    ("bars_ig_examples/R4_json_converted/Questionnaire", "_for_PTS.json"),
    ("bars_ig_examples/R4_json_converted/Questionnaire", "_for_NOC.json"),
    ("ukcore_r4/R4_json_converted/UKCore-Questionnaire", "-InpatientSurvey-Example.json"),
]


def without_words(items: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The items of a response without the question's text, which a sender may shorten."""
    return [
        {"linkId": each["linkId"]}
        | ({"answer": each["answer"]} if "answer" in each else {})
        | ({"item": without_words(each["item"])} if "item" in each else {})
        for each in items
    ]


@pytest.mark.parametrize(("start", "end"), PUBLISHED)
def test_a_published_response_fits_its_published_form_and_comes_out_as_it_went_in(
    shared_data: Path, start: str, end: str
) -> None:
    folder = shared_data / "fhir"
    form = load_form(json.loads((folder / f"{start}{end}").read_text()))
    response = json.loads((folder / f"{start.replace('Questionnaire', 'QuestionnaireResponse')}{end}").read_text())
    answers, faults = answers_of(form, response["item"])
    assert answers
    assert (faults, check(form, answers)) == ([], [])
    assert without_words(response_items(form, answers)) == without_words(response["item"])


def test_a_published_form_whose_options_are_written_into_it_takes_its_response(shared_data: Path) -> None:
    folder = shared_data / "fhir/ukcore_r4/R4_json_converted"
    told = json.loads((folder / "UKCore-Questionnaire-EOLPlan-Example.json").read_text())
    problem = told["item"][0]["item"][0]["item"][0]
    del problem["answerValueSet"]
    fibromyalgia = {"system": "http://snomed.info/sct", "code": "95417003", "display": "Primary fibromyalgia syndrome"}
    problem["answerOption"] = [{"valueCoding": fibromyalgia}]
    response = json.loads((folder / "UKCore-QuestionnaireResponse-EOLPlan-Example.json").read_text())
    form = load_form(told)
    answers, faults = answers_of(form, response["item"])
    assert answers["Q1.1"] == [{"Q1.1g": ["95417003"]}]
    assert (faults, check(form, answers)) == ([], [])
    assert without_words(response_items(form, answers)) == without_words(response["item"])


EVERY_TYPE = form_of(
    asked(
        "section",
        "group",
        item=[
            asked("yes", "boolean", item=[asked("why", "text")]),
            asked("count", "integer"),
            asked("share", "decimal"),
            asked("day", "date"),
            asked("moment", "dateTime"),
            asked("weight", "quantity"),
            asked("one", "choice", answerOption=options("x", "y"), repeats=True),
            asked("other", "open-choice", answerOption=options("x")),
            asked("hint", "display"),
        ],
    ),
    asked("rows", "group", repeats=True, item=[asked("what")]),
    asked("hidden", enableWhen=[when("yes", "=", answerBoolean=False)]),
)
ANSWERS: dict[str, list[Any]] = {
    "yes": [True],
    "why": ["Because."],
    "count": [2],
    "share": [0.5],
    "day": ["2026-11-02"],
    "moment": ["2026-11-02T12:00:00Z"],
    "weight": [{"value": 70.5, "unit": "kg"}],
    "one": ["x", "y"],
    "other": ["something else"],
    "rows": [{"what": ["Walk"]}, {"what": ["Cook"]}],
}


def test_answers_of_every_type_go_out_and_come_back() -> None:
    items = response_items(EVERY_TYPE, ANSWERS)
    assert check(EVERY_TYPE, ANSWERS) == []
    assert answers_of(EVERY_TYPE, json.loads(json.dumps(items))) == (ANSWERS, [])


def test_answers_are_nested_as_the_form_nests() -> None:
    section, first, second = response_items(EVERY_TYPE, ANSWERS)
    yes, *_ = section["item"]
    assert yes == {
        "linkId": "yes",
        "text": "Yes",
        "answer": [{"valueBoolean": True, "item": [{"linkId": "why", "text": "Why", "answer": [
            {"valueString": "Because."}]}]}],
    }  # fmt: skip
    assert [each["linkId"] for each in (first, second)] == ["rows", "rows"]
    other = next(each for each in section["item"] if each["linkId"] == "other")
    assert other["answer"] == [{"valueString": "something else"}]


def test_what_is_not_asked_does_not_go_out() -> None:
    assert response_items(EVERY_TYPE, {"hidden": ["x"], "yes": [True]})[0]["item"][0]["linkId"] == "yes"
    assert len(response_items(EVERY_TYPE, {"hidden": ["x"], "yes": [True]})) == 1


@pytest.mark.parametrize(
    ("items", "fault"),
    [
        ([{"linkId": "gone", "answer": [{"valueString": "x"}]}], ("gone", "unknown-link")),
        ([{"linkId": "count", "answer": [{"valueInteger": 1}]}], ("count", "unknown-link")),
        ([{"linkId": "section", "answer": [{"valueString": "x"}]}], ("section", "not-answerable")),
        (
            [{"linkId": "section", "item": [{"linkId": "count", "answer": [{"valueString": "2"}]}]}],
            ("count", "wrong-type"),
        ),
        (
            [{"linkId": "section", "item": [{"linkId": "one", "answer": [{"valueCoding": {"code": "z"}}]}]}],
            ("one", "wrong-type"),
        ),
    ],
)
def test_a_response_that_does_not_fit_the_form_says_where(items: list[dict[str, Any]], fault: tuple[str, str]) -> None:
    _, faults = answers_of(EVERY_TYPE, items)
    assert [(each.link_id, each.code) for each in faults] == [fault]


@pytest.mark.parametrize("form_id", [TRUSTED_ASSESSMENT, "restart"])
def test_our_own_forms_take_one_answer_to_every_question_and_give_it_back(form_id: str) -> None:
    form = kept_forms()[form_id, "1"].form
    said = {
        "boolean": True,
        "integer": 2,
        "date": "2026-11-02",
        "dateTime": "2026-11-02T12:00:00Z",
        "quantity": {"value": 70.5, "unit": form.places["health.weight"].item.unit if form_id != "restart" else ""},
    }
    answers: dict[str, list[Any]] = {}
    for link_id, place in form.places.items():
        item = place.item
        if item.type.is_question and not item.read_only and place.within is None:
            if item.link_id == "health.height":
                answers[link_id] = [{"value": 160, "unit": "cm"}]
                continue
            answers[link_id] = [item.options[-1].key if item.options else said.get(item.type, "Words.")]
    wrong = {fault.link_id for fault in check(form, answers) if fault.code == "not-asked"}
    right = {link_id: each for link_id, each in answers.items() if link_id not in wrong}
    assert [fault for fault in check(form, right) if fault.code != "required"] == []
    assert answers_of(form, response_items(form, right)) == (right, [])
