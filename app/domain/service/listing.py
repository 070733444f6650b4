"""Listing a service: one line that an organisation runs. Listing it again replaces the listing."""

from dataclasses import dataclass

from app.domain.codes.pathways import Pathway
from app.domain.codes.service_lines import ServiceLine
from app.domain.service.command import ServiceCommand, ServiceFacts
from app.domain.service.state import Service
from app.domain.system.unknown import OrganisationNotKnown
from app.domain.values import OrganisationId


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceListed:
    """The hub can ask this service."""

    name: str
    organisation_id: OrganisationId
    line: ServiceLine
    pathway: Pathway


@dataclass(frozen=True, slots=True, kw_only=True)
class ListService(ServiceCommand):
    """List a service, or say how it is now."""

    name: str
    organisation_id: OrganisationId
    line: ServiceLine
    pathway: Pathway


def list_service(command: ListService, service: Service, facts: ServiceFacts) -> list[ServiceListed]:
    """The same listing again changes nothing."""
    listed = ServiceListed(
        name=command.name, organisation_id=command.organisation_id, line=command.line, pathway=command.pathway
    )
    if service.listed == listed:
        return []
    if not facts.organisation_known:
        raise OrganisationNotKnown
    return [listed]
