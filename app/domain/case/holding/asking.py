"""One event, and everyone who holds something is asked: keep or release? (DOMAIN rule 10)."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from app.domain.case.arriving.booking import bookings_held
from app.domain.case.closing import CaseClosed
from app.domain.case.command import CaseCommand
from app.domain.case.fitting import fits
from app.domain.case.holding.causes import Cause
from app.domain.case.holding.holders import EVERYBODY, Holder, HolderKind, still_asked, to_ask
from app.domain.case.holding.plan_changes import CONCERNED, changes, goes_elsewhere
from app.domain.case.leaving import CameBack, LeavingPlanned, LeftHospital
from app.domain.case.outcome import Outcome
from app.domain.case.pathway import PathwayDecided
from app.domain.case.referral import ReferralAmended
from app.domain.case.requests.confirming import StartChanged
from app.domain.case.state import Away, Case
from app.domain.case.tracking import CaseTracked
from app.domain.case.undoing import HubStep, StepUndone
from app.domain.codes.return_reasons import ReturnReason
from app.domain.codes.ways_out import WayOut


@dataclass(frozen=True, slots=True, kw_only=True)
class HoldersAsked:
    """These hold something, and are asked whether they keep it; `again`: the time until which they kept it is over."""

    cause: Cause
    holders: tuple[Holder, ...]
    again: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class AskHolders(CaseCommand):
    """Ask everyone who holds something. The system asks it, when the stay says what may unsettle the plan."""

    cause: Cause


def ask_holders(command: AskHolders, case: Case) -> list[HoldersAsked]:
    """Told again, the same news asks nobody."""
    return asked(case, command.cause, command.at)


def asked(
    case: Case, cause: Cause, at: datetime, *, but: UUID | None = None, only: Collection[UUID] | None = None
) -> list[HoldersAsked]:
    """Only for somebody who is in a hospital: who has left, or died, needs nothing kept for the way."""
    concerned = (each for each in to_ask(case) if each.kind in CONCERNED.get(cause, EVERYBODY))
    holders = tuple(each for each in concerned if each.holder_id != but and (only is None or each.holder_id in only))
    if not still_asked(case) or not holders or (cause, at) in case.holding.heard:
        return []
    return [HoldersAsked(cause=cause, holders=holders)]


def asked_with(event: object, case: Case, at: datetime) -> list[HoldersAsked]:
    """A slot that is changed or withdrawn asks too, as do another place to go, coming back and going to another
    hospital: what was arranged was for then and there.

    For who had never left it is still to come. A start that moves away from the slot asks everyone but the service that
    it is agreed with. Whoever kept it while no slot stood, whatever was asked, has heard of none. A case that is closed
    while they are in hospital leaves what the desks arranged; a death asks nobody.
    `case` is as it stood before the event.
    """
    match event:
        case CameBack(reason=ReturnReason.RECORDED_BY_MISTAKE):
            return []
        case CameBack() | CaseTracked() if isinstance(case.stage, Away):
            return asked(replace(case, stage=case.stage.before), Cause.CAME_BACK, at)
        case LeftHospital(how=WayOut.TRANSFERRED) if (
            not isinstance(case.stage, Away) or case.stage.how is not event.how
        ):
            return _asked_of_bookings(case, at)
        case LeavingPlanned() if case.leaving:
            return [each for cause in changes(case.leaving, event) for each in asked(case, cause, at)]
        case LeavingPlanned():
            return asked(case, Cause.SLOT_MOVED, at, only=case.holding.kept_for)
        case ReferralAmended(form=form) if goes_elsewhere(case.form, form):
            return asked(case, Cause.GOING_ELSEWHERE, at)
        case PathwayDecided(given=given) if case.pathway and case.pathway.given is not given:
            return asked(case, Cause.GOING_ELSEWHERE, at)
        case CaseClosed(outcome=outcome) if outcome is not Outcome.DIED:
            return asked(case, Cause.CASE_CLOSED, at)
        case StepUndone(what=HubStep.LEAVING):
            return asked(case, Cause.SLOT_MOVED, at)
        case StepUndone(what=HubStep.PATHWAY):
            return asked(case, Cause.GOING_ELSEWHERE, at)
        case StartChanged() if case.leaving and not fits(event.arrive_from, event.arrive_to, case.leaving.leave_at):
            return asked(case, Cause.START_MOVED, at, but=event.offer_id)
        case _:
            return []


def _asked_of_bookings(case: Case, at: datetime) -> list[HoldersAsked]:
    """What was not booked yet has ended with the leaving."""
    held = bookings_held(case.requests, case.stays)
    holders = tuple(each for each in to_ask(case) if each.kind is not HolderKind.SERVICE or each.holder_id in held)
    if not holders or (Cause.TRANSFERRED, at) in case.holding.heard:
        return []
    return [HoldersAsked(cause=Cause.TRANSFERRED, holders=holders)]
