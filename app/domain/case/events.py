"""Everything that can have happened to a case."""

from typing import TypeAlias, get_args

from app.domain.case.arriving.evolving import ArrivingEvent
from app.domain.case.assessing import AssessingEvent
from app.domain.case.best_interests import BestInterestsDecided
from app.domain.case.closing import ClosingEvent
from app.domain.case.early_alert import EarlyAlertRaised
from app.domain.case.giving import CaseGiven
from app.domain.case.holding.evolving import HoldingEvent
from app.domain.case.item_answers import ItemEvent
from app.domain.case.leaving import LeavingEvent
from app.domain.case.medicines import MedicinesTold
from app.domain.case.notes import NoteEvent
from app.domain.case.pathway import PathwayDecided
from app.domain.case.referral import ReferralEvent
from app.domain.case.remaining.events import RemainingEvent
from app.domain.case.requests.evolving import RequestEvent
from app.domain.case.stay.events import StayEvent
from app.domain.case.tasks.evolving import TaskEvent
from app.domain.case.tracking import CaseTracked
from app.domain.case.triage import TriageEvent
from app.domain.case.undoing import UndoingEvent

CaseEvent: TypeAlias = (
    EarlyAlertRaised
    | ReferralEvent
    | TriageEvent
    | BestInterestsDecided
    | PathwayDecided
    | LeavingEvent
    | MedicinesTold
    | ArrivingEvent
    | StayEvent
    | RemainingEvent
    | ClosingEvent
    | CaseTracked
    | UndoingEvent
    | NoteEvent
    | AssessingEvent
    | ItemEvent
    | CaseGiven
    | RequestEvent
    | TaskEvent
    | HoldingEvent
)

CASE_EVENTS: tuple[type[CaseEvent], ...] = get_args(CaseEvent)
