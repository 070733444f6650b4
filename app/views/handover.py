"""What a weekend is handed over with, beside who leaves and who is ready: who left and is not met yet, pinned notes."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from app.domain.case.audience import Audience
from app.domain.values import SystemId
from app.views.shown_name import shown_name

if TYPE_CHECKING:
    import asyncpg

    Connection = asyncpg.pool.PoolConnectionProxy[asyncpg.Record]


@dataclass(frozen=True, slots=True, kw_only=True)
class Underway:
    """Somebody who left, and whom nobody has said to have arrived, or to be met; what is known is not due."""

    case_id: UUID
    name: str
    service: str | None
    phone: str | None
    arrival_due: datetime | None
    contact_due: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PinnedNote:
    """A note pinned on a live case; `author` is a member of staff."""

    note_id: UUID
    case_id: UUID
    name: str
    words: str
    author: str
    written_at: datetime


_NAMED = "LEFT JOIN person ON person.system_id = $1 AND person.person_id = of_case.person_id"

_UNDERWAY = f"""
    SELECT of_case.id AS case_id, {shown_name("person")} AS name, service.name AS service, service.phone,
        (of_case.arriving->>'arrival_due')::timestamptz AS arrival_due,
        (of_case.arriving->>'contact_due')::timestamptz AS contact_due
    FROM case_1 of_case
    LEFT JOIN service_1 service ON service.system_id = $1 AND service.id = of_case.service_id
    {_NAMED}
    WHERE of_case.system_id = $1 AND NOT of_case.gone AND of_case.stage = 'left_hospital'
        AND coalesce(of_case.arriving->>'arrival_due', of_case.arriving->>'contact_due') IS NOT NULL
        AND ($2::uuid IS NULL OR of_case.left_from = $2)
        AND ($3::uuid IS NULL OR of_case.scope = $3::text)
    ORDER BY least((of_case.arriving->>'arrival_due')::timestamptz, (of_case.arriving->>'contact_due')::timestamptz),
        of_case.id"""

_PINNED = f"""
    SELECT note.id AS note_id, note.case_id, {shown_name("person")} AS name, note.words, note.author, note.written_at
    FROM note_1 note
    JOIN case_1 of_case ON of_case.system_id = $1 AND of_case.id = note.case_id AND NOT of_case.gone
    {_NAMED}
    WHERE note.system_id = $1 AND NOT note.gone AND note.pinned AND note.audience = ANY($4)
        AND ($2::uuid IS NULL OR EXISTS (
            SELECT 1 FROM spell_1 spell WHERE spell.system_id = $1 AND spell.id = of_case.spell_id
                AND spell.scope = $2::text AND NOT spell.gone))
        AND ($3::uuid IS NULL OR of_case.scope = $3::text)
    ORDER BY name, note.written_at DESC, note.id"""


async def underway(
    connection: "Connection", system: SystemId, *, ward: UUID | None = None, hub: UUID | None = None
) -> list[Underway]:
    """Who left the ward, or is of the hub's cases, and is not known to be there and met: what is due first, first."""
    return [Underway(**row) for row in await connection.fetch(_UNDERWAY, system, ward, hub)]


async def pinned(
    connection: "Connection",
    system: SystemId,
    audiences: Sequence[Audience],
    *,
    ward: UUID | None = None,
    hub: UUID | None = None,
) -> list[PinnedNote]:
    """The notes pinned on live cases that somebody of these audiences may read."""
    return [PinnedNote(**row) for row in await connection.fetch(_PINNED, system, ward, hub, [*audiences])]
