"""The stages of a case over HTTP: put, put again, refused."""

from typing import Any
from uuid import uuid4

import pytest

from tests.api.desk import ADMITTED, BED_DECISION, HUB, LATER, MANAGER, NURSE, SLOT, Desk, refusal

ASKED = {"fields": ["function", "risks"], "words": "How many to transfer?"}
STAGES: list[tuple[str, str, Any]] = [
    ("referred", "return", ASKED),
    ("planning", "pathway", BED_DECISION),
    ("planning", "leaving", SLOT),
    ("planning", "departure", {"left_at": LATER}),
    ("planning", "closure", {"outcome": "person_declined", "words": "Goes to her sister."}),
]


@pytest.fixture
async def cases(here: Desk) -> dict[str, str]:
    """A case that waits for triage and one in planning."""
    return {"referred": (await here.referred())[0], "planning": (await here.planning())[0]}


@pytest.mark.parametrize(("at", "stage", "body"), STAGES, ids=[stage for _, stage, _ in STAGES])
async def test_a_stage_is_put_once_however_often_it_is_sent(
    here: Desk, cases: dict[str, str], at: str, stage: str, body: Any
) -> None:
    path = f"/cases/{cases[at]}/{stage}"
    first = await here.put(path, body)
    assert first.status_code == 200
    assert first.json()["id"] == cases[at]
    assert first.json()["recorded"] == 1
    # Tasks that follow come after what was put, and count to the stream's version alone.
    assert 0 < int(first.headers["etag"].strip('"')) <= first.json()["version"]
    head = await here.head()

    for tag in ('"1"', '"999"', 'W/"7"', "*", "nonsense", '"a", "b"'):
        again = await here.put(path, body, If_Match=tag)
        assert (again.status_code, again.json()["recorded"]) == (200, 0)
        assert again.json()["version"] == first.json()["version"]
    assert await here.head() == head


async def test_a_referral_an_acceptance_and_a_new_manager_are_put_once(here: Desk) -> None:
    case, spell = str(uuid4()), await here.admitted()
    other = {"case_manager": str(here.place.staff[HUB])}
    for stage, body, role in (
        ("referral", here.referral(spell), NURSE),
        ("acceptance", here.manager(), HUB),
        ("case-manager", other, HUB),
    ):
        answers = [await here.put(f"/cases/{case}/{stage}", body, role) for _ in range(2)]
        assert [(answer.status_code, answer.json()["recorded"]) for answer in answers] == [(200, 1), (200, 0)]


async def test_a_reopened_case_stands_where_it_stood(here: Desk) -> None:
    case, _ = await here.planning()
    await here.put(f"/cases/{case}/closure", {"outcome": "no_longer_needed"})
    for recorded in (1, 0):
        answer = await here.put(f"/cases/{case}/reopening", {"words": "By mistake."})
        assert answer.json()["recorded"] == recorded
    assert (await here.get(f"/cases/{case}")).json()["case"]["stage"] == "planning"


@pytest.mark.parametrize(
    ("stage", "body"),
    [
        *((stage, body) for _, stage, body in STAGES),
        ("acceptance", "manager"),
        ("case-manager", "manager"),
        ("return-to-hospital", {"back_at": LATER}),
        ("reopening", {}),
    ],
)
async def test_a_case_that_nobody_referred_is_not_known(here: Desk, stage: str, body: Any) -> None:
    told = here.manager() if body == "manager" else body
    assert refusal(await here.put(f"/cases/{uuid4()}/{stage}", told)) == (404, "not-known")


async def test_what_is_not_here_is_not_known(here: Desk) -> None:
    assert refusal(await here.get(f"/cases/{uuid4()}")) == (404, "not-known")
    other = await here.admitted()
    nowhere = await here.put(f"/cases/{uuid4()}/referral", here.referral(other, hub_id=str(uuid4())), NURSE)
    assert refusal(nowhere) == (409, "hub-not-known")


async def test_a_case_is_managed_by_a_case_manager_or_a_lead_of_its_hub(here: Desk) -> None:
    case, _ = await here.referred()
    elsewhere = await here.member(role="case_manager", hub_id=None)
    gone = await here.member(role="case_manager")
    assert (await here.put(f"/staff/{gone}/leaving", {"left_at": LATER}, MANAGER)).status_code == 200
    nurse = str(here.place.staff[NURSE])
    for nobody in (str(uuid4()), nurse, elsewhere, gone):
        answer = await here.put(f"/cases/{case}/acceptance", {"case_manager": nobody})
        assert refusal(answer) == (409, "case-manager-not-of-this-hub")
    assert (await here.put(f"/cases/{case}/acceptance", here.manager())).json()["recorded"] == 1
    for nobody in (nurse, elsewhere):
        answer = await here.put(f"/cases/{case}/case-manager", {"case_manager": nobody})
        assert refusal(answer) == (409, "case-manager-not-of-this-hub")
    lead = await here.put(f"/cases/{case}/case-manager", {"case_manager": await here.member(role="hub_lead")})
    assert lead.json()["recorded"] == 1


async def test_a_rule_refuses_with_a_stable_code_and_changes_nothing(here: Desk) -> None:
    case, spell = await here.planning()
    head = await here.head()
    bare = {"needed": "P2", "given": "P2"}
    home_with_a_reason = {"needed": "P1", "given": "P1", "why_not_home": "H01"}
    for path, body, role, code in (
        (f"/cases/{case}/return", ASKED, HUB, "nothing-to-return"),
        (f"/cases/{case}/referral", here.referral(spell, words="Fell twice."), NURSE, "referral-already-submitted"),
        (f"/cases/{case}/acceptance", {"case_manager": str(here.place.staff[HUB])}, HUB, "nothing-to-accept"),
        (f"/cases/{case}/pathway", bare, HUB, "why-not-home-missing"),
        (f"/cases/{case}/pathway", home_with_a_reason, HUB, "why-not-home-not-wanted"),
        (f"/cases/{case}/pathway", BED_DECISION | {"review_on": "2026-10-20"}, HUB, "review-date-passed"),
        (f"/cases/{case}/closure", {"outcome": "settled"}, HUB, "still-in-hospital"),
        (f"/cases/{uuid4()}/referral", here.referral(str(uuid4())), NURSE, "spell-not-open"),
    ):
        assert refusal(await here.put(path, body, role)) == (409, code)
    assert await here.head() == head


async def test_a_second_referral_leads_to_the_case_the_person_has(here: Desk) -> None:
    case, spell = await here.referred()
    answer = await here.put(f"/cases/{uuid4()}/referral", here.referral(spell), NURSE)
    assert (refusal(answer), answer.json()["case_id"]) == ((409, "already-has-live-case"), case)


@pytest.mark.parametrize(
    ("stage", "first", "second"),
    [
        ("pathway", BED_DECISION, {"needed": "P1", "given": "P1"}),
        ("leaving", SLOT, SLOT | {"leave_at": "2030-11-27T14:00:00Z", "reason": "transport"}),
    ],
    ids=["pathway", "leaving"],
)
async def test_nobodys_words_overwrite_anothers(here: Desk, stage: str, first: Any, second: Any) -> None:
    case, _ = await here.planning()
    path = f"/cases/{case}/{stage}"
    await here.put(path, first)
    tag = (await here.get(f"/cases/{case}")).json()[stage]["etag"]
    head = await here.head()

    assert refusal(await here.put(path, second)) == (428, "match-required")
    for other in ('"1"', '"999"', "*", "nonsense"):
        stale = await here.put(path, second, If_Match=other)
        assert (refusal(stale), stale.json()["current"]) == ((412, "match-failed"), tag)
    assert await here.head() == head

    assert (await here.put(path, second, If_Match=tag)).json()["recorded"] == 1
    assert refusal(await here.put(path, second | first, If_Match=tag)) == (412, "match-failed")


async def test_the_page_of_a_case_shows_the_whole_of_it(here: Desk) -> None:
    case, spell = await here.referred()
    await here.put(f"/cases/{case}/return", ASKED)
    page = (await here.get(f"/cases/{case}")).json()
    assert page["referral"]["returned"] == ASKED | {"fields": ["function", "risks"]}
    assert page["case"]["returned"] is True

    answer = here.referral(spell, words="Two to transfer.", needs=["meals"])
    await here.put(f"/cases/{case}/referral", answer, NURSE)
    await here.put(f"/cases/{case}/acceptance", here.manager())
    await here.put(f"/cases/{case}/pathway", BED_DECISION)
    await here.put(f"/cases/{case}/leaving", SLOT)
    await here.put(f"/cases/{case}/departure", {"left_at": LATER})
    page = (await here.get(f"/cases/{case}")).json()

    assert (page["case"]["stage"], page["case"]["scope"]) == ("left_hospital", str(here.place.hub))
    assert page["case"]["left_at"] == LATER
    assert (page["spell"]["id"], page["spell"]["admitted_at"]) == (spell, ADMITTED)
    assert (page["person"]["name"], page["case"]["person"]["initials"]) == ("EXAMPLE, Ada", "AE")
    assert (page["referral"]["form"]["why_in_hospital"], page["referral"]["returned"]) == ("Two to transfer.", None)
    assert {name: page["pathway"][name] for name in BED_DECISION} == BED_DECISION
    assert {name: page["leaving"][name] for name in SLOT} == SLOT
    times = [(line["at"], line["position"]) for line in page["timeline"]]
    assert times == sorted(times)
    assert {line["by"] for line in page["timeline"]} == {"Sam Ward Nurse", "Sam Hub Lead", "Homeward"}


async def test_the_board_lists_the_live_cases_of_its_hub(here: Desk) -> None:
    live, _ = await here.referred()
    over, _ = await here.referred()
    await here.put(f"/cases/{over}/closure", {"outcome": "cancelled_by_ward"})
    listed = (await here.get(f"/cases?scope={here.place.hub}")).json()
    ids = {row["id"] for row in listed["rows"]}
    assert (live in ids, over in ids) == (True, False)
    assert listed["position"] == await here.head()
    assert (await here.get(f"/cases?scope={uuid4()}")).json()["rows"] == []
