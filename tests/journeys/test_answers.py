"""Stories of answers that do not come easily, through HTTP only: an item put right, and a place that vanished."""

from uuid import uuid4

from tests.api.assessing import ANSWERS, signing
from tests.journeys.case import Case
from tests.journeys.hub import WHY_A_BED, Hub, in_days
from tests.journeys.town import Town
from tests.journeys.ward import Ward

ITEM = "moving.carers"
GONE = "This place has gone to somebody else, or the service has no more of it. Look again at what is free now."


async def test_a_rejected_item_of_the_assessment_is_put_right_and_then_relied_on(northmoor: Town) -> None:
    ward, hub = northmoor.ward, northmoor.hub
    care = await northmoor.has_calls("North Care", "home_care")
    case = await ward.refers("Dipper", "personal_care")
    await hub.accepts(case)
    await hub.decides(case, "P1", "P1")
    assessment = await ward.assesses(case)
    await case.stands("planning", "assessment", done="A3")
    gap = await hub.staff.read(f"{case.path}/assessment-gap?service_id={care.service}")
    assert gap["assessment_id"] == assessment
    assert gap["gaps"][0]["missing"], "the hub sees what this service would ask before it asks it"

    await hub.needs(case, "home_care", calls=[{"window": "morning"}])
    await hub.asks(case, care)
    await care.is_interested(case)
    await care.answers(case, "query", words="Can one really move her?", items=[ITEM])
    card = await case.stands("finding_a_service", "A service asks about moving.carers", done="A5")
    assert card["asked"] == {"queried": 1}

    # The service reads what is signed and says itself what it makes of it; the ward puts it right in a next version.
    item = f"{case.path}/assessments/{assessment}/items/{ITEM}"
    read = await care.reads_assessment(case)
    assert (read["answers"][ITEM], read["by"]) == ([1], None)
    await care.says_of_item(case, assessment, ITEM, "reject", "Our visit saw two.")
    assert await standing(hub, case, assessment) == ("rejected", True)
    relies = care.yes() | {"units": ["Ours"], "how": "trusted_assessment"}
    assert (await care.is_refused(case, "confirmation", **relies))[0] == "items-still-open"
    said = {"service_id": care.service, "words": "You are right, and it will say two."}
    await ward.nurse.put(f"{item}/replies/{uuid4()}", said)
    assert await standing(hub, case, assessment) == ("answered", False)
    etag = (await hub.staff.read(f"{case.path}/assessments/{assessment}"))["etag"]
    right = ANSWERS | {ITEM: [2], "moving.why-two": ["Stands with one on either side."]}
    await ward.clinician.put(f"{case.path}/assessments/{assessment}", signing(right), etag)
    await hub.says_of_offer(case, care, "query-answer", words="Two carers; the assessment says so now.")
    await case.stands("finding_a_service", "North Care", "The service was answered")
    assert await standing(hub, case, assessment) == ("changed", False)

    assert (await care.reads_assessment(case))["answers"][ITEM] == [2]
    await care.says_of_item(case, assessment, ITEM, "accept")
    assert await standing(hub, case, assessment) == ("accepted", False)
    await care.holds_a_place(case)
    await care.has(free=0, held=1)
    await hub.person_agrees(case, care)
    await care.confirms(case, how="trusted_assessment")
    read_again = "North Care read the assessment, version 2."
    await case.stands("start_agreed", read_again, "assessed: trusted assessment", "Start agreed", done="A5 A6")
    await care.has(free=0, held=0, booked=1)
    assert (await care.to_do(case))["A8"] == "open"
    exported = await ward.nurse.read(f"{case.path}/assessments/{assessment}/questionnaire-response")
    assert exported["resourceType"] == "QuestionnaireResponse"
    await northmoor.nothing_is_lost()


async def test_a_place_that_vanished_between_match_and_confirmation_is_sought_at_the_next_service(
    northmoor: Town,
) -> None:
    hub = northmoor.hub
    fell = await northmoor.has_beds("Fell Unit", "ic_unit", "P2")
    beck = await northmoor.has_beds("Beck Unit", "ic_unit", "P2")
    first, second = [await wants_a_bed(northmoor.ward, hub, name) for name in ("Lark", "Teal")]
    package = await hub.needs(first, "ic_unit", bed={})
    await hub.needs(second, "ic_unit", bed={})
    assert await hub.matches(package) == {"Fell Unit": "Has room", "Beck Unit": "Has room"}
    for case in (first, second):
        await hub.asks(case, fell, beck, round_="ranked")
        await hub.person_agrees(case, fell)
        await case.stands("finding_a_service", "Request to services (ranked): Fell Unit, Beck Unit", done="P2A5 P2A6")

    await fell.confirms(first, units=["Ours"], how="remote")
    await first.stands("start_agreed", "Start agreed with Fell Unit", "Beck Unit: another service confirmed")
    await fell.has(free=0, booked=1)
    assert await hub.matches(package) == {"Beck Unit": "Has room", "Fell Unit": "Fits, but full"}

    yes = fell.yes() | {"units": ["Ours"], "how": "remote"}
    assert await fell.is_refused(second, "confirmation", **yes) == ("capacity-gone", GONE)
    card = await second.stands("finding_a_service")
    assert card["asked"] == {"asked": 1}
    await fell.has(free=0, booked=1)

    await fell.declines(second, "D04")
    await second.stands("finding_a_service", "Fell Unit: cannot, no suitable bed", "The next service was asked")
    await hub.person_agrees(second, beck)
    await beck.confirms(second, units=["Ours"], how="remote")
    await second.stands("start_agreed", "Start agreed with Beck Unit", done="B3 P2A6")
    await beck.has(free=0, booked=1)
    await northmoor.nothing_is_lost()


async def wants_a_bed(ward: Ward, hub: Hub, family: str) -> Case:
    """Somebody for whom a short-term bed is decided."""
    case = await ward.refers(family, "rehabilitation")
    await hub.accepts(case)
    await hub.decides(case, "P2", "P2", review_on=in_days(9), **WHY_A_BED)
    return case


async def standing(hub: Hub, case: Case, assessment: str) -> tuple[str, bool]:
    """Where the item stands with the service, and whether that waits for an answer."""
    [item] = (await hub.staff.read(f"{case.path}/assessments/{assessment}"))["items"]
    return item["standing"], item["open"]
