"""What the desk for the feed is sent and answers."""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, model_validator

from app.api.shapes import Body, Instant, ShortText
from app.intake.adt.again import Replayed
from app.intake.adt.decision import Decision
from app.intake.adt.kept import MOST_AT_ONCE
from app.intake.adt.outcome import State
from app.intake.adt.queue import Count, Queued

LARGEST_ID = 2**63 - 1


class WardIn(Body):
    """The ward that the message's feed means by the name it uses; null: none of ours."""

    model_config = ConfigDict(json_schema_extra={"example": {"ward_id": "5b0f3a9c-1c55-4b0e-8a66-2f0e1d9c7b33"}})
    ward_id: UUID | None


class DecisionIn(Body):
    """What is decided; `instead_of` is when the decision was made that this one is to replace."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {"decision": {"kind": "ignore", "words": "A test message of the hospital."}, "instead_of": None}
        }
    )
    decision: Decision
    instead_of: Instant | None = None


class ReplayIn(Body):
    """The messages to place again: these, or all of a feed that wait or were refused for one reason."""

    model_config = ConfigDict(json_schema_extra={"example": {"message_ids": [41, 42]}})
    message_ids: tuple[Annotated[int, Field(ge=0, le=LARGEST_ID)], ...] = Field(default=(), max_length=MOST_AT_ONCE)
    feed_id: UUID | None = None
    code: ShortText | None = None

    @model_validator(mode="after")
    def _one_of_both(self) -> "ReplayIn":
        if bool(self.message_ids) == bool(self.feed_id and self.code) or (self.feed_id is None) != (self.code is None):
            raise ValueError("Name either messages, or a feed and the code for which its messages were not placed.")
        return self


class Placed(BaseModel):
    """What came of one message."""

    message_id: int
    state: State
    code: str | None
    words: str | None


class Settled(BaseModel):
    """What was done, in words, and what came of each message; also of those that had waited for one of them."""

    words: str
    results: list[Placed]

    @classmethod
    def of(cls, words: str, replayed: Sequence[Replayed]) -> "Settled":
        """The receipt; `words` say what was decided, and what came of it is added."""
        results = [Placed.model_validate(each, from_attributes=True) for each in replayed]
        return cls(words=f"{words} {outcome_words(results)}".strip(), results=results)


class Queue(BaseModel):
    """One page of a queue. `next` is what `past` must be for the next page, null on the last.

    `counts` are of all that waits or was refused, and of what else came in the last day.
    """

    messages: list[Queued]
    next: int | None
    counts: list[Count]
    counted_since: datetime


_WORDS: dict[State, tuple[str, str]] = {
    "applied": ("was placed", "were placed"),
    "waiting": ("still waits", "still wait"),
    "recorded": ("changes nothing here", "change nothing here"),
    "refused": ("was refused", "were refused"),
    "ignored": ("is ignored", "are ignored"),
}


_SAYS_WHY: set[State] = {"waiting", "recorded", "refused"}


def outcome_words(results: Sequence[Placed]) -> str:
    """Such as "3 messages were placed, 1 message still waits."; of a single message also why."""
    counts = Counter(each.state for each in results)
    said = [_counted(counts[state], words) for state, words in _WORDS.items() if counts[state]]
    why = results[0].words if len(results) == 1 and results[0].state in _SAYS_WHY else None
    return f"{', '.join(said)}{': ' + why if why else '.'}" if said else "No message was waiting for this."


def _counted(number: int, words: tuple[str, str]) -> str:
    return f"1 message {words[0]}" if number == 1 else f"{number} messages {words[1]}"
