"""Small commands that always find something to record, for tests that only want the system to move."""

from datetime import UTC, datetime
from uuid import uuid4

from app.domain.codes.pathways import Pathway
from app.domain.codes.service_lines import ServiceLine
from app.domain.service import ListService
from app.domain.system import AddHub, AddOrganisation, OrganisationKind
from app.domain.values import OrganisationId, Role, ServiceId, SystemId
from tests.facts import Installation


def an_organisation(place: Installation, system: SystemId | None = None) -> AddOrganisation:
    """One more organisation, in the place's system or another."""
    return AddOrganisation(
        system_id=system or place.system,
        organisation_id=OrganisationId(uuid4()),
        code=uuid4().hex,
        name="A trust",
        kind=OrganisationKind.PROVIDER,
        by=place.by(Role.MANAGER),
        at=datetime.now(UTC),
    )


def a_hub(place: Installation, name: str) -> AddHub:
    """Another name for the hub."""
    by, at = place.by(Role.MANAGER), datetime.now(UTC)
    return AddHub(system_id=place.system, hub_id=place.hub, name=name, organisation_id=place.trust, by=by, at=at)


def a_service(place: Installation, name: str) -> ListService:
    """One more service."""
    return ListService(
        service_id=ServiceId(uuid4()),
        name=name,
        organisation_id=place.trust,
        line=ServiceLine.REAB,
        pathway=Pathway.P1,
        by=place.by(Role.MANAGER),
        at=datetime.now(UTC),
    )
