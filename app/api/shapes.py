"""Shapes that many bodies share: text that can be stored and shown, and times that say their zone."""

from datetime import UTC, date, datetime, timedelta
from typing import Annotated, Any, TypeVar

from pydantic import AfterValidator, AwareDatetime, BaseModel, ConfigDict, StringConstraints

from app import clock

LONGEST_WORDS = 4_000
NUL = "\x00"
"""The one character that PostgreSQL's text cannot hold."""

FUTURE_SLACK = timedelta(minutes=5)
"""How far a ward's clock may run ahead."""


Said = TypeVar("Said", date, datetime)


class Body(BaseModel):
    """A request's body: unknown fields are refused, so that a misspelt one is not lost in silence."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    def values(self) -> dict[str, Any]:
        """The fields as they are, for a command whose fields are named as the body's."""
        return {name: getattr(self, name) for name in type(self).model_fields}


def storable(text: str) -> str:
    """The text, if the log can hold it. Raises ValueError in words."""
    if NUL in text:
        raise ValueError("The text contains a NUL character, which cannot be stored. Remove it.")
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise ValueError("The text contains half of a character (a lone surrogate). Type it again.") from error
    return text


def _likely(day: Said) -> Said:
    # Beyond these years a time cannot be said in every zone, nor a date have a midnight that ends it.
    if not 1900 <= day.year < 2200:
        raise ValueError("This year cannot be right. Check the date.")
    return day


def _in_utc(at: datetime) -> datetime:
    return at.astimezone(UTC)


def _has_happened(at: datetime) -> datetime:
    if at > clock.now() + FUTURE_SLACK:
        raise ValueError("This time lies ahead. Give the time at which it happened.")
    return at


Text = Annotated[str, StringConstraints(strip_whitespace=True, max_length=LONGEST_WORDS), AfterValidator(storable)]
FilledText = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=LONGEST_WORDS), AfterValidator(storable)
]
ShortText = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200), AfterValidator(storable)
]
Day = Annotated[date, AfterValidator(_likely)]
"""A local date of a year that people plan in or were born in; every date that is sent to us is one."""

Instant = Annotated[AwareDatetime, AfterValidator(_likely), AfterValidator(_in_utc)]
"""A time with its zone, as UTC."""

PastInstant = Annotated[Instant, AfterValidator(_has_happened)]
"""When something happened; kept as it was told, so that telling it again is the same. A fast clock is forgiven."""
