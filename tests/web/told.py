"""What a feed told of a stay, given as its commands: for the pages that show it."""

from datetime import UTC, datetime
from typing import Any

from app.domain.local_time import local_date
from app.domain.spell.command import SpellCommand
from app.domain.values import SpellId
from tests.domain.given import FEED
from tests.facts import Installation


async def told(town: Installation, command: type[SpellCommand], spell: SpellId, **what: Any) -> None:
    """The feed says so now; `at` is when it happened, if that was another time."""
    now = datetime.now(UTC)
    said: dict[str, Any] = {"spell_id": spell, "by": FEED, "at": now, "told_at": now}
    await town.do(command(**said | what))


def short(at: datetime) -> str:
    """A day as the pages say it: "Fri 6 Nov"."""
    day = local_date(at)
    return f"{day:%a} {day.day} {day:%b}"
