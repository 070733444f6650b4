"""Ada in a bed of East's unit from Monday 9 November 2026, who from the 12th no longer meets the requirements."""

from datetime import UTC, date, datetime
from typing import Any

from app.domain.case.remaining.freezing import FreezeStayNight
from app.domain.case.stay.events import Remains
from app.domain.delay import Fact, Field, History
from app.domain.delay.facts import Exit
from app.domain.delay.owners import NOBODY_KNOWN, Parties
from app.domain.values import OrganisationId
from app.events.practice import shipped_rule
from tests.domain.case.arriving.leaving import MET_AT
from tests.domain.case.stay.weeks import IN_BED, STAY, days, reviewed
from tests.domain.case.way import CASE_ID, known
from tests.domain.given import NURSE

NO_LONGER, MEETS = Remains.NO_LONGER_MEETS, Remains.MEETS
READY_ON = date(2026, 11, 12)
READY = (*IN_BED, (days(3), reviewed(remains=NO_LONGER)))
MIDNIGHT = datetime(2026, 11, 13, tzinfo=UTC)
"""The one that ends the first night."""
RULE = shipped_rule()
NOT_PLANNED = History((Fact(MET_AT, Field.EXIT, Exit.OTHER),))


def about(at: datetime, by: OrganisationId | None = None, **more: Any) -> dict[str, Any]:
    """What every command on her stay has; `by`: of whose staff, None of the hub."""
    return {"case_id": CASE_ID, "by": NURSE, "at": at, "stay_id": STAY, "organisation_id": by} | more


def freeze(night: date = READY_ON, at: datetime = MIDNIGHT) -> FreezeStayNight:
    return FreezeStayNight(**about(at), night=night)


def facts(told: History = NOT_PLANNED, parties: Parties = NOBODY_KNOWN) -> Any:
    return known(reporting=RULE, next_service=told, parties=parties)
