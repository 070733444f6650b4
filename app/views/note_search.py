"""Find notes by their words: PostgreSQL's full text in the simple configuration, so any language is as good.

A word is found by its beginning, so that "thurs" finds Thursday and "physio" finds physiotherapy.
"""

import re
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
    """Rows of the notes for these audiences with words that begin with each of these, the latest first; at most 50."""
    begins = re.findall(r"\w+", words)
    if not begins:
        return []
    wanted = func.to_tsquery(literal_column("'simple'::regconfig"), " & ".join(f"{word}:*" for word in begins))
    here = and_(NOTE.c.system_id == system, ~NOTE.c.gone, NOTE.c.audience.in_(audiences))
    found = select(NOTE).where(here, _WORDS.op("@@")(wanted)).order_by(NOTE.c.written_at.desc(), NOTE.c.id)
    if hub:
        found = found.where(NOTE.c.scope == str(hub))
    return (await connection.execute(found.limit(MOST_FOUND))).all()
