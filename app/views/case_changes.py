"""How each event changes the card of a case."""

from datetime import datetime
from typing import assert_never
from uuid import UUID

from app.domain.case import (
    AssessmentReaffirmed,
    AssessmentSigned,
    BestInterestsDecided,
    CameBack,
    CaseClosed,
    CaseEvent,
    CaseGiven,
    CaseManagerNamed,
    CaseReopened,
    CaseTracked,
    EarlyAlertRaised,
    FoundDifferent,
    ItemAccepted,
    ItemAnswered,
    ItemQueried,
    ItemRejected,
    LeavingPlanned,
    LeftAfterAll,
    LeftHospital,
    MedicinesTold,
    NoteAmended,
    NoteEvent,
    NotePinned,
    NoteUnpinned,
    NoteWritten,
    PathwayDecided,
    ReferralAccepted,
    ReferralAmended,
    ReferralResubmitted,
    ReferralReturned,
    ReferralSubmitted,
    StepUndone,
    TrackingUndone,
)
from app.domain.case.arriving.evolving import ArrivingEvent
from app.domain.case.assessing import AssessingEvent
from app.domain.case.failed_discharge import failed
from app.domain.case.form import Need, ReferralForm
from app.domain.case.holding.evolving import HoldingEvent
from app.domain.case.item_answers import ItemEvent
from app.domain.case.remaining.events import RemainingEvent
from app.domain.case.requests.evolving import RequestEvent
from app.domain.case.restart import package
from app.domain.case.stay.events import StayEvent
from app.domain.case.tasks.evolving import TaskEvent
from app.domain.case.undoing import HubStep
from app.domain.decider import Recorded
from app.domain.replacing import replace
from app.domain.routing import HomeRoute
from app.domain.values import key_of
from app.views.case_row import CaseRow


def applied(row: CaseRow | None, recorded: Recorded[CaseEvent]) -> CaseRow | None:
    """The card after one more event; None before the hub knows of the case."""
    event = recorded.event
    if isinstance(event, EarlyAlertRaised):
        return replace(_first(event, recorded), stage="expected", needs=_sorted(event.likely), alerted_at=recorded.at)
    if isinstance(event, ReferralSubmitted):
        sent = replace(row or _first(event, recorded), stage="referred", position=recorded.position)
        told = _form(_at_home(sent, event.route), event.form)
        return replace(told, needs=_needs(event.form), referred_at=recorded.at)
    if row is None or isinstance(event, NoteEvent | AssessingEvent | ItemEvent):
        return row  # a note or an assessment is a row of its own: who may not see it sees nothing of it move
    return _changed(row, event, recorded.at)


def _first(event: EarlyAlertRaised | ReferralSubmitted, recorded: Recorded[CaseEvent]) -> CaseRow:
    row = CaseRow(
        id=key_of(recorded.stream),
        scope=str(event.hub_id),
        position=recorded.position,
        gone=False,
        person_id=event.person_id,
        spell_id=event.spell_id,
        stage="referred",
    )
    return _at_home(row, event.route)


def _at_home(row: CaseRow, route: HomeRoute | None) -> CaseRow:
    if route is None:
        return row
    return replace(row, council=route.council, locality=route.locality, out_of_area=route.out_of_area)


def _changed(row: CaseRow, event: CaseEvent, at: datetime) -> CaseRow:
    if isinstance(event, RequestEvent | TaskEvent | HoldingEvent | ArrivingEvent | StayEvent | RemainingEvent):
        return row  # what the card says of search, work, arrival and stay is folded from all of their events together
    match event:
        case EarlyAlertRaised() | ReferralSubmitted():
            return row
        case ReferralReturned():
            return replace(row, returned=True, returned_at=at)
        case ReferralResubmitted():
            return replace(_form(row, event.form), returned=False, returned_at=None)
        case ReferralAmended():
            return _form(row, event.form)
        case ReferralAccepted():
            return replace(row, stage="planning", case_manager=event.case_manager, accepted_at=at)
        case CaseManagerNamed():
            return replace(row, case_manager=event.case_manager)
        case BestInterestsDecided() | MedicinesTold():
            return row
        case PathwayDecided():
            return _decided(row, event)
        case LeavingPlanned():
            changes = row.leave_changes + (row.leave_at is not None)
            return replace(row, leave_at=event.leave_at, leave_from=event.leave_from, leave_changes=changes)
        case LeftHospital():
            ward = event.ward_id or row.left_from
            return replace(row, stage="left_hospital", left_at=at, left_how=event.how, left_from=ward)
        case CameBack():
            return _back(row, counts=row.left_at is not None and failed(row.left_at, at, event.reason))
        case CaseTracked():
            return _following(_back(row, counts=event.failed_discharge), event.spell_id, row.spell_id)
        case LeftAfterAll():
            return _left_again(row, event)
        case TrackingUndone():
            return _following(_left_again(row, event), event.spell_id)
        case StepUndone():
            return _undone(row, event.what)
        case CaseClosed():
            return replace(row, stage="closed", outcome=event.outcome, gone=True)
        case CaseReopened():
            return replace(row, stage=_stage(row), outcome=None, gone=False)
        case NoteWritten() | NoteAmended() | NotePinned() | NoteUnpinned():
            return row
        case AssessmentSigned() | AssessmentReaffirmed() | FoundDifferent():
            return row
        case ItemAccepted() | ItemQueried() | ItemRejected() | ItemAnswered():
            return row
        case CaseGiven():
            return replace(row, person_id=event.person_id)
        case _:
            assert_never(event)


def _back(row: CaseRow, *, counts: bool) -> CaseRow:
    counted = row.failed_discharges + counts
    return replace(row, stage=_stage(row), left_at=None, left_how=None, failed_discharges=counted)


def _left_again(row: CaseRow, event: LeftAfterAll | TrackingUndone) -> CaseRow:
    row = replace(row, failed_discharges=row.failed_discharges - event.failed)
    stage = "left_hospital" if event.left_at else _stage(row)
    return replace(row, stage=stage, left_at=event.left_at, left_how=event.how)


def _following(row: CaseRow, spell_id: UUID, *before: UUID) -> CaseRow:
    past = tuple(each for each in (*row.past_spells, *before) if each != spell_id)
    return replace(row, spell_id=spell_id, past_spells=past)


def _undone(row: CaseRow, step: HubStep) -> CaseRow:
    match step:
        case HubStep.REFERRAL_RETURN:
            return replace(row, returned=False, returned_at=None)
        case HubStep.ACCEPTANCE:
            return replace(row, stage="referred", case_manager=None, accepted_at=None)
        case HubStep.PATHWAY:
            return replace(_no_bed(row), pathway_needed=None, pathway_given=None)
        case HubStep.LEAVING:
            return replace(row, leave_at=None, leave_from=None, leave_changes=row.leave_changes + 1)
        case HubStep.BEST_INTERESTS:
            return row  # its flag is folded from the case
        case _:
            assert_never(step)


def _form(row: CaseRow, form: ReferralForm) -> CaseRow:
    """The row with what these answers say; a gap takes nothing away."""
    held = package(form)
    if form.before:
        row = replace(row, package=held.state if held else None, held_until=held.held_until if held else None)
    going_to = form.person.going_to if form.person else row.going_to
    return replace(row, going_to=going_to, needs=_needs(form, row.needs))


def _decided(row: CaseRow, event: PathwayDecided) -> CaseRow:
    decided = replace(row, pathway_needed=event.needed, pathway_given=event.given, why_not_home=event.why_not_home)
    return replace(decided, unmet_p1=event.unmet_p1, home_review_on=event.review_on)


def _no_bed(row: CaseRow) -> CaseRow:
    return replace(row, why_not_home=None, unmet_p1=False, home_review_on=None)


def _needs(form: ReferralForm, before: tuple[str, ...] = ()) -> tuple[str, ...]:
    return _sorted(form.needs.needs) if form.needs else before


def _sorted(needs: frozenset[Need]) -> tuple[str, ...]:
    return tuple(sorted(needs))


def _stage(row: CaseRow) -> str:
    """Where an undone ending leaves the card: each stage has left its own trace on the row."""
    if row.stage == "closed" and row.left_at:
        return "left_hospital"
    if row.accepted_at:
        return "planning"
    return "referred" if row.referred_at else "expected"
