"""In which order news of a stay counts: as its source said it, and the time of a leaving after all else of that moment.

One message may say where somebody is and when they left. The place is judged by the leaving as it was known before,
also when the message is decided again and its own time of leaving is known already.
"""

from datetime import datetime
from typing import TypeAlias

from app.domain.spell.ending import EndSpell, SpellEnded, ToldAs

Rank: TypeAlias = tuple[datetime, bool]


def rank_of(said_at: datetime, said: object) -> Rank:
    """Where this event, or what is to be decided, stands among the news; equal ones as they came."""
    return said_at, isinstance(said, EndSpell | SpellEnded) and said.told_as is ToldAs.TIME_OF_LEAVING
