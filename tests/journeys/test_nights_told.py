"""Stories of nights, through HTTP only: each has one reason, by what was known at its end; it may be contested."""

from uuid import uuid4

from tests.journeys.in_bed import InBed
from tests.journeys.staff import Page
from tests.journeys.town import Town

TRUST = "Northmoor Trust"


async def test_a_contested_night_is_settled_before_the_snapshot_and_another_is_too_late(northmoor: Town) -> None:
    ward, hub = northmoor.ward, northmoor.hub
    await northmoor.it_is("Mon 2 Nov 10:00")
    council = await northmoor.has_a_council("Northmoor Council")
    case = await ward.refers("Redwing", "personal_care")
    redwing = northmoor.follows(case)
    await redwing.stands("Referred to Northmoor hub")
    await hub.accepts(case)
    await redwing.stands("Accepted", column="planning")
    await ward.says_ready(case)
    await redwing.stands("no longer meets", why="CT1", ready=("Mon 2 Nov", 0, 0))

    await northmoor.it_is("Tue 3 Nov 09:00")
    await redwing.stands(
        *("Escalated: No pathway", "climbs. L3", "climbs. L4", "climbs. SRO", "Night of Mon 2 Nov frozen"),
        ready=("Mon 2 Nov", 1, 1),
        nights={"Mon 2 Nov": "CT1"},
        escalated={f"no_pathway SRO {TRUST}"},
    )
    await hub.decides(case, "P1", "P1")
    await redwing.stands("Pathway P1", "over, its cause is no more", why="CT2", escalated=set())
    monday = f"/spells/{case.spell}/nights/2026-11-02"
    therapy = {"reason": "HP1", "words": "The therapist's visit was put off to Tuesday."}
    assert (await council.refused(f"{monday}/settlement", therapy))["code"] == "not-contested"
    await redwing.stands()
    await council.put(f"{monday}/contest", therapy)
    await redwing.stands("Northmoor Council contests it", nights={"Mon 2 Nov": "CT1, contested"})
    await ward.nurse.put(f"{monday}/settlement", {"reason": "CT1", "words": "She was seen on Sunday."})
    await redwing.stands("Northmoor Trust would settle on")
    assert (await _night(case.bed, "2026-11-02"))["reported"] == "CT1"

    # A working day before the snapshot it is the hub's problem.
    await northmoor.it_is("Wed 4 Nov 12:05")
    waits = {f"no_request SRO {TRUST}", f"ready L2 {TRUST}"}
    await redwing.stands(
        *("Escalated: No request sent", "Night of Tue 3 Nov frozen", "Escalated: Contested night"),
        ready=("Mon 2 Nov", 2, 2),
        nights={"Mon 2 Nov": "CT1, contested", "Tue 3 Nov": "CT2"},
        escalated=waits | {f"contested_night L2 {side}" for side in (TRUST, "Northmoor Council")},
    )
    await ward.nurse.put(
        f"{monday}/settlement", {"reason": "HP1", "words": "The visit on Sunday was of her neighbour."}
    )
    await redwing.stands(
        *("Night of Mon 2 Nov settled", "over, its cause is no more"),
        nights={"Mon 2 Nov": "CT1, settled on HP1", "Tue 3 Nov": "CT2"},
        escalated=waits,
    )
    night = await _night(case.bed, "2026-11-02")
    assert (night["reason"], night["reported"], night["settled"]) == ("CT1", "HP1", "HP1")
    assert (await hub.staff.refused(f"{monday}/contest", therapy | {"reason": "HP2"}))["code"] == "night-is-settled"
    await redwing.stands()

    await northmoor.it_is("Thu 5 Nov 11:30")
    frozen = {"Mon 2 Nov": "CT1, settled on HP1", "Tue 3 Nov": "CT2", "Wed 4 Nov": "CT2"}
    waits = {f"no_request SRO {TRUST}", f"ready L3 {TRUST}"}
    await redwing.stands(
        *("climbs. L3", "2 nights frozen, Tue 3 Nov to Wed 4 Nov"),
        ready=("Mon 2 Nov", 3, 3),
        nights=frozen,
        escalated=waits,
    )
    tuesday = f"/spells/{case.spell}/nights/2026-11-03"
    await ward.nurse.put(f"{tuesday}/contest", {"reason": "CT1", "words": "The hub had not decided."})
    frozen["Tue 3 Nov"] = "CT2, contested"
    rings = waits | {f"contested_night L2 {TRUST}"}
    await redwing.stands("contests it", "Escalated: Contested night", nights=frozen, escalated=rings)
    # It stays marked, and there is nothing to be done about it any more.
    await northmoor.it_is("Thu 5 Nov 12:05")
    await redwing.stands("over, its cause is no more", "Weekly snapshot of Thu 5 Nov", escalated=waits)
    agrees = {"reason": "CT1", "words": "Nor had we."}
    for what in ("settlement", "contest"):
        problem = await council.refused(f"{tuesday}/{what}", agrees)
        assert (problem["code"], "snapshot was taken" in problem["detail"]) == ("after-the-freeze", True)
        await redwing.stands()
    assert (await _night(case.bed, "2026-11-03"))["reported"] == "CT2"
    snapshot = {"taken_at": "2026-11-05T12:00:00Z", "reason": "CT2", "told_late": False, "still_so": True}
    assert await _snapshot(case.bed) == {**snapshot, "now_known": "CT2"}
    late = {"reason": "HP1", "words": "The therapist was not in.", "at": "2026-11-05T10:00:00Z"}
    await ward.nurse.put(f"/spells/{case.spell}/set-reasons/{uuid4()}", late)
    await redwing.stands("“The therapist was not in.”", why="HP1 CT2")
    assert await _snapshot(case.bed) == {**snapshot, "now_known": "HP1"}, "late news changes none that was taken"
    taken = await hub.staff.read("/delays/snapshots/2026-11-05")
    [line] = [each for each in taken["people"] if each["spell_id"] == str(case.spell)]
    assert (line["reason"], line["days_in_hospital"], line["days"], taken["told_late"]) == ("CT2", 7, 3, [])
    await northmoor.it_is("Fri 6 Nov 09:00")
    await redwing.stands(
        *("climbs. L4", "Night of Thu 5 Nov frozen"),
        ready=("Mon 2 Nov", 4, 4),
        nights=frozen | {"Thu 5 Nov": "HP1"},
        escalated={f"no_request SRO {TRUST}", f"ready L4 {TRUST}"},
    )
    await northmoor.nothing_is_lost()


async def test_a_late_correction_changes_what_is_true_and_not_what_was_known(northmoor: Town) -> None:
    ward, hub = northmoor.ward, northmoor.hub
    await northmoor.it_is("Mon 2 Nov 10:00")
    case = await ward.refers("Fieldfare", "personal_care")
    fieldfare = northmoor.follows(case)
    await fieldfare.stands("Referred to Northmoor hub")
    await hub.accepts(case)
    await hub.decides(case, "P1", "P1")
    await fieldfare.stands("Accepted", "Pathway P1", column="planning")
    await northmoor.it_is("Wed 4 Nov 10:00")
    asked = f"no_request SRO {TRUST}"
    await fieldfare.stands("Escalated: No request sent", "climbs. SRO", escalated={asked})
    await ward.says_ready(case)
    await fieldfare.stands("no longer meets", why="CT2", ready=("Wed 4 Nov", 0, 0))
    await northmoor.it_is("Fri 6 Nov 09:00")
    known = {"Wed 4 Nov": "CT2", "Thu 5 Nov": "CT2"}
    await fieldfare.stands(
        *("Escalated: Ready and still here", "climbs. L2", "2 nights frozen, Wed 4 Nov to Thu 5 Nov"),
        ready=("Wed 4 Nov", 2, 2),
        nights=known,
        escalated={asked, f"ready L2 {TRUST}"},
    )

    # Found on paper on Friday: she was ready on Monday afternoon, and safeguarding stopped her leaving since Wednesday.
    await ward.says_ready(case, at="2026-11-02T14:00:00Z", words="From the round on Monday.")
    assert await case.bed.nights() == {"2026-11-04": "CT2", "2026-11-05": "CT2"}
    assert not (await _night(case.bed, "2026-11-02"))["frozen"]
    await fieldfare.stands(
        *("“From the round on Monday.”", "4 nights frozen, Mon 2 Nov to Thu 5 Nov"),
        *("over, its cause is no more", "Escalated: Ready and still here", "it goes on, so it climbs. L2"),
        ready=("Mon 2 Nov", 4, 4),
        nights={"Mon 2 Nov": "CT2", "Tue 3 Nov": "CT2"} | known,
    )
    assert (await _night(case.bed, "2026-11-02"))["contest_until"] == "2026-11-12T12:00:00Z", "nobody knew of it before"
    await ward.is_held_up(case, "WB2", "council", stops_leaving=True, at="2026-11-04T12:00:00Z")
    corrected = {"Wed 4 Nov": "CT2, now WB2", "Thu 5 Nov": "CT2, now WB2"}
    await fieldfare.stands(
        *("In the way:", "Escalated: Safeguarding"),
        why="WB2 CT2",
        nights={"Mon 2 Nov": "CT2", "Tue 3 Nov": "CT2"} | corrected,
        escalated={asked, f"ready L2 {TRUST}", f"stop_open L2 {TRUST}"},
    )

    await northmoor.it_is("Fri 6 Nov 09:05")
    await fieldfare.stands()
    then = await hub.staff.read(f"{case.path}?known_at=2026-11-05T18:00:00Z")
    assert then["spell"]["ready_date"] == "2026-11-04"
    assert not any("Mon 2 Nov to" in line["words"] for line in then["timeline"])
    assert (await ward.spell(case))["ready_date"] == "2026-11-02"
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
