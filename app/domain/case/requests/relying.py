"""Relying on the trusted assessment: there must be one, and nothing in it that this service still asks or disputes."""

from app.domain.case.item_standing import OPEN
from app.domain.case.state import Case
from app.domain.rejections import Rejection
from app.domain.values import ServiceId


def require_reliable(service: ServiceId, case: Case) -> None:
    """Raise where a service says that it relies on an assessment that it cannot rely on (DOMAIN rule 9)."""
    if not case.assessments:
        raise NothingToRelyOn(fields="how")
    items = [item for each in case.assessments.values() for item in each.items.items()]
    if any(by == service and standing in OPEN for (by, _), standing in items):
        raise ItemsStillOpen(fields="how")


class NothingToRelyOn(Rejection):
    """No trusted assessment is signed for this person. Say how you assessed yourselves, or ask the hub for one."""


class ItemsStillOpen(Rejection):
    """An item that you queried or rejected is not answered yet. Wait for the answer, or say how you assessed."""
