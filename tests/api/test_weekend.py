"""The Friday list over HTTP: who leaves and what is missing, whom to ring, what frees most; of whose ward or hub."""

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

from app.bank_holidays import ENGLAND
from app.domain.case import PinNote, PlanLeaving, RecordDeparture, WriteNote
from app.domain.case.audience import Audience
from app.domain.case.leaving import LeaveFrom
from app.domain.case.tracking import FollowPerson
from app.domain.local_time import local_date
from app.domain.service import CloseService
from app.domain.service.closing import ClosedFor
from app.domain.spell import ExpectDischarge
from app.domain.values import Role, SpellId, Words
from app.domain.weekend import weekend_at
from tests.api.desk import CLINICIAN, HUB, NURSE, PROVIDER, Desk
from tests.events.searching import Searching, a_search
from tests.the_weekend import PHONE, leaves_at_the_weekend, on_the_last_day, ready_for


async def test_who_leaves_stands_with_slot_service_and_what_is_missing(at_desk: Desk) -> None:
    spell = await ready_for(at_desk.place, 2)
    search, _ = await leaves_at_the_weekend(at_desk.place, spell)
    found = (await at_desk.get(f"/weekend?hub_id={at_desk.place.hub}")).json()
    [leaving] = found["leaving"]
    assert (leaving["case_id"], leaving["name"], leaving["bed"]) == (str(search.case), "EXAMPLE, Ada", "A1-01")
    assert datetime.fromisoformat(leaving["leave_at"]) == on_the_last_day()
    assert (leaving["service"], leaving["pathway"]) == ("Reablement", "P1")
    assert {"stops", "medicines", "transport"} <= set(leaving["missing"])
    assert not {"slot", "start", "not_admitting", "first_visit", "before_leaving"} & set(leaving["missing"])
    assert all(stop["words"] and stop["role"] for stop in leaving["stops"])
    assert leaving["stops"]
    named = {task["words"] for task in await _tasks(at_desk, search) if task["code"] in ("C07", "C08", "C09")}
    assert len(named) == 3
    assert not named & {stop["words"] for stop in leaving["stops"]}, "a tick and its task are named once"
    assert [each["spell_id"] for each in found["ready"]] == [str(spell)]


async def test_a_service_that_takes_nobody_in_that_day_is_to_be_rung(at_desk: Desk) -> None:
    _, service = await leaves_at_the_weekend(at_desk.place, await ready_for(at_desk.place, 1))
    by = at_desk.place.by(Role.MANAGER)
    await at_desk.place.do(CloseService(service_id=service, why=ClosedFor.OWN_PAUSE, by=by, at=datetime.now(UTC)))
    found = await _weekend(at_desk)
    assert "closed" in found["leaving"][0]["missing"]
    [call] = [each for each in found["calls"] if each["who"] == "Reablement"]
    assert (call["phone"], call["because"][0]["words"]) == (PHONE, "The service is closed that day")


async def test_who_has_an_expected_date_and_no_case_is_named_and_nothing_is_claimed(at_desk: Desk) -> None:
    spell, by = await ready_for(at_desk.place, 1), at_desk.place.by(NURSE)
    last = weekend_at(datetime.now(UTC), ENGLAND).last
    at = datetime.now(UTC)
    await at_desk.place.do(ExpectDischarge(spell_id=spell, expected_on=last, by=by, at=at))
    [leaving] = (await _weekend(at_desk))["leaving"]
    assert (leaving["spell_id"], leaving["leaves_on"]) == (str(spell), last.isoformat())
    assert (leaving["leave_at"], leaving["missing"], leaving["case_id"]) == (None, [], None)
    assert (await at_desk.get(f"/weekend?hub_id={at_desk.place.hub}")).json()["leaving"] == []


async def test_who_is_in_hospital_again_and_expected_to_leave_is_listed_without_the_slot_of_before(
    at_desk: Desk,
) -> None:
    search = await _has_slot(at_desk, await ready_for(at_desk.place, 3), datetime.now(UTC) - timedelta(days=1))
    by, at = at_desk.place.by(NURSE), datetime.now(UTC)
    await at_desk.place.do(RecordDeparture(case_id=search.case, by=by, at=at - timedelta(hours=20)))
    _, again = await at_desk.place.admit(bed="A1-02", at=at - timedelta(hours=5), family="Example")
    await at_desk.place.do(FollowPerson(case_id=search.case, spell_id=again, by=by, at=at - timedelta(hours=5)))
    last = weekend_at(at, ENGLAND).last
    await at_desk.place.do(ExpectDischarge(spell_id=again, expected_on=last, by=by, at=at))
    [leaving] = [each for each in (await _weekend(at_desk))["leaving"] if each["bed"] == "A1-02"]
    assert (leaving["leaves_on"], leaving["leave_at"]) == (last.isoformat(), None)
    assert "slot" in leaving["missing"]


async def test_whose_slot_has_passed_is_listed_unless_they_are_expected_to_leave_later(at_desk: Desk) -> None:
    spell, by, at = await ready_for(at_desk.place, 3), at_desk.place.by(NURSE), datetime.now(UTC)
    await _has_slot(at_desk, spell, at - timedelta(days=1))
    [leaving] = (await _weekend(at_desk))["leaving"]
    assert "slot_passed" in leaving["missing"]
    later = weekend_at(at, ENGLAND).last + timedelta(days=2)
    await at_desk.place.do(ExpectDischarge(spell_id=spell, expected_on=later, by=by, at=at))
    assert (await at_desk.get(f"/weekend?hub_id={at_desk.place.hub}")).json()["leaving"] == []


async def test_who_leaves_today_as_agreed_loses_no_days(at_desk: Desk) -> None:
    await _has_slot(at_desk, await ready_for(at_desk.place, 2), datetime.now(UTC) + timedelta(seconds=90))
    actions = (await _weekend(at_desk))["freeing"]
    ends = local_date(datetime.now(UTC) + timedelta(seconds=90)) - local_date(datetime.now(UTC))
    assert {action["expected"] for action in actions} == {ends.days}


async def test_what_frees_most_bed_days_is_told_with_the_days_lost_so_far(at_desk: Desk) -> None:
    spells = [await ready_for(at_desk.place, days, bed=f"A1-0{days}") for days in (1, 2)]
    [action] = (await _weekend(at_desk))["freeing"]
    now = datetime.now(UTC)
    ahead = (weekend_at(now, ENGLAND).last - local_date(now)).days
    assert (action["days"], action["expected"], action["frees"]) == (3, 2 * ahead, 2 * ahead)
    assert action["people"] == [str(spell) for spell in reversed(spells)]


async def test_pinned_notes_are_handed_over_to_those_who_may_read_them(at_desk: Desk) -> None:
    search, _ = await leaves_at_the_weekend(at_desk.place, await ready_for(at_desk.place, 1))
    for audience in (Audience.EVERYONE, Audience.HUB):
        said, note = search.said(), uuid4()
        await at_desk.place.do(WriteNote(note_id=note, words=Words(f"For {audience}."), audience=audience, **said))
        await at_desk.place.do(PinNote(note_id=note, pinned=True, **said))
    path = f"/weekend?ward_id={at_desk.place.ward}"
    assert {each["words"] for each in (await at_desk.get(path, HUB)).json()["notes"]} == {"For everyone.", "For hub."}
    assert [each["words"] for each in (await at_desk.get(path, NURSE)).json()["notes"]] == ["For everyone."]


async def test_ward_staff_read_their_own_ward_and_a_provider_none(at_desk: Desk) -> None:
    await ready_for(at_desk.place, 1)
    assert len((await at_desk.get("/weekend", CLINICIAN)).json()["ready"]) == 1
    assert (await at_desk.get(f"/weekend?ward_id={at_desk.place.other_ward}", NURSE)).status_code == 403
    assert (await at_desk.get(f"/weekend?ward_id={at_desk.place.other_ward}", HUB)).json()["ready"] == []
    assert (await at_desk.get("/weekend", PROVIDER)).status_code == 403
    assert (await at_desk.get("/weekend/days", PROVIDER)).status_code == 403


async def test_the_days_are_told_to_a_board_that_shows_the_link(at_desk: Desk) -> None:
    days = (await at_desk.get("/weekend/days")).json()
    assert datetime.fromisoformat(days["closes_at"]) > datetime.now(UTC)
    opens, closes = (datetime.fromisoformat(days[name]) for name in ("opens_at", "closes_at"))
    assert closes - opens > timedelta(hours=36)


async def _tasks(at_desk: Desk, search: Searching) -> list[dict[str, Any]]:
    tasks: list[dict[str, Any]] = (await at_desk.get(f"/cases/{search.case}", HUB)).json()["tasks"]
    return tasks


async def _has_slot(at_desk: Desk, spell: SpellId, leave_at: datetime) -> Searching:
    search = await a_search(at_desk.place, spell)
    slot: dict[str, Any] = {"leave_from": LeaveFrom.WARD, "going_to": Words("Home"), "received_by": Words("Her son")}
    await at_desk.place.do(PlanLeaving(leave_at=leave_at, **slot, **search.said()))
    return search


async def _weekend(at_desk: Desk) -> dict[str, Any]:
    found: dict[str, Any] = (await at_desk.get(f"/weekend?ward_id={at_desk.place.ward}")).json()
    return found
