"""A Questionnaire becomes a form; what cannot be asked faithfully is refused in words."""

import json
from pathlib import Path
from typing import Any

import pytest

from app.domain.assessment.form import ItemType, NeededBy
from app.domain.assessment.item_loading import FormRefused
from app.domain.assessment.loading import load_form
from tests.domain.assessment.asking import asked, form_of, options, when

CHILD = asked("child")
TWO = [when("a", "exists", answerBoolean=True), when("a", "=", answerString="x")]


def test_an_item_is_read_with_all_that_is_asked_by_it() -> None:
    form = form_of(
        asked("a", "choice", answerOption=options("x", "y"), required=True, repeats=True),
        asked(
            "b",
            maxLength=20,
            enableWhen=[when("a", "=", answerCoding={"code": "x"})],
            extension=[
                {"url": "urn:homeward:fhir:needed-by", "valueCode": "H"},
                {"url": "urn:homeward:fhir:needed-by", "valueCode": "C"},
                {"url": "urn:homeward:fhir:filled-from", "valueString": "referral.why_in_hospital"},
            ],
        ),
        title="A small form",
        effectivePeriod={"start": "2026-11-01"},
    )
    a, b = form.items
    assert (form.title, f"{form.effective_from}") == ("A small form", "2026-11-01")
    assert (a.type, a.required, a.repeats, [option.key for option in a.options]) == (
        ItemType.CHOICE,
        True,
        True,
        ["x", "y"],
    )
    assert (b.max_length, b.filled_from) == (20, "referral.why_in_hospital")
    assert b.needed_by == {NeededBy.HOME_CARE, NeededBy.CARE_HOME}


@pytest.mark.parametrize(
    ("items", "where", "says"),
    [
        ([asked("a", "attachment")], "a", "attachment"),
        ([asked("a", "choice", answerValueSet="https://example.org/set")], "a", "lie elsewhere"),
        ([asked("a", "choice")], "a", "no options"),
        ([asked("a", "choice", answerOption=options("x", "x"))], "a", "same code"),
        ([asked("a", "boolean", answerOption=options("x"))], "a", "offers no options"),
        ([asked("a", modifierExtension=[{"url": "urn:x"}])], "a", "modifierExtension"),
        ([asked("a"), asked("a")], "a", "Two items"),
        ([{"text": "No id", "type": "string"}], None, "no linkId"),
        ([asked("a", "group")], "a", "holds no questions"),
        ([asked("a", "display", item=[CHILD])], "a", "only read"),
        ([asked("a", repeats=True, item=[CHILD])], "a", "beneath a question that repeats"),
        ([asked("a"), asked("b", enableWhen=TWO)], "b", "all or any"),
        ([asked("a", enableWhen=[when("gone", "exists", answerBoolean=True)])], "a", "no question here"),
        ([asked("a"), asked("b", enableWhen=[when("a", "~", answerString="x")])], "b", "not known"),
        ([asked("a"), asked("b", enableWhen=[when("a", "exists", answerString="x")])], "b", "does not say"),
        ([asked("a", enableWhen=[when("a", "exists", answerBoolean=True)])], "a", "itself waits"),
        ([asked("a", "integer", initial=[{"valueString": "many"}])], "a", "would not take"),
        (
            [asked("g", "group", repeats=True, item=[asked("h", "group", repeats=True, item=[CHILD])])],
            "h",
            "repeats inside another",
        ),
        (
            [
                asked("g", "group", repeats=True, item=[CHILD]),
                asked("b", enableWhen=[when("child", "exists", answerBoolean=True)]),
            ],
            "b",
            "group that repeats",
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_is_not_supported_is_refused_with_its_item_and_the_reason(
    items: list[dict[str, Any]], where: str | None, says: str
) -> None:
    with pytest.raises(FormRefused) as refused:
        form_of(*items)
    assert refused.value.link_id == where
    assert says in refused.value.words


def test_only_a_questionnaire_is_a_form() -> None:
    with pytest.raises(FormRefused, match="not a Questionnaire"):
        load_form({"resourceType": "Patient"})


def test_two_conditions_that_wait_for_each_other_are_refused() -> None:
    one = asked("a", enableWhen=[when("b", "exists", answerBoolean=True)])
    other = asked("b", enableWhen=[when("a", "exists", answerBoolean=True)])
    with pytest.raises(FormRefused, match="itself waits"):
        form_of(one, other)


@pytest.mark.parametrize(
    ("file", "questions"),
    [
        ("bars_ig_examples/R4_json_converted/Questionnaire_for_PTS.json", 4),
        ("bars_ig_examples/R4_json_converted/Questionnaire_for_NOC.json", 1),
        ("ukcore_r4/R4_json_converted/UKCore-Questionnaire-InpatientSurvey-Example.json", 7),
    ],
)
def test_published_questionnaires_load(shared_data: Path, file: str, questions: int) -> None:
    form = load_form(json.loads((shared_data / "fhir" / file).read_text()))
    assert sum(place.item.type.is_question for place in form.places.values()) == questions


@pytest.mark.parametrize(("name", "where"), [("EOLPlan", "Q1.1g"), ("FitnessForWork", "Q2g")])
def test_published_questionnaires_whose_options_lie_elsewhere_are_refused(
    shared_data: Path, name: str, where: str
) -> None:
    file = shared_data / "fhir/ukcore_r4/R4_json_converted" / f"UKCore-Questionnaire-{name}-Example.json"
    with pytest.raises(FormRefused) as refused:
        load_form(json.loads(file.read_text()))
    assert refused.value.link_id == where
