"""Stories in which one event unsettles all that is held, through HTTP only: worse again, moved, dead, not dead."""

from datetime import timedelta
from typing import Any

from app import clock
from app.views.offer_lookup import overdue_offers
from tests.journeys.case import Case
from tests.journeys.hub import MORNING, Hub
from tests.journeys.provider import Provider, from_now
from tests.journeys.town import Town

NORTH, TRUST = "North Reablement Ltd", "Northmoor Trust"
DONE = "over, its cause is no more"


async def test_meets_the_criteria_again_while_everything_is_booked(northmoor: Town) -> None:
    ward, hub = northmoor.ward, northmoor.hub
    await northmoor.it_is("Tue 3 Nov 09:00")
    north = await northmoor.has_calls("North Reablement", "reab")
    case = await ward.refers("Curlew", "personal_care")
    curlew = northmoor.follows(case, north)
    await curlew.stands("Referred to Northmoor hub")
    await _all_is_booked(northmoor, case, north)
    await curlew.stands(
        *("Start agreed", "Transport booked"),
        column="start_agreed",
        why="CA1",
        ready=("Tue 3 Nov", 0, 0),
        places="booked",
        done="C07 C08 C09",
    )
    assert await case.asked() == dict.fromkeys(("service", "transport", "pharmacy", "letter"))
    await northmoor.it_is("Wed 4 Nov 09:05")
    # The first visit's time is the service's to tell: it hears of its own.
    undone = {f"stop_undone L3 {TRUST}", f"stop_undone L3 {NORTH}"}
    await curlew.stands(
        *("Night of Tue 3 Nov frozen", "Escalated: Stop task undone before planned leaving", "climbs. L2"),
        *("Escalated: Ready and still here", "climbs. L3"),
        ready=("Tue 3 Nov", 1, 1),
        nights={"Tue 3 Nov": "CA1"},
        escalated=undone | {f"ready L1 {NORTH}"},
    )

    await ward.says_meets(case)
    asked = "Meets the criteria to reside again: asked whether it is kept or released"
    card = await curlew.stands(asked, DONE, why="not waiting", ready=(None, None, 1), escalated=undone)
    assert set((await case.asked()).values()) == {"meets_again"}
    assert (card["holders"]["count"], card["holders"]["cause"]) == (4, "meets_again")
    assert await case.work("transport") == {"C09"}, "the desk sees the question beside what it had done"
    assert (await north.card(case))["card"]["question"] == "meets_again"

    await north.keeps(case)
    await case.answer(ward.nurse, "C09", "release")
    await case.answer(hub.staff, "C07", "keep", until=from_now(30))
    card = await curlew.stands("“North Reablement” is kept until", "is released", "is kept until", done="C07")
    assert card["holders"]["count"] == 1, "the letter is not answered, and stays visible"
    assert await case.asked() == {"service": None, "pharmacy": None, "letter": "meets_again"}
    assert (await case.task("C09"))["state"] == "open"

    await ward.moves(case, str(northmoor.place.other_ward), "B2-01")
    await curlew.stands("Moved to another ward: asked")
    assert set((await case.asked()).values()) == {"moved_ward"}
    await hub.agrees_slot(case, "Own home", hours=40)
    # Who is unwell is late for nothing.
    card = await curlew.stands("Planned leaving changed", "Planned leaving moved: asked", DONE, escalated=set())
    assert card["holders"]["count"] == 3

    await northmoor.it_is("Wed 4 Nov 09:10")
    await curlew.stands()
    await north.releases(case)
    nobody = {f"nobody_can_take L2 {TRUST}"}
    gone = ("“North Reablement” is released", "gave its place up", "Escalated: Nobody can take the person")
    card = await curlew.stands(*gone, column="planning", places="free", escalated=nobody)
    assert card["holders"]["count"] == 2
    assert await north.cards() == set()
    code, words = await north.is_refused(case, "keep-or-release", answer="keep", until=from_now(2))
    assert (code, "Nothing is asked here" in words) == ("nobody-asks", True)
    await curlew.stands()

    await northmoor.it_is("Thu 5 Nov 08:00")
    silent = f"keep_unanswered SRO {TRUST}"
    climbed = ("Escalated: Keep or release: no answer", "climbs. SRO")
    await curlew.stands(*climbed, escalated={silent, f"nobody_can_take SRO {TRUST}"})
    await hub.asks(case, north)
    await north.confirms(case, units=["Ours"], how="remote")
    agreed = "Start agreed with North Reablement"
    await curlew.stands(agreed, DONE, column="start_agreed", places="booked", escalated={silent})
    await ward.sees_off(case)
    card = await curlew.stands(
        *("Left hospital", "Escalated: Left with a stop task open", "Escalated: Comes to you with a stop task open"),
        column="left_hospital",
        ready=(None, 0, 1),
        escalated={
            *(f"left_with_stop_open L2 {each}" for each in (TRUST, NORTH)),
            f"comes_with_stop_open L2 {NORTH}",
        },
    )
    assert card["holders"] is None, "who has left is asked about no more"
    await northmoor.nothing_is_lost()


async def test_a_death_withdraws_everything_and_a_wrong_one_gives_back_what_it_can(northmoor: Town) -> None:
    ward, hub = northmoor.ward, northmoor.hub
    await northmoor.it_is("Tue 3 Nov 09:00")
    north = await northmoor.has_calls("North Reablement", "reab")
    south = await northmoor.has_calls("South Reablement", "reab")
    west = await northmoor.has_calls("West Reablement", "reab")
    booked = await ward.refers("Dunlin", "personal_care")
    dunlin = northmoor.follows(booked, north)
    await dunlin.stands("Referred to Northmoor hub")
    await _all_is_booked(northmoor, booked, north)
    waits: dict[str, Any] = {"column": "start_agreed", "why": "CA1", "ready": ("Tue 3 Nov", 0, 0), "places": "booked"}
    await dunlin.stands("Start agreed", "Transport booked", **waits)
    await northmoor.it_is("Wed 4 Nov 09:05")
    # The first visit's time is the service's to tell: it hears of its own.
    undone = {f"stop_undone L3 {TRUST}", f"stop_undone L3 {NORTH}"}
    await dunlin.stands(
        *("Night of Tue 3 Nov frozen", "Escalated: Stop task undone", "Escalated: Ready and still here", "climbs. L3"),
        ready=("Tue 3 Nov", 1, 1),
        nights={"Tue 3 Nov": "CA1"},
        escalated=undone | {f"ready L1 {NORTH}"},
    )
    sought = await ward.refers("Egret", "personal_care")
    egret = northmoor.follows(sought, south, west)
    await egret.stands("Referred to Northmoor hub")
    await _ready_to_ask(hub, sought)
    await hub.asks(sought, south, west)
    await south.holds_a_place(sought)
    await egret.stands("South Reablement would take them", column="finding_a_service", places="held free")
    await ward.says_meets(booked)
    await dunlin.stands("asked", DONE, why="not waiting", ready=(None, None, 1), escalated=undone)

    await ward.records_death(booked)
    over: dict[str, Any] = {"column": "closed", "escalated": set()}
    await dunlin.stands("Closed: died", "over with the case", ready=(None, 0, 1), places="free", **over)
    await ward.records_death(sought)
    await egret.stands("Closed: died", "the case ended", ready=(None, 0, 0), places="free free", **over)
    for case in (booked, sought):
        page = await case.page()
        assert (page["holders"], page["case"]["holders"]) == ([], None)
        [died] = [line["position"] for line in page["timeline"] if line["words"] == "Closed: died."]
        since = [line["words"] for line in page["timeline"] if line["position"] > died]
        assert not any("asked" in words for words in since), since
        lists = (await hub.staff.read("/tasks"))["tasks"]
        assert case.id not in {task["case_id"] for task in lists}
    assert [await each.cards() for each in (north, south, west)] == [set(), set(), set()]
    async with northmoor.place.database.reads.acquire() as connection:
        due = await overdue_offers(connection, clock.now() + timedelta(days=9))
    assert northmoor.place.system not in {each.system for each in due}, "nothing expires for the dead"
    for case, provider in ((booked, north), (sought, west)):
        assert await provider.is_refused(case, "interest") == ("request-is-over", OVER)

    await northmoor.it_is("Wed 4 Nov 09:10")
    await dunlin.stands()
    await egret.stands()
    other = await ward.refers("Fulmar", "personal_care")
    await _ready_to_ask(hub, other)
    await hub.asks(other, south)
    await south.holds_a_place(other)
    await egret.stands(places="held free")

    await ward.takes_death_back(booked)
    card = await dunlin.stands(
        *("Reopened", "Stands again: North Reablement", "Escalated: Stop task undone", "climbs. L2"),
        column="start_agreed",
        ready=(None, None, 1),
        places="booked",
        escalated={f"stop_undone L2 {TRUST}", f"stop_undone L2 {NORTH}"},
    )
    assert card["holders"]["count"] == 4
    assert set((await booked.asked()).values()) == {"death_taken_back"}, "they may have stood down meanwhile"
    await north.keeps(booked)
    await dunlin.stands("“North Reablement” is kept until")
    assert await booked.work("pharmacy") >= {"C07"}

    await ward.takes_death_back(sought)
    lost = "Stands again: West Reablement. Lost: South Reablement (the place is taken since)"
    await egret.stands("Reopened", lost, column="finding_a_service", ready=(None, None, 0))
    [gone] = (await sought.page())["lost"]
    assert (gone["service"], gone["was"], gone["why"]) == ("South Reablement", "in_principle", "place_gone")
    await west.confirms(sought, units=["Ours"], how="remote")
    await egret.stands("Start agreed with West Reablement", column="start_agreed", places="held booked")
    await dunlin.stands()
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
