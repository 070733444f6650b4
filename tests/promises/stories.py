"""Whole stories of somebody new, told in order: what seldom follows by chance alone. Chance only says which is told."""

from datetime import timedelta
from typing import Any

from app.domain.case import (
    AcceptReferral,
    AmendNote,
    AmendReferral,
    AnswerItem,
    CloseCase,
    ConfirmStillTrue,
    DecidePathway,
    NameCaseManager,
    PinNote,
    PlanLeaving,
    RecordBestInterests,
    RecordDeparture,
    RecordReturn,
    ReopenCase,
    ReplyToService,
    ReportDifference,
    ReturnReferral,
    UndoSharedStep,
    WriteNote,
)
from app.domain.case.audience import Audience
from app.domain.case.form import Capacity, CapacityState, ReferralField, ReferralForm
from app.domain.case.item_answers import ItemAnswer
from app.domain.case.leaving import LeaveFrom
from app.domain.case.outcome import Outcome
from app.domain.case.requests.answering import (
    Assessed,
    CounterOffer,
    DeclineOffer,
    HoldInPrinciple,
    OpenDetail,
    QueryOffer,
    RecordAssessed,
)
from app.domain.case.requests.confirming import ChangeStart, ConfirmOffer
from app.domain.case.requests.hub_side import AnswerQuery, EndBooking, EndBookingBecause, TakeCounter
from app.domain.case.requests.person import RecordPersonAnswer, SaidBy
from app.domain.case.requests.reading import OpenAssessment
from app.domain.case.requests.state import PersonSaid, Round, offer_id_of
from app.domain.case.tasks.doing import AssignTask, DismissTask, FinishTask, ReopenTask, StartTask
from app.domain.case.tasks.planning import task_id
from app.domain.case.tasks.raising import RaiseTask
from app.domain.case.tasks.state import NotNeeded
from app.domain.case.undoing import SharedStep
from app.domain.codes.pathways import Pathway
from app.domain.codes.return_reasons import ReturnReason
from app.domain.codes.service_lines import ServiceLine
from app.domain.codes.slot_reasons import SlotReason
from app.domain.decider import Command
from app.domain.person import RecordDeath, ReverseDeath
from app.domain.practice.tasks import Owner, Step, TaskKind, TaskRole
from app.domain.service import ListService
from app.domain.spell import CancelExpectedAdmission, ExpectAdmission
from app.domain.values import CaseId, PersonId, Role, SpellId, Words
from tests.promises.assessing import ITEMS, NORTH_CARE, signing
from tests.promises.cases import a_referral
from tests.promises.searches import SERVICES, a_service, asking
from tests.promises.stay_story import a_stay
from tests.promises.stays import from_a_feed
from tests.promises.teller import Teller

WORDS = Words("As agreed on the telephone.")


def a_story(teller: Teller, case: CaseId, spell: SpellId, person: PersonId) -> list[Command]:
    """One of them, on a case that is new, of somebody just admitted."""
    told = [a_referral(teller, case, spell)]
    match teller.chance.randint(1, 5):
        case 1:
            return [*told, *_sought(teller, case)]
        case 2:
            return [*told, *_planned(teller, case, spell)]
        case 3:
            return [*told, *_assessed(teller, case)]
        case 4:
            return a_stay(teller, spell, person)
        case _:
            return _expected_and_dead(teller, person)


def _sought(teller: Teller, case: CaseId) -> list[Command]:
    """The first service reads, asks, proposes and cannot; the next confirms, and it does not hold."""
    what: dict[str, Any] = {"case_id": case, **teller.said()}
    request, start = teller.new_id(), teller.now + timedelta(days=1)
    arrives: dict[str, Any] = {"arrive_from": start, "arrive_to": start + timedelta(hours=2)}
    later: dict[str, Any] = {"arrive_from": start, "arrive_to": start + timedelta(hours=3)}

    def on(n: int) -> dict[str, Any]:
        return {"offer_id": offer_id_of(request, SERVICES[n]), "answer_id": teller.new_id(), **what}

    yes: dict[str, Any] = {
        "said": PersonSaid.AGREES,
        "said_by": SaidBy.PERSON,
        "interim_explained": True,
        "words": None,
    }
    return [
        *(command for service in SERVICES[:2] for command in a_service(teller, service)),
        *asking(teller, case, request, Round.RANKED, SERVICES[:2]),
        OpenDetail(**on(0)),
        signing(teller, what | {"assessment_id": teller.new_id(), "by": teller.place.by(Role.CASE_MANAGER)}),
        OpenAssessment(**on(0)),
        QueryOffer(words=WORDS, **on(0)),
        AnswerQuery(words=WORDS, **on(0)),
        CounterOffer(start_on=None, words=WORDS, **on(0)),
        TakeCounter(**on(0)),
        DeclineOffer(code="D01", **on(0)),
        HoldInPrinciple(units=("am",), until=start, over_count=True, **on(1)),
        RecordAssessed(how=Assessed.OWN_VISIT, **on(1)),
        RecordPersonAnswer(**yes, **on(1)),
        ConfirmOffer(units=("am",), over_count=True, **arrives, **on(1)),
        ChangeStart(answer_id=teller.new_id(), words=WORDS, **later, **what),
        EndBooking(why=EndBookingBecause.FAILED_START, words=WORDS, **on(1)),
    ]


def _planned(teller: Teller, case: CaseId, spell: SpellId) -> list[Command]:
    """Returned, sent again, planned with tasks and notes, left and come back, closed and taken up again."""
    what: dict[str, Any] = {"case_id": case, **teller.said()}
    staff, note = teller.place.staff, teller.new_id()
    lacks = Capacity(state=CapacityState.LACKS, decision=Words("Where to live"))
    nothing: dict[str, Any] = dict.fromkeys(("why_not_home", "words", "home_possible_if", "review_on", "senior_yes"))
    slot: dict[str, Any] = {"leave_from": LeaveFrom.WARD, "going_to": Words("Home"), "received_by": Words("Her son")}
    at = teller.now + timedelta(days=1)
    return [
        ReturnReferral(fields=frozenset({ReferralField.RISKS}), words=WORDS, **what),
        a_referral(teller, case, spell),
        AcceptReferral(case_manager=staff[Role.CASE_MANAGER], **what),
        NameCaseManager(case_manager=staff[Role.HUB_LEAD], **what),
        AmendReferral(form=ReferralForm(capacity=lacks), **what),
        RecordBestInterests(decision=WORDS, decided_by=Words("Dr Khan"), consulted=Words("Her son."), **what),
        DecidePathway(needed=Pathway.P1, given=Pathway.P1, decided_by=Words("The hub"), **nothing, **what),
        PlanLeaving(leave_at=at, reason=None, **slot, **what),
        PlanLeaving(leave_at=at + timedelta(hours=5), reason=SlotReason.TRANSPORT, **slot, **what),
        *_worked(teller, case),
        DecidePathway(needed=Pathway.P0, given=Pathway.P0, decided_by=Words("The hub"), **nothing, **what),
        WriteNote(note_id=note, audience=Audience.EVERYONE, words=WORDS, **what),
        *(PinNote(note_id=note, pinned=pinned, **what) for pinned in (True, False)),
        AmendNote(note_id=teller.new_id(), amends=note, words=Words("Rang again."), **what),
        RecordDeparture(**what),
        RecordReturn(reason=ReturnReason.UNWELL, **what),
        UndoSharedStep(what=SharedStep.RETURN_TO_HOSPITAL, words=WORDS, undo_id=teller.new_id(), **what),
        CloseCase(outcome=Outcome.NO_LONGER_NEEDED, words=None, **what),
        ReopenCase(words=None, **what),
    ]


def _worked(teller: Teller, case: CaseId) -> list[Command]:
    """A task by hand goes every way."""
    on: dict[str, Any] = {"case_id": case, "task_id": task_id(case, "by hand"), **teller.said()}
    owned: dict[str, Any] = {"owner": Owner.COUNCIL, "role": TaskRole.SOCIAL_WORKER, "kind": TaskKind.STOP}
    return [
        RaiseTask(words=WORDS, precedes=Step.LEAVE, due_at=None, **owned, **on),
        AssignTask(assigned_to=teller.place.staff[Role.CASE_MANAGER], step_id=teller.new_id(), **on),
        StartTask(step_id=teller.new_id(), **on),
        FinishTask(step_id=teller.new_id(), **on),
        ReopenTask(step_id=teller.new_id(), **on),
        DismissTask(why=NotNeeded.PLAN_CHANGED, words=None, step_id=teller.new_id(), **on),
    ]


def _assessed(teller: Teller, case: CaseId) -> list[Command]:
    """Signed; a service asks, is answered, does not accept and then does; still true, and found different."""
    of: dict[str, Any] = {"organisation_id": teller.place.trust, "line": ServiceLine.REAB, "pathway": Pathway.P1}
    listing = ListService(service_id=NORTH_CARE, name="North Care", **of, **teller.said())
    by = teller.place.by(Role.CASE_MANAGER)
    what: dict[str, Any] = {"case_id": case, "assessment_id": teller.new_id(), **teller.said(), "by": by}
    about: dict[str, Any] = {**what, "link_id": ITEMS[0], "service_id": NORTH_CARE}
    query, reject, accept = (
        AnswerItem(answer_id=teller.new_id(), answer=each, words=WORDS, **about)
        for each in (ItemAnswer.QUERY, ItemAnswer.REJECT, ItemAnswer.ACCEPT)
    )
    reply = ReplyToService(reply_id=teller.new_id(), words=WORDS, **about)
    still = ConfirmStillTrue(confirmation_id=teller.new_id(), words=None, **what)
    different = ReportDifference(report_id=teller.new_id(), how=WORDS, **about)
    return [listing, signing(teller, what), query, reply, reject, accept, still, different]


def _expected_and_dead(teller: Teller, person: PersonId) -> list[Command]:
    """They are to come again and then not; they are said to have died, and had not."""
    again = SpellId(teller.new_id())
    fed: dict[str, Any] = {"spell_id": again, **teller.said(), **from_a_feed(teller.chance, teller.now)}
    what: dict[str, Any] = {"person_id": person, **teller.said()}
    return [
        ExpectAdmission(person_id=person, **teller.somewhere(), **fed),
        CancelExpectedAdmission(**fed | {"told_at": teller.now + timedelta(minutes=1)}),
        RecordDeath(time_told=True, told_at=teller.now, **what),
        ReverseDeath(told_at=teller.now + timedelta(minutes=1), **what),
    ]
