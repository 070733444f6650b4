"""What every command on a service carries."""

from dataclasses import dataclass

from app.domain.decider import Command
from app.domain.values import ServiceId, Stream, stream


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceCommand(Command):
    """A command on one service."""

    service_id: ServiceId

    @property
    def stream(self) -> Stream:
        """The service's own stream."""
        return stream("service", self.service_id)


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceFacts:
    """`organisation_known`: the organisation that runs it is in this system."""

    organisation_known: bool = True
