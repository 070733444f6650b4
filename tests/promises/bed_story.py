"""A whole story of somebody in a bed of intermediate care: ready to leave it, and what keeps them there."""

from datetime import timedelta
from typing import Any

from app.domain.case import AcceptReferral, AmendReferral, DecidePathway, RecordDeparture
from app.domain.case.arriving.arrival import ConfirmArrival
from app.domain.case.arriving.contact import ConfirmFirstContact
from app.domain.case.arriving.state import ToldBy
from app.domain.case.form import Agreement, Agrees, ReferralForm
from app.domain.case.remaining.contesting import AgreeStayNight, ContestStayNight, SettleStayNight
from app.domain.case.remaining.freezing import FreezeStayNight
from app.domain.case.remaining.saying import (
    EndSetStayReason,
    EndStayBlocker,
    MarkStayBlocker,
    RecordStayBlocker,
    SetStayReason,
    WithdrawStayBlocker,
)
from app.domain.case.remaining.snapshot import TakeStaySnapshot
from app.domain.case.requests.answering import Assessed
from app.domain.case.requests.confirming import ConfirmOffer
from app.domain.case.requests.packaging import DescribePackage
from app.domain.case.requests.person import RecordPersonAnswer, SaidBy
from app.domain.case.requests.sending import SendRequest
from app.domain.case.requests.state import PersonSaid, Round, offer_id_of
from app.domain.case.stay.events import Remains
from app.domain.case.stay.lasting import PlanExit
from app.domain.case.stay.reviewing import ReviewStay
from app.domain.codes.delay_reasons import DelayReason
from app.domain.codes.owners import Owner
from app.domain.codes.pathways import Pathway
from app.domain.codes.service_lines import ServiceLine
from app.domain.codes.stay_outcomes import Destination
from app.domain.decider import Command
from app.domain.local_time import local_date
from app.domain.package import BedNeeded, Package
from app.domain.service import Beds, DeclareCapacity, ListService, Unit
from app.domain.values import CaseId, OrganisationId, Role, ServiceId, Words
from tests.promises.teller import Teller

WORDS = Words("As the unit said.")
ONE = timedelta(days=1)


def weeks_in_a_bed(teller: Teller, case: CaseId) -> list[Command]:
    """Found, arrived, met; then ready, and still there."""
    what: dict[str, Any] = {"case_id": case, **teller.said()}
    stay = teller.new_id()
    return [
        *_found(teller, what),
        RecordDeparture(**what),
        ConfirmArrival(arrival_id=teller.new_id(), told_by=ToldBy.CREW, **what),
        ConfirmFirstContact(contact_id=stay, seen_by=Words("Rosa"), **what),
        *_still_there(teller, what | {"stay_id": stay}),
    ]


def _found(teller: Teller, what: dict[str, Any]) -> list[Command]:
    unit, request, start = ServiceId(teller.new_id()), teller.new_id(), teller.now + timedelta(hours=1)
    of: dict[str, Any] = {"organisation_id": teller.place.trust, "line": ServiceLine.IC_UNIT, "pathway": Pathway.P2}
    listed: dict[str, Any] = {"service_id": unit, **teller.said()}
    beds = Unit(key="bed", commissioned=1, usable=1, occupied=0, beds=Beds())
    why: dict[str, Any] = {"why_not_home": "H15", "words": WORDS, "home_possible_if": WORDS, "senior_yes": None}
    why |= {"review_on": (teller.now + timedelta(days=7)).date(), "decided_by": WORDS}
    package = Package(line=ServiceLine.IC_UNIT, start_on=start.date(), bed=BedNeeded())
    on: dict[str, Any] = {"offer_id": offer_id_of(request, unit), **what}
    yes: dict[str, Any] = {"said": PersonSaid.AGREES, "said_by": SaidBy.PERSON, "interim_explained": True}
    arrives: dict[str, Any] = {"arrive_from": start, "arrive_to": start + timedelta(hours=2)}
    return [
        ListService(name=f"Unit {unit}", **of, **listed),
        DeclareCapacity(units=(beds,), **listed),
        AcceptReferral(case_manager=teller.place.staff[Role.CASE_MANAGER], **what),
        AmendReferral(form=ReferralForm(told_and_agrees=Agreement(agrees=Agrees.AGREES)), **what),
        DecidePathway(needed=Pathway.P1, given=Pathway.P2, **why, **what),
        DescribePackage(package=package, **what),
        SendRequest(request_id=request, round=Round.BROADCAST, services=(unit,), **what),
        RecordPersonAnswer(answer_id=teller.new_id(), words=None, **yes, **on),
        ConfirmOffer(answer_id=teller.new_id(), units=("bed",), how=Assessed.REMOTE, over_count=True, **arrives, **on),
    ]


def _still_there(teller: Teller, on: dict[str, Any]) -> list[Command]:
    flag, mistake, own = (teller.new_id() for _ in range(3))
    unit, hub = OrganisationId(teller.place.trust), OrganisationId(teller.new_id())
    morning, later = on | {"at": teller.now + ONE}, on | {"at": teller.now + 2 * ONE}
    blocked: dict[str, Any] = {"owner": Owner.COUNCIL, "stops_leaving": True, "words": WORDS, **on}
    first, second = (local_date(teller.now) + n * ONE for n in range(2))
    other: dict[str, Any] = {"reason": DelayReason.CT2, "words": WORDS, "night": first}
    goes: dict[str, Any] = {
        "leave_on": (teller.now + timedelta(days=9)).date(),
        "destination": Destination.HOME_LONG_TERM,
    }
    return [
        ReviewStay(step_id=teller.new_id(), remains=Remains.NO_LONGER_MEETS, words=WORDS, **on),
        RecordStayBlocker(blocker_id=flag, reason=DelayReason.WB4, **blocked),
        RecordStayBlocker(blocker_id=mistake, reason=DelayReason.WB1, **blocked),
        WithdrawStayBlocker(blocker_id=mistake, **on),
        MarkStayBlocker(blocker_id=flag, stops_leaving=False, **morning),
        FreezeStayNight(night=first, **morning),
        TakeStaySnapshot(taken_at=teller.now + timedelta(hours=1), **morning),
        SetStayReason(override_id=own, reason=DelayReason.IP10, words=WORDS, **morning),
        PlanExit(step_id=teller.new_id(), words=WORDS, **goes, **morning),
        ContestStayNight(said_by=unit, **other, **morning),
        SettleStayNight(said_by=hub, **other, **morning),
        FreezeStayNight(night=second, **later),
        AgreeStayNight(night=second, said_by=unit, **later),
        EndStayBlocker(blocker_id=flag, **later),
        EndSetStayReason(override_id=own, **later),
    ]
