"""Stories that end in a bed, through HTTP only: asked one after another, for want of home, and in a care home."""

from tests.journeys.hub import WHY_A_BED, in_days
from tests.journeys.town import Town

BED = {"bed": {"sex": "female"}}


NO_CARE_AT_HOME = WHY_A_BED | {"why_not_home": "H15", "words": "No morning call before Thursday."}
A_HOME = WHY_A_BED | {"why_not_home": "H01", "senior_yes": "Helen Marsh, hub lead", "alternatives": ["live_in"]}


async def test_a_community_bed_is_found_after_two_declines_and_a_counter(northmoor: Town) -> None:
    ward, hub = northmoor.ward, northmoor.hub
    units = [
        await northmoor.has_beds(f"{name} Unit", "ic_unit", "P2", sex="female") for name in ("Fell", "Beck", "Tarn")
    ]
    fell, beck, tarn = units
    case = await ward.refers("Heron", "rehabilitation")
    await ward.says_ready(case)
    await hub.accepts(case)
    await hub.decides(case, "P2", "P2", review_on=in_days(9), **WHY_A_BED)
    await case.stands("planning", "Pathway P2", done="P2A1 P2A2 P2A3 B1")

    package = await hub.needs(case, "ic_unit", **BED)
    assert set((await hub.matches(package)).values()) == {"Has room"}
    await hub.asks(case, *units, round_="ranked")
    card = await case.stands("finding_a_service", "Request to services (ranked)", done="P2A5")
    assert card["asked"] == {"asked": 1}

    await fell.declines(case, "D04")
    await case.stands("finding_a_service", "Fell Unit: cannot, no suitable bed", "The next service was asked")
    assert [len(await each.cards()) for each in units] == [0, 1, 0]
    await beck.holds_a_place(case)
    await beck.has(free=0, held=1)
    await beck.declines(case, "D15", words="She walks already.")
    card = await case.stands("finding_a_service", "Beck Unit: cannot, needs look lower", "The next service was asked")
    assert card["asked"] == {"no": 2, "asked": 1}
    await beck.has(free=1, held=0)

    await tarn.declines(case, "D05", earliest=in_days(2))
    await case.stands("finding_a_service", "A service could otherwise from")
    assert (await hub.said_of(case, tarn))["earliest"] == in_days(2)
    await hub.says_of_offer(case, tarn, "counter-taken")
    await tarn.holds_a_place(case)
    await tarn.answers(case, "assessment", how="own_visit")
    card = await case.stands("finding_a_service", "What the service proposes was taken", done="B3")
    assert card["asked"] == {"no": 2, "assessed": 1}
    assert (await tarn.is_refused(case, "confirmation", **tarn.yes(50)))[0] == "person-not-asked"
    await hub.person_agrees(case, tarn)
    await tarn.confirms(case, in_hours=50)
    await case.stands("start_agreed", "Start agreed with Tarn Unit", done="P2A6 B3")
    await tarn.has(free=0, held=0, booked=1)

    await hub.agrees_slot(case, "Tarn Unit", hours=48)
    await ward.finishes(case, "C02 C02b C07 C08 C09 C11b C12")
    await case.stands("start_agreed", stops=1)
    await ward.finishes(case, "B5")
    await case.stands("ready_to_leave", stops=0)
    await northmoor.nothing_is_lost()


async def test_a_bed_given_where_home_with_support_was_needed_is_counted_as_unmet(northmoor: Town) -> None:
    ward, hub = northmoor.ward, northmoor.hub
    reablement = await northmoor.has_calls("North Reablement", "reab", free=0)
    fell = await northmoor.has_beds("Fell Unit", "ic_unit", "P2")
    case = await ward.refers("Swift", "personal_care")
    await hub.accepts(case)
    await hub.decides(case, "P1", "P1")
    package = await hub.needs(case, "reab", calls=[{"window": "morning"}])
    assert await hub.matches(package) == {"North Reablement": "Fits, but full"}
    await hub.asks(case, reablement)
    card = await case.stands("finding_a_service", "Pathway P1", "Request to services", done="A3 A5")
    assert card["unmet_p1"] is False
    assert (await case.task("A8"))["state"] == "open"

    await reablement.declines(case, "D01")
    await case.stands("planning", "North Reablement: cannot, no staff at the times needed")
    await hub.decides(case, "P1", "P2", review_on=in_days(3), **NO_CARE_AT_HOME)
    card = await case.stands("planning", "P2", done="P2A3 B1")
    assert (card["unmet_p1"], card["pathway_needed"], card["pathway_given"]) == (True, "P1", "P2")
    assert "A8" not in {task["code"] for task in (await case.page())["tasks"]}

    await hub.needs(case, "ic_unit", bed={})
    await hub.asks(case, fell)
    await fell.holds_a_place(case)
    await fell.has(free=0, held=1)
    await hub.person_agrees(case, fell)
    await case.stands("finding_a_service", "Fell Unit would take them", done="P2A5 P2A6")
    await fell.confirms(case, how="remote")
    card = await case.stands("start_agreed", "Start agreed with Fell Unit", done="B3")
    assert card["unmet_p1"] is True, "that a bed was found does not meet what was needed"
    await fell.has(free=0, booked=1)
    await reablement.has(free=0, held=0, booked=0)
    await northmoor.nothing_is_lost()


async def test_a_care_home_is_chosen_in_the_best_interests_of_who_cannot_choose(northmoor: Town) -> None:
    ward, hub = northmoor.ward, northmoor.hub
    homes = [await northmoor.has_beds(f"{name} House", "nurs", "P3", free=2) for name in ("Elm", "Oak", "Yew")]
    elm, oak, yew = homes
    case = await ward.refers("Wren", "personal_care", capacity={"state": "lacks", "decision": "Where to live"})
    await hub.accepts(case)
    care_home = {"needed": "P3", "given": "P3", "review_on": in_days(13)} | A_HOME
    assert (await hub.staff.refused(f"{case.path}/pathway", care_home))["code"] == "best-interests-missing"
    decided = {"decision": "A nursing home for now.", "decided_by": "Dr Khan, consultant", "consulted": "Her son."}
    await ward.clinician.put(f"{case.path}/best-interests", decided)
    without = {name: value for name, value in care_home.items() if name != "senior_yes"}
    assert (await hub.staff.refused(f"{case.path}/pathway", without))["code"] == "senior-yes-missing"
    await hub.staff.put(f"{case.path}/pathway", care_home)
    card = await case.stands("planning", "Best-interests decision", "Pathway P3", done="P3A1 P3A2")
    assert "lacks_capacity" in card["flags"]
    assert await case.work("social_care") >= {"G2", "G3"}

    await hub.finishes(case, "G1 G2 G3")
    await case.stands("planning", done="G1 G2 G3")
    assert await case.work("social_care") & {"G2", "G3"} == set()
    await hub.needs(case, "nurs", bed={})
    await hub.asks(case, *homes)
    await hub.finishes(case, "G4")
    await case.stands("finding_a_service", "Request to services (broadcast): Elm House", done="G4")

    for home in (elm, oak):
        await home.is_interested(case)
        await home.holds_a_place(case)
        await home.has(free=1, held=1)
    await yew.declines(case, "D12")
    await elm.answers(case, "assessment", how="own_visit")
    await oak.answers(case, "assessment", how="remote")
    assert (await elm.is_refused(case, "confirmation", **elm.yes(30)))[0] == "person-not-asked"
    other = "He visits each day, and Oak House is near him."
    wants = {"said": "wants_other", "said_by": "best_interests", "interim_explained": True, "words": other}
    await hub.says_of_offer(case, elm, "person-answer", **wants)
    assert (await elm.is_refused(case, "confirmation", **elm.yes(30)))[0] == "person-wants-other"
    await hub.person_agrees(case, oak, "best_interests")
    await case.stands("finding_a_service", "Wants another service", "Yes to the service found (best interests)")

    await oak.confirms(case, in_hours=30)
    await case.stands("start_agreed", "Start agreed with Oak House", "Elm House: another service confirmed", done="G5")
    await elm.has(free=2, held=0, booked=0)
    await oak.has(free=1, held=0, booked=1)
    await hub.finishes(case, "G6")
    await hub.agrees_slot(case, "Oak House", hours=28)
    await ward.finishes(case, "C02 C02b C07 C08 C09 C11b C12 G7")
    await case.stands("start_agreed", done="G6 G7", stops=1)
    await ward.finishes(case, "G9")
    await case.stands("ready_to_leave", stops=0)
    assert {"G10", "G11"} <= await case.work("social_care"), "what the law wants comes after leaving"
    await northmoor.nothing_is_lost()
