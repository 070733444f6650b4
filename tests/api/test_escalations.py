"""Escalations over HTTP: raised, taken on, acted on and settled; whose they are, and who is to act."""

import csv
from datetime import UTC, datetime, timedelta
from io import StringIO
from typing import Any
from uuid import UUID, uuid4

from app.api.erasing import erase_person
from app.domain.values import PersonId, Role
from app.events.escalation.sweep import sweep_system
from tests.api.desk import CLINICIAN, HUB, NURSE, Desk, refusal, twice

BY_HAND = {"level": "L2", "ladder": "ward", "words": "No answer from the ward."}
_RUNG = {"phone": "0300 000 0001", "staff_id": None}
LADDER = {
    "duty": _RUNG | {"role": "Site practitioner"},
    "team_lead": _RUNG | {"role": "Matron"},
    "operational_head": _RUNG | {"role": "Head of operations"},
    "executive": _RUNG | {"role": "Executive on call"},
}


async def raised(desk: Desk, case: str, **said: Any) -> str:
    escalation = str(uuid4())
    answer = await desk.put(f"/cases/{case}/escalations/{escalation}", BY_HAND | said)
    assert answer.status_code == 200, answer.json()
    return escalation


async def listed(desk: Desk, case: str, role: Role = HUB, query: str = "") -> list[dict[str, Any]]:
    answer = await desk.get(f"/escalations{query}", role)
    assert answer.status_code == 200, answer.json()
    return [each for each in answer.json()["escalations"] if each["case_id"] == case]


async def said_of(desk: Desk, case: str) -> list[str]:
    page = (await desk.get(f"/cases/{case}")).json()
    return [line["words"] for line in page["timeline"] if "scalat" in line["words"]]


async def test_a_problem_is_raised_taken_on_acted_on_and_settled(here: Desk) -> None:
    case, _ = await here.planning()
    path = f"/cases/{case}/escalations/{uuid4()}"
    assert await twice(here, path, BY_HAND) == [1, 0]
    [one] = await listed(here, case)
    assert (one["level"], one["owner"], one["name"], one["bed"]) == ("L2", "Northmoor Trust", "EXAMPLE, Ada", "A1-01")
    on = f"/escalations/{one['escalation_id']}"
    assert await twice(here, f"{on}/acknowledgement", {"acknowledgement_id": str(uuid4())}) == [1, 0]
    assert await twice(here, f"{on}/action", {"action_id": str(uuid4()), "words": "Rang the matron."}) == [1, 0]
    [one] = await listed(here, case)
    assert one["acknowledged_at"]
    assert one["done"] == "Rang the matron."
    shown = (await here.get(f"/cases/{case}")).json()["escalations"]
    assert [(each["id"], each["words"]) for each in shown] == [(one["escalation_id"], "No answer from the ward.")]
    assert await twice(here, f"{on}/ending", {"ending_id": str(uuid4()), "words": "They rang back."}) == [1, 0]
    assert await listed(here, case) == []
    lines = await said_of(here, case)
    assert [line.partition(":")[2].split(".")[0].strip().split(",")[0] for line in lines] == [
        "Raised by a person",
        "acknowledged",
        "acted on",
        "settled",
    ]


async def test_who_is_to_act_is_on_the_owners_ladder_and_on_the_hubs(here: Desk) -> None:
    case, _ = await here.planning()
    assert (await here.put(f"/ladders/{here.place.trust}", LADDER, Role.MANAGER)).status_code == 200
    escalation = await raised(here, case)
    [one] = await listed(here, case)
    assert one["acts"] == {"role": "Matron", "phone": "0300 000 0001", "staff_id": None}
    assert one["beside"]["role"] == "Matron"
    answer = await here.get("/escalations/who-acts")
    assert answer.headers["content-type"].startswith("text/csv")
    [line] = [line for line in answer.text.splitlines() if line.startswith(escalation)]
    assert "L2,Raised by a person,Northmoor Trust," in line
    assert "Matron,0300 000 0001" in line
    assert "Ada" not in answer.text


async def test_no_cell_of_the_file_of_who_acts_is_a_formula(here: Desk) -> None:
    case, _ = await here.planning()
    typed = {"role": '=HYPERLINK("http://example.org","Matron")', "phone": "+44 300 000 0001"}
    ladder = {rung: {**said, **typed} for rung, said in LADDER.items()}
    assert (await here.put(f"/ladders/{here.place.trust}", ladder, Role.MANAGER)).status_code == 200
    escalation = await raised(here, case)
    lines = [*csv.DictReader(StringIO((await here.get("/escalations/who-acts")).text))]
    [one] = [line for line in lines if line["escalation"] == escalation]
    assert one["role"] == '\'=HYPERLINK("http://example.org","Matron")'
    assert one["telephone"] == "'+44 300 000 0001"


async def test_the_clock_raises_and_the_ward_finds_it_on_its_list(here: Desk) -> None:
    case, spell = await here.referred()
    now = datetime.now(UTC) + timedelta(hours=3)
    await sweep_system(here.place.database, here.place.hints, here.place.system, now)
    triggers = {each["trigger"]: each for each in await listed(here, case)}
    assert triggers["not_triaged"]["acknowledged_at"] is None
    assert {each["spell_id"] for each in await listed(here, case, NURSE)} == {spell}
    assert await listed(here, case, Role.PROVIDER) == await listed(here, case, Role.PROVIDER, "?everybodys=true")
    spells = (await here.get(f"/spells/{spell}", NURSE)).json()["timeline"]
    assert [line["position"] for line in spells] == sorted(line["position"] for line in spells)


async def test_what_is_wrong_is_said_in_words(here: Desk) -> None:
    case, _ = await here.planning()
    escalation = await raised(here, case)
    again = await here.put(f"/cases/{case}/escalations/{uuid4()}", BY_HAND)
    assert refusal(again) == (409, "escalated-already")
    assert again.json()["escalation_id"] == escalation
    nobody = await here.put(f"/cases/{case}/escalations/{uuid4()}", BY_HAND | {"ladder": "service", "trigger": "ready"})
    assert refusal(nobody) == (409, "nobody-on-that-ladder")
    unknown = await here.put(f"/cases/{case}/escalations/{uuid4()}", BY_HAND | {"trigger": "bad_weather"})
    assert refusal(unknown) == (409, "trigger-not-known")
    missing = await here.put(f"/escalations/{uuid4()}/acknowledgement", {"acknowledgement_id": str(uuid4())})
    assert refusal(missing) == (404, "not-known")
    words = {"action_id": str(uuid4()), "words": "\ud800"}
    assert (await here.put(f"/escalations/{escalation}/action", words, CLINICIAN)).status_code == 422


async def test_nobody_reads_the_words_of_somebody_who_was_erased(here: Desk) -> None:
    case, _ = await here.planning()
    await raised(here, case)
    person = (await here.get(f"/cases/{case}")).json()["case"]["person_id"]
    now = datetime.now(UTC)
    by = here.place.by(Role.MANAGER)
    whom = PersonId(UUID(person))
    await erase_person(here.place.database, here.place.hints, here.place.system, whom, by=by, at=now)
    words = await here.place.database.reads.fetchval(
        "SELECT words FROM escalation_1 WHERE system_id = $1 AND case_id = $2", here.place.system, case
    )
    assert words == "(erased)"


async def test_a_problem_of_somebody_without_a_case_is_raised_on_the_stay_and_ends_with_it(at_desk: Desk) -> None:
    here = at_desk
    spell = await here.admitted()
    path = f"/spells/{spell}/escalations/{uuid4()}"
    assert await twice(here, path, BY_HAND) == [1, 0]
    [one] = await of_stay(here, spell, NURSE)
    assert (one["case_id"], one["owner"], one["bed"], one["words"]) == (
        None,
        "Northmoor Trust",
        "A1-01",
        BY_HAND["words"],
    )
    again = await here.put(f"/spells/{spell}/escalations/{uuid4()}", BY_HAND)
    assert refusal(again) == (409, "escalated-already")
    on = f"/escalations/{one['escalation_id']}"
    assert await twice(here, f"{on}/ending", {"ending_id": str(uuid4()), "words": "They rang back."}) == [1, 0]
    assert await of_stay(here, spell, NURSE) == []

    to_hub = BY_HAND | {"ladder": "hub"}
    assert await twice(here, f"/spells/{spell}/escalations/{uuid4()}", to_hub) == [1, 0]
    await sweep_system(here.place.database, here.place.hints, here.place.system, datetime.now(UTC))
    assert len(await of_stay(here, spell, NURSE)) == 1
    left = {"how": "discharged", "at": datetime.now(UTC).isoformat()}
    assert (await here.put(f"/spells/{spell}/end", left, NURSE)).status_code == 200
    await sweep_system(here.place.database, here.place.hints, here.place.system, datetime.now(UTC))
    assert await of_stay(here, spell, NURSE) == []
    late = await here.put(f"/spells/{spell}/escalations/{uuid4()}", BY_HAND)
    assert refusal(late) == (409, "not-in-hospital")
    assert (await here.put(f"/spells/{uuid4()}/escalations/{uuid4()}", BY_HAND)).status_code == 404


async def of_stay(desk: Desk, spell: str, role: Role) -> list[dict[str, Any]]:
    every = (await desk.get("/escalations?everybodys=true", role)).json()["escalations"]
    return [each for each in every if each["spell_id"] == spell and each["words"]]
