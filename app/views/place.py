"""The places of a system: one row for each organisation, site, ward and hub."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import assert_never
from uuid import UUID

from sqlalchemy import Column, Text, Uuid
from sqlalchemy.dialects.postgresql import ARRAY

from app.domain.decider import Recorded
from app.domain.system import (
    HubAdded,
    HubChanged,
    OrganisationAdded,
    OrganisationChanged,
    PlaceEvent,
    SiteAdded,
    SiteChanged,
    WardAdded,
    WardChanged,
)
from app.views.kind import EVERYWHERE, Kind, Row, row_table


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceRow(Row):
    """One organisation, site, ward or hub, as `place` says; `parent_id` is a ward's site, else the organisation."""

    place: str
    code: str | None = None
    name: str
    parent_id: UUID | None = None
    beds: tuple[str, ...] = ()


def rows(events: Sequence[Recorded[PlaceEvent]]) -> list[PlaceRow]:
    """Every place as it was last described."""
    latest = {row.id: row for row in map(_row, events)}
    return list(latest.values())


def _row(recorded: Recorded[PlaceEvent]) -> PlaceRow:
    event = recorded.event
    match event:
        case OrganisationAdded() | OrganisationChanged():
            return _place(recorded, event.organisation_id, "organisation", code=event.code)
        case SiteAdded() | SiteChanged():
            return _place(recorded, event.site_id, "site", code=event.code, parent_id=event.organisation_id)
        case WardAdded() | WardChanged():
            return _place(recorded, event.ward_id, "ward", code=event.code, parent_id=event.site_id, beds=event.beds)
        case HubAdded() | HubChanged():
            return _place(recorded, event.hub_id, "hub", parent_id=event.organisation_id)
        case _:
            assert_never(event)


def _place(
    recorded: Recorded[PlaceEvent],
    key: UUID,
    place: str,
    *,
    code: str | None = None,
    parent_id: UUID | None = None,
    beds: tuple[str, ...] = (),
) -> PlaceRow:
    return PlaceRow(
        id=key,
        scope=EVERYWHERE,
        position=recorded.position,
        gone=False,
        place=place,
        code=code,
        name=recorded.event.name,
        parent_id=parent_id,
        beds=beds,
    )


TABLE = row_table(
    "place_1",
    Column("place", Text, nullable=False),
    Column("code", Text),
    Column("name", Text, nullable=False),
    Column("parent_id", Uuid),
    Column("beds", ARRAY(Text), nullable=False),
)

PLACE = Kind(name="place", stream="places", table=TABLE, rows=rows)
