"""Where a person belongs: to one of our hubs, out of our area, to one of the ordinary homes, or not known yet."""

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from app.domain.routing.home import Circumstance
from app.domain.values import HubId


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeRoute:
    """The answer as an event keeps it: codes as they were then, and nothing of who the person is."""

    council: str | None = None
    icb: str | None = None
    practice: str | None = None
    locality: str | None = None
    hub_id: HubId | None = None
    out_of_area: bool = False
    circumstance: Circumstance | None = None


class Doubt(StrEnum):
    """What somebody should ask about an answer that stands."""

    PRACTICE_AND_ADDRESS_DIFFER = "practice_and_address_differ"
    COUNCIL_BY_PRACTICE = "council_by_practice"
    POSTCODE_NOT_FOUND = "postcode_not_found"
    POSTCODE_UNREADABLE = "postcode_unreadable"
    PRACTICE_NOT_FOUND = "practice_not_found"
    NOTHING_SAID = "nothing_said"


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A doubt in words for the page."""

    doubt: Doubt
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A council, ICB or practice; by its code alone where the tables hold no name on that date."""

    code: str
    name: str


def code_of(named: Named | None) -> str | None:
    """The code alone."""
    return named.code if named else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Where:
    """What home and practice lead to. The council is that of the address, the ICB that of the practice."""

    council: Named | None = None
    icb: Named | None = None
    practice: Named | None = None
    locality: str | None = None
    questions: tuple[Question, ...] = ()

    def route(self, hub_id: HubId | None, circumstance: Circumstance | None = None) -> HomeRoute:
        """The codes alone."""
        return HomeRoute(
            council=code_of(self.council),
            icb=code_of(self.icb),
            practice=code_of(self.practice),
            locality=self.locality,
            hub_id=hub_id,
            out_of_area=hub_id is None,
            circumstance=circumstance,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Routed:
    """One of this system's hubs looks after people who live there."""

    where: Where
    hub_id: HubId


@dataclass(frozen=True, slots=True, kw_only=True)
class OutOfArea:
    """It is known where they belong, and that is to none of our hubs. `contact` says in words whom to tell.

    `by_default`: the tables name nobody, and the words are our local default.
    """

    where: Where
    contact: str
    by_default: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Unknown:
    """The tables do not say; it is never guessed."""

    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GoTo:
    """An ordinary home without an address of its own. `words` say where to go: a local default.

    `where` is what the postcode says of the place in which they present, or of the prison; None where that is not
    known, or where no council of ours comes into it.
    """

    circumstance: Circumstance
    words: str
    where: Routed | OutOfArea | None


Answer: TypeAlias = Routed | OutOfArea | Unknown | GoTo


def home_route(answer: Answer, circumstance: Circumstance | None = None) -> HomeRoute:
    """The answer as an event keeps it. What is not known is not *out of area*."""
    match answer:
        case Routed(where=where, hub_id=hub_id):
            return where.route(hub_id, circumstance)
        case OutOfArea(where=where):
            return where.route(None, circumstance)
        case Unknown():
            return HomeRoute(circumstance=circumstance)
        case GoTo(circumstance=told, where=found):
            return home_route(found, told) if found else HomeRoute(circumstance=told)
