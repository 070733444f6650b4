"""What is sent and answered about calendars, ladders and local lists."""

from datetime import datetime, time
from typing import Annotated, Any
from uuid import UUID

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, JsonValue

from app.api.shapes import Body, ShortText
from app.domain.calendar import BankHolidays, Calendar, Hours
from app.domain.ladder import Ladder, Rung
from app.domain.practice import MOST_LINES, PracticeKind
from app.domain.values import StaffId

OFFICE: JsonValue = [{"opens": "09:00", "closes": "17:00"}]
RUNG: JsonValue = {"role": "Site coordinator", "phone": "01632 960001"}


def _local(at: time) -> time:
    if at.tzinfo or at.second or at.microsecond:
        raise ValueError("Give a local time such as 09:30.")
    return at


LocalTime = Annotated[time, AfterValidator(_local)]


class HoursIn(Body):
    """Open from `opens` until just before `closes`; closing at 00:00 is the midnight after."""

    opens: LocalTime
    closes: LocalTime


class CalendarIn(Body):
    """When an organisation or a service works: seven days, Monday first; a day without hours is closed."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "week": [OFFICE, OFFICE, OFFICE, OFFICE, OFFICE, [], []],
                "bank_holidays": "closed",
                "order_by": "12:00",
                "latest_arrival": None,
            }
        }
    )
    week: Annotated[tuple[Annotated[tuple[HoursIn, ...], Field(max_length=8)], ...], Field(max_length=7)]
    bank_holidays: BankHolidays = BankHolidays.CLOSED
    order_by: LocalTime | None = None
    latest_arrival: LocalTime | None = None

    def calendar(self) -> Calendar:
        """The calendar. Raises a Rejection where its hours are no calendar."""
        return Calendar(
            week=tuple(tuple(Hours(opens=each.opens, closes=each.closes) for each in day) for day in self.week),
            bank_holidays=self.bank_holidays,
            order_by=self.order_by,
            latest_arrival=self.latest_arrival,
        )


class RungIn(Body):
    """Who answers at one level: the role as it is called there, its telephone, and who holds it."""

    model_config = ConfigDict(json_schema_extra={"example": RUNG})
    role: ShortText
    phone: ShortText
    staff_id: UUID | None = None

    def rung(self) -> Rung:
        """The rung."""
        return Rung(role=self.role, phone=self.phone, staff_id=StaffId(self.staff_id) if self.staff_id else None)


class LadderIn(Body):
    """The four levels of an organisation, L1 to L4."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {"duty": RUNG, "team_lead": RUNG, "operational_head": RUNG, "executive": RUNG},
        }
    )
    duty: RungIn
    team_lead: RungIn
    operational_head: RungIn
    executive: RungIn

    def ladder(self) -> Ladder:
        """The ladder."""
        return Ladder(
            duty=self.duty.rung(),
            team_lead=self.team_lead.rung(),
            operational_head=self.operational_head.rung(),
            executive=self.executive.rung(),
        )


class PracticeIn(Body):
    """All lines of a list. Its columns are told by GET; a column left out is as it usually is."""

    model_config = ConfigDict(
        json_schema_extra={"example": {"lines": [{"code": "rang", "words": "Rang family, no answer."}]}}
    )
    lines: Annotated[tuple[dict[str, Any], ...], Field(max_length=MOST_LINES)]


class ColumnOut(BaseModel):
    """One column: `kind` is text, number, time, yes or choice; `several` cells hold a list, `optional` may be empty.

    `labels` say in words what an option of a national list is.
    """

    name: str
    words: str
    hint: str
    kind: str
    several: bool
    optional: bool
    options: list[str]
    labels: dict[str, str]
    default: Any


class PracticeLine(BaseModel):
    """One list: how many lines it has, its version (0 for the shipped one), and whether it is the local default.

    `lacking` counts the lines of the local default that it has not, by their names.
    """

    kind: PracticeKind
    words: str
    lines: int
    version: int
    local_default: bool
    lacking: int


class Practices(BaseModel):
    """Every list."""

    lists: list[PracticeLine]


class PracticeOut(BaseModel):
    """A list with its lines, and those of the local default; send `etag` as If-Match to change it."""

    kind: PracticeKind
    words: str
    version: int
    local_default: bool
    etag: str
    named_by: list[str]
    columns: list[ColumnOut]
    lines: list[dict[str, Any]]
    default_lines: list[dict[str, Any]]


class PracticeVersion(BaseModel):
    """One version: who set it, when, and what it changed."""

    version: int
    at: datetime
    by: str
    role: str | None
    words: str
    lines: list[dict[str, Any]]


class PracticeHistory(BaseModel):
    """Every version that was set, the newest first."""

    versions: list[PracticeVersion]
