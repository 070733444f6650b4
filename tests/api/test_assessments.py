"""Assess once, over HTTP: signed, versioned, exported, queried and put right."""

from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest

from app.domain.assessment.response import answers_of
from app.domain.values import Role
from app.forms import kept_forms
from tests.api.assessing import ANSWERS, TWO, a_service, erase, read, sign, signed, signing
from tests.api.desk import CLINICIAN, HUB, NURSE, PROVIDER, Desk, refusal

FORM = kept_forms()["trusted-assessment", "1"].form


async def test_a_signed_assessment_is_read_with_its_answers_and_may_be_relied_on_for_72_hours(here: Desk) -> None:
    case, assessment = await signed(here)
    page = await read(here, case, assessment)
    assert (page["answers"], page["number"], page["valid"]) == (ANSWERS, 1, True)
    until = datetime.fromisoformat(page["valid_until"]) - datetime.fromisoformat(page["signed_at"])
    assert until == timedelta(hours=72)
    [version] = page["versions"]
    assert (version["competency"], version["agreement"], version["seen_with"]) == (
        "occupational_therapist",
        "home_care",
        "Her daughter",
    )
    listed = (await here.get(f"/cases/{case}/assessments")).json()["assessments"]
    assert [(each["assessment_id"], each["title"], each["open_items"]) for each in listed] == [
        (assessment, "Trusted assessment", 0)
    ]


async def test_signing_sent_twice_signs_once(here: Desk) -> None:
    case, _ = await here.planning()
    body, assessment = signing(), str(uuid4())
    once, again = [(await sign(here, case, assessment, body)).json() for _ in range(2)]
    assert (once["recorded"], again["recorded"], again["etag"]) == (1, 0, once["etag"])


async def test_the_next_version_names_the_one_it_replaces(here: Desk) -> None:
    case, assessment = await signed(here)
    etag = (await read(here, case, assessment))["etag"]
    assert refusal(await sign(here, case, assessment, signing(TWO))) == (428, "match-required")
    assert refusal(await sign(here, case, assessment, signing(TWO), If_Match='"1"')) == (412, "match-failed")
    assert (await sign(here, case, assessment, signing(TWO), If_Match=etag)).status_code == 200
    page = await read(here, case, assessment)
    assert (page["number"], page["answers"]) == (2, TWO)
    assert [each["changed"] for each in page["versions"]] == [[], ["moving.carers", "moving.why-two"]]
    assert (await read(here, case, assessment, "?number=1"))["answers"] == ANSWERS


@pytest.mark.parametrize(
    ("answers", "fault"),
    [
        ({**ANSWERS, "moving.carers": ["two"]}, ("moving.carers", "wrong-type")),
        ({**ANSWERS, "moving.carers": [2]}, ("moving.why-two", "required")),
        ({**ANSWERS, "medicines.help": ["sometimes"]}, ("medicines.help", "not-an-option")),
        ({**ANSWERS, "moving.why-two": ["Turns."]}, ("moving.why-two", "not-asked")),
        ({**ANSWERS, "assessment.agreement": ["Ours"]}, ("assessment.agreement", "read-only")),
        ({**ANSWERS, "shoe.size": [9]}, ("shoe.size", "unknown-link")),
        ({**ANSWERS, "person.accessible": ["braille", "braille", "x"]}, ("person.accessible", "not-an-option")),
    ],
    ids=lambda value: value[1] if isinstance(value, tuple) else "",
)
async def test_answers_that_do_not_fit_are_refused_where_they_stand_and_in_words(
    here: Desk, answers: dict[str, Any], fault: tuple[str, str]
) -> None:
    case, _ = await here.planning()
    head = await here.head()
    answer = await sign(here, case, str(uuid4()), signing(answers))
    assert refusal(answer) == (409, "answers-faulty")
    [told] = answer.json()["faults"]
    assert (told["link_id"], told["code"]) == fault
    assert told["words"].endswith(".")
    assert await here.head() == head


@pytest.mark.parametrize(
    ("role", "more", "lacks"),
    [(NURSE, {}, "role"), (HUB, {}, "role"), (CLINICIAN, {"agreement": "handshake"}, "agreement")],
)
async def test_an_assessor_without_authority_is_refused(
    here: Desk, role: Role, more: dict[str, Any], lacks: str
) -> None:
    case, _ = await here.planning()
    answer = await sign(here, case, str(uuid4()), signing(**more), role)
    assert refusal(answer) == (409, "assessor-without-authority")
    assert answer.json()["fields"] == lacks


async def test_an_assessment_is_signed_neither_on_a_closed_case_nor_under_anothers_id(here: Desk) -> None:
    case, assessment = await signed(here)
    other, _ = await here.planning()
    assert refusal(await sign(here, other, assessment, signing())) == (409, "assessment-of-another-case")
    assert (await here.put(f"/cases/{other}/closure", {"outcome": "person_declined"})).status_code == 200
    assert refusal(await sign(here, other, str(uuid4()), signing())) == (409, "assessed-after-closing")
    assert refusal(await sign(here, case, str(uuid4()), signing(form_version="9"))) == (409, "form-not-known")


async def test_it_goes_out_as_a_questionnaire_response_that_reads_back(here: Desk) -> None:
    case, assessment = await signed(here)
    answer = await here.get(f"/cases/{case}/assessments/{assessment}/questionnaire-response")
    assert answer.headers["content-type"] == "application/fhir+json"
    response = answer.json()
    assert (response["resourceType"], response["status"]) == ("QuestionnaireResponse", "completed")
    assert response["questionnaire"] == "urn:homeward:form:trusted-assessment|1"
    assert_valid(response["item"])
    answers, faults = answers_of(FORM, response["item"])
    assert faults == []
    assert answers.pop("assessment.agreement") == ["Trusted assessment for home care"]
    assert {link_id: said for link_id, said in answers.items() if not link_id.startswith("assessment.")} == ANSWERS


def assert_valid(items: list[dict[str, Any]]) -> None:
    """What FHIR R4 says of the items of a response: never empty, never both answers and items, one value an answer."""
    assert items
    for item in items:
        assert set(item) <= {"linkId", "text", "answer", "item"}
        assert isinstance(item["linkId"], str)
        assert ("answer" in item) is not ("item" in item)
        for answer in item.get("answer", ()):
            assert len([name for name in answer if name.startswith("value")]) == 1
            if "item" in answer:
                assert_valid(answer["item"])
        if "item" in item:
            assert_valid(item["item"])


async def test_a_rejected_item_is_put_right_and_accepted(here: Desk) -> None:
    case, assessment = await signed(here)
    service = await a_service(here)
    item = f"/cases/{case}/assessments/{assessment}/items/moving.carers"
    reject = {"service_id": service, "answer": "reject", "words": "One cannot turn her."}
    path = f"{item}/answers/{uuid4()}"
    assert [(await here.put(path, reject)).json()["recorded"] for _ in range(2)] == [1, 0]
    page = await read(here, case, assessment)
    assert page["open_items"] == 1
    assert [(each["service"], each["standing"], each["open"]) for each in page["items"]] == [
        ("North Care", "rejected", True)
    ]

    assert (await sign(here, case, assessment, signing(TWO), If_Match=page["etag"])).status_code == 200
    put_right = await read(here, case, assessment)
    assert (put_right["open_items"], put_right["items"][0]["standing"]) == (0, "changed")
    accept = {"service_id": service, "answer": "accept"}
    assert (await here.put(f"{item}/answers/{uuid4()}", accept)).status_code == 200

    said = (await read(here, case, assessment))["items"][0]["said"]
    assert [(each["what"], each["words"]) for each in said] == [
        ("rejected", "One cannot turn her."),
        ("accepted", None),
    ]
    timeline = [line["words"] for line in (await here.get(f"/cases/{case}")).json()["timeline"]]
    asked = "“How many people it takes to move the person”"
    assert f"North Care does not accept {asked}: “One cannot turn her.”" in timeline
    assert f"North Care accepts {asked}." in timeline
    assert any(line.startswith("Trusted assessment signed, version 2") for line in timeline)


async def test_a_query_is_answered_without_a_new_version(here: Desk) -> None:
    case, assessment = await signed(here)
    service = await a_service(here)
    item = f"/cases/{case}/assessments/{assessment}/items/medicines.help"
    reply = {"service_id": service, "words": "At eight and at eight."}
    assert refusal(await here.put(f"{item}/replies/{uuid4()}", reply, CLINICIAN)) == (409, "nothing-asked")
    silent = {"service_id": service, "answer": "query"}
    assert refusal(await here.put(f"{item}/answers/{uuid4()}", silent)) == (409, "reason-missing")
    query = silent | {"words": "How often?"}
    assert (await here.put(f"{item}/answers/{uuid4()}", query)).status_code == 200
    assert (await here.put(f"{item}/replies/{uuid4()}", reply, CLINICIAN)).status_code == 200
    [about] = (await read(here, case, assessment))["items"]
    assert (about["standing"], [each["words"] for each in about["said"]]) == (
        "answered",
        ["How often?", "At eight and at eight."],
    )
    nowhere = f"/cases/{case}/assessments/{assessment}/items/gone/answers/{uuid4()}"
    assert refusal(await here.put(nowhere, query)) == (409, "item-not-in-form")
    assert refusal(await here.put(f"{item}/answers/{uuid4()}", query | {"service_id": str(uuid4())})) == (
        404,
        "not-known",
    )


async def test_still_true_gives_it_another_72_hours(here: Desk) -> None:
    case, assessment = await signed(here)
    before = (await read(here, case, assessment))["valid_until"]
    path = f"/cases/{case}/assessments/{assessment}/still-true/{uuid4()}"
    body = {"words": "Seen again."}
    assert [(await here.put(path, body, CLINICIAN)).json()["recorded"] for _ in range(2)] == [1, 0]
    page = await read(here, case, assessment)
    assert page["valid_until"] > before
    assert [each["words"] for each in page["confirmations"]] == ["Seen again."]


async def test_what_services_teach_about_an_item_is_counted_over_all_cases_and_names_nobody(here: Desk) -> None:
    service, before = await a_service(here), await counted(here)
    found = {"link_id": "senses.sight", "how": "Sees nothing.", "service_id": service}
    query = {"service_id": service, "answer": "query", "words": "Why?"}
    (one, first), (other, second) = [await signed(here) for _ in range(2)]
    for path in (f"/cases/{one}/assessments/{first}", f"/cases/{other}/assessments/{second}"):
        assert (await here.put(f"{path}/found-different/{uuid4()}", found, CLINICIAN)).status_code == 200
        assert (await here.put(f"{path}/items/senses.sight/answers/{uuid4()}", query)).status_code == 200
    speech = f"/cases/{other}/assessments/{second}/items/senses.speech/answers/{uuid4()}"
    assert (await here.put(speech, query | {"answer": "reject"})).status_code == 200
    assert (await here.put(f"/cases/{other}/closure", {"outcome": "person_declined"})).status_code == 200
    new = {link_id: said for link_id, said in (await counted(here)).items() if link_id not in before}
    assert new == {"senses.sight": ("Sight", 2, 0, 2), "senses.speech": ("Speech", 0, 1, 0)}
    assert list(await counted(here)).index("senses.sight") < list(await counted(here)).index("senses.speech")


async def counted(here: Desk) -> dict[str, tuple[Any, ...]]:
    """What the feedback says of each item, in its order."""
    items = (await here.get("/assessment-feedback")).json()["items"]
    parts = ("text", "queried", "rejected", "different")
    assert all(set(each) == {"form", "form_version", "link_id", *parts} for each in items)
    return {each["link_id"]: tuple(each[part] for part in parts) for each in items}


async def test_of_an_erased_person_no_answer_can_be_read(here: Desk) -> None:
    case, assessment = await signed(here)
    await erase(here, case)
    page = await read(here, case, assessment)
    assert (page["answers"], page["versions"][0]["employer"]) == ({}, "(erased)")
    assert refusal(await sign(here, case, str(uuid4()), signing())) == (409, "person-erased")


async def test_a_provider_reads_no_assessment_before_a_request_leads_to_it(here: Desk) -> None:
    case, assessment = await signed(here)
    assert refusal(await here.get(f"/cases/{case}/assessments/{assessment}", PROVIDER)) == (403, "not-allowed")
