"""What a service says of itself, as requests say it: what it can take, what there is, when it takes nobody."""

from datetime import time
from typing import Annotated

from pydantic import ConfigDict, Field, field_validator

from app.api.package_bodies import Kilograms
from app.api.patch import Area
from app.api.shapes import Body, Day, PastInstant, ShortText
from app.domain.codes.sexes import Sex
from app.domain.codes.skills import Skill
from app.domain.codes.weekdays import Weekday
from app.domain.codes.windows import Window
from app.domain.service import Beds, ClosedFor, Run, Unit

Number = Annotated[int, Field(ge=0, le=9_999)]
Areas = Annotated[frozenset[Area], Field(max_length=300)]


class DescriptionIn(Body):
    """What the service can and cannot take; `sectors` empty is anywhere, local times.

    `admits_on` empty, `latest_arrival` and `confirm_within_hours` null are as the list has its line.
    """

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "sectors": ["ZZ97 1", "ZZ98"],
                "skills": ["end_of_life"],
                "admits_on": ["mon", "tue", "wed", "thu", "fri"],
                "latest_arrival": "16:00",
                "phone": "01632 960123",
                "confirm_within_hours": 24,
            }
        }
    )
    sectors: Areas = frozenset()
    skills: frozenset[Skill] = frozenset()
    admits_on: frozenset[Weekday] = frozenset()
    latest_arrival: time | None = None
    phone: ShortText | None = None
    needs_to_accept: Annotated[frozenset[ShortText], Field(max_length=100)] | None = None
    confirm_within_hours: Annotated[int, Field(ge=1, le=336)] | None = None

    @field_validator("latest_arrival")
    @classmethod
    def _local(cls, at: time | None) -> time | None:
        if at and at.tzinfo:
            raise ValueError("Give the local time of day, without a zone.")
        return at


class BedsIn(Body):
    """Beds that are alike."""

    sex: Sex | None = None
    side_room: bool = False
    ground_floor: bool = False
    max_weight_kg: Kilograms | None = None


class RunIn(Body):
    """Calls in one window by so many carers at once."""

    window: Window
    carers: Annotated[int, Field(ge=1, le=4)] = 1
    sectors: Areas = frozenset()
    starts_on: Day | None = None


class UnitIn(Body):
    """So much of one thing: beds, a run of calls, or plain places."""

    key: ShortText
    commissioned: Number
    usable: Number
    occupied: Number
    contingency: Number = 0
    beds: BedsIn | None = None
    run: RunIn | None = None

    def unit(self) -> Unit:
        """As the rules read it."""
        beds = Beds(**self.beds.values()) if self.beds else None
        run = Run(**self.run.values()) if self.run else None
        return Unit(**self.values() | {"beds": beds, "run": run})


class CapacityIn(Body):
    """A count: everything there is, line by line, as it stood at `counted_at`."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "counted_at": "2026-11-20T09:00:00Z",
                "units": [
                    {
                        "key": "Morning double-ups",
                        "commissioned": 8,
                        "usable": 7,
                        "occupied": 6,
                        "contingency": 1,
                        "run": {"window": "morning", "carers": 2},
                    }
                ],
            }
        }
    )
    counted_at: PastInstant
    units: Annotated[tuple[UnitIn, ...], Field(min_length=1, max_length=100)]


class ConfirmationIn(Body):
    """Nothing changed since the last count, as somebody saw who looked."""

    model_config = ConfigDict(json_schema_extra={"example": {"looked_at": "2026-11-20T09:00:00Z"}})
    looked_at: PastInstant


class ServiceClosureIn(Body):
    """It takes nobody from `closed_at` on; `until` is the local date on which it looks again."""

    model_config = ConfigDict(
        json_schema_extra={"example": {"why": "outbreak", "until": "2026-11-30", "closed_at": "2026-11-20T09:00:00Z"}}
    )
    why: ClosedFor
    until: Day | None = None
    closed_at: PastInstant


class ServiceReopeningIn(Body):
    """It takes people again from `reopened_at` on."""

    model_config = ConfigDict(json_schema_extra={"example": {"reopened_at": "2026-11-20T09:00:00Z"}})
    reopened_at: PastInstant
