"""What the example's services can take and have, as they said it when they were set up; since then they speak live."""

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, time
from typing import Any

from app.domain.codes.sexes import Sex
from app.domain.codes.skills import Skill
from app.domain.codes.weekdays import EVERY_DAY, WORKING_DAYS, Weekday
from app.domain.codes.windows import Window
from app.domain.decider import Command
from app.domain.service import Beds, DeclareCapacity, DescribeService, Run, Unit
from app.domain.values import Actor, ServiceId
from app.example.ids import example_id

COUNTED_AT = datetime(2026, 11, 2, 8, 0, tzinfo=UTC)
"""When all of them counted themselves first: always the same, so that a later start tells nothing new."""

_SIX_DAYS = EVERY_DAY - {Weekday.SUN}


_SPARE = {Window.MORNING: 0, Window.LUNCH: 4, Window.TEA: 2, Window.BED: 1, Window.NIGHT: 0}
"""How many runs are spare in each window: the morning is the bottleneck."""


def _runs(usable: Mapping[Window, int], carers: int, called: str, **more: Any) -> Iterator[Unit]:
    for window, number in usable.items():
        run = Run(window=window, carers=carers, **more)
        yield Unit(
            key=f"{window.capitalize()}, {called}",
            commissioned=number + 2,
            usable=number,
            occupied=max(0, number - _SPARE[window] - (carers == 1)),
            run=run,
        )


def _beds(key: str, commissioned: int, usable: int, occupied: int, back: int = 0, **kind: Any) -> Unit:
    beds = Beds(**kind)
    return Unit(key=key, commissioned=commissioned, usable=usable, occupied=occupied, contingency=back, beds=beds)


_DAY = {Window.MORNING: 9, Window.LUNCH: 10, Window.TEA: 8, Window.BED: 7}
_DOUBLES = {Window.MORNING: 3, Window.TEA: 4, Window.BED: 2}

OFFERS: Mapping[str, tuple[Mapping[str, Any], tuple[Unit, ...]]] = {
    "Northmoor Reablement": (
        {"sectors": frozenset({"ZZ97"}), "skills": frozenset({Skill.END_OF_LIFE}), "phone": "01632 960201"},
        (*_runs(_DAY, 1, "one carer"), *_runs(_DOUBLES, 2, "two carers")),
    ),
    "Lapwing Home Care, Northmoor": (
        {
            "sectors": frozenset({f"ZZ97 {n}" for n in range(1, 5)}),
            "skills": frozenset({Skill.DISTRESS, Skill.END_OF_LIFE}),
            "latest_arrival": time(18),
            "phone": "01632 960202",
        },
        (*_runs(_DAY, 1, "one carer"), *_runs({Window.TEA: 14}, 2, "two carers"), *_runs({Window.NIGHT: 2}, 1, "one")),
    ),
    "Therapy at Home": (
        {"sectors": frozenset({"ZZ97"}), "admits_on": WORKING_DAYS, "phone": "01632 960203"},
        (Unit(key="First visits a day", commissioned=5, usable=4, occupied=3),),
    ),
    "Settling in": (
        {"admits_on": WORKING_DAYS, "latest_arrival": time(16), "phone": "01632 960204", "confirm_within_hours": 72},
        (Unit(key="Visits a day", commissioned=6, usable=6, occupied=2),),
    ),
    "Fellside Intermediate Care Unit": (
        {
            "skills": frozenset({Skill.NURSING, Skill.TUBE_FEED, Skill.ISOLATION}),
            "latest_arrival": time(20),
            "phone": "01632 960205",
            "confirm_within_hours": 12,
        },
        (
            _beds("Women's bay", 8, 8, 7, 1, sex=Sex.FEMALE, ground_floor=True, max_weight_kg=200),
            _beds("Men's bay", 8, 7, 5, 1, sex=Sex.MALE, ground_floor=True, max_weight_kg=200),
            _beds("Side rooms", 4, 4, 3, side_room=True, ground_floor=True, max_weight_kg=250),
        ),
    ),
    "Harrow Beck assessment beds": (
        {
            "skills": frozenset({Skill.NURSING, Skill.DISTRESS}),
            "admits_on": _SIX_DAYS,
            "latest_arrival": time(16),
            "phone": "01632 960206",
        },
        (_beds("Rooms", 6, 5, 4, side_room=True, max_weight_kg=160),),
    ),
    "Harrow Beck nursing home": (
        {"skills": frozenset({Skill.NURSING}), "admits_on": _SIX_DAYS, "latest_arrival": time(16)},
        (
            _beds("Ground floor", 12, 12, 12, side_room=True, ground_floor=True, max_weight_kg=180),
            _beds("First floor", 14, 13, 11, 1, side_room=True, max_weight_kg=160),
        ),
    ),
    "Curlew Home Care": (
        {"sectors": frozenset({"ZZ97"}), "skills": frozenset({Skill.DISTRESS}), "phone": "01632 960207"},
        (*_runs(_DAY, 1, "one carer"), *_runs(_DOUBLES, 2, "two carers")),
    ),
    "Curlew Lodge assessment beds": (
        {"skills": frozenset({Skill.NURSING}), "latest_arrival": time(19), "phone": "01632 960208"},
        (_beds("Rooms", 5, 5, 3, side_room=True, max_weight_kg=180),),
    ),
    "Curlew Lodge nursing home": (
        {"skills": frozenset({Skill.NURSING, Skill.DISTRESS}), "latest_arrival": time(19), "phone": "01632 960208"},
        (_beds("Rooms", 16, 16, 14, side_room=True, ground_floor=True, max_weight_kg=180),),
    ),
}
"""By the name of the service: what it can take, and its first count. One gives no number, as it happens."""


def sayings(by: Actor, now: datetime) -> Iterator[Command]:
    """Each service describes itself, and has counted itself."""
    for name, (said, units) in OFFERS.items():
        service = ServiceId(example_id("service", name))
        yield DescribeService(service_id=service, by=by, at=now, **{"admits_on": EVERY_DAY, **said})
        yield DeclareCapacity(service_id=service, by=by, at=COUNTED_AT, units=units)
