"""The package a person needs, as a request says it. Nobody is named in it."""

from datetime import time
from typing import Annotated

from pydantic import ConfigDict, Field, model_validator

from app.api.patch import Sector
from app.api.shapes import Body, Day
from app.domain.codes.service_lines import ServiceLine, UnitKind, counted_in
from app.domain.codes.sexes import Sex
from app.domain.codes.skills import Skill
from app.domain.codes.windows import Window
from app.domain.package import BedNeeded, Call, Package

Kilograms = Annotated[int, Field(ge=1, le=500)]


class CallIn(Body):
    """One call a day: in which window, how many carers, how many minutes."""

    window: Window
    carers: int = Field(default=1, ge=1, le=4)
    minutes: int = Field(default=30, ge=5, le=720)


class BedNeededIn(Body):
    """What the bed must be."""

    sex: Sex | None = None
    side_room: bool = False
    ground_floor: bool = False
    weight_kg: Kilograms | None = None


class PackageIn(Body):
    """Of one line of service, from one day on: calls for home care, a bed where there are beds, else neither."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "line": "home_care",
                "start_on": "2026-11-27",
                "sector": "ZZ97 1",
                "calls": [{"window": "morning", "carers": 2, "minutes": 45}, {"window": "bed"}],
                "skills": ["end_of_life"],
            }
        }
    )
    line: ServiceLine
    start_on: Day
    sector: Sector | None = None
    calls: tuple[CallIn, ...] = Field(default=(), max_length=12)
    bed: BedNeededIn | None = None
    skills: frozenset[Skill] = frozenset()
    arrives_by: time | None = None

    @model_validator(mode="after")
    def _as_its_line_is_counted(self) -> "PackageIn":
        counted = counted_in(self.line)
        if bool(self.calls) is not (counted is UnitKind.CALLS):
            raise ValueError("Name the calls where the line is home care, and only there.")
        if self.bed and counted is not UnitKind.BEDS:
            raise ValueError("This line has no beds. Leave the bed out.")
        if self.arrives_by and self.arrives_by.tzinfo:
            raise ValueError("Give the local time of arrival, without a zone.")
        return self

    def package(self) -> Package:
        """As the rules read it."""
        return Package(
            line=self.line,
            start_on=self.start_on,
            sector=self.sector,
            calls=tuple(Call(**call.values()) for call in self.calls),
            bed=BedNeeded(**self.bed.values()) if self.bed else None,
            skills=self.skills,
            arrives_by=self.arrives_by,
        )
