"""What every saying of why somebody is still in a community bed has, and of which stays it may be said."""

from dataclasses import dataclass
from datetime import datetime

from app.domain.case.remaining.ready import in_bed_at, is_bed
from app.domain.case.state import Case
from app.domain.case.stay.command import AboutStay, stay_of
from app.domain.case.stay.state import Stay
from app.domain.rejections import Rejection


@dataclass(frozen=True, slots=True, kw_only=True)
class RemainingCommand(AboutStay):
    """Something is said of why the person is still in this bed."""


def bed_of(command: RemainingCommand, case: Case) -> Stay:
    """The stay, which must be in a bed. Raises NotKnown or NoBedToLeave."""
    stay = stay_of(command, case)
    if not is_bed(stay):
        raise NoBedToLeave
    return stay


def require_in_bed(at: datetime, stay: Stay) -> None:
    """The person must have been in the bed then. Raises NotInTheBed."""
    if not in_bed_at(stay, at):
        raise NotInTheBed(fields="at")


class NoBedToLeave(Rejection):
    """This person is at home, so there is no bed that they could leave. Say what is in the way in a review."""


class NotInTheBed(Rejection):
    """At this time they were not in this bed: not met yet, in hospital, or gone. Check the time."""
