"""What happened to a service, in words: what it said of itself, its counts, its places. Nobody is named in it."""

from collections import Counter
from typing import assert_never

from app.domain.codes import pathways, skills, weekdays, windows
from app.domain.practice import PracticeKind
from app.domain.service import (
    CapacityDeclared,
    CapacityUnchanged,
    PlaceGivenUp,
    PlaceHeld,
    PlaceTaken,
    ServiceClosed,
    ServiceDescribed,
    ServiceEvent,
    ServiceListed,
    ServiceReopened,
    Unit,
)
from app.domain.service.closing import WORDS as CLOSED_FOR
from app.views.phrases import Names, coded, moment, weekday, where


def say_service(event: ServiceEvent, names: Names) -> str:
    """One event of a service as a sentence."""
    match event:
        case ServiceListed():
            line, pathway = coded(names, PracticeKind.SERVICE_LINES, event.line), pathways.WORDS[event.pathway].lower()
            runs = where(names, event.organisation_id)
            return f"Listed as {event.name}: {line.lower()}, {event.pathway} ({pathway}), run by {runs}."
        case ServiceDescribed():
            return f"Described. {_described(event)}"
        case ServiceClosed(why=why, until=until):
            looks = f" Looks again on {weekday(until)}." if until else ""
            return f"Closed: {CLOSED_FOR[why].lower()}.{looks}"
        case ServiceReopened():
            return "Takes people again."
        case CapacityDeclared(units=units):
            return f"Counted. {' '.join(f'{unit.key}: {_counted(unit)}.' for unit in units)}"
        case CapacityUnchanged():
            return "Nothing changed since the last count."
        case PlaceHeld():
            over = ", beyond its count" if event.over_count else ""
            return f"Held {_places(event.units)} until {moment(event.until)}{over}."
        case PlaceTaken():
            how = ", bought for this one booking" if event.spot else ", beyond its count" if event.over_count else ""
            return f"Booked {_places(event.units)} from {moment(event.starts_at)}{how}."
        case PlaceGivenUp():
            return "A place that was kept is free again."
        case _:
            assert_never(event)


def say_unit(unit: Unit) -> str:
    """What a unit is, beside its name: the kind of bed, or of run."""
    if unit.run:
        start = f", from {weekday(unit.run.starts_on)}" if unit.run.starts_on else ""
        within = f", in {', '.join(sorted(unit.run.sectors))}" if unit.run.sectors else ""
        carers = "1 carer" if unit.run.carers == 1 else f"{unit.run.carers} carers"
        return f"{windows.WORDS[unit.run.window]} calls, {carers}{within}{start}"
    if unit.beds is None:
        return "Places"
    said = [f"{unit.beds.sex} only".capitalize() if unit.beds.sex else "Either sex"]
    said += ["side room"] if unit.beds.side_room else []
    said += ["ground floor"] if unit.beds.ground_floor else []
    said += [f"up to {unit.beds.max_weight_kg} kg"] if unit.beds.max_weight_kg else []
    return ", ".join(said)


def _counted(unit: Unit) -> str:
    back = f", {unit.contingency} kept back" if unit.contingency else ""
    return f"{unit.usable} of {unit.commissioned} usable, {unit.occupied} occupied{back}"


def _places(units: tuple[str, ...]) -> str:
    return " and ".join(f"{n} × {key}" for key, n in Counter(units).items()) or "a place"


def _described(event: ServiceDescribed) -> str:
    said = [
        f"Patch: {', '.join(sorted(event.sectors)) or 'anywhere'}.",
        f"Can do: {', '.join(sorted(skills.WORDS[each].lower() for each in event.skills)) or 'personal care only'}.",
        f"Admits {_days(event.admits_on)}",
        f"{f' until {event.latest_arrival:%H:%M}' if event.latest_arrival else ''}.",
        f" Ring {event.phone}." if event.phone else "",
        f" Counts are believed for {event.confirm_within_hours} hours." if event.confirm_within_hours else "",
    ]
    return f"{said[0]} {said[1]} {''.join(said[2:])}"


def _days(days: frozenset[weekdays.Weekday]) -> str:
    if not days:
        return "on the days of its line"
    named = [words[:3] for day, words in weekdays.WORDS.items() if day in days]
    return "every day" if days == weekdays.EVERY_DAY else ", ".join(named)
