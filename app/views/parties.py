"""Which organisation is behind each ward and hub, and each code: whose a delay may be, and whose ladder is climbed."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import UUID

from pydantic import TypeAdapter

from app.domain.delay.owners import Parties
from app.domain.values import OrganisationId, SystemId

if TYPE_CHECKING:
    import asyncpg


@dataclass(frozen=True, slots=True)
class Places:
    """The organisation of each ward and hub, those of all hubs, and organisations by their codes."""

    of_place: Mapping[UUID, OrganisationId]
    of_hubs: frozenset[OrganisationId]
    by_code: Mapping[str, OrganisationId]

    def parties(self, bed: OrganisationId | None, hub: UUID | None) -> Parties:
        """Whose a delay in this bed may be. Of somebody whom no hub took on every hub may be the one that knows."""
        own = self.of_place.get(hub) if hub else None
        return Parties(bed=bed, hubs=frozenset({own}) if own else self.of_hubs, by_code=self.by_code)


async def places(connection: "asyncpg.pool.PoolConnectionProxy[asyncpg.Record]", system: SystemId) -> Places:
    """As they stand."""
    row = await connection.fetchrow(f"SELECT {PLACES}", system)
    assert row, "the statement answers one row"
    return places_in(row)


def places_in(row: "asyncpg.Record") -> Places:
    """What the columns `PLACES` of a row tell."""
    named = (row["of_place"] or "{}", row["of_hubs"] or "[]", row["by_code"] or "{}")
    return Places(*(told.validate_json(found) for told, found in zip(_TOLD, named, strict=True)))


PLACES = """
    (SELECT jsonb_object_agg(place.id, coalesce(site.parent_id, place.parent_id))
        FROM place_1 place
        LEFT JOIN place_1 site ON site.system_id = $1 AND site.id = place.parent_id AND site.place = 'site'
        WHERE place.system_id = $1 AND place.place IN ('ward', 'hub') AND place.parent_id IS NOT NULL) AS of_place,
    (SELECT jsonb_agg(DISTINCT parent_id) FROM place_1
        WHERE system_id = $1 AND place = 'hub' AND parent_id IS NOT NULL AND NOT gone) AS of_hubs,
    (SELECT jsonb_object_agg(code, id) FROM place_1
        WHERE system_id = $1 AND place = 'organisation' AND code IS NOT NULL) AS by_code"""
"""Columns of a statement whose first parameter is the system."""

_TOLD: tuple[TypeAdapter[Any], ...] = (
    TypeAdapter(dict[UUID, UUID]),
    TypeAdapter(frozenset[UUID]),
    TypeAdapter(dict[str, UUID]),
)
