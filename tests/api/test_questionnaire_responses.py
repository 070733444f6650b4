"""Assessments made elsewhere come in as FHIR writes them: as a draft, or signed. What does not fit is told in words."""

import json
from typing import Any
from uuid import uuid4

import httpx
import pytest

from app.domain.values import Role
from tests.api.assessing import TWO, read, sign, signed, signing
from tests.api.desk import API, CLINICIAN, HUB, NURSE, PROVIDER, Desk, refusal
from tests.facts import an_nhs_number

DECLARED = {
    "linkId": "signing",
    "item": [
        {"linkId": "signing.declared", "answer": [{"valueBoolean": True}]},
        {"linkId": "signing.copy", "answer": [{"valueCoding": {"code": "given"}}]},
    ],
}
CARERS = {"linkId": "moving", "item": [{"linkId": "moving.carers", "answer": [{"valueInteger": 1}]}]}
NHS_NUMBER = "https://fhir.nhs.uk/Id/nhs-number"


async def exported(here: Desk, case: str, assessment: str) -> dict[str, Any]:
    answer = await here.get(f"/cases/{case}/assessments/{assessment}/questionnaire-response")
    assert answer.status_code == 200, answer.text
    response: dict[str, Any] = answer.json()
    return response


async def bring_in(
    here: Desk, case: str, response: dict[str, Any], assessment: str, role: Role = CLINICIAN, **headers: str
) -> httpx.Response:
    path = f"/cases/{case}/assessments/{assessment}/questionnaire-response/{uuid4()}"
    return await here.put(path, response, role, **headers)


async def draft(here: Desk, case: str, response: dict[str, Any], role: Role = NURSE, **headers: str) -> httpx.Response:
    return await here.put(f"/cases/{case}/assessment-draft/questionnaire-response/{uuid4()}", response, role, **headers)


async def test_what_goes_out_comes_in_on_a_later_case_with_the_same_answers_and_assessor(here: Desk) -> None:
    case, spell = await here.planning()
    assessment, again = str(uuid4()), str(uuid4())
    assert (await sign(here, case, assessment, signing(TWO))).status_code == 200
    response = await exported(here, case, assessment)
    assert (await here.put(f"/cases/{case}/closure", {"outcome": "person_declined"})).status_code == 200
    later = str(uuid4())
    assert (await here.put(f"/cases/{later}/referral", here.referral(spell), NURSE)).status_code == 200

    path = f"/cases/{later}/assessments/{again}/questionnaire-response/{uuid4()}"
    assert [(await here.put(path, response, CLINICIAN)).json()["recorded"] for _ in range(2)] == [1, 0]
    was, now = await read(here, case, assessment), await read(here, later, again)
    assert (now["answers"], now["form"], now["form_version"]) == (TWO, was["form"], was["form_version"])
    said = ("competency", "agreement", "employer", "seen_at", "seen_where", "seen_with")
    assert [now["versions"][0][each] for each in said] == [was["versions"][0][each] for each in said]
    assert (await exported(here, later, again))["item"] == response["item"]


async def test_the_next_version_names_the_one_it_replaces(here: Desk) -> None:
    case, assessment = await signed(here)
    response = await exported(here, case, assessment)
    moving = next(each for each in response["item"] if each["linkId"] == "moving")
    moving["item"][:] = [
        {"linkId": "moving.carers", "answer": [{"valueInteger": 2}]},
        {"linkId": "moving.why-two", "answer": [{"valueString": "Turns only with two."}]},
    ]
    assert refusal(await bring_in(here, case, response, assessment)) == (428, "match-required")
    etag = (await read(here, case, assessment))["etag"]
    assert (await bring_in(here, case, response, assessment, If_Match=etag)).status_code == 200
    page = await read(here, case, assessment)
    assert (page["number"], page["answers"]["moving.carers"]) == (2, [2])


async def test_it_comes_in_as_fhir_names_its_kind(here: Desk) -> None:
    case, assessment = await signed(here)
    response = await exported(here, case, assessment)
    path = f"{API}/cases/{case}/assessments/{uuid4()}/questionnaire-response/{uuid4()}"
    headers = await here.headers(CLINICIAN) | {"Content-Type": "application/fhir+json"}
    answer = await here.client.put(path, content=json.dumps(response), headers=headers)
    assert answer.status_code == 200, answer.text


async def test_a_draft_need_not_be_whole_and_goes_on_from_there(here: Desk) -> None:
    case, assessment = await signed(here)
    response = await exported(here, case, assessment)
    unfinished = response | {"status": "in-progress", "item": [CARERS]}
    kept = await draft(here, case, unfinished)
    assert kept.status_code == 200, kept.text
    page = (await here.get(f"/cases/{case}/assessment-draft", NURSE)).json()
    assert page == kept.json()
    assert (page["form"], page["answers"]) == ("trusted-assessment", {"moving.carers": [1]})
    assert page["particulars"] == {
        "~competency": "occupational_therapist",
        "~agreement": "home_care",
        "~employer": "Northmoor Hospitals",
        "~seen_on": "2026-11-20",
        "~seen_time": "10:00",
        "~seen_where": "on_ward",
        "~seen_with": "Her daughter",
    }
    other = unfinished | {"item": [DECLARED]}
    assert refusal(await draft(here, case, other)) == (428, "match-required")
    assert (await draft(here, case, other, If_Match=page["etag"])).status_code == 200
    assert refusal(await bring_in(here, case, unfinished, str(uuid4()))) == (409, "answers-faulty")
    whole = response | {"status": "in-progress"}
    assert refusal(await bring_in(here, case, whole, str(uuid4()))) == (409, "response-not-finished")


async def test_signing_takes_the_draft_of_this_assessment_and_no_other(here: Desk) -> None:
    case, assessment = await signed(here)
    response, mine = await exported(here, case, assessment), str(uuid4())
    path = f"/cases/{case}/assessment-draft/questionnaire-response/{mine}"
    assert (await here.put(path, response, CLINICIAN)).status_code == 200
    assert (await bring_in(here, case, response, str(uuid4()))).status_code == 200
    assert (await here.get(f"/cases/{case}/assessment-draft")).json()["assessment_id"] == mine
    assert (await bring_in(here, case, response, mine)).status_code == 200
    assert (await here.get(f"/cases/{case}/assessment-draft")).json() is None


FAULTY = [
    ([DECLARED, {"linkId": "shoe.size", "answer": [{"valueInteger": 9}]}], {("shoe.size", "unknown-link")}),
    (
        [DECLARED, {"linkId": "moving", "item": [{"linkId": "moving.carers", "answer": [{"valueString": "two"}]}]}],
        {("moving.carers", "wrong-type")},
    ),
    ([DECLARED, {"linkId": "moving.carers", "answer": [{"valueInteger": 1}]}], {("moving.carers", "unknown-link")}),
    (
        [CARERS, {"linkId": "signing", "item": [{"linkId": "signing.copy", "answer": [{"valueCoding": "given"}]}]}],
        {("signing.copy", "wrong-type")},
    ),
]


@pytest.mark.parametrize(("items", "faults"), FAULTY)
async def test_each_item_that_does_not_fit_is_refused_where_it_stands_and_in_words(
    here: Desk, items: list[dict[str, Any]], faults: set[tuple[str, str]]
) -> None:
    case, assessment = await signed(here)
    response, head = await exported(here, case, assessment) | {"item": items}, await here.head()
    for answer in (await draft(here, case, response), await bring_in(here, case, response, str(uuid4()))):
        assert refusal(answer) == (409, "answers-faulty")
        told = [each for each in answer.json()["faults"] if each["code"] != "required"]
        assert {(each["link_id"], each["code"]) for each in told} == faults
        assert all(each["words"].endswith(".") for each in told)
    assert await here.head() == head


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"questionnaire": "urn:homeward:form:trusted-assessment|9"}, (409, "form-not-known")),
        ({"questionnaire": "urn:homeward:form:trusted-assessment"}, (409, "form-not-known")),
        ({"subject": {"reference": f"Patient/{uuid4()}"}}, (409, "response-of-somebody-else")),
        ({"extension": []}, (409, "assessor-not-told")),
        ({"modifierExtension": [{"url": "urn:other", "valueBoolean": True}]}, (422, "wrong-shape")),
        ({"item": [{"linkId": "moving", "modifierExtension": []}]}, (422, "wrong-shape")),
        ({"resourceType": "Questionnaire"}, (422, "wrong-shape")),
        ({"statsu": "completed"}, (422, "wrong-shape")),
        ({"status": "entered-in-error"}, (422, "wrong-shape")),
        ({"item": "moving"}, (422, "wrong-shape")),
        ({"item": [{"linkId": "moving", "item": {"linkId": "moving.carers"}}]}, (422, "wrong-shape")),
    ],
    ids=[
        "version",
        "no version",
        "somebody else",
        "assessor",
        "rules",
        "rules within",
        "kind",
        "misspelt",
        "status",
        "text",
        "one",
    ],
)
async def test_what_cannot_be_taken_as_it_stands_is_refused(
    here: Desk, change: dict[str, Any], told: tuple[int, str]
) -> None:
    case, assessment = await signed(here)
    response = await exported(here, case, assessment) | change
    answer = await bring_in(here, case, response, str(uuid4()))
    assert refusal(answer) == told
    if told[1] == "assessor-not-told":
        assert answer.json()["fields"] == "competency,agreement,employer,seen_at,seen_where"


async def test_the_nhs_number_says_whose_it_is_wherever_it_comes_from(here: Desk) -> None:
    number = an_nhs_number()
    case, spell, assessment = (str(uuid4()) for _ in range(3))
    admission = here.admission(nhs_number=number)
    assert (await here.put(f"/spells/{spell}", admission, NURSE)).status_code == 200
    assert (await here.put(f"/cases/{case}/referral", here.referral(spell), NURSE)).status_code == 200
    assert (await sign(here, case, assessment, signing())).status_code == 200
    response = await exported(here, case, assessment)
    assert response["subject"]["identifier"] == {"system": NHS_NUMBER, "value": number}
    elsewhere = {"reference": "Patient/of-theirs"}
    for value, status in ((number, 200), (an_nhs_number(), 409)):
        told = {"subject": elsewhere | {"identifier": {"system": NHS_NUMBER, "value": value}}}
        assert (await bring_in(here, case, response | told, str(uuid4()))).status_code == status


@pytest.mark.parametrize("role", [NURSE, HUB])
async def test_only_an_assessor_signs(here: Desk, role: Role) -> None:
    case, assessment = await signed(here)
    response = await exported(here, case, assessment)
    assert refusal(await bring_in(here, case, response, str(uuid4()), role)) == (409, "assessor-without-authority")
    assert refusal(await draft(here, case, response, PROVIDER)) == (403, "not-allowed")
    assert refusal(await draft(here, str(uuid4()), response)) == (404, "not-known")
