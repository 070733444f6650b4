"""Stories that end at home, through HTTP only: reablement on the day, and a package restarted."""

from datetime import datetime

from app.domain.local_time import local_date
from tests.journeys.hub import MORNING, in_days
from tests.journeys.town import Town


async def test_home_with_reablement_the_day_they_are_ready(northmoor: Town) -> None:
    ward, hub = northmoor.ward, northmoor.hub
    north = await northmoor.has_calls("North Reablement", "reab")
    south = await northmoor.has_calls("South Reablement", "reab")

    case = await ward.refers("Marrow", "personal_care", "rehabilitation")
    await case.stands("referred", "Referred to Northmoor hub")
    assert await case.work("ward") == set(), "nothing is asked of anybody before the hub has accepted"

    await hub.accepts(case)
    await case.stands("planning", "Accepted")
    await hub.decides(case, "P1", "P1")
    await case.stands("planning", "Pathway P1", done="A1 A2 A3", stops=8)
    assert {"C02", "C12"} <= await case.work("ward")
    assert await case.work("pharmacy") == {"C07", "C15"}

    package = await hub.needs(case, "reab", calls=MORNING)
    assert await hub.matches(package) == {"North Reablement": "Has room", "South Reablement": "Has room"}
    await hub.asks(case, north, south)
    card = await case.stands("finding_a_service", "Package needed: Reablement at home", "Request to", done="A5")
    assert card["asked"] == {"asked": 2}

    shown = await north.card(case)
    assert (shown["detail"], shown["person"], shown["case_id"], shown["tasks"]) == (None, None, None, [])
    assert north.offer(case) in await north.cards()
    assert (await north.is_interested(case))["detail"]["why_in_hospital"] == "Fell at home."
    await north.holds_a_place(case)
    await north.has(free=0, held=1)
    await south.holds_a_place(case)
    card = await case.stands("finding_a_service", "North Reablement would take them, and holds a place until")
    assert card["asked"] == {"in_principle": 2}
    await north.answers(case, "assessment", how="remote")
    await hub.person_agrees(case, north)
    await case.stands("finding_a_service", "The service assessed: remote", "Yes to the service found", done="A6")

    await ward.says_ready(case)
    await north.confirms(case)
    await case.stands("start_agreed", "no longer meets", "Start agreed with North Reablement", stops=8)
    await north.has(free=0, held=0, booked=1)
    await south.has(free=1, held=0, booked=0)
    assert await south.cards() == set(), "what another has confirmed is nobody else's to answer"
    assert (await north.card(case))["person"]["family"] == "Marrow"
    assert "A8" in await case.work("provider")

    await hub.agrees_slot(case, "Own home")
    await ward.finishes(case, "C02 C02b C07 C08 C09 C12")
    await hub.finishes(case, "C10")
    await case.stands("start_agreed", "Leaving planned", done="C02 C07 C10", stops=1)
    await north.finishes(case, "A8")
    await case.stands("ready_to_leave", done="A8", stops=0)

    await ward.sees_off(case)
    card = await case.stands("left_hospital", "Left hospital")
    spell = await ward.spell(case)
    assert spell["ready_date"] == local_date(datetime.fromisoformat(card["left_at"])).isoformat()
    refused = await hub.staff.refused(f"{case.path}/closure", {"outcome": "settled", "words": "All is booked."})
    assert refused["code"] == "nobody-has-met-them", "nobody would be rung if nobody came"
    await north.has_them(case)
    await case.stands("in_service", "First contact", done="C16 C17")
    refused = await hub.staff.refused(f"{case.path}/closure", {"outcome": "settled"})
    assert (refused["code"], refused["detail"].split(",")[0]) == (
        "still-in-service",
        "This person is in the care of a service",
    )
    out = {"at": northmoor.now(), "outcome": "lower", "destination": "home_no_support"}
    await north.says_of_stay(case, (await north.stay(case))["id"], "discharges", **out)
    await case.closed("Closed: settled", done="C16 C17")
    await northmoor.nothing_is_lost()


async def test_a_package_is_restarted_by_its_previous_provider_as_a_ward_discharge(northmoor: Town) -> None:
    ward, hub = northmoor.ward, northmoor.hub
    lapwing = await northmoor.has_calls("Lapwing Home Care", "restart", "P0")
    other = await northmoor.has_calls("Other Home Care", "restart", "P0")
    held = in_days(5)
    before = {"lives": "alone", "help": ["package_paused"], "provider": "Lapwing Home Care", "held_until": held}

    case = await ward.refers("Otter", "personal_care", before=before)
    await hub.accepts(case)
    await hub.decides(case, "P0", "P0", restart="package_same_level")
    card = await case.stands("planning", "Pathway P0")
    assert (card["package"], card["held_until"]) == ("package_paused", held)
    assert {"R1"} <= await case.work("ward")
    assert await case.work("provider") >= {"R2"}

    await hub.needs(case, "restart", calls=MORNING)
    await hub.asks(case, lapwing, other, round_="previous_first")
    await case.stands("finding_a_service", "Request to services (previous first)", done="R1")
    assert (len(await lapwing.cards()), len(await other.cards())) == (1, 0)
    assert (await other.is_refused(case, "interest"))[0] == "not-your-turn"

    await lapwing.confirms(case, units=["Ours"], how="remote")
    await case.stands("start_agreed", "Start agreed with Lapwing Home Care", done="R1 R2")
    await lapwing.has(free=0, booked=1)
    await other.has(free=1, held=0)

    await ward.says_ready(case)
    await hub.agrees_slot(case, "Own home")
    await ward.finishes(case, "C02 C02b C07 C08 C09 C10 C12")
    await case.stands("ready_to_leave", stops=0)
    await ward.sees_off(case)
    await case.stands("left_hospital", "Left hospital")
    await lapwing.has_them(case)
    await case.stands("in_service", "First contact", done="C16 C17")
    await hub.settles(case)
    await case.closed("Closed: settled", done="C17")
    await northmoor.nothing_is_lost()
