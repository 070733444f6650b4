"""The hub accepts a referral and names who manages the case."""

from dataclasses import dataclass

from app.domain.case.command import CaseCommand
from app.domain.case.facts import CaseFacts
from app.domain.case.state import AwaitingTriage, Case, Planning
from app.domain.rejections import NotKnown, Rejection
from app.domain.values import StaffId


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferralAccepted:
    """The hub took the case; the case manager is answerable for the way home."""

    case_manager: StaffId


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseManagerNamed:
    """Another member of staff took over the case."""

    case_manager: StaffId


TriageEvent = ReferralAccepted | CaseManagerNamed


@dataclass(frozen=True, slots=True, kw_only=True)
class AcceptReferral(CaseCommand):
    """Take the referral as it stands, with a case manager."""

    case_manager: StaffId


@dataclass(frozen=True, slots=True, kw_only=True)
class NameCaseManager(CaseCommand):
    """Hand the case to another case manager."""

    case_manager: StaffId


def accept_referral(command: AcceptReferral, case: Case, facts: CaseFacts) -> list[TriageEvent]:
    """Only a referral that lies with the hub can be accepted."""
    if not facts.case_manager_known:
        raise NotKnown(what="case_manager")
    match case.stage:
        case AwaitingTriage():
            return [ReferralAccepted(case_manager=command.case_manager)]
        case Planning(case_manager=manager) if manager == command.case_manager:
            return []
        case _:
            raise NothingToAccept


def name_case_manager(command: NameCaseManager, case: Case, facts: CaseFacts) -> list[TriageEvent]:
    """A case in planning can change hands."""
    if not facts.case_manager_known:
        raise NotKnown(what="case_manager")
    match case.stage:
        case Planning(case_manager=manager):
            return [] if manager == command.case_manager else [CaseManagerNamed(case_manager=command.case_manager)]
        case _:
            raise NotInPlanning


class NothingToAccept(Rejection):
    """This referral is not waiting for triage: it was accepted, returned or closed meanwhile. Open the case to see."""


class NotInPlanning(Rejection):
    """This case is not being planned by the hub now. Accept the referral first, or look at what happened meanwhile."""
