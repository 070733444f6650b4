"""Who gave care before: named in the referral, or booked after an earlier stay; read for decisions and for the page."""

from typing import Any

from asyncpg.pool import PoolConnectionProxy

from app.domain.case import Case
from app.domain.case.requests.previous import Previous, Runs, previous_of
from app.domain.codes.service_lines import ServiceLine
from app.domain.values import CaseId, OrganisationId, ServiceId, SystemId


async def previous_provider(
    connection: "PoolConnectionProxy[Any]", system: SystemId, case_id: CaseId, case: Case, line: ServiceLine
) -> Previous | None:
    """The service of this line that the previous provider runs; None where none is known."""
    named = case.form.before.provider if case.form.before else None
    had = await connection.fetchrow(_HAD, system, case.person_id, case_id)
    if not named and had is None:
        return None
    services = await connection.fetch(_OF_LINE, system, line)
    return previous_of([_runs(row) for row in services], named, _runs(had) if had else None)


def _runs(row: Any) -> Runs:
    names = tuple(name for name in (row["name"], row["organisation"]) if name)
    organisation = OrganisationId(row["organisation_id"])
    return Runs(service_id=ServiceId(row["id"]), organisation_id=organisation, names=names)


_SERVICE = """
    SELECT service.id, service.organisation_id, service.name, organisation.name AS organisation
    FROM service_1 service
    LEFT JOIN place_1 organisation ON organisation.system_id = service.system_id
        AND organisation.id = service.organisation_id AND organisation.place = 'organisation'"""

_OF_LINE = f"""{_SERVICE}
    WHERE service.system_id = $1 AND service.line = $2 AND NOT service.gone ORDER BY service.name, service.id"""

_HAD = f"""{_SERVICE}
    JOIN case_1 earlier ON earlier.system_id = service.system_id AND earlier.service_id = service.id
    WHERE earlier.system_id = $1 AND earlier.person_id = $2 AND earlier.id <> $3
    ORDER BY earlier.start_from DESC LIMIT 1"""
