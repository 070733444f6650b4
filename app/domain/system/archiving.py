"""A system that is no longer worked in is archived: nobody signs in, nothing is recorded, and its log stays as it is.

Only whoever runs the installation does so, and takes it back the same way.
"""

from dataclasses import dataclass
from typing import TypeAlias, assert_never

from app.domain.decider import Command, Decider, Recorded
from app.domain.rejections import Rejection
from app.domain.values import Stream, SystemId, stream


@dataclass(frozen=True, slots=True, kw_only=True)
class SystemArchived:
    """From now on nobody works in this system."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SystemRestored:
    """It is worked in again."""


ArchivingEvent: TypeAlias = SystemArchived | SystemRestored


@dataclass(frozen=True, slots=True, kw_only=True)
class ArchivingCommand(Command):
    """A command on the system as a whole."""

    system_id: SystemId

    @property
    def stream(self) -> Stream:
        """The system's own stream."""
        return stream("system", self.system_id)


@dataclass(frozen=True, slots=True, kw_only=True)
class ArchiveSystem(ArchivingCommand):
    """Let nobody work in it any more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RestoreSystem(ArchivingCommand):
    """Let people work in it again."""


AnyArchivingCommand: TypeAlias = ArchiveSystem | RestoreSystem


class SystemIsArchived(Rejection):
    """This system was archived, so nothing in it is shown or changed. Ask whoever runs Homeward here to restore it."""

    @classmethod
    def code(cls) -> str:
        """As the event is called, which is what programs know it by."""
        return "system-archived"


def decide(command: AnyArchivingCommand, archived: bool, _facts: None) -> list[ArchivingEvent]:
    """Archived twice is archived once, and so is restored."""
    match command:
        case ArchiveSystem():
            return [] if archived else [SystemArchived()]
        case RestoreSystem():
            return [SystemRestored()] if archived else []
        case _:
            assert_never(command)


def evolve(_archived: bool, recorded: Recorded[ArchivingEvent]) -> bool:
    """Whether it is archived after one more event."""
    return isinstance(recorded.event, SystemArchived)


ARCHIVING = Decider(initial=False, decide=decide, evolve=evolve)
ARCHIVING_EVENTS = (SystemArchived, SystemRestored)
