"""The one rule of which written number may join records as an NHS number, for the feed and for what a ward types."""

import re

from nhs_number.validate import is_valid

_TEN_DIGITS = re.compile(r"[0-9]{10}\Z")


def verified_nhs_number(text: str) -> str | None:
    """The ten digits, if their check digit fits; None otherwise. Spaces and hyphens between the digits are passed over.

    Ten equal digits fit the check and are what people type who know no number: they are none.
    """
    number = re.sub("[ -]", "", text)
    return number if _TEN_DIGITS.match(number) and len(set(number)) > 1 and is_valid(number) else None


def spaced(number: str) -> str:
    """As it is read aloud, in three parts: "999 000 3106"; what is not ten digits as it is."""
    return f"{number[:3]} {number[3:6]} {number[6:]}" if _TEN_DIGITS.match(number) else number
