"""Stories of being in hospital again, through HTTP only: in a new stay within the week, and back the same evening."""

from tests.facts import an_nhs_number
from tests.journeys.provider import from_now
from tests.journeys.town import Town

NORTH, TRUST = "North Reablement Ltd", "Northmoor Trust"
OVER, LEFT = "over, its cause is no more", "over, the person has left the bed"


async def test_readmitted_within_the_week_is_a_new_spell_and_the_stay_waits(northmoor: Town) -> None:
    ward, hub = northmoor.ward, northmoor.hub
    await northmoor.it_is("Mon 2 Nov 10:00")
    known = {"nhs_number": an_nhs_number()}
    north = await northmoor.has_calls("North Reablement", "reab")
    case = await ward.refers("Whimbrel", "personal_care", known=known)
    whimbrel = northmoor.follows(case, north)
    await whimbrel.stands("Referred to Northmoor hub")
    await ward.says_ready(case)
    await whimbrel.stands("no longer meets", why="CT1", ready=("Mon 2 Nov", 0, 0))
    await northmoor.arranges_home(case, north, "Tue 3 Nov 11:00", met="Tue 3 Nov 12:00")
    await whimbrel.stands("Start agreed", "First visit", column="ready_to_leave", why="CA1", places="booked", stops=0)
    await northmoor.leaves_for_home(case, "Tue 3 Nov 11:00")
    await whimbrel.stands(
        *("Night of Mon 2 Nov frozen", "Escalated: Ready and still here", "Left hospital", LEFT),
        column="left_hospital",
        why="not waiting",
        ready=("Mon 2 Nov", 1, 1),
        nights={"Mon 2 Nov": "CA1"},
    )
    await northmoor.it_is("Tue 3 Nov 12:30")
    await north.has_them(case)
    await whimbrel.stands("Arrived", "First contact", column="in_service")

    await northmoor.it_is("Fri 6 Nov 18:00")
    before = northmoor.follows(await ward.readmits(case, "Whimbrel", **known))
    back = ("In hospital again. The case follows the new stay", "Back in hospital: asked whether it is kept")
    card = await whimbrel.stands(*back, column="ready_to_leave", ready=(None, None, 0), nights={})
    # Each stay in hospital has its own ready date, and its own nights.
    await before.stands("Stay ended", LEFT, ready=("Mon 2 Nov", 1, 1), nights={"Mon 2 Nov": "CA1"})
    assert (card["failed_discharges"], card["holders"]["count"]) == (0, 4), "all of it may be needed anew"
    stay = await north.stay(case)
    assert (stay["paused_at"] is None, stay["six_weeks_on"]) == (False, "2026-12-15")
    await north.keeps(case, hours=72)
    for code in ("C07", "C08"):
        await case.answer(hub.staff, code, "keep", until=from_now(72))
    await case.answer(hub.staff, "C09", "release")
    await whimbrel.stands(
        "“North Reablement” is kept until", "is released", "open again", column="start_agreed", stops=1
    )

    # They left by the slot: nothing takes them home, and no other is agreed yet.
    await northmoor.it_is("Sat 7 Nov 12:00")
    await ward.says_ready(case)
    await whimbrel.stands("no longer meets", why="unexplained", ready=("Sat 7 Nov", 0, 0))
    await hub.moves_start(case, "Mon 9 Nov 12:00", "Back in hospital since Friday.")
    await whimbrel.stands("“Back in hospital since Friday.”", "the planned leaving does not fit: asked", why="CA1")
    await hub.agrees_to_leave(case, "Own home", "Mon 9 Nov 11:00")
    await whimbrel.stands("Planned leaving changed", "asked whether it is kept", why="CA1")
    await north.keeps(case, hours=72)
    for code in ("C07", "C08"):
        await case.answer(hub.staff, code, "keep", until=from_now(72))
    await ward.finishes(case, "C09")
    await whimbrel.stands("is kept until", "Transport booked", column="ready_to_leave", stops=0)
    await northmoor.leaves_for_home(case, "Mon 9 Nov 11:00")
    await whimbrel.stands(
        *("Escalated: Ready and still here", "so it climbs. L2", "2 nights frozen, Sat 7 Nov to Sun 8 Nov"),
        *("Left hospital", LEFT),
        column="left_hospital",
        why="not waiting",
        ready=("Sat 7 Nov", 2, 2),
        nights={"Sat 7 Nov": "CA1", "Sun 8 Nov": "CA1"},
        stops=0,
    )
    await before.stands()
    await northmoor.it_is("Mon 9 Nov 13:00")
    await whimbrel.stands()
    await north.has_them(case)
    await whimbrel.stands("Arrived", "First contact", column="in_service")
    stay = await north.stay(case)
    assert (stay["paused_at"], stay["started_at"][:10], stay["six_weeks_on"]) == (None, "2026-11-03", "2026-12-15")
    [shown] = (await case.page())["stays"]
    assert [[at[:10] for at in pause] for pause in shown["paused"]] == [["2026-11-06", "2026-11-09"]]
    await northmoor.it_is("Mon 9 Nov 13:05")
    await whimbrel.stands()
    await before.stands()
    await northmoor.nothing_is_lost()


async def test_discharged_by_the_service_while_in_hospital_again_and_sought_for_anew(northmoor: Town) -> None:
    ward, hub, known = northmoor.ward, northmoor.hub, {"nhs_number": an_nhs_number()}
    case, north = await northmoor.has_at_home("Godwit", **known)
    stay = (await north.stay(case))["id"]
    await northmoor.it_is("Fri 6 Nov 18:00")
    await ward.readmits(case, "Godwit", **known)
    godwit = northmoor.follows(case, north)
    back = ("In hospital again. The case follows the new stay", "Back in hospital: asked whether it is kept")
    await godwit.stands(*back, column="ready_to_leave", places="booked")
    await north.keeps(case, hours=72)
    await godwit.stands("“North Reablement” is kept until")
    # The ward has said nothing of the medicines, the letter and the transport that were asked about, too.
    await northmoor.it_is("Sat 7 Nov 10:00")
    silent = ("Escalated: Keep or release: no answer", "climbs. SRO")
    await godwit.stands(*silent, escalated={f"keep_unanswered SRO {TRUST}"})
    out = {"at": northmoor.now(), "outcome": "readmitted", "destination": "acute_hospital"}
    await north.says_of_stay(case, stay, "discharges", **out)
    used = "North Reablement: discharged them, so that the booking is used"
    # Another service is needed from now on: the hub has its two hours.
    await godwit.stands(used, column="planning", places="free")
    assert "service" not in await case.asked()
    assert await north.cards() == set()
    await ward.says_ready(case)
    # No service is asked; who gave its place up for this has not refused anybody.
    await godwit.stands("no longer meets", why="CT2", ready=("Sat 7 Nov", 0, 0))
    await northmoor.it_is("Sat 7 Nov 10:05")
    await godwit.stands()
    await hub.asks(case, north)
    await godwit.stands("Request to services", column="finding_a_service", why="IP1")
    await northmoor.nothing_is_lost()


async def test_admitted_by_mistake_and_all_is_as_it_was(northmoor: Town) -> None:
    ward, hub, known = northmoor.ward, northmoor.hub, {"nhs_number": an_nhs_number()}
    case, north = await northmoor.has_at_home("Sanderling", **known)
    before = await north.stay(case)

    await northmoor.it_is("Fri 6 Nov 18:00")
    first = await ward.readmits(case, "Sanderling", **known)
    await case.stands("ready_to_leave", "In hospital again", "Back in hospital: asked whether it is kept")
    assert set(await case.asked()) == {"service", "pharmacy", "letter", "transport"}
    await northmoor.it_is("Fri 6 Nov 18:30")
    await ward.takes_admission_back(case, "Another Sanderling.")
    case.spell = first.spell
    card = await case.stands("in_service", "The case follows the earlier stay again")
    assert (card["failed_discharges"], card["holders"]) == (0, None)
    assert await north.stay(case) | {"position": 0} == before | {"position": 0}, "it never waited"
    await northmoor.it_is("Fri 6 Nov 18:31")
    assert await case.bed.escalated() == {}
    await north.has(free=0, booked=1)
    assert (await hub.staff.read(f"/cases/{case.id}"))["spell"]["id"] == first.spell
    await northmoor.nothing_is_lost()


async def test_brought_back_the_same_evening_is_a_failed_discharge_and_a_night_more(northmoor: Town) -> None:
    ward, hub = northmoor.ward, northmoor.hub
    await northmoor.it_is("Tue 3 Nov 10:00")
    north = await northmoor.has_calls("North Reablement", "reab")
    case = await ward.refers("Dotterel", "personal_care")
    dotterel = northmoor.follows(case, north)
    await dotterel.stands("Referred to Northmoor hub")
    await ward.says_ready(case)
    await dotterel.stands("no longer meets", why="CT1", ready=("Tue 3 Nov", 0, 0))
    await northmoor.arranges_home(case, north, "Wed 4 Nov 11:00", met="Wed 4 Nov 13:00")
    await dotterel.stands("Start agreed", "First visit", column="ready_to_leave", why="CA1", places="booked", stops=0)
    await northmoor.leaves_for_home(case, "Wed 4 Nov 11:00")
    await dotterel.stands(
        *("Night of Tue 3 Nov frozen", "Escalated: Ready and still here", "Left hospital", LEFT),
        column="left_hospital",
        why="not waiting",
        ready=("Tue 3 Nov", 1, 1),
        nights={"Tue 3 Nov": "CA1"},
    )
    await northmoor.it_is("Wed 4 Nov 14:00")
    await north.says_nobody_met(case, "no_access", "No key in the key safe.")
    no_access = ("No contact by North Reablement: it could not get in", "Escalated: Nobody met them")
    await dotterel.stands(*no_access, escalated={f"not_met L2 {NORTH}"})

    await northmoor.it_is("Wed 4 Nov 18:25")
    silent = ("Escalated: Arrival not confirmed", "Escalated: First contact not confirmed", "climbs. L4")
    await dotterel.stands(
        *silent, escalated={f"not_met SRO {NORTH}", f"arrival SRO {NORTH}", f"first_contact L4 {NORTH}"}
    )
    await ward.takes_back(case, "nobody_home", "The key safe was empty, and it was cold.")
    # All is done, and nobody has said yet what they wait for; one night is lost so far.
    card = await dotterel.stands(
        *("the discharge failed: nobody was",),
        *("Escalated: Back in hospital the same day", "Escalated: Ready and still here"),
        column="ready_to_leave",
        why="unexplained",
        escalated={f"back_same_day L2 {NORTH}", f"ready L1 {TRUST}"},
    )
    assert (card["failed_discharges"], card["holders"]["cause"]) == (1, "came_back")
    assert set(await case.asked()) == {"service", "pharmacy", "letter", "transport"}
    await case.bed.takes_on(north.staff, "back_same_day")
    await dotterel.stands("acknowledged")
    await north.keeps(case)
    for code in ("C07", "C08"):
        await case.answer(hub.staff, code, "keep", until=from_now(24))
    await case.answer(hub.staff, "C09", "release")
    kept = ("“North Reablement” is kept until", "is released", "open again")
    # No slot is agreed since they left by the last one: what is undone is waited for from the next on.
    await dotterel.stands(*kept, column="start_agreed", why="unexplained", stops=1)

    # The night after it failed counts like any other.
    await northmoor.it_is("Thu 5 Nov 09:00")
    await dotterel.stands(
        *("so it climbs. L2", "Night of Wed 4 Nov frozen"),
        ready=("Tue 3 Nov", 2, 2),
        nights={"Tue 3 Nov": "CA1", "Wed 4 Nov": "unexplained"},
        escalated={f"back_same_day L2 {NORTH}", f"ready L2 {TRUST}"},
    )
    await hub.moves_start(case, "Thu 5 Nov 11:00", "Nobody was at home.")
    await hub.agrees_to_leave(case, "Own home", "Thu 5 Nov 10:00")
    await ward.finishes(case, "C09")
    # They are to leave again; that is more than two days after they were ready.
    await dotterel.stands(
        *("“Nobody was at home.”", "Planned leaving changed", "Transport booked", OVER, "Escalated: Confirmed start"),
        column="ready_to_leave",
        why="CA1",
        escalated={f"ready L2 {TRUST}", f"late_start L2 {NORTH}"},
        stops=0,
    )
    await northmoor.leaves_for_home(case, "Thu 5 Nov 10:00")
    await dotterel.stands("Left hospital", OVER, LEFT, column="left_hospital", why="not waiting", escalated=set())
    await northmoor.it_is("Thu 5 Nov 11:30")
    await north.has_them(case)
    card = await dotterel.stands("Arrived", "First contact", column="in_service", done="C16 C17")
    assert card["failed_discharges"] == 1
    await northmoor.it_is("Thu 5 Nov 11:35")
    await dotterel.stands()
    await northmoor.nothing_is_lost()


async def test_late_news_of_the_stay_before_is_explained_by_the_case_as_it_was_then(northmoor: Town) -> None:
    ward, hub = northmoor.ward, northmoor.hub
    await northmoor.it_is("Mon 2 Nov 10:00")
    known = {"nhs_number": an_nhs_number()}
    north = await northmoor.has_calls("North Reablement", "reab")
    case = await ward.refers("Godwit", "personal_care", known=known)
    await hub.plans_for_home(case, north)
    await northmoor.it_is("Tue 3 Nov 09:00")
    await ward.says_ready(case)
    await north.confirms_for(case, "Tue 3 Nov 12:00", how="remote")
    await hub.agrees_to_leave(case, "Own home", "Tue 3 Nov 11:00")
    await northmoor.it_is("Tue 3 Nov 11:00")
    await ward.sees_off(case)
    await northmoor.it_is("Tue 3 Nov 12:30")
    await north.has_them(case)
    await northmoor.it_is("Fri 6 Nov 18:00")
    before = await ward.readmits(case, "Godwit", **known)
    await ward.says_ready(before, at="2026-11-02T14:00:00Z", words="From the round on Monday.")
    await northmoor.it_is("Fri 6 Nov 18:05")
    assert (await before.delay())["case_id"] == case.id
    assert await before.nights() == {"2026-11-02": "IP1"}, "a service was asked that night, and none had said yes"
