"""A system as one file: written out, looked at, brought in whole or not at all."""

from typing import Any
from uuid import uuid4

from tests.api.desk import HUB, MANAGER, NURSE, Desk, refusal
from tests.api.test_practice_routes import LADDER, PHRASES, RUNG, WEEK


async def furnished(at_desk: Desk) -> dict[str, Any]:
    """The file of a system in which something of everything is set."""
    service = {"name": "Reablement", "organisation_id": str(at_desk.place.trust), "line": "reab", "pathway": "P1"}
    for path, body in (
        (f"/services/{uuid4()}", service),
        (f"/calendars/{at_desk.place.trust}", WEEK),
        (f"/ladders/{at_desk.place.trust}", LADDER),
        ("/senior-responsible-officer", RUNG),
        ("/practice/quick_phrases", PHRASES),
    ):
        assert (await at_desk.put(path, body, MANAGER)).status_code == 200
    file: dict[str, Any] = (await at_desk.get("/system/export", NURSE)).json()
    return file


async def test_bringing_in_what_was_written_out_changes_nothing(at_desk: Desk) -> None:
    file, head = await furnished(at_desk), await at_desk.head()
    assert all(file[part] for part in file)
    would = (await at_desk.post("/system/import/preview", file, MANAGER)).json()
    done = (await at_desk.put(f"/system/import/{uuid4()}", file, MANAGER)).json()
    assert would == done == {"changes": [], "unchanged": done["unchanged"]}
    assert done["unchanged"] > 15
    assert await at_desk.head() == head


async def test_a_file_holds_no_names_of_staff_and_no_secrets(at_desk: Desk) -> None:
    text = str(await furnished(at_desk))
    assert "Sam " not in text
    assert "password" not in text


async def test_what_a_file_would_change_is_told_and_nothing_is_changed_until_it_is_brought_in(at_desk: Desk) -> None:
    file, head = await furnished(at_desk), await at_desk.head()
    trust, service, member = str(uuid4()), str(uuid4()), str(uuid4())
    council = {"id": trust, "code": uuid4().hex[:8], "name": "Southmoor Council", "kind": "council"}
    line = {"id": service, "name": "Southmoor at home", "organisation_id": trust, "line": "reab", "pathway": "P1"}
    joining = {"id": member, "role": "provider", "organisation_id": trust}
    phrases = [{"code": "told", "words": "Told ward."}]
    new = file | {
        "organisations": [council],
        "services": [line],
        "roster": [joining],
        "calendars": [WEEK | {"owner_id": service}],
        "ladders": [LADDER | {"organisation_id": trust, "duty": RUNG | {"staff_id": member}}],
        "practice": {"quick_phrases": phrases},
    }
    would = (await at_desk.post("/system/import/preview", new, MANAGER)).json()
    assert would["changes"] == [
        "Organisation Southmoor Council (new)",
        "Service Southmoor at home",
        f"Roster: provider {member} (new)",
        "Calendar of Southmoor at home",
        "Ladder of Southmoor Council",
        "Quick phrases for notes",
    ]
    assert await at_desk.head() == head

    path = f"/system/import/{uuid4()}"
    assert (await at_desk.put(path, new, MANAGER)).json() == would
    assert await at_desk.head() == head + 7  # and that it was brought in
    assert (await at_desk.get("/practice/quick_phrases")).json()["lines"] == phrases

    assert (await at_desk.put("/practice/quick_phrases", PHRASES, HUB, If_Match='"2"')).json()["recorded"] == 1
    head = await at_desk.head()
    assert (await at_desk.put(path, new, MANAGER)).json()["changes"] == []
    assert await at_desk.head() == head


async def test_a_file_with_an_entry_that_is_refused_changes_nothing(at_desk: Desk) -> None:
    head = await at_desk.head()
    council = {"id": str(uuid4()), "code": uuid4().hex[:8], "name": "Southmoor", "kind": "council"}
    file = {"organisations": [council], "calendars": [WEEK | {"owner_id": str(uuid4())}]}
    assert refusal(await at_desk.put(f"/system/import/{uuid4()}", file, MANAGER)) == (409, "owner-not-known")
    assert await at_desk.head() == head


async def test_whose_role_a_file_changes_may_no_more_than_their_new_role(at_desk: Desk) -> None:
    file = (await at_desk.get("/system/export")).json()
    lead = next(each for each in file["roster"] if each["id"] == str(at_desk.place.staff[HUB]))
    await at_desk.put(f"/system/import/{uuid4()}", {"roster": [lead | {"role": "provider"}]}, MANAGER)
    assert (await at_desk.get("/me")).json()["role"] == "provider"
    assert refusal(await at_desk.put("/practice/quick_phrases", PHRASES)) == (403, "not-allowed")


async def test_somebody_on_the_roster_does_other_work_and_keeps_their_account(at_desk: Desk) -> None:
    work = {"role": "case_manager", "organisation_id": str(at_desk.place.trust), "hub_id": str(at_desk.place.hub)}
    path = f"/staff/{at_desk.place.staff[HUB]}/work"
    assert [(await at_desk.put(path, work, MANAGER)).json()["recorded"] for _ in range(2)] == [1, 0]
    assert (await at_desk.get("/me")).json()["role"] == "case_manager"
    rows = (await at_desk.get("/staff", NURSE)).json()["rows"]
    assert {row["role"] for row in rows if row["id"] == str(at_desk.place.staff[HUB])} == {"case_manager"}
