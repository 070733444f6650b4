"""A stay kept by hand: admitted, moved, reviewed, ended, taken back; and the case that hears of it."""

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest

from app.domain.spell import ExpectAdmission
from app.domain.values import SpellId
from tests.api.desk import ADMITTED, CLINICIAN, HUB, LATER, NURSE, Desk, date_in_words, refusal, twice
from tests.domain.given import FEED
from tests.facts import an_nhs_number

EVENING = "2026-10-21T18:00:00Z"


async def test_a_stay_is_told_once_however_often_it_is_sent(here: Desk) -> None:
    spell = str(uuid4())
    elsewhere = {"ward_id": str(here.place.other_ward), "bed": "B1"}
    assert await twice(here, f"/spells/{spell}", here.admission()) == [1, 0]
    assert await twice(here, f"/spells/{spell}/bed", elsewhere | {"at": LATER}) == [1, 0]
    review = {"outcome": "meets", "criteria": ["oxygen"]}
    assert await twice(here, f"/spells/{spell}/reviews/{uuid4()}", review, CLINICIAN) == [1, 0]
    assert await twice(here, f"/spells/{spell}/end", {"how": "discharged", "at": EVENING}) == [1, 0]
    assert await twice(here, f"/spells/{spell}/reversal", {"what": "end", "at": EVENING}) == [1, 0]
    back = {"ward_id": str(here.place.ward), "bed": "A1-02"}
    assert await twice(here, f"/spells/{spell}/reversal", {"what": "move", "at": LATER} | back) == [1, 0]
    assert await twice(here, f"/spells/{spell}/reversal", {"what": "admission", "at": ADMITTED}) == [1, 0]


async def test_the_page_says_where_somebody_was_before_a_move_until_it_is_taken_back(here: Desk) -> None:
    spell = await here.admitted()
    first = {"ward_id": str(here.place.ward), "bed": "A1-01"}
    assert (await here.get(f"/spells/{spell}", NURSE)).json()["came_from"] is None

    wrong = {"ward_id": str(here.place.other_ward), "bed": "B1"}
    await here.put(f"/spells/{spell}/bed", wrong | {"at": LATER}, NURSE)
    page = (await here.get(f"/spells/{spell}", NURSE)).json()
    assert (page["came_from"], page["spell"]["bed"]) == (first, "B1")

    back = {"what": "move", "at": EVENING, "words": "The wrong row."} | page["came_from"]
    await here.put(f"/spells/{spell}/reversal", back, NURSE)
    page = (await here.get(f"/spells/{spell}", NURSE)).json()
    assert (page["came_from"], page["spell"]["bed"]) == (None, "A1-01")
    assert "“The wrong row.”" in page["timeline"][-1]["words"]


async def test_what_is_planned_around_a_stay_is_told_once_and_stands_on_its_page(here: Desk) -> None:
    spell = await here.admitted()
    day = (datetime.now(UTC) + timedelta(days=3)).date().isoformat()
    leave = {"started_at": LATER, "until": "2026-10-22T17:00:00Z"}
    assert await twice(here, f"/spells/{spell}/expected-discharge", {"expected_on": day}) == [1, 0]
    assert await twice(here, f"/spells/{spell}/leave", leave) == [1, 0]
    row = (await here.get(f"/spells/{spell}", NURSE)).json()["spell"]
    assert (row["expected_discharge"], row["on_leave_since"], row["leave_until"]) == (day, LATER, leave["until"])

    assert await twice(here, f"/spells/{spell}/leave/end", {"at": EVENING}) == [1, 0]
    assert await twice(here, f"/spells/{spell}/expected-discharge", {"expected_on": None}, HUB) == [1, 0]
    page = (await here.get(f"/spells/{spell}", NURSE)).json()
    assert (page["spell"]["expected_discharge"], page["spell"]["on_leave_since"]) == (None, None)
    assert [line["words"] for line in page["timeline"]][-1] == f"EDD {date_in_words(day)} taken back."


@pytest.mark.parametrize(
    ("path", "body", "code"),
    [
        ("expected-discharge", {"expected_on": "2026-01-01"}, "expected-in-the-past"),
        ("expected-discharge", {"expected_on": "2030-01-01", "reason": "other"}, "reason-not-said"),
        ("leave", {"started_at": LATER, "until": LATER}, "leave-ends-before-it-begins"),
        ("leave", {"started_at": "2026-10-01T09:00:00Z"}, "leave-before-admission"),
    ],
)
async def test_what_cannot_be_planned_is_refused_in_words(here: Desk, path: str, body: Any, code: str) -> None:
    spell = await here.admitted()
    head = await here.head()
    assert refusal(await here.put(f"/spells/{spell}/{path}", body, NURSE)) == (409, code)
    assert await here.head() == head


async def test_nothing_is_planned_for_who_has_left(here: Desk) -> None:
    spell = await here.admitted()
    await here.put(f"/spells/{spell}/end", {"how": "discharged", "at": LATER}, NURSE)
    day = (datetime.now(UTC) + timedelta(days=3)).date().isoformat()
    told = [
        ("expected-discharge", {"expected_on": day}),
        ("hub-need", {"need": "no"}),
        ("leave", {"started_at": EVENING}),
    ]
    for path, body in told:
        assert refusal(await here.put(f"/spells/{spell}/{path}", body, NURSE)) == (409, "spell-is-over")


async def test_leave_that_lies_ahead_is_not_recorded_and_a_date_must_be_said(here: Desk) -> None:
    spell = await here.admitted()
    tomorrow = (datetime.now(UTC) + timedelta(days=1)).isoformat()
    for path, body in (("leave", {"started_at": tomorrow}), ("expected-discharge", {}), ("leave/end", {})):
        assert refusal(await here.put(f"/spells/{spell}/{path}", body, NURSE)) == (422, "wrong-shape")


async def test_the_page_of_somebody_who_is_yet_to_come_is_shown(here: Desk) -> None:
    spell = SpellId(uuid4())
    person, _ = await here.place.admit()
    soon = datetime.now(UTC) + timedelta(days=2)
    coming = ExpectAdmission(
        spell_id=spell, person_id=person, ward_id=here.place.ward, bed="A1-02", by=FEED, at=soon, told_at=soon
    )
    await here.place.do(coming)
    page = (await here.get(f"/spells/{spell}", NURSE)).json()
    assert (page["spell"]["stage"], page["person"]["name"]) == ("expected", "EXAMPLE, Ada")
    assert page["ready"] == {"ready_date": None, "days": None, "nights_in_all": 0, "earlier_nights": 0}
    assert [line["words"] for line in page["timeline"]] == ["Expected to be admitted to Ash ward, bed A1-02."]


async def test_a_ward_clock_that_runs_ahead_tells_the_same_thing_twice_too(here: Desk) -> None:
    spell = await here.admitted()
    soon = (datetime.now(UTC) + timedelta(minutes=2)).isoformat()
    assert await twice(here, f"/spells/{spell}/end", {"how": "discharged", "at": soon}) == [1, 0]


async def test_what_has_not_happened_yet_is_not_recorded(here: Desk) -> None:
    spell = await here.admitted()
    tomorrow = (datetime.now(UTC) + timedelta(days=1)).isoformat()
    answer = await here.put(f"/spells/{spell}/end", {"how": "discharged", "at": tomorrow}, NURSE)
    assert refusal(answer) == (422, "wrong-shape")
    assert answer.json()["errors"] == [
        {"field": "at", "words": "This time lies ahead. Give the time at which it happened."}
    ]


async def test_somebody_is_found_again_by_their_numbers(here: Desk) -> None:
    nhs, hospital = an_nhs_number(), uuid4().hex
    spells = [
        await here.admitted(nhs_number=f"{nhs[:3]} {nhs[3:6]} {nhs[6:]}", hospital_number=hospital),
        await here.admitted(nhs_number=nhs),
        await here.admitted(hospital_number=hospital),
        await here.admitted(),
    ]
    people = [(await here.get(f"/spells/{spell}")).json()["person"]["person_id"] for spell in spells]
    assert people[0] == people[1] == people[2] != people[3]


async def test_a_wrong_nhs_number_and_numbers_of_two_people_are_refused(here: Desk) -> None:
    nhs, hospital = an_nhs_number(), uuid4().hex
    await here.admitted(nhs_number=nhs)
    await here.admitted(hospital_number=hospital)
    head = await here.head()
    for numbers, code in (
        ({"nhs_number": "9990000011"}, "nhs-number-wrong"),
        ({"nhs_number": "nine"}, "nhs-number-wrong"),
        ({"nhs_number": "999 999 9999"}, "nhs-number-wrong"),
        ({"hospital_number": hospital, "family": "Marrow"}, "numbers-disagree"),
        ({"nhs_number": nhs, "hospital_number": hospital}, "numbers-disagree"),
    ):
        answer = await here.put(f"/spells/{uuid4()}", here.admission(**numbers), NURSE)
        assert refusal(answer) == (409, code)
    assert await here.head() == head


async def test_the_page_of_a_stay_shows_where_and_since_when_ready(here: Desk) -> None:
    spell = await here.admitted()
    ready = {"outcome": "no_longer_meets", "criteria": [], "at": LATER, "words": "Walks."}
    await here.put(f"/spells/{spell}/reviews/{uuid4()}", ready, CLINICIAN)
    await here.put(f"/spells/{spell}/end", {"how": "transferred", "at": "2026-10-23T10:00:00Z"}, NURSE)
    page = (await here.get(f"/spells/{spell}", NURSE)).json()
    assert page["ready"] == {"ready_date": "2026-10-21", "days": 2, "nights_in_all": 2, "earlier_nights": 0}
    assert (page["spell"]["how"], page["spell"]["gone"]) == ("transferred", True)
    assert [line["words"] for line in page["timeline"]] == [
        "Admitted to Ash ward, bed A1-01.",
        "Reviewed: no longer meets the criteria to reside. “Walks.”",
        "Stay ended: transferred to another hospital.",
    ]


async def test_the_ward_list_is_in_bed_order(here: Desk) -> None:
    ward = await here.ward("2", "10")
    for bed in ("10", "2"):
        await here.put(f"/spells/{uuid4()}", here.admission() | {"ward_id": ward, "bed": bed}, NURSE)
    listed = (await here.get(f"/wards/{ward}/list", NURSE)).json()
    assert [row["bed"] for row in listed["rows"]] == ["2", "10"]


async def test_who_left_a_ward_lately_is_listed_there_until_the_leaving_is_taken_back(here: Desk) -> None:
    ward, now = await here.ward("2", "10"), datetime.now(UTC)
    long_ago, yesterday = (f"{now - timedelta(days=days):%Y-%m-%dT%H:%M:%SZ}" for days in (4, 1))
    before, spell = str(uuid4()), str(uuid4())
    for each, bed, left_at in ((before, "2", long_ago), (spell, "10", yesterday)):
        await here.put(f"/spells/{each}", here.admission() | {"ward_id": ward, "bed": bed}, NURSE)
        await here.put(f"/spells/{each}/end", {"how": "self_discharge", "at": left_at}, NURSE)
    [left] = (await here.get(f"/wards/{ward}/left", NURSE)).json()["people"]
    assert left == {
        "spell_id": spell, "name": "EXAMPLE, Ada", "bed": "10", "left_at": yesterday, "how": "self_discharge"
    }  # fmt: skip

    back = {"what": "end", "at": f"{now:%Y-%m-%dT%H:%M:%SZ}", "reason": "recorded_by_mistake"}
    assert (await here.put(f"/spells/{spell}/reversal", back, NURSE)).status_code == 200
    assert (await here.get(f"/wards/{ward}/left", NURSE)).json()["people"] == []


@pytest.mark.parametrize(
    ("path", "body", "role"),
    [
        ("bed", "place", NURSE),
        ("end", {"how": "died", "at": LATER}, NURSE),
        ("expected-discharge", {"expected_on": "2030-12-24"}, NURSE),
        ("leave", {"started_at": LATER}, NURSE),
        ("leave/end", {"at": LATER}, NURSE),
        ("reversal", {"what": "end", "at": LATER}, NURSE),
        ("reversal", {"what": "admission", "at": LATER}, NURSE),
        ("reviews/00000000-0000-4000-8000-000000000001", {"outcome": "no_longer_meets"}, CLINICIAN),
    ],
)
async def test_a_stay_that_nobody_opened_is_not_known(here: Desk, path: str, body: Any, role: Any) -> None:
    told = {"ward_id": str(here.place.ward), "bed": "A1-01", "at": LATER} if body == "place" else body
    assert refusal(await here.put(f"/spells/{uuid4()}/{path}", told, role)) == (404, "not-known")
    assert refusal(await here.get(f"/spells/{uuid4()}", role)) == (404, "not-known")


async def test_a_ward_of_nowhere_is_refused(here: Desk) -> None:
    spell, nowhere = await here.admitted(), str(uuid4())
    answer = await here.put(f"/spells/{spell}/bed", {"ward_id": nowhere, "bed": "1", "at": LATER}, NURSE)
    assert refusal(answer) == (409, "ward-not-known")
    answer = await here.put(f"/spells/{uuid4()}", here.admission() | {"ward_id": nowhere}, NURSE)
    assert refusal(answer) == (409, "ward-not-known")


@pytest.mark.parametrize(
    ("how", "stage", "outcome"), [("discharged", "left_hospital", None), ("died", "closed", "died")]
)
async def test_the_case_hears_how_the_stay_ended_and_that_it_did_not(
    here: Desk, how: str, stage: str, outcome: str | None
) -> None:
    case, spell = await here.planning()
    await here.put(f"/spells/{spell}/end", {"how": how, "at": EVENING}, NURSE)
    told = (await here.get(f"/cases/{case}")).json()["case"]
    assert (told["stage"], told["outcome"]) == (stage, outcome)

    await here.put(f"/spells/{spell}/reversal", {"what": "end", "at": EVENING}, NURSE)
    told = (await here.get(f"/cases/{case}")).json()["case"]
    assert (told["stage"], told["outcome"], told["left_at"]) == ("planning", None, None)


async def test_the_case_hears_that_the_admission_was_cancelled_and_took_place_after_all(here: Desk) -> None:
    case, spell = await here.planning()
    await here.put(f"/spells/{spell}/reversal", {"what": "admission", "at": ADMITTED}, NURSE)
    assert (await here.get(f"/cases/{case}")).json()["case"]["outcome"] == "admission_cancelled"
    await here.put(f"/spells/{spell}", here.admission(), NURSE)
    assert (await here.get(f"/cases/{case}")).json()["case"]["stage"] == "planning"
