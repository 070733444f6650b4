"""The roster: who works here, in which role and where. Names live outside the log, by staff id."""

from dataclasses import dataclass
from typing import TypeAlias, assert_never

from app.domain.decider import Command, Decider, Recorded
from app.domain.rejections import NotKnown, Rejection
from app.domain.system.unknown import HubNotKnown, OrganisationNotKnown, WardNotKnown
from app.domain.values import HubId, OrganisationId, Role, StaffId, Stream, WardId, stream


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffJoined:
    """Someone works in this system, for the first time or again."""

    staff_id: StaffId
    role: Role
    organisation_id: OrganisationId
    hub_id: HubId | None
    ward_ids: frozenset[WardId]


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffChanged:
    """Someone has another role, works elsewhere in the system, or goes by another name."""

    staff_id: StaffId
    role: Role
    organisation_id: OrganisationId
    hub_id: HubId | None
    ward_ids: frozenset[WardId]


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffLeft:
    """Someone no longer works in this system."""

    staff_id: StaffId


StaffEvent: TypeAlias = StaffJoined | StaffChanged | StaffLeft


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffCommand(Command):
    """A command on one member of staff."""

    staff_id: StaffId

    @property
    def stream(self) -> Stream:
        """The member's own stream."""
        return stream("staff", self.staff_id)


@dataclass(frozen=True, slots=True, kw_only=True)
class AddStaff(StaffCommand):
    """Add a member of staff, or say what they do now. `renamed`: the name kept outside the log is another one now."""

    role: Role
    organisation_id: OrganisationId
    hub_id: HubId | None
    ward_ids: frozenset[WardId]
    renamed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveStaff(StaffCommand):
    """Say that someone no longer works here."""


AnyStaffCommand: TypeAlias = AddStaff | RemoveStaff


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffFacts:
    """Whether the places that the command names are in this system (True where it names none)."""

    organisation_known: bool = True
    hub_known: bool = True
    wards_known: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Staff:
    """What was said last; None before anything was."""

    latest: StaffEvent | None = None


def decide(command: AnyStaffCommand, staff: Staff, facts: StaffFacts) -> list[StaffEvent]:
    """What this command records; a repeat records nothing, a refusal is raised."""
    match command:
        case AddStaff():
            return add_staff(command, staff, facts)
        case RemoveStaff():
            return remove_staff(command, staff)
        case _:
            assert_never(command)


def add_staff(command: AddStaff, staff: Staff, facts: StaffFacts) -> list[StaffEvent]:
    """New, back, or changed; the same again changes nothing."""
    event: type[StaffJoined | StaffChanged] = StaffJoined
    if isinstance(staff.latest, StaffJoined | StaffChanged):
        if _work(command) == _work(staff.latest) and not command.renamed:
            return []
        event = StaffChanged
    _require_places(facts)
    return [
        event(
            staff_id=command.staff_id,
            role=command.role,
            organisation_id=command.organisation_id,
            hub_id=command.hub_id,
            ward_ids=command.ward_ids,
        )
    ]


def remove_staff(command: RemoveStaff, staff: Staff) -> list[StaffEvent]:
    """Gone twice is gone once."""
    match staff.latest:
        case None:
            raise NotKnown(what="staff")
        case StaffLeft():
            return []
        case _ if command.by.id == str(command.staff_id):
            raise NotYourself
        case _:
            return [StaffLeft(staff_id=command.staff_id)]


class NotYourself(Rejection):
    """You cannot take yourself off the roster, so that somebody is left to keep it. Ask another manager to do it."""


def evolve(_staff: Staff, recorded: Recorded[StaffEvent]) -> Staff:
    """The member of staff after one more event."""
    return Staff(latest=recorded.event)


def _work(who: AddStaff | StaffJoined | StaffChanged) -> tuple[object, ...]:
    return (who.role, who.organisation_id, who.hub_id, who.ward_ids)


def _require_places(facts: StaffFacts) -> None:
    if not facts.organisation_known:
        raise OrganisationNotKnown
    if not facts.hub_known:
        raise HubNotKnown
    if not facts.wards_known:
        raise WardNotKnown


STAFF = Decider(initial=Staff(), decide=decide, evolve=evolve)
STAFF_EVENTS = (StaffJoined, StaffChanged, StaffLeft)
