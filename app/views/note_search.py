"""Find notes by their words: PostgreSQL's full text in the simple configuration, so any language is as good."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, and_, func, literal_column, select
from sqlalchemy.ext.asyncio import AsyncConnection

from app.domain.case.audience import Audience
from app.domain.values import SystemId
from app.views.note import TABLE as NOTE

MOST_FOUND = 50

# As the index has it, so that it is used.
_WORDS: ColumnElement[Any] = literal_column("to_tsvector('simple'::regconfig, words)")


async def find_notes(
    connection: AsyncConnection, system: SystemId, words: str, audiences: Sequence[Audience], hub: UUID | None
) -> Sequence[Any]:
    """Rows of the notes for these audiences that hold all of the words, the latest first; at most 50."""
    wanted = func.websearch_to_tsquery(literal_column("'simple'::regconfig"), words)
    here = and_(NOTE.c.system_id == system, ~NOTE.c.gone, NOTE.c.audience.in_(audiences))
    found = select(NOTE).where(here, _WORDS.op("@@")(wanted)).order_by(NOTE.c.written_at.desc(), NOTE.c.id)
    if hub:
        found = found.where(NOTE.c.scope == str(hub))
    return (await connection.execute(found.limit(MOST_FOUND))).all()
