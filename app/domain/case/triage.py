"""The hub accepts a referral and names who manages the case."""

from dataclasses import dataclass
from uuid import UUID

from app.domain.case.command import CaseCommand
from app.domain.case.facts import CaseFacts
from app.domain.case.state import AwaitingTriage, Case, Planning
from app.domain.rejections import Rejection
from app.domain.values import Role, StaffId

MANAGES_CASES = frozenset({Role.CASE_MANAGER, Role.HUB_LEAD})
"""The roles whose work it is to manage a case."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferralAccepted:
    """The hub took the case; the case manager is answerable for the way home. `acceptance_id`: made by who asked."""

    case_manager: StaffId
    acceptance_id: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseManagerNamed:
    """Another member of staff took over the case."""

    case_manager: StaffId


TriageEvent = ReferralAccepted | CaseManagerNamed


@dataclass(frozen=True, slots=True, kw_only=True)
class AcceptReferral(CaseCommand):
    """Take the referral as it stands, with a case manager.

    `acceptance_id` is made by who asks, so that asking late does not accept again what was undone.
    """

    case_manager: StaffId
    acceptance_id: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NameCaseManager(CaseCommand):
    """Hand the case to another case manager."""

    case_manager: StaffId


def accept_referral(command: AcceptReferral, case: Case, facts: CaseFacts) -> list[TriageEvent]:
    """Only a referral that lies with the hub can be accepted; a repeat is known whatever happened since."""
    if command.acceptance_id in case.answered or case.accepted_with == command.case_manager:
        return []
    if not isinstance(case.stage, AwaitingTriage):
        raise NothingToAccept
    _require_of_this_hub(case, facts)
    return [ReferralAccepted(case_manager=command.case_manager, acceptance_id=command.acceptance_id)]


def name_case_manager(command: NameCaseManager, case: Case, facts: CaseFacts) -> list[TriageEvent]:
    """A case in planning can change hands; who manages it already may be named again at any time."""
    if case.case_manager == command.case_manager:
        return []
    if not isinstance(case.stage, Planning):
        raise NotInPlanning
    _require_of_this_hub(case, facts)
    return [CaseManagerNamed(case_manager=command.case_manager)]


class NothingToAccept(Rejection):
    """This referral is not waiting for triage: it was accepted, returned or closed meanwhile. Open the case to see."""


class NotInPlanning(Rejection):
    """This case is not being planned by the hub now. Accept the referral first, or look at what happened meanwhile."""


class CaseManagerNotOfThisHub(Rejection):
    """Only a case manager or a hub lead of this case's hub can manage it. Choose one of them from the list."""


def _require_of_this_hub(case: Case, facts: CaseFacts) -> None:
    if facts.manages_for is None or facts.manages_for != case.hub_id:
        raise CaseManagerNotOfThisHub
