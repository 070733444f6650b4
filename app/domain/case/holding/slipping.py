"""A slot slips by itself: its time has gone by, and the person is still here (DOMAIN rule 10, *slot slips*).

A leaving is often recorded late, so everyone is asked only some time after the slot. Who has said to keep it until
later has answered, and who is being asked already need not be asked twice.
"""

from datetime import datetime, timedelta
from typing import NamedTuple

from app.domain.case.holding.causes import Cause
from app.domain.case.holding.holders import Holder, to_ask
from app.domain.case.state import Case, InHospital

SLIPS_AFTER = timedelta(hours=1)
"""So long a leaving may take to be recorded. Local default: ours."""


class Slipping(NamedTuple):
    """Who is asked at this time, if the person is still here by then."""

    at: datetime
    holders: tuple[Holder, ...]


def slipping(case: Case) -> Slipping | None:
    """None where no slot stands, nobody is to be asked, or they were: once for a slot."""
    if case.slot is None or not isinstance(case.stage, InHospital):
        return None
    holding, at = case.holding, case.slot.leave_at + SLIPS_AFTER
    said = {*holding.asked, *(key for key, until in holding.kept_until.items() if until > at)}
    holders = tuple(each for each in to_ask(case) if each.holder_id not in said)
    return Slipping(at, holders) if holders and (Cause.SLOT_PASSED, at) not in holding.heard else None
