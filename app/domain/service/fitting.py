"""Why a service cannot take a package: each reason by its code, with what it is about."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from app.domain.codes.weekdays import Weekday
from app.domain.package import BedNeeded, Package
from app.domain.service.days_off import DaysOff
from app.domain.service.describing import ServiceDescribed
from app.domain.service.state import Service
from app.domain.service.terms import Terms
from app.domain.service.units import Beds, Unit


class WhyNot(StrEnum):
    """The code; its words are in `WORDS`."""

    CLOSED = "closed"
    LINE = "line"
    PATCH = "patch"
    SKILL = "skill"
    DAY = "day"
    BANK_HOLIDAY = "bank_holiday"
    HOUR = "hour"
    BED = "bed"
    WINDOW = "window"
    SECOND_CARER = "second_carer"
    LATER = "later"
    FULL = "full"
    NOT_COUNTED = "not_counted"


WORDS = {
    WhyNot.CLOSED: "Closed for now",
    WhyNot.LINE: "Another line of service",
    WhyNot.PATCH: "Outside its patch",
    WhyNot.SKILL: "Cannot do what is needed",
    WhyNot.DAY: "Does not admit on that day",
    WhyNot.BANK_HOLIDAY: "Does not admit on this bank holiday",
    WhyNot.HOUR: "Does not admit so late",
    WhyNot.BED: "No bed of that kind",
    WhyNot.WINDOW: "No calls in that window",
    WhyNot.SECOND_CARER: "No second carer in that window",
    WhyNot.LATER: "Cannot start by then",
    WhyNot.FULL: "Full",
    WhyNot.NOT_COUNTED: "Has not said what it has",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """One reason, and what it is about: a skill, a window, a date; codes, no words about a person.

    `of_line` says that the service does not say so itself: the list has its line so.
    """

    why: WhyNot
    about: tuple[str, ...] = ()
    of_line: bool = False


def never(package: Package, service: Service, of: Terms) -> Iterator[Reason]:
    """What stands against the service however much it has free."""
    assert service.listed, "only a listed service is asked"
    if service.listed.line is not package.line:
        yield Reason(why=WhyNot.LINE)
    if service.closed:
        until = service.closed.until
        yield Reason(why=WhyNot.CLOSED, about=(until.isoformat(),) if until else ())
    yield from _against(package, service.described or ServiceDescribed(), of, service.off)


def _against(package: Package, its: ServiceDescribed, of: Terms, off: DaysOff) -> Iterator[Reason]:
    if package.sector and its.sectors and not in_patch(package.sector, its.sectors):
        yield Reason(why=WhyNot.PATCH)
    if lacking := package.skills - its.skills:
        yield Reason(why=WhyNot.SKILL, about=tuple(sorted(lacking)))
    if off.closes(package.start_on, of.admits_on):
        yield Reason(why=WhyNot.BANK_HOLIDAY, about=(package.start_on.isoformat(),))
    elif not off.admits(package.start_on, of.admits_on):
        yield Reason(why=WhyNot.DAY, about=(Weekday.of(package.start_on),), of_line=not its.admits_on)
    if package.arrives_by and of.latest_arrival and package.arrives_by > of.latest_arrival:
        yield Reason(why=WhyNot.HOUR, about=(f"{of.latest_arrival:%H:%M}",), of_line=its.latest_arrival is None)


def in_patch(sector: str, patch: frozenset[str]) -> bool:
    """Whether a postcode sector lies in a patch of sectors and districts."""
    return sector in patch or sector.partition(" ")[0] in patch


def is_such_a_bed(unit: Unit, needed: BedNeeded) -> bool:
    """Whether the beds of this unit would do."""
    beds = unit.beds or Beds()
    return (
        (needed.sex is None or beds.sex in (None, needed.sex))
        and (beds.side_room or not needed.side_room)
        and (beds.ground_floor or not needed.ground_floor)
        and (needed.weight_kg is None or beds.max_weight_kg is None or needed.weight_kg <= beds.max_weight_kg)
    )
