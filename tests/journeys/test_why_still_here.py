"""Stories of waiting, through HTTP only: each night has one reason, by what was known when it was over."""

from uuid import uuid4

from tests.journeys.in_bed import InBed
from tests.journeys.staff import Page
from tests.journeys.town import Town


async def test_a_yes_on_tuesday_for_friday_is_a_wait_for_the_service_until_friday(northmoor: Town) -> None:
    ward, hub = northmoor.ward, northmoor.hub
    await northmoor.it_is("Mon 2 Nov 15:00")
    north = await northmoor.has_calls("North Reablement", "reab")
    case = await ward.refers("Plover", "personal_care")
    await hub.plans_for_home(case, north)
    await case.stands("finding_a_service", "North Reablement would take them, and holds a place")
    await north.has(free=0, held=1)
    assert await case.bed.why() == "not waiting", "who is not ready waits for nothing"

    await northmoor.it_is("Tue 3 Nov 09:00")
    await ward.says_ready(case)
    assert await case.bed.why() == "IP1", "a yes in principle is not agreed yet"
    await northmoor.it_is("Tue 3 Nov 10:00")
    await north.confirms_for(case, "Fri 6 Nov 11:00", how="remote")
    await hub.agrees_to_leave(case, "Own home", "Fri 6 Nov 10:30")
    await case.stands("start_agreed", "no longer meets", "Start agreed with North Reablement: Fri 6 Nov 11:00 to 13:00")
    assert await case.bed.why() == "CA1"
    await north.has(free=0, held=0, booked=1)

    await northmoor.it_is("Tue 3 Nov 10:05")
    assert await case.bed.escalated() == {"late_start": "L2"}, "more than two days after ready, and that is known now"
    assert await case.bed.owner_of("late_start") == "North Reablement Ltd"
    await case.bed.takes_on(north.staff, "late_start")
    await northmoor.it_is("Wed 4 Nov 09:05")
    assert await case.bed.nights() == {"2026-11-03": "CA1"}
    assert await case.bed.ready() == ("2026-11-03", 1, 1)
    assert await case.bed.escalated() == {"late_start": "L2", "ready": "L1"}
    await case.bed.takes_on(hub.staff, "ready")
    await ward.finishes(case, "C02 C02b C07 C08 C09 C12")
    await hub.finishes(case, "C10")
    await north.finishes(case, "A8")
    await case.stands("ready_to_leave", "Night of Tue 3 Nov frozen", done="A8 C07 C09", stops=0)
    assert await case.bed.why() == "CA1", "nothing else is in the way, and they are here still"

    await northmoor.it_is("Fri 6 Nov 10:30")
    assert await case.bed.nights() == dict.fromkeys(("2026-11-03", "2026-11-04", "2026-11-05"), "CA1")
    await ward.sees_off(case)
    await case.stands("left_hospital", "3 nights frozen, Tue 3 Nov to Thu 5 Nov", "Left hospital")
    assert await case.bed.ready() == ("2026-11-03", 3, 3)
    assert await case.bed.why() == "not waiting"
    await northmoor.it_is("Fri 6 Nov 11:20")
    assert await case.bed.escalated() == {}
    await north.has_them(case)
    await case.stands("in_service", "over, its cause is no more", "First contact", done="C16 C17")
    await northmoor.it_is("Mon 9 Nov 09:00")
    assert await case.bed.escalated() == {}
    assert len(await case.bed.nights()) == 3, "no night is frozen of who has left"
    await northmoor.nothing_is_lost()


async def test_a_restart_over_a_weekend_is_waited_for_by_somebody_of_whom_no_hub_knows(northmoor: Town) -> None:
    ward, hub = northmoor.ward, northmoor.hub
    await northmoor.it_is("Fri 6 Nov 11:00")
    bed = await ward.admits("Siskin")
    await ward.nurse.put(f"/spells/{bed.spell}/hub-need", {"need": "no"})
    await northmoor.it_is("Fri 6 Nov 15:00")
    await ward.says_ready(bed)
    await bed.told("Needs the hub? No.", "no longer meets")
    assert await bed.why() == "unexplained", "nobody has said what they wait for"
    restart = await ward.is_held_up(bed, "CA11", "service", words="Her carers come again from Monday noon.")
    assert await bed.why() == "CA11"
    [blocker] = (await bed.delay())["blockers"]
    assert (blocker["owner"], blocker["stops_leaving"], blocker["end"]) == ("service", False, None)
    assert await northmoor.board() == set(), "the ward's own discharge is nobody's case"

    await northmoor.it_is("Sat 7 Nov 15:05")
    assert await bed.nights() == {"2026-11-06": "CA11"}
    assert await bed.escalated() == {"ready": "L1"}
    assert await bed.owner_of("ready") == "Northmoor Trust", "nobody else knows of them"
    await bed.takes_on(ward.nurse, "ready")
    assert [each["spell_id"] for each in (await hub.staff.read(f"/weekend?ward_id={ward.id}"))["ready"]] == [bed.spell]
    await northmoor.it_is("Mon 9 Nov 09:30")
    assert await bed.nights() == dict.fromkeys(("2026-11-06", "2026-11-07", "2026-11-08"), "CA11")
    assert await bed.ready() == ("2026-11-06", 3, 3)
    await ward.nurse.put(f"/spells/{bed.spell}/blockers/{restart}/end", {})
    assert (await bed.delay())["blockers"][0]["end"]
    assert await bed.why() == "unexplained"
    await northmoor.it_is("Mon 9 Nov 11:00")
    await ward.sees_off(bed)
    nights = "3 nights frozen, Fri 6 Nov to Sun 8 Nov"
    await bed.told("In the way:", "(CA11)", nights, "Out of the way.", "Stay ended: discharged")
    assert await bed.ready() == ("2026-11-06", 3, 3)
    await northmoor.it_is("Tue 10 Nov 09:00")
    assert (await bed.escalated(), len(await bed.nights())) == ({}, 3)
    assert await northmoor.board() == set()
    await northmoor.nothing_is_lost()


async def test_a_contested_night_is_settled_before_the_snapshot_and_another_is_too_late(northmoor: Town) -> None:
    ward, hub = northmoor.ward, northmoor.hub
    await northmoor.it_is("Mon 2 Nov 10:00")
    council = await northmoor.has_a_council("Northmoor Council")
    case = await ward.refers("Redwing", "personal_care")
    await hub.accepts(case)
    await ward.says_ready(case)
    assert await case.bed.why() == "CT1"

    await northmoor.it_is("Tue 3 Nov 09:00")
    await hub.decides(case, "P1", "P1")
    assert await case.bed.nights() == {"2026-11-02": "CT1"}
    monday = f"/spells/{case.spell}/nights/2026-11-02"
    therapy = {"reason": "HP1", "words": "The therapist's visit was put off to Tuesday."}
    assert (await council.refused(f"{monday}/settlement", therapy))["code"] == "not-contested"
    await council.put(f"{monday}/contest", therapy)
    await ward.nurse.put(f"{monday}/settlement", {"reason": "CT1", "words": "She was seen on Sunday."})
    night = await _night(case.bed, "2026-11-02")
    assert (night["reported"], night["settled"], len(night["contested"])) == ("CT1", None, 1)
    assert "contested_night" not in await case.bed.escalated()

    await northmoor.it_is("Wed 4 Nov 12:05")
    assert (await case.bed.escalated())["contested_night"] == "L2", "a day before the snapshot"
    await ward.nurse.put(
        f"{monday}/settlement", {"reason": "HP1", "words": "The visit on Sunday was of her neighbour."}
    )
    await northmoor.it_is("Wed 4 Nov 12:10")
    assert "contested_night" not in await case.bed.escalated()
    night = await _night(case.bed, "2026-11-02")
    assert (night["reason"], night["reported"], night["settled"]) == ("CT1", "HP1", "HP1")
    assert (await hub.staff.refused(f"{monday}/contest", therapy | {"reason": "HP2"}))["code"] == "night-is-settled"
    await case.stands(
        "planning",
        "Night of Mon 2 Nov frozen",
        "Northmoor Council contests it",
        "Northmoor Trust would settle on",
        "Night of Mon 2 Nov settled",
    )

    await northmoor.it_is("Thu 5 Nov 11:30")
    assert await case.bed.nights() == {"2026-11-02": "CT1", "2026-11-03": "CT2", "2026-11-04": "CT2"}
    tuesday = f"/spells/{case.spell}/nights/2026-11-03"
    await ward.nurse.put(f"{tuesday}/contest", {"reason": "CT1", "words": "The hub had not decided."})
    await northmoor.it_is("Thu 5 Nov 12:05")
    agrees = {"reason": "CT1", "words": "Nor had we."}
    for what in ("settlement", "contest"):
        problem = await council.refused(f"{tuesday}/{what}", agrees)
        assert (problem["code"], "snapshot was taken" in problem["detail"]) == ("after-the-freeze", True)
    night = await _night(case.bed, "2026-11-03")
    assert (night["reported"], night["settled"], len(night["contested"])) == ("CT2", None, 1), "it stays marked"
    snapshot = {"taken_at": "2026-11-05T12:00:00Z", "reason": "CT2", "told_late": False, "still_so": True}
    assert await _snapshot(case.bed) == {**snapshot, "now_known": "CT2"}
    late = {"reason": "HP1", "words": "The therapist was not in.", "at": "2026-11-05T10:00:00Z"}
    await ward.nurse.put(f"/spells/{case.spell}/set-reasons/{uuid4()}", late)
    assert await _snapshot(case.bed) == {**snapshot, "now_known": "HP1"}, (
        "what is told late changes none that was taken"
    )
    taken = await hub.staff.read("/delays/snapshots/2026-11-05")
    [line] = [each for each in taken["people"] if each["spell_id"] == str(case.spell)]
    assert (line["reason"], line["days_in_hospital"], line["days"], taken["told_late"]) == ("CT2", 3, 3, [])
    await northmoor.it_is("Fri 6 Nov 09:00")
    assert "contested_night" not in await case.bed.escalated(), "there is nothing to be done about it any more"
    await northmoor.nothing_is_lost()


async def test_a_late_correction_changes_what_is_true_and_not_what_was_known(northmoor: Town) -> None:
    ward, hub = northmoor.ward, northmoor.hub
    await northmoor.it_is("Mon 2 Nov 10:00")
    case = await ward.refers("Fieldfare", "personal_care")
    await hub.accepts(case)
    await hub.decides(case, "P1", "P1")
    await northmoor.it_is("Wed 4 Nov 10:00")
    await ward.says_ready(case)
    await northmoor.it_is("Fri 6 Nov 09:00")
    known = {"2026-11-04": "CT2", "2026-11-05": "CT2"}
    assert (await case.bed.nights(), await case.bed.ready()) == (known, ("2026-11-04", 2, 2))
    assert await case.bed.escalated() == {"no_request": "SRO", "ready": "L2"}

    # Found on paper on Friday: she was ready on Monday afternoon, and safeguarding stopped her leaving since Wednesday.
    await ward.says_ready(case, at="2026-11-02T14:00:00Z", words="From the round on Monday.")
    await ward.is_held_up(case, "WB2", "council", stops_leaving=True, at="2026-11-04T12:00:00Z")
    assert await case.bed.ready() == ("2026-11-02", 4, 4)
    assert await case.bed.nights() == known
    assert (await _night(case.bed, "2026-11-04"))["now_known"] == "WB2"
    assert not (await _night(case.bed, "2026-11-02"))["frozen"]

    await northmoor.it_is("Fri 6 Nov 09:05")
    assert await case.bed.nights() == {"2026-11-02": "CT2", "2026-11-03": "CT2"} | known
    assert (await case.bed.escalated())["ready"] == "L2"
    assert (await _night(case.bed, "2026-11-02"))["contest_until"] == "2026-11-12T12:00:00Z", "nobody knew of it before"
    then = await hub.staff.read(f"{case.path}?known_at=2026-11-05T18:00:00Z")
    assert then["spell"]["ready_date"] == "2026-11-04"
    assert not any("Mon 2 Nov to" in line["words"] for line in then["timeline"])
    assert (await ward.spell(case))["ready_date"] == "2026-11-02"
    await case.stands("planning", "“From the round on Monday.”", "4 nights frozen, Mon 2 Nov to Thu 5 Nov")
    await northmoor.nothing_is_lost()


async def _night(bed: InBed, night: str) -> Page:
    """All that is known of one night."""
    [found] = [each for each in (await bed.delay())["nights"] if each["night"] == night]
    page: Page = found
    return page


async def _snapshot(bed: InBed) -> Page:
    """The one weekly snapshot in which they are, but for whose it is."""
    [found] = (await bed.delay())["snapshots"]
    return {name: value for name, value in found.items() if name != "owners"}
