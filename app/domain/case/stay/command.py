"""What every saying of a stay has, and when it may be said."""

from dataclasses import dataclass
from uuid import UUID

from app.domain.case.command import CaseCommand
from app.domain.case.state import Case
from app.domain.case.stay.state import Stay
from app.domain.rejections import NotKnown, Rejection
from app.domain.values import OrganisationId


@dataclass(frozen=True, slots=True, kw_only=True)
class AboutStay(CaseCommand):
    """Something is said of a stay; `at` is when it happened.

    `organisation_id` is whose staff say it, which must be the service's; None where the hub says it.
    """

    stay_id: UUID
    organisation_id: OrganisationId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StayCommand(AboutStay):
    """A step of a stay; `step_id` is made by who says it."""

    step_id: UUID


def stay_of(command: AboutStay, case: Case) -> Stay:
    """The stay; NotKnown where there is none, or it is another organisation's."""
    stay = case.stays.get(command.stay_id)
    if stay is None or command.organisation_id not in (None, stay.organisation_id):
        raise NotKnown(what="stay")
    return stay


def going_on(command: StayCommand, case: Case) -> Stay:
    """The stay, while it goes on at that time; raises what is wrong with saying it."""
    stay = stay_of(command, case)
    if stay.ended:
        raise StayIsOver
    if command.at < stay.started_at:
        raise BeforeTheStay(fields="at")
    return stay


class StayIsOver(Rejection):
    """This person was discharged from the service. If that is wrong, take the discharge back first."""


class BeforeTheStay(Rejection):
    """This time lies before the service first met the person. Correct the time."""
