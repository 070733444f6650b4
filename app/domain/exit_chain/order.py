"""The written order of those who wait: agreed slots first, then the longest ready, then by id (so that it is one)."""

from datetime import UTC, datetime
from uuid import UUID

from app.domain.exit_chain.facts import Waiting

_NEVER = datetime.max.replace(tzinfo=UTC)


def in_order(person: Waiting) -> tuple[datetime, datetime, UUID]:
    """The key by which those who wait are sorted, the first first."""
    return person.leave_at or _NEVER, person.ready_at or _NEVER, person.case_id
