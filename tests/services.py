"""Builders: a service in an installation, and what it says of itself."""

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

from app.domain.codes.pathways import Pathway
from app.domain.codes.service_lines import ServiceLine
from app.domain.codes.windows import Window
from app.domain.service import ListService, Run, Unit
from app.domain.values import OrganisationId, Role, ServiceId
from tests.facts import Installation

MORNINGS = Unit(key="Mornings", commissioned=9, usable=8, occupied=5, run=Run(window=Window.MORNING, carers=2))


def said(place: Installation, service: ServiceId, **ago: float) -> dict[str, Any]:
    """What a command on this service carries; said by its provider a minute ago, or so long before that."""
    at = datetime.now(UTC) - timedelta(minutes=1) - timedelta(**ago)
    return {"service_id": service, "by": place.by(Role.PROVIDER), "at": at}


async def listed(
    place: Installation, name: str, line: ServiceLine = ServiceLine.HOME_CARE, by: OrganisationId | None = None
) -> ServiceId:
    """A new service of the staff's own organisation, or of another one."""
    service, runs = ServiceId(uuid4()), by or place.trust
    what: dict[str, Any] = {"name": name, "organisation_id": runs, "line": line, "pathway": Pathway.P1}
    await place.do(ListService(**what, **said(place, service, days=3)))
    return service
