"""The reference tables as values: each entry holds from a date until before another; None is *still*."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.domain.values import HubId


class Area(StrEnum):
    """By what a hub's area is named."""

    COUNCIL = "council"
    PRACTICE = "practice"
    ICB = "icb"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What is true from `valid_from` until before `valid_to`; both the same: it never was."""

    valid_from: date
    valid_to: date | None = None

    def holds(self, on: date) -> bool:
        """Whether it is true on this date."""
        return self.valid_from <= on and (self.valid_to is None or on < self.valid_to)


@dataclass(frozen=True, slots=True, kw_only=True)
class PostcodeHome(Entry):
    """Whose residents live in this district, sector or whole postcode. Without an ICB: the council's."""

    postcode: str
    council: str
    icb: str | None = None
    locality: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Practice(Entry):
    """A GP practice. Its ICB is that of the people registered with it, wherever they live."""

    code: str
    name: str
    icb: str
    postcode: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Council(Entry):
    """A council with duties for adult social care. `contact` says whom to reach there, in words."""

    code: str
    name: str
    icb: str | None = None
    contact: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Icb(Entry):
    """An integrated care board."""

    code: str
    name: str
    contact: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class HubArea(Entry):
    """A council (or one locality of it), a practice or an ICB whose people one of this system's hubs looks after."""

    area: Area
    code: str
    hub_id: HubId
    locality: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Tables:
    """What was found for one home, of any date."""

    postcodes: tuple[PostcodeHome, ...] = ()
    practices: tuple[Practice, ...] = ()
    councils: tuple[Council, ...] = ()
    icbs: tuple[Icb, ...] = ()
    hub_areas: tuple[HubArea, ...] = ()

    def on(self, day: date) -> "Tables":
        """What holds on this date."""
        return Tables(
            postcodes=tuple(each for each in self.postcodes if each.holds(day)),
            practices=tuple(each for each in self.practices if each.holds(day)),
            councils=tuple(each for each in self.councils if each.holds(day)),
            icbs=tuple(each for each in self.icbs if each.holds(day)),
            hub_areas=tuple(each for each in self.hub_areas if each.holds(day)),
        )
