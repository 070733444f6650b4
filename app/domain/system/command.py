"""What every command on the places of a system carries."""

from dataclasses import dataclass

from app.domain.decider import Command
from app.domain.values import Stream, SystemId, stream


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceCommand(Command):
    """A command on the organisations, sites, wards and hubs of one system; all of them are one stream."""

    system_id: SystemId

    @property
    def stream(self) -> Stream:
        """The places of the system."""
        return stream("places", self.system_id)
