"""The ladder of an organisation: whom a problem climbs to, level by level; above all ladders the senior officer."""

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias, assert_never

from app.domain.decider import Command, Decider, Recorded
from app.domain.rejections import Rejection
from app.domain.system.unknown import OrganisationNotKnown
from app.domain.values import OrganisationId, StaffId, Stream, SystemId, stream


class Level(StrEnum):
    """How high a problem stands; after L4 comes the senior responsible officer."""

    L1 = "L1"
    L2 = "L2"
    L3 = "L3"
    L4 = "L4"
    SRO = "SRO"


WORDS = {
    Level.L1: "Duty",
    Level.L2: "Team lead",
    Level.L3: "Operational head",
    Level.L4: "Executive",
    Level.SRO: "Senior responsible officer",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Rung:
    """Who answers at one level: the role as it is called there, its telephone, and who holds it if on the roster."""

    role: str
    phone: str
    staff_id: StaffId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Ladder:
    """The four levels of one organisation."""

    duty: Rung
    team_lead: Rung
    operational_head: Rung
    executive: Rung

    @property
    def rungs(self) -> tuple[Rung, ...]:
        """L1 to L4."""
        return (self.duty, self.team_lead, self.operational_head, self.executive)


@dataclass(frozen=True, slots=True, kw_only=True)
class LadderSet:
    """From now on problems of this organisation climb so."""

    ladder: Ladder


@dataclass(frozen=True, slots=True, kw_only=True)
class SeniorOfficerNamed:
    """From now on this is the system's senior responsible officer."""

    officer: Rung


LadderEvent: TypeAlias = LadderSet | SeniorOfficerNamed


@dataclass(frozen=True, slots=True, kw_only=True)
class SetLadder(Command):
    """Say whom an organisation's problems climb to."""

    organisation_id: OrganisationId
    ladder: Ladder

    @property
    def stream(self) -> Stream:
        """The ladder of this organisation."""
        return stream("ladder", self.organisation_id)


@dataclass(frozen=True, slots=True, kw_only=True)
class NameSeniorOfficer(Command):
    """Say who the system's senior responsible officer is."""

    system_id: SystemId
    officer: Rung

    @property
    def stream(self) -> Stream:
        """The top of every ladder of the system."""
        return stream("ladder", self.system_id)


@dataclass(frozen=True, slots=True, kw_only=True)
class LadderFacts:
    """Whether the organisation and every member of staff that the command names are in this system."""

    organisation_known: bool = True
    staff_known: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What was said last; None before anything was."""

    latest: LadderEvent | None = None


class StaffNotKnown(Rejection):
    """Somebody named here is not on the roster. Choose somebody who is, or leave the name out: role and phone do."""


def named_in(command: SetLadder | NameSeniorOfficer) -> frozenset[StaffId]:
    """The members of staff that a command names."""
    rungs = command.ladder.rungs if isinstance(command, SetLadder) else (command.officer,)
    return frozenset(rung.staff_id for rung in rungs if rung.staff_id)


def decide(command: SetLadder | NameSeniorOfficer, said: Said, facts: LadderFacts) -> list[LadderEvent]:
    """The same again changes nothing."""
    wanted: LadderEvent
    match command:
        case SetLadder():
            wanted = LadderSet(ladder=command.ladder)
        case NameSeniorOfficer():
            wanted = SeniorOfficerNamed(officer=command.officer)
        case _:
            assert_never(command)
    if said.latest == wanted:
        return []
    if not facts.organisation_known:
        raise OrganisationNotKnown
    if not facts.staff_known:
        raise StaffNotKnown
    return [wanted]


def evolve(_said: Said, recorded: Recorded[LadderEvent]) -> Said:
    """The ladder after one more event."""
    return Said(latest=recorded.event)


LADDER = Decider(initial=Said(), decide=decide, evolve=evolve)
LADDER_EVENTS = (LadderSet, SeniorOfficerNamed)
