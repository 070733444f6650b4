"""What is known of the arrival, also of a case that is closed since, and of two leavings that were one."""

from app.domain.case.arriving.state import NOTHING_KNOWN, Arriving
from app.domain.case.state import Away, Case, Ended
from app.domain.replacing import replace


def arriving_of(case: Case) -> Arriving:
    """What is known; nothing of somebody who is in hospital."""
    stage = case.stage.before if isinstance(case.stage, Ended) else case.stage
    return stage.arriving if isinstance(stage, Away) else NOTHING_KNOWN


def both(before: Arriving, since: Arriving) -> Arriving:
    """What was said after the one leaving and after the other, where there was no time in hospital between them."""
    if since == NOTHING_KNOWN:
        return before
    contact = before if before.contact_at else since
    return replace(
        before,
        arrived_at=before.arrived_at or since.arrived_at,
        contact_at=contact.contact_at,
        contact_id=contact.contact_id,
        missed=(*before.missed, *since.missed),
    )
