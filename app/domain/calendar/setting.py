"""Setting a calendar: an organisation or a service says when it works. What was due by the old one stays due."""

from dataclasses import dataclass
from uuid import UUID

from app.domain.calendar.calendar import Calendar
from app.domain.decider import Command, Decider, Recorded
from app.domain.rejections import Rejection
from app.domain.values import Stream, stream


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarSet:
    """From now on its owner works by this calendar."""

    calendar: Calendar


@dataclass(frozen=True, slots=True, kw_only=True)
class SetCalendar(Command):
    """Say when an organisation or a service works."""

    owner_id: UUID
    calendar: Calendar

    @property
    def stream(self) -> Stream:
        """The calendar of this owner."""
        return stream("calendar", self.owner_id)


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarFacts:
    """Whether there is such an organisation or service in this system."""

    owner_known: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnCalendar:
    """The calendar that was set last; None where none ever was, and the wall clock counts."""

    calendar: Calendar | None = None


class OwnerNotKnown(Rejection):
    """Neither an organisation nor a service of this system has this id. Add it first, or choose one from the list."""


def decide(command: SetCalendar, own: OwnCalendar, facts: CalendarFacts) -> list[CalendarSet]:
    """The same calendar again changes nothing."""
    if own.calendar == command.calendar:
        return []
    if not facts.owner_known:
        raise OwnerNotKnown
    return [CalendarSet(calendar=command.calendar)]


def evolve(_own: OwnCalendar, recorded: Recorded[CalendarSet]) -> OwnCalendar:
    """The calendar after one more event."""
    return OwnCalendar(calendar=recorded.event.calendar)


CALENDAR = Decider(initial=OwnCalendar(), decide=decide, evolve=evolve)
CALENDAR_EVENTS = (CalendarSet,)
