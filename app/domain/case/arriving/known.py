"""What is known of the arrival, also of a case that is closed since, and of two leavings that were one."""

from collections.abc import Mapping
from uuid import UUID

from app.domain.case.arriving.booking import awaited
from app.domain.case.arriving.state import NOTHING_KNOWN, Arriving
from app.domain.case.state import Away, Case, Ended
from app.domain.replacing import replace


def arriving_of(case: Case) -> Arriving:
    """What is known of the way to the service that awaits them; nothing of somebody who is in hospital."""
    away = _away(case)
    return away.of(awaited(case)) if away else NOTHING_KNOWN


def known_of(case: Case) -> Mapping[UUID | None, Arriving]:
    """All that is known since they left, by booking."""
    away = _away(case)
    return away.known if away else {}


def both_known(before: Away, case: Case) -> Mapping[UUID | None, Arriving]:
    """The same of a leaving that stands again, with what was said meanwhile."""
    since = _away(case)
    if since is None:
        return before.known
    return {key: both(before.of(key), since.of(key)) for key in {**before.known, **since.known}}


def _away(case: Case) -> Away | None:
    stage = case.stage.before if isinstance(case.stage, Ended) else case.stage
    return stage if isinstance(stage, Away) else None


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
