"""One invented event of every stored name of calendars, ladders, local lists, and of the system as a whole."""

from datetime import time
from typing import Any

from app.domain.calendar import BankHolidays, Calendar, CalendarSet, Hours
from app.domain.importing import SystemImported
from app.domain.ladder import Ladder, LadderSet, Rung, SeniorOfficerNamed
from app.domain.practice import PracticeKind, PracticeSet
from app.domain.system import SystemArchived, SystemRestored
from tests.events.invented import STAFF

_DAY = (Hours(opens=time(8), closes=time(12)), Hours(opens=time(13), closes=time(0)))
_RUNG = Rung(role="Matron", phone="01632 960002")

PRACTICE_EXAMPLES: dict[str, Any] = {
    "calendar.set.1": CalendarSet(
        calendar=Calendar(
            week=(_DAY,) * 6 + ((),),
            bank_holidays=BankHolidays.AS_SUNDAY,
            order_by=time(12),
            latest_arrival=time(16, 30),
        )
    ),
    "ladder.set.1": LadderSet(
        ladder=Ladder(
            duty=Rung(role="Site coordinator", phone="01632 960001", staff_id=STAFF),
            team_lead=_RUNG,
            operational_head=_RUNG,
            executive=_RUNG,
        )
    ),
    "ladder.senior_officer_named.1": SeniorOfficerNamed(officer=_RUNG),
    "system.archived.1": SystemArchived(),
    "system.restored.1": SystemRestored(),
    "import.system_imported.1": SystemImported(changes=12),
    "practice.set.1": PracticeSet(
        practice=PracticeKind.QUICK_PHRASES, lines=({"code": "rang", "words": "Rang the family – no answer."},)
    ),
}
"""Stored name -> the event; `EXAMPLES` holds them with all others."""
