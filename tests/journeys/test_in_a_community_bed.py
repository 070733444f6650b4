"""Stories in a step-down bed, through HTTP only: ready to leave it, why they stay, where to, how they are later."""

from uuid import uuid4

from tests.journeys.case import Case
from tests.journeys.hub import MORNING, WHY_A_BED, Hub, in_days
from tests.journeys.provider import Provider
from tests.journeys.staff import Page
from tests.journeys.town import Town

HOME_WITH_CARE = {"leave_on": "2026-11-12", "destination": "home_long_term", "words": "Two calls a day."}
HER_DAUGHTER = {"leave_on": "2026-11-13", "destination": "home_no_support", "words": "Her daughter moves in."}
REABLEMENT = {"leave_on": "2026-11-11", "destination": "home_rehabilitation", "words": "A call each morning."}
NO_KEY = {"reason": "WB4", "words": "Nobody had a key to the flat."}
KEY_IS_SOUGHT = NO_KEY | {"owner": "council", "stops_leaving": True}


async def test_ready_in_a_step_down_bed_but_for_a_key_and_well_three_months_later(northmoor: Town) -> None:
    hub = northmoor.hub
    await northmoor.it_is("Tue 3 Nov 09:00")
    tarn = await northmoor.has_beds("Tarn Unit", "ic_unit", "P2")
    case = await northmoor.ward.refers("Dunlin", "rehabilitation")
    stay = await _steps_down(northmoor, case, tarn)
    await case.stands("in_service", "Start agreed with Tarn Unit", "First contact: Tarn Unit met them")
    await tarn.has(free=0, booked=1)
    bed = f"{case.path}/stays/{stay}"
    assert await _why(tarn, bed) == "not waiting", "who still needs the bed waits for nothing"
    assert (await tarn.stay(case))["review_on"] == "2026-11-04", "in a bed on the next day, and each day from then on"

    await northmoor.it_is("Mon 9 Nov 10:00")
    walks = {"at": northmoor.now(), "remains": "no_longer_meets", "words": "Walks to the gate."}
    await tarn.says_of_stay(case, stay, "reviews", **walks)
    await case.stands("in_service", "No longer meets the requirements to remain")
    assert await _why(tarn, bed) == "unexplained", "nobody has said what they wait for"
    await tarn.says_of_stay(case, stay, "exit-plans", **HOME_WITH_CARE)
    assert await _why(tarn, bed) == "CT2", "care at home is planned, and nobody was asked for it yet"

    await northmoor.it_is("Tue 10 Nov 09:00")
    assert await _nights(hub, bed) == {"2026-11-09": "CT2"}
    monday = f"{bed}/nights/2026-11-09"
    assert (await tarn.staff.refused(f"{monday}/settlement", NO_KEY))["code"] == "not-contested"
    await hub.staff.put(f"{monday}/contest", NO_KEY)
    assert (await _night(hub, bed))["reported"] == "CT2", "contested and not settled, it is only marked"
    await tarn.staff.put(f"{monday}/settlement", NO_KEY)
    night = await _night(hub, bed)
    assert (night["reason"], night["reported"], night["settled"]) == ("CT2", "WB4", "WB4")
    key = str(uuid4())
    await tarn.staff.put(f"{bed}/blockers/{key}", KEY_IS_SOUGHT)
    assert await _why(tarn, bed) == "WB4"
    await case.stands("in_service", "Night of Mon 9 Nov frozen", "Northmoor Trust", "settled", "In the way:")

    await northmoor.it_is("Wed 11 Nov 14:00")
    await tarn.staff.put(f"{bed}/blockers/{key}/end", {})
    await tarn.says_of_stay(case, stay, "exit-plans", **HER_DAUGHTER)
    assert await _why(tarn, bed) == "unexplained", "the key is there, and she could go"
    await northmoor.it_is("Fri 13 Nov 11:00")
    assert await _nights(hub, bed) == {
        "2026-11-09": "CT2",
        "2026-11-10": "WB4",
        "2026-11-11": None,
        "2026-11-12": None,
    }
    home = {"outcome": "no_ongoing", "destination": "home_no_support"}
    scores = {"tool": "barthel", "score_in": 9, "score_out": 17}
    await tarn.says_of_stay(case, stay, "discharges", at=northmoor.now(), **home, **scores)
    await case.closed("Discharged from Tarn Unit")
    await tarn.has(free=1, booked=0)
    assert await _why(hub, bed) == "not waiting"

    week = {"day": 7, "found": "at_home"}
    too_early = {"at": northmoor.now()} | week
    path = f"{bed}/follow-ups/{uuid4()}"
    assert (await tarn.staff.refused(path, too_early))["code"] == "follow-up-too-early"
    for day, words in ((7, "Fri 20 Nov 10:00"), (30, "Sun 13 Dec 10:00"), (91, "Fri 12 Feb 10:00")):
        await northmoor.it_is(words)
        assert (await tarn.stay(case))["ended_at"], "it stands on their list until it is followed up"
        await tarn.says_of_stay(case, stay, "follow-ups", at=northmoor.now(), day=day, found="at_home")
    await case.closed("91 days")
    assert len(await _nights(hub, bed)) == 4, "no night is frozen of who has left"
    await northmoor.nothing_is_lost()


async def test_steps_down_from_the_bed_to_care_at_home_and_is_discharged_from_there(northmoor: Town) -> None:
    hub = northmoor.hub
    await northmoor.it_is("Tue 3 Nov 09:00")
    tarn = await northmoor.has_beds("Tarn Unit", "ic_unit", "P2")
    north = await northmoor.has_calls("North Reablement", "reab")
    case = await northmoor.ward.refers("Redshank", "rehabilitation")
    redshank = northmoor.follows(case, tarn, north)
    await redshank.stands("Referred to Northmoor hub")
    first = await _steps_down(northmoor, case, tarn)
    came = ("Start agreed with Tarn Unit", "Left hospital", "First contact: Tarn Unit met them")
    await redshank.stands(*came, column="in_service", ready=(None, 0, 0), places="booked free")
    redshank.lies_in(first)
    # Who still needs the bed waits for nothing.
    await redshank.stands(ready=(None, None, 0))

    await northmoor.it_is("Mon 9 Nov 10:00")
    walks = {"at": northmoor.now(), "remains": "no_longer_meets", "words": "Walks to the gate."}
    await tarn.says_of_stay(case, first, "reviews", **walks)
    # In a bed it is asked each day, and nobody had.
    late = ("Escalated: Stay: review overdue, since Wed 4 Nov 00:00. L1, duty, Tarn Unit Ltd", "climbs. L4")
    now_ready = ("No longer meets the requirements", "“Stay: review overdue”: over, its cause is no more")
    await redshank.stands(*late, *now_ready, why="unexplained", ready=("Mon 9 Nov", 0, 0))
    await tarn.says_of_stay(case, first, "exit-plans", **REABLEMENT)
    await redshank.stands("Exit planned for Wed 11 Nov", why="CT2")
    await hub.decides(case, "P1", "P1")
    await redshank.stands("Pathway P1")
    await hub.needs(case, "reab", calls=MORNING)
    await redshank.stands("Package needed: Reablement at home")
    await hub.asks(case, north)
    await redshank.stands("Request to services", why="IP1")
    await north.holds_a_place(case)
    await hub.person_agrees(case, north)
    await redshank.stands("North Reablement would take them", "Yes to the service found", places="booked held")
    await north.confirms_for(case, "Wed 11 Nov 12:00", how="remote")
    agreed = "Start agreed with North Reablement: Wed 11 Nov 12:00 to 14:00"
    await redshank.stands(agreed, why="CA1", places="booked booked")

    await northmoor.it_is("Wed 11 Nov 11:00")
    await redshank.stands(
        "2 nights frozen, Mon 9 Nov to Tue 10 Nov",
        ready=("Mon 9 Nov", 2, 2),
        nights={"Mon 9 Nov": "CA1", "Tue 10 Nov": "CA1"},
    )
    onwards = {"outcome": "lower", "destination": "home_rehabilitation"}
    scores = {"tool": "barthel", "score_in": 9, "score_out": 13}
    await tarn.says_of_stay(case, first, "discharges", at=northmoor.now(), **onwards, **scores)
    await redshank.stands("Discharged from Tarn Unit", column="left_hospital", why="not waiting", places="free booked")
    await northmoor.it_is("Wed 11 Nov 12:30")
    second = await north.meets(case)
    await redshank.stands("First contact: North Reablement met them", column="in_service")
    # It is a new stay, and the six weeks are those that began in the bed.
    stay = await north.stay(case)
    assert (stay["started_at"][:10], stay["review_on"], stay["six_weeks_on"]) == (
        *("2026-11-11", "2026-11-18", "2026-12-15"),
    )

    await northmoor.it_is("Wed 18 Nov 10:00")
    await north.says_of_stay(case, second, "reviews", at=northmoor.now(), words="Dresses alone.")
    await redshank.stands("Stay reviewed")
    await northmoor.it_is("Wed 25 Nov 10:00")
    await redshank.stands()
    home = {"outcome": "no_ongoing", "destination": "home_no_support"}
    await north.says_of_stay(case, second, "discharges", at=northmoor.now(), **home)
    await redshank.stands("Discharged from North Reablement", "Closed: settled", column="closed", places="free free")
    for after, due in {7: "Wed 2 Dec 10:00", 30: "Fri 25 Dec 10:00", 91: "Wed 24 Feb 10:00"}.items():
        await northmoor.it_is(due)
        await north.says_of_stay(case, second, "follow-ups", at=northmoor.now(), day=after, found="at_home")
        await redshank.stands(f"{after} days after the stay: at home")
    await northmoor.nothing_is_lost()


async def _steps_down(northmoor: Town, case: Case, unit: Provider) -> str:
    """From the ward into the unit's bed today: the id of the stay there."""
    hub = northmoor.hub
    await hub.accepts(case)
    await hub.decides(case, "P2", "P2", review_on=in_days(9), **WHY_A_BED)
    await hub.needs(case, "ic_unit", bed={})
    await hub.asks(case, unit)
    await unit.holds_a_place(case)
    await hub.person_agrees(case, unit)
    await unit.confirms_for(case, "Tue 3 Nov 11:00", how="own_visit")
    await hub.agrees_to_leave(case, unit.name, "Tue 3 Nov 10:30")
    await northmoor.ward.finishes(case, "C02 C02b C07 C08 C09 C11b C12 B5")
    await northmoor.it_is("Tue 3 Nov 10:30")
    await northmoor.ward.sees_off(case)
    await northmoor.it_is("Tue 3 Nov 11:30")
    await unit.receives(case)
    return await unit.meets(case)


async def _delay(who: Hub | Provider, bed: str) -> Page:
    return await who.staff.read(f"{bed}/delay")


async def _why(who: Hub | Provider, bed: str) -> str:
    """The one reason that counts now."""
    delay = await _delay(who, bed)
    return (delay["spans"][-1]["reason"] or "unexplained") if delay["ready"] else "not waiting"


async def _nights(who: Hub | Provider, bed: str) -> dict[str, str | None]:
    """The reason of each night as it was frozen, by its date."""
    return {each["night"]: each["reason"] for each in (await _delay(who, bed))["nights"] if each["frozen"]}


async def _night(who: Hub | Provider, bed: str) -> Page:
    """The night that is talked about: the first."""
    night: Page = (await _delay(who, bed))["nights"][0]
    return night
