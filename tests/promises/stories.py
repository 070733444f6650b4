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
    TellMedicines,
    TrackCase,
    UndoHubStep,
    UndoSharedStep,
    WriteNote,
)
from app.domain.case.audience import Audience
from app.domain.case.form import Capacity, CapacityState, ReferralField, ReferralForm
from app.domain.case.item_answers import ItemAnswer
from app.domain.case.leaving import LeaveFrom
from app.domain.case.outcome import Outcome
from app.domain.case.tasks.doing import AssignTask, DismissTask, FinishTask, ReopenTask, StartTask
from app.domain.case.tasks.planning import task_id
from app.domain.case.tasks.raising import RaiseTask
from app.domain.case.tasks.state import NotNeeded
from app.domain.case.undoing import HubStep, SharedStep
from app.domain.codes.owners import Owner
from app.domain.codes.pathways import Pathway
from app.domain.codes.return_reasons import ReturnReason
from app.domain.codes.service_lines import ServiceLine
from app.domain.codes.slot_reasons import SlotReason
from app.domain.decider import Command
from app.domain.person import RecordDeath, ReverseDeath
from app.domain.practice.tasks import Step, TaskKind, TaskRole
from app.domain.service import (
    ListService,
)
from app.domain.spell import CancelExpectedAdmission, ExpectAdmission, OpenSpell
from app.domain.values import CaseId, PersonId, Role, SpellId, Words
from tests.promises.assessing import ITEMS, NORTH_CARE, signing
from tests.promises.cases import a_referral
from tests.promises.delays import a_delay_of_each_kind
from tests.promises.service_stories import a_service_counted, a_service_sought
from tests.promises.stay_story import a_stay
from tests.promises.stays import from_a_feed
from tests.promises.teller import Teller
from tests.promises.weeks_story import weeks_in_a_service

WORDS = Words("As agreed on the telephone.")


def a_story(teller: Teller, case: CaseId, spell: SpellId, person: PersonId) -> list[Command]:
    """One of them, on a case that is new, of somebody just admitted."""
    told = [a_referral(teller, case, spell)]
    match teller.dealt("story", range(7)):
        case 1:
            return [*told, *a_service_sought(teller, case)]
        case 2:
            return [*told, *_planned(teller, case, spell, person)]
        case 3:
            return [*told, *_assessed(teller, case)]
        case 4:
            return [*told, *weeks_in_a_service(teller, case)]
        case 5:
            return a_stay(teller, spell, person)
        case 6:
            return list(a_delay_of_each_kind(teller.chance, {"spell_id": spell, **teller.said()}))
        case _:
            return _expected_and_dead(teller, person)


def _planned(teller: Teller, case: CaseId, spell: SpellId, person: PersonId) -> list[Command]:
    """Returned, sent again, planned with tasks and notes, left and come back, closed and taken up again."""
    what: dict[str, Any] = {"case_id": case, **teller.said()}
    staff, note, again = teller.place.staff, teller.new_id(), SpellId(teller.new_id())
    lacks = Capacity(state=CapacityState.LACKS, decision=Words("Where to live"))
    nothing: dict[str, Any] = dict.fromkeys(("why_not_home", "words", "home_possible_if", "review_on", "senior_yes"))
    slot: dict[str, Any] = {"leave_from": LeaveFrom.WARD, "going_to": Words("Home"), "received_by": Words("Her son")}
    at = teller.now + timedelta(days=1)
    return [
        ReturnReferral(fields=frozenset({ReferralField.RISKS}), words=WORDS, **what),
        a_referral(teller, case, spell),
        AcceptReferral(case_manager=staff[Role.CASE_MANAGER], **what),
        UndoHubStep(what=HubStep.ACCEPTANCE, words=WORDS, undo_id=teller.new_id(), **what),
        AcceptReferral(case_manager=staff[Role.CASE_MANAGER], acceptance_id=teller.new_id(), **what),
        NameCaseManager(case_manager=staff[Role.HUB_LEAD], **what),
        AmendReferral(form=ReferralForm(capacity=lacks), **what),
        RecordBestInterests(decision=WORDS, decided_by=Words("Dr Khan"), consulted=Words("Her son."), **what),
        DecidePathway(needed=Pathway.P1, given=Pathway.P1, decided_by=Words("The hub"), **nothing, **what),
        PlanLeaving(leave_at=at, reason=None, **slot, **what),
        PlanLeaving(leave_at=at + timedelta(hours=5), reason=SlotReason.TRANSPORT, **slot, **what),
        TellMedicines(changes=(), **what),
        *_worked(teller, case),
        DecidePathway(needed=Pathway.P0, given=Pathway.P0, decided_by=Words("The hub"), **nothing, **what),
        WriteNote(note_id=note, audience=Audience.EVERYONE, words=WORDS, **what),
        *(PinNote(note_id=note, pinned=pinned, **what) for pinned in (True, False)),
        AmendNote(note_id=teller.new_id(), amends=note, words=Words("Rang again."), **what),
        RecordDeparture(**what),
        RecordReturn(reason=ReturnReason.UNWELL, **what),
        UndoSharedStep(what=SharedStep.RETURN_TO_HOSPITAL, words=WORDS, undo_id=teller.new_id(), **what),
        OpenSpell(spell_id=again, person_id=person, **teller.somewhere(), **teller.said()),
        TrackCase(spell_id=again, **what),
        UndoSharedStep(what=SharedStep.TRACKING, words=WORDS, undo_id=teller.new_id(), **what),
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
    return [listing, *a_service_counted(teller), signing(teller, what), query, reply, reject, accept, still, different]


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
