"""What was learnt about the items of forms, counted over every assessment of a system, those of closed cases too."""

from typing import TYPE_CHECKING, Any

from app.domain.values import SystemId

if TYPE_CHECKING:
    import asyncpg

    Connection = asyncpg.pool.PoolConnectionProxy[asyncpg.Record]


async def feedback_of(connection: "Connection", system: SystemId) -> list[dict[str, Any]]:
    """How often each item was queried, rejected and found different, the most often first."""
    return [dict(row) for row in await connection.fetch(_COUNTED, system)]


_COUNTED = """
    SELECT form, form_version, item.key AS link_id,
        coalesce(sum((item.value ->> 'queried')::int), 0)::int AS queried,
        coalesce(sum((item.value ->> 'rejected')::int), 0)::int AS rejected,
        coalesce(sum((item.value ->> 'different')::int), 0)::int AS different
    FROM assessment_1, jsonb_each(feedback) item
    WHERE system_id = $1
    GROUP BY form, form_version, item.key
    ORDER BY sum((SELECT sum(count::int) FROM jsonb_each_text(item.value) AS said(kind, count))) DESC, link_id"""
