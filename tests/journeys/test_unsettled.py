"""Stories in which one event unsettles all that is held, through HTTP only: worse again, moved, dead, not dead."""

from datetime import timedelta

from app import clock
from app.views.offer_lookup import overdue_offers
from tests.journeys.case import Case
from tests.journeys.hub import MORNING, Hub
from tests.journeys.provider import Provider, from_now
from tests.journeys.town import Town


async def test_meets_the_criteria_again_while_everything_is_booked(northmoor: Town) -> None:
    ward, hub = northmoor.ward, northmoor.hub
    await northmoor.it_is("Tue 3 Nov 09:00")
    north = await northmoor.has_calls("North Reablement", "reab")
    case = await ward.refers("Curlew", "personal_care")
    await _all_is_booked(northmoor, case, north)
    await case.stands("start_agreed", "Start agreed", done="C07 C08 C09")
    assert await case.asked() == dict.fromkeys(("service", "transport", "pharmacy", "letter"))
    await northmoor.it_is("Wed 4 Nov 09:05")
    assert await case.bed.escalated() == {"stop_undone": "L3", "ready": "L1"}
    assert (await case.bed.nights(), await case.bed.ready()) == ({"2026-11-03": "CA1"}, ("2026-11-03", 1, 1))

    await ward.says_meets(case)
    assert (await case.bed.why(), await case.bed.ready()) == ("not waiting", (None, None, 1))
    card = await case.stands("start_agreed", "Meets the criteria to reside again: asked whether it is kept or released")
    assert set((await case.asked()).values()) == {"meets_again"}
    assert (card["holders"]["count"], card["holders"]["cause"]) == (4, "meets_again")
    assert await case.work("transport") == {"C09"}, "the desk sees the question beside what it had done"
    assert (await north.card(case))["card"]["question"] == "meets_again"

    await north.keeps(case)
    await case.answer(ward.nurse, "C09", "release")
    await case.answer(hub.staff, "C07", "keep", until=from_now(30))
    card = await case.stands(
        "start_agreed", "“North Reablement” is kept until", "Transport booked", "is released", done="C07"
    )
    assert card["holders"]["count"] == 1, "the letter is not answered, and stays visible"
    assert await case.asked() == {"service": None, "pharmacy": None, "letter": "meets_again"}
    assert (await case.task("C09"))["state"] == "open"
    await north.has(free=0, booked=1)

    await ward.moves(case, str(northmoor.place.other_ward), "B2-01")
    assert set((await case.asked()).values()) == {"moved_ward"}
    await hub.agrees_slot(case, "Own home", hours=40)
    await northmoor.it_is("Wed 4 Nov 09:10")
    assert await case.bed.escalated() == {}, "who is unwell is late for nothing"
    card = await case.stands("start_agreed", "Moved to another ward: asked", "Planned leaving moved: asked")
    assert card["holders"]["count"] == 3

    await north.releases(case)
    await north.has(free=1, booked=0)
    card = await case.stands("planning", "“North Reablement” is released", "gave its place up")
    assert card["holders"]["count"] == 2
    assert await north.cards() == set()
    code, words = await north.is_refused(case, "keep-or-release", answer="keep", until=from_now(2))
    assert (code, "Nothing is asked here" in words) == ("nobody-asks", True)

    await northmoor.it_is("Thu 5 Nov 08:00")
    assert (await case.bed.nights(), await case.bed.why()) == ({"2026-11-03": "CA1"}, "not waiting")
    await hub.asks(case, north)
    await north.confirms(case, units=["Ours"], how="remote")
    await case.stands("start_agreed", "Start agreed with North Reablement")
    await ward.sees_off(case)
    card = await case.stands("left_hospital", "Left hospital")
    assert card["holders"] is None, "who has left is asked about no more"
    await northmoor.nothing_is_lost()


async def test_a_death_withdraws_everything_and_a_wrong_one_gives_back_what_it_can(northmoor: Town) -> None:
    ward, hub = northmoor.ward, northmoor.hub
    await northmoor.it_is("Tue 3 Nov 09:00")
    north = await northmoor.has_calls("North Reablement", "reab")
    south = await northmoor.has_calls("South Reablement", "reab")
    west = await northmoor.has_calls("West Reablement", "reab")
    booked = await ward.refers("Dunlin", "personal_care")
    await _all_is_booked(northmoor, booked, north)
    await northmoor.it_is("Wed 4 Nov 09:05")
    assert await booked.bed.nights() == {"2026-11-03": "CA1"}
    assert set(await booked.bed.escalated()) == {"stop_undone", "ready"}
    sought = await ward.refers("Egret", "personal_care")
    await _ready_to_ask(hub, sought)
    await hub.asks(sought, south, west)
    await south.holds_a_place(sought)
    await ward.says_meets(booked)

    for case in (booked, sought):
        await ward.records_death(case)
        await case.closed("Closed: died")
        page = await case.page()
        assert (page["holders"], page["case"]["holders"]) == ([], None)
        [died] = [line["position"] for line in page["timeline"] if line["words"] == "Closed: died."]
        since = [line["words"] for line in page["timeline"] if line["position"] > died]
        assert not any("asked" in words for words in since), since
        lists = (await hub.staff.read("/tasks"))["tasks"]
        assert case.id not in {task["case_id"] for task in lists}
        assert await case.bed.why() == "not waiting"
    await north.has(free=1, booked=0)
    await south.has(free=1, held=0)
    assert [await each.cards() for each in (north, south, west)] == [set(), set(), set()]
    async with northmoor.place.database.reads.acquire() as connection:
        due = await overdue_offers(connection, clock.now() + timedelta(days=9))
    assert northmoor.place.system not in {each.system for each in due}, "nothing expires for the dead"
    for case, provider in ((booked, north), (sought, west)):
        assert await provider.is_refused(case, "interest") == ("request-is-over", OVER)

    await northmoor.it_is("Wed 4 Nov 09:10")
    assert [await each.bed.escalated() for each in (booked, sought)] == [{}, {}]

    other = await ward.refers("Fulmar", "personal_care")
    await _ready_to_ask(hub, other)
    await hub.asks(other, south)
    await south.holds_a_place(other)
    await south.has(free=0, held=1)

    await ward.takes_death_back(booked)
    card = await booked.stands("start_agreed", "Reopened", "Stands again: North Reablement", "Recorded as dead by")
    await north.has(free=0, booked=1)
    assert card["holders"]["count"] == 4
    assert set((await booked.asked()).values()) == {"death_taken_back"}, "they may have stood down meanwhile"
    await north.keeps(booked)
    assert await booked.work("pharmacy") >= {"C07"}

    await ward.takes_death_back(sought)
    await sought.stands(
        "finding_a_service", "Stands again: West Reablement. Lost: South Reablement (the place is taken since)"
    )
    [lost] = (await sought.page())["lost"]
    assert (lost["service"], lost["was"], lost["why"]) == ("South Reablement", "in_principle", "place_gone")
    await west.confirms(sought, units=["Ours"], how="remote")
    await sought.stands("start_agreed", "Start agreed with West Reablement")
    await south.has(free=0, held=1)
    await northmoor.nothing_is_lost()


OVER = "This request is over: nobody needs to be found any more. Nothing has to be done."


async def _ready_to_ask(hub: Hub, case: Case) -> None:
    await hub.accepts(case)
    await hub.decides(case, "P1", "P1")
    await hub.needs(case, "reab", calls=MORNING)


async def _all_is_booked(town: Town, case: Case, provider: Provider) -> None:
    """Ready, a start agreed for tomorrow, a slot; medicines, letter and transport are done."""
    await _ready_to_ask(town.hub, case)
    await town.hub.asks(case, provider)
    await provider.holds_a_place(case)
    await town.ward.says_ready(case)
    await provider.confirms(case, in_hours=27, how="remote")
    await town.hub.agrees_slot(case, "Own home", hours=26)
    await town.ward.finishes(case, "C07 C08 C09")
