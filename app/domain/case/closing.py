"""A case ends for a named reason, and can be reopened when that was wrong."""

from dataclasses import dataclass
from uuid import UUID

from app.domain.case.arriving.overdue import contact_due
from app.domain.case.command import CaseCommand
from app.domain.case.facts import CaseFacts
from app.domain.case.leaving import CaseIsClosed
from app.domain.case.outcome import AFTER_LEAVING, Outcome
from app.domain.case.referral import AlreadyHasLiveCase
from app.domain.case.state import Away, Case, Ended
from app.domain.case.stay.state import open_stay
from app.domain.codes.pathways import Pathway
from app.domain.rejections import Rejection
from app.domain.values import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseClosed:
    """The hub's work on this case is over. `closure_id` was made by who asked; None when it followed from the stay."""

    outcome: Outcome
    words: Words | None
    closure_id: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseReopened:
    """Closing it was wrong: the case stands where it stood before. `reopening_id` was made by who asked, if anybody."""

    words: Words | None
    reopening_id: UUID | None = None


ClosingEvent = CaseClosed | CaseReopened


@dataclass(frozen=True, slots=True, kw_only=True)
class CloseCase(CaseCommand):
    """End the case with its outcome; `closure_id` is made by who asks, so that asking late records nothing."""

    outcome: Outcome
    words: Words | None
    closure_id: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReopenCase(CaseCommand):
    """Take a closed case up again; `reopening_id` is made by who asks, as the id of a closure is."""

    words: Words | None
    reopening_id: UUID | None = None


def close_case(command: CloseCase, case: Case) -> list[ClosingEvent]:
    """*Settled* and *ward discharge* are for somebody who has left; every other outcome may come at any stage.

    To which hub, and to whom there, a case was handed is said in words: many are of no system but their own. What goes
    on in a service, or is awaited of one, is settled first: closing the case would end every alarm about it.
    """
    if command.closure_id in case.answered:
        return []
    closed = CaseClosed(outcome=command.outcome, words=command.words, closure_id=command.closure_id)
    match case.stage:
        case Ended(outcome=outcome):
            if outcome == command.outcome:
                return []
            raise CaseIsClosed
        case _ if command.outcome is Outcome.OTHER_HUB and not command.words:
            raise HubNotNamed(fields="words")
        case _ if _follows_from_stay(command):
            return [closed]
        case _ if _goes_on_in_service(case):
            raise StillInService
        case Away() if contact_due(case):
            raise NobodyHasMetThem
        case Away():
            return [closed]
        case _ if command.outcome in AFTER_LEAVING:
            raise StillInHospital
        case _:
            return [closed]


def reopen_case(command: ReopenCase, case: Case, facts: CaseFacts) -> list[ClosingEvent]:
    """A closed case opens again unless the person has another live case by now (rule 5)."""
    if command.reopening_id in case.answered:
        return []
    match case.stage:
        case Ended():
            if facts.live_case is not None:
                raise AlreadyHasLiveCase(case_id=str(facts.live_case))
            return [CaseReopened(words=command.words, reopening_id=command.reopening_id)]
        case _:
            return []


def _follows_from_stay(command: CloseCase) -> bool:
    """A death, or an admission that never was: nobody chose it."""
    cancelled = command.outcome is Outcome.ADMISSION_CANCELLED and command.closure_id is None
    return cancelled or command.outcome is Outcome.DIED


def _goes_on_in_service(case: Case) -> bool:
    """Care that was restarted as it had been (P0) goes on without the hub; every other stay has an end."""
    restarted = case.pathway is not None and case.pathway.given is Pathway.P0
    return open_stay(case.stays) is not None and not restarted


class HubNotNamed(Rejection):
    """Say in words which hub has the case now, and who there took it over. Until somebody has, it is yours."""


class NobodyHasMetThem(Rejection):
    """The service that is booked has not met this person, as far as anybody has said, and no alarm rings once the case
    is closed. Find out, and confirm the first contact; or cancel the booking, and say why. Then close the case.
    """


class StillInService(Rejection):
    """This person is in the care of a service, which keeps a place for them, also while they are in hospital again.
    Discharge them from the service first, with what became of them; with the last stay the case is closed.
    """


class StillInHospital(Rejection):
    """This person is still in hospital, so the case is not settled. Record the leaving, or choose another outcome.

    A ward discharge (P0) stays on the board until its package or care home is settled.
    """
