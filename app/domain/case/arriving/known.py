"""What is known of the arrival, also of a case that is closed since."""

from app.domain.case.arriving.state import NOTHING_KNOWN, Arriving
from app.domain.case.state import Away, Case, Ended


def arriving_of(case: Case) -> Arriving:
    """What is known; nothing of somebody who is in hospital."""
    stage = case.stage.before if isinstance(case.stage, Ended) else case.stage
    return stage.arriving if isinstance(stage, Away) else NOTHING_KNOWN
