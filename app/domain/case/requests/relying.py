"""Relying on the trusted assessment: one young enough, with nothing that this service still asks or disputes."""

from datetime import datetime

from app.domain.assessment.validity import valid_until
from app.domain.case.item_standing import OPEN
from app.domain.case.state import Case
from app.domain.rejections import Rejection
from app.domain.values import ServiceId


def require_reliable(service: ServiceId, case: Case, at: datetime) -> None:
    """Raise where a service says that it relies on an assessment that it cannot rely on (DOMAIN rule 9)."""
    if not case.assessments:
        raise NothingToRelyOn(fields="how")
    if all(valid_until(each.said_at) < at for each in case.assessments.values()):
        raise AssessmentTooOld(fields="how")
    items = [item for each in case.assessments.values() for item in each.items.items()]
    if any(by == service and standing in OPEN for (by, _), standing in items):
        raise ItemsStillOpen(fields="how")


class NothingToRelyOn(Rejection):
    """No trusted assessment is signed for this person. Say how you assessed yourselves, or ask the hub for one."""


class AssessmentTooOld(Rejection):
    """The trusted assessment is older than 72 hours. Ask the hub whether it is still true, or say how you assessed."""


class ItemsStillOpen(Rejection):
    """An item that you queried or rejected is not answered yet. Wait for the answer, or say how you assessed."""
