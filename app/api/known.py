"""What was known when: a stream as it stood at an instant, by when each event was recorded."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from app.domain.decider import Recorded
from app.domain.rejections import NotKnown
from app.events.stream import Past


class NothingKnownYet(NotKnown):
    """Nothing of this case was recorded by then. Choose a later time."""


def known_by(past: Past, known_at: datetime | None) -> Past:
    """The stream without what was recorded later; whole where no instant is named."""
    if known_at is None:
        return past
    return Past.of(past.stream, [each for each in past.events if each.recorded_at <= known_at], past.person)


def stays_of(events: Sequence[Recorded[Any]]) -> list[Any]:
    """The spells that a case covers, in the order in which it followed them."""
    named = (getattr(each.event, "spell_id", None) for each in events)
    return list(dict.fromkeys(spell for spell in named if spell))
