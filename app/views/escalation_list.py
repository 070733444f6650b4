"""Escalations that stand, with whom they are about and who is to act at their level: for a list, or a file."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

from pydantic import TypeAdapter

from app.domain.ladder import Level, Rung
from app.domain.values import SystemId
from app.views.shown_name import shown_name

if TYPE_CHECKING:
    import asyncpg

MOST_SHOWN = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Mine:
    """Whose list it is: an organisation's, a hub's cases, the people on some wards; everybody's if nothing is said."""

    owner_id: UUID | None = None
    hub_id: UUID | None = None
    ward_ids: tuple[UUID, ...] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """One escalation. `name`, `ward_id` and `bed` are those of the person, None for a feed or who has left.

    `acts` is who is to act at its level on the owner's ladder, or on the system's above it; `beside` on the hub's; None
    where no ladder says so.
    """

    escalation_id: UUID
    case_id: UUID | None
    spell_id: UUID | None
    feed_id: UUID | None
    owner_id: UUID | None
    owner: str | None
    name: str | None
    ward_id: UUID | None
    bed: str | None
    trigger: str
    level: str
    title: str
    cause_at: datetime
    raised_at: datetime
    answer_by: datetime
    acknowledged_at: datetime | None
    acted_at: datetime | None
    words: str | None
    done: str | None
    acts: Rung | None
    beside: Rung | None


_RUNGS: TypeAdapter[list[Rung]] = TypeAdapter(list[Rung])

_FOUND = f"""
    SELECT told.id AS escalation_id, told.case_id, told.spell_id, told.feed_id, told.owner_id,
        owner.name AS owner, identity.name, spell.ward_id, spell.bed, told.trigger, told.level, told.title,
        told.cause_at, told.raised_at, told.answer_by, told.acknowledged_at, told.acted_at, told.words, told.done,
        coalesce(of_owner.rungs, officer.rungs) AS acts, of_hub.rungs AS beside,
        officer.rungs AS officer
    FROM escalation_1 told
    LEFT JOIN place_1 owner ON owner.system_id = $1 AND owner.id = told.owner_id AND owner.place = 'organisation'
    LEFT JOIN place_1 hub ON hub.system_id = $1 AND hub.id = told.hub_id AND hub.place = 'hub'
    LEFT JOIN ladder_1 of_owner ON of_owner.system_id = $1 AND of_owner.id = told.owner_id
    LEFT JOIN ladder_1 of_hub ON of_hub.system_id = $1 AND of_hub.id = hub.parent_id
    LEFT JOIN ladder_1 officer ON officer.system_id = $1 AND officer.id = $1
    LEFT JOIN LATERAL (
        SELECT person_id, ward_id, bed, gone FROM spell_1 spell
        WHERE spell.system_id = $1 AND spell.id = told.spell_id ORDER BY spell.gone LIMIT 1) spell ON true
    LEFT JOIN LATERAL (
        SELECT {shown_name("person")} AS name
        FROM person WHERE person.system_id = $1 AND person.person_id = spell.person_id LIMIT 1) identity ON true
    WHERE told.system_id = $1 AND NOT told.gone
        AND ($2::uuid IS NULL OR told.owner_id = $2)
        AND ($3::uuid IS NULL OR told.hub_id = $3 OR told.ladder = 'system')
        AND ($4::uuid[] IS NULL OR spell.ward_id = ANY($4))
    ORDER BY array_position('{{SRO,L4,L3,L2,L1}}'::text[], told.level), told.answer_by, told.id
    LIMIT {MOST_SHOWN}"""


async def standing(
    connection: "asyncpg.pool.PoolConnectionProxy[asyncpg.Record]", system: SystemId, mine: Mine, *, named: bool
) -> list[Standing]:
    """The highest first, then what is to be answered first; without names where who asks may see nobody."""
    wards = None if mine.ward_ids is None else list(mine.ward_ids)
    rows = await connection.fetch(_FOUND, system, mine.owner_id, mine.hub_id, wards)
    return [_standing(dict(row), named=named) for row in rows]


def _standing(row: dict[str, Any], *, named: bool) -> Standing:
    officer, level = row.pop("officer"), Level(row["level"])
    row["acts"] = _rung(row["acts"] if level is not Level.SRO else officer, level)
    row["beside"] = _rung(row["beside"], level)
    return Standing(**row if named else row | {"name": None, "ward_id": None, "bed": None})


def _rung(rungs: str | None, level: Level) -> Rung | None:
    """Whoever stands at this level; the one officer of the system stands at every level of its own ladder."""
    known = _RUNGS.validate_json(rungs) if rungs else []
    if len(known) == 1:
        return known[0]
    return next((rung for each, rung in zip(Level, known, strict=False) if each is level), None)
