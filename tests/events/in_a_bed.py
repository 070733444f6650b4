"""Somebody in a bed of intermediate care, by commands: met there so many days ago, and what is said of them since."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

from app.domain.case import AcceptReferral, DecidePathway, RecordDeparture
from app.domain.case.arriving.arrival import ConfirmArrival
from app.domain.case.arriving.contact import ConfirmFirstContact
from app.domain.case.arriving.state import ToldBy
from app.domain.case.form import Agreement, Agrees
from app.domain.case.requests.packaging import DescribePackage
from app.domain.case.requests.person import RecordPersonAnswer, SaidBy
from app.domain.case.requests.state import PersonSaid
from app.domain.case.stay.events import Remains
from app.domain.case.stay.reviewing import ReviewStay
from app.domain.codes.pathways import Pathway
from app.domain.codes.service_lines import ServiceLine
from app.domain.package import BedNeeded, Package
from app.domain.service import Beds, DeclareCapacity, ListService, Unit
from app.domain.values import Role, ServiceId, Words
from tests.events.searching import Searching
from tests.facts import Installation

SOMEBODY = Words("Rosa")


async def in_a_bed(place: Installation, days: float) -> tuple[Searching, UUID]:
    """The case, and the id of the stay that began so many days ago."""
    at = datetime.now(UTC) - timedelta(days=days)
    referral = place.referral((await place.admit(at=at - timedelta(days=3)))[1])
    await place.do(replace(referral, form=replace(referral.form, told_and_agrees=Agreement(agrees=Agrees.AGREES))))
    search, stay = Searching(place, referral.case_id), uuid4()
    await place.do(AcceptReferral(case_manager=place.staff[Role.CASE_MANAGER], **search.said()))
    why: dict[str, Any] = {"why_not_home": "H15", "words": Words("Stairs."), "home_possible_if": Words("A stairlift.")}
    why |= {"review_on": (datetime.now(UTC) + timedelta(days=7)).date(), "senior_yes": None}
    given: dict[str, Any] = {"needed": Pathway.P1, "given": Pathway.P2, "decided_by": Words("Hub"), **why}
    await place.do(DecidePathway(**given, **search.said()))
    start = (datetime.now(UTC) + timedelta(days=1)).date()
    await place.do(
        DescribePackage(package=Package(line=ServiceLine.IC_UNIT, start_on=start, bed=BedNeeded()), **search.said())
    )
    [offer] = await search.ask(await a_unit(place))
    yes: dict[str, Any] = {"said": PersonSaid.AGREES, "said_by": SaidBy.PERSON, "interim_explained": True}
    await place.do(RecordPersonAnswer(offer_id=offer, answer_id=uuid4(), words=None, **yes, **search.said()))
    await place.do(search.yes(offer))
    then = search.said() | {"at": at}
    await place.do(RecordDeparture(**then))
    await place.do(ConfirmArrival(arrival_id=uuid4(), told_by=ToldBy.CREW, **then))
    await place.do(ConfirmFirstContact(contact_id=stay, seen_by=SOMEBODY, **then))
    return search, stay


async def a_unit(place: Installation) -> ServiceId:
    """A unit of one bed, of the organisation of the test's staff."""
    service = ServiceId(uuid4())
    on: dict[str, Any] = {"service_id": service, "by": place.by(Role.MANAGER), "at": datetime.now(UTC)}
    of: dict[str, Any] = {"organisation_id": place.trust, "line": ServiceLine.IC_UNIT, "pathway": Pathway.P2}
    await place.do(ListService(name="Fell Unit", **of, **on))
    beds = Unit(key="am", commissioned=1, usable=1, occupied=0, beds=Beds())
    await place.do(DeclareCapacity(units=(beds,), **on))
    return service


def no_longer(search: Searching, stay: UUID, at: datetime) -> ReviewStay:
    """They no longer meet the requirements to remain."""
    review: dict[str, Any] = {"stay_id": stay, "step_id": uuid4(), "words": Words("Walks to the gate.")}
    return ReviewStay(remains=Remains.NO_LONGER_MEETS, **review, **search.said() | {"at": at})
