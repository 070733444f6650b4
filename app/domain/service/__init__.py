"""A service: one line that a provider runs. Listing it again with other particulars replaces the listing."""

from dataclasses import dataclass
from typing import TypeAlias

from app.domain.codes.pathways import Pathway
from app.domain.codes.service_lines import ServiceLine
from app.domain.decider import Command, Decider, Recorded
from app.domain.system.unknown import OrganisationNotKnown
from app.domain.values import OrganisationId, ServiceId, Stream, stream


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceListed:
    """The hub can ask this service."""

    name: str
    organisation_id: OrganisationId
    line: ServiceLine
    pathway: Pathway


ServiceEvent: TypeAlias = ServiceListed


@dataclass(frozen=True, slots=True, kw_only=True)
class ListService(Command):
    """List a service, or say how it is now."""

    service_id: ServiceId
    name: str
    organisation_id: OrganisationId
    line: ServiceLine
    pathway: Pathway

    @property
    def stream(self) -> Stream:
        """The service's own stream."""
        return stream("service", self.service_id)


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceFacts:
    """`organisation_known`: the organisation that runs it is in this system."""

    organisation_known: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Service:
    """The listing that stands."""

    listed: ServiceListed | None = None


def decide(command: ListService, service: Service, facts: ServiceFacts) -> list[ServiceEvent]:
    """The same listing again changes nothing."""
    listed = ServiceListed(
        name=command.name, organisation_id=command.organisation_id, line=command.line, pathway=command.pathway
    )
    if service.listed == listed:
        return []
    if not facts.organisation_known:
        raise OrganisationNotKnown
    return [listed]


def evolve(_service: Service, recorded: Recorded[ServiceEvent]) -> Service:
    """The service after one more event."""
    return Service(listed=recorded.event)


SERVICE = Decider(initial=Service(), decide=decide, evolve=evolve)
SERVICE_EVENTS = (ServiceListed,)
