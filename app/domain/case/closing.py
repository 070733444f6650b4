"""A case ends for a named reason, and can be reopened when that was wrong."""

from dataclasses import dataclass
from uuid import UUID

from app.domain.case.arriving.overdue import contact_overdue
from app.domain.case.command import CaseCommand
from app.domain.case.facts import CaseFacts
from app.domain.case.leaving import CaseIsClosed
from app.domain.case.outcome import AFTER_LEAVING, Outcome
from app.domain.case.referral import AlreadyHasLiveCase
from app.domain.case.state import Away, Case, Ended
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

    To which hub, and to whom there, a case was handed is said in words: many are of no system but their own. So is why
    a case is settled while a first contact is overdue: closing it ends the alarm.
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
        case Away() if command.outcome is Outcome.SETTLED and not command.words and contact_overdue(case, command.at):
            raise NobodyHasMetThem(fields="words")
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


class HubNotNamed(Rejection):
    """Say in words which hub has the case now, and who there took it over. Until somebody has, it is yours."""


class NobodyHasMetThem(Rejection):
    """The service that is booked should have met this person, and nobody has said that it did. Find out, and confirm
    the first contact; or say in words why it is settled all the same.
    """


class StillInHospital(Rejection):
    """This person is still in hospital, so the case is not settled. Record the leaving, or choose another outcome.

    A ward discharge (P0) stays on the board until its package or care home is settled.
    """
