"""Field 10, *mind and behaviour*."""

from dataclasses import dataclass
from enum import StrEnum

from app.domain.values import Words


class MindItem(StrEnum):
    """What was seen. Local default list; *none* is an answer and stands alone."""

    NONE = "none"
    DELIRIUM = "delirium"
    DEMENTIA = "dementia"
    MEMORY_CONCERN = "memory_concern"
    DISTRESS_OR_AGGRESSION = "distress_or_aggression"
    WALKS_WITH_PURPOSE = "walks_with_purpose"
    ONE_TO_ONE = "one_to_one"
    LOW_MOOD_OR_SELF_HARM = "low_mood_or_self_harm"
    SELF_NEGLECT = "self_neglect"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mind:
    """`one_to_one` is within the last 72 hours."""

    items: frozenset[MindItem] = frozenset()
    words: Words | None = None
