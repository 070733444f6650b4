"""Shapes that many bodies share: text that can be stored and shown, and times that say their zone."""

from datetime import UTC, datetime, timedelta
from typing import Annotated

from pydantic import AfterValidator, AwareDatetime, BaseModel, ConfigDict, StringConstraints

LONGEST_WORDS = 4_000
FUTURE_SLACK = timedelta(minutes=5)


class Body(BaseModel):
    """A request's body: unknown fields are refused, so that a misspelt one is not lost in silence."""

    model_config = ConfigDict(extra="forbid", frozen=True)


def _storable(text: str) -> str:
    if "\x00" in text:
        raise ValueError("The text contains a NUL character, which cannot be stored. Remove it.")
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise ValueError("The text contains half of a character (a lone surrogate). Type it again.") from error
    return text


def _in_utc(at: datetime) -> datetime:
    return at.astimezone(UTC)


Text = Annotated[str, StringConstraints(strip_whitespace=True, max_length=LONGEST_WORDS), AfterValidator(_storable)]
FilledText = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=LONGEST_WORDS), AfterValidator(_storable)
]
ShortText = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200), AfterValidator(_storable)
]
Instant = Annotated[AwareDatetime, AfterValidator(_in_utc)]
"""A time with its zone, as UTC."""
