"""What helps to make an assessment: forms, where it starts, what services still need, and its draft."""

from typing import Any
from uuid import uuid4

import httpx
import pytest

from app.domain.values import Role
from tests.api.assessing import ANSWERS, a_service, erase, sign, signed, signing
from tests.api.desk import CLINICIAN, HUB, NURSE, PROVIDER, Desk, refusal


async def test_the_forms_are_fhir_questionnaires(here: Desk) -> None:
    page = (await here.get("/assessment-forms", PROVIDER)).json()
    in_force = [(each["id"], each["version"]) for each in page["forms"] if each["in_force"]]
    assert in_force == [("restart", "1"), ("trusted-assessment", "1")]
    answer = await here.get("/assessment-forms/trusted-assessment/1")
    assert answer.headers["content-type"] == "application/fhir+json"
    form = answer.json()
    assert (form["resourceType"], len(form["item"])) == ("Questionnaire", 18)
    assert "Local default" in form["description"]
    assert refusal(await here.get("/assessment-forms/trusted-assessment/9")) == (404, "not-known")


async def test_a_first_assessment_starts_from_the_referral(here: Desk) -> None:
    case, spell = str(uuid4()), await here.admitted()
    referral = here.referral(
        spell,
        "Fell at home.",
        told_and_agrees={"agrees": "agrees", "language": "Polish"},
        function={"walking": {"before": "alone", "now": "one_person"}},
        risks={"risks": ["falls", "pets"], "access": "key_safe"},
        before={"lives": "alone", "help": ["package_paused"], "provider": "North Care"},
    )
    referral["needs"] = {"needs": [], "weight_bearing_until": "2030-12-01"}
    assert (await here.put(f"/cases/{case}/referral", referral, NURSE)).status_code == 200
    page = (await here.get(f"/cases/{case}/assessment-start")).json()
    assert page["answers"] == {
        "agreement.agrees": ["agrees"],
        "health.reason": ["Fell at home."],
        "home.access": ["key_safe"],
        "home.lives": ["alone"],
        "home.package-before": ["package_paused"],
        "moving.walking.before": ["alone"],
        "moving.walking.now": ["one_person"],
        "moving.weight-bearing-until": ["2030-12-01"],
        "person.language": ["Polish"],
        "person.previous-services": ["North Care"],
        "risks.items": ["falls", "pets"],
    }
    assert set(page["sources"].values()) == {"referral"}
    assert (page["form"], page["form_version"], page["employer"]) == ("trusted-assessment", "1", "Northmoor Trust")


async def test_a_restart_starts_from_the_last_version_and_the_referral(here: Desk) -> None:
    case, assessment = await signed(here)
    again = ANSWERS | {"home.access": ["key_safe"], "health.reason": ["Broke a hip."]}
    etag = (await here.get(f"/cases/{case}/assessments/{assessment}")).json()["etag"]
    assert (await sign(here, case, assessment, signing(again), If_Match=etag)).status_code == 200
    page = (await here.get(f"/cases/{case}/assessment-start")).json()
    assert page["answers"]["health.reason"] == ["Broke a hip."]
    assert page["sources"]["health.reason"] == "earlier"
    restart = (await here.get(f"/cases/{case}/assessment-start?form=restart")).json()
    assert restart["form"] == "restart"
    assert refusal(await here.get(f"/cases/{case}/assessment-start?form=gone")) == (404, "not-known")


async def test_a_later_case_of_the_person_starts_from_the_earlier_assessment(here: Desk) -> None:
    case, spell = await here.planning()
    assert (await sign(here, case, str(uuid4()), signing())).status_code == 200
    assert (await here.put(f"/cases/{case}/closure", {"outcome": "person_declined"})).status_code == 200
    later = str(uuid4())
    assert (await here.put(f"/cases/{later}/referral", here.referral(spell, "Fell again."), NURSE)).status_code == 200
    page = (await here.get(f"/cases/{later}/assessment-start")).json()
    assert page["answers"]["health.reason"] == ANSWERS["health.reason"]
    assert page["sources"]["health.reason"] == "earlier"


async def test_the_gap_is_shown_for_a_service_before_it_is_asked(here: Desk) -> None:
    case, _ = await here.planning()
    home, bed = await a_service(here), await a_service(here, "chosp", "Ash Court")
    none_yet = (await here.get(f"/cases/{case}/assessment-gap?service_id={home}")).json()
    assert none_yet == {"assessment_id": None, "gaps": []}
    more = ANSWERS | {"home.access": ["key_safe"], "health.baseline": ["NEWS2 1"]}
    assert (await sign(here, case, str(uuid4()), signing(more))).status_code == 200

    async def missing(query: str) -> list[set[str]]:
        page = (await here.get(f"/cases/{case}/assessment-gap{query}")).json()
        return [{item["link_id"] for item in gap["missing"]} for gap in page["gaps"]]

    [at_home], [in_bed] = await missing(f"?service_id={home}"), await missing(f"?service_id={bed}")
    assert "home.smoking" in at_home - in_bed
    assert "goals.routine" in in_bed - at_home
    assert not (at_home | in_bed) & {"home.access", "health.baseline", *ANSWERS}
    assert await missing("") == [at_home, in_bed, (await missing(""))[2]]
    assert refusal(await here.get(f"/cases/{case}/assessment-gap?service_id={uuid4()}")) == (404, "not-known")


DRAFT = {
    "assessment_id": str(uuid4()),
    "form": "trusted-assessment",
    "form_version": "1",
    "answers": {"health.reason": ["Fell at"], "goals.goal": [{"goals.goal.what": ["Walk"]}], "moving.carers": ["many"]},
    "particulars": {"agreement": "home_care"},
}


async def keep(here: Desk, case: str, draft: dict[str, Any], role: Role = NURSE, **headers: str) -> httpx.Response:
    return await here.put(f"/cases/{case}/assessment-draft", draft, role, **headers)


async def test_a_draft_is_there_for_ward_and_hub_and_is_not_overwritten_unseen(here: Desk) -> None:
    case, _ = await here.planning()
    assert (await here.get(f"/cases/{case}/assessment-draft")).json() is None
    head = await here.head()
    first = (await keep(here, case, DRAFT)).json()
    other = DRAFT | {"answers": {"health.reason": ["Fell at home"]}}
    assert refusal(await keep(here, case, other, HUB)) == (428, "match-required")
    second = await keep(here, case, other, HUB, If_Match=first["etag"])
    assert second.status_code == 200
    assert refusal(await keep(here, case, DRAFT, If_Match=first["etag"])) == (412, "match-failed")
    kept = (await here.get(f"/cases/{case}/assessment-draft", CLINICIAN)).json()
    assert {name: kept[name] for name in DRAFT} == other
    assert kept["saved_by"] == "Sam Hub Lead"
    assert await here.head() == head


async def test_signing_forgets_the_draft_and_so_do_discarding_and_erasing(here: Desk) -> None:
    case, _ = await here.planning()
    path = f"/cases/{case}/assessment-draft"
    assert (await keep(here, case, DRAFT)).status_code == 200
    assert (await sign(here, case, str(uuid4()), signing())).status_code == 200
    assert (await here.get(path)).json() is None

    etag = (await keep(here, case, DRAFT)).json()["etag"]
    headers = await here.headers(NURSE) | {"If-Match": etag}
    assert (await here.client.delete(f"/api/v1{path}", headers=headers)).status_code == 204
    assert (await here.get(path)).json() is None

    assert (await keep(here, case, DRAFT)).status_code == 200
    await erase(here, case)
    assert (await here.get(path)).json() is None
    assert refusal(await keep(here, case, DRAFT)) == (404, "not-known")


@pytest.mark.parametrize("said", ["\x00", "\ud800", float("nan"), float("inf")], ids=["nul", "half", "nan", "infinite"])
async def test_what_cannot_be_stored_is_refused_in_words(here: Desk, said: Any) -> None:
    case, _ = await here.planning()
    answers = {"answers": {"health.reason": [{"deep": said}]}}
    assert refusal(await keep(here, case, DRAFT | answers)) == (422, "wrong-shape")
    assert refusal(await sign(here, case, str(uuid4()), signing() | answers)) == (422, "wrong-shape")
