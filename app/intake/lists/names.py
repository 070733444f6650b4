"""A name in one cell as family and given name: "SMITH, Ada", "Ada SMITH", "Mrs Ada Smith"."""

import re

_TITLES = {"mr", "mrs", "ms", "miss", "mx", "dr", "rev", "sir", "dame", "lady", "prof", "sister"}


def family_and_given(name: str) -> tuple[str, str]:
    """What stands before a comma is the family name; else the words in capitals; else the last word. "" if not said."""
    before, comma, after = name.partition(",")
    if comma:
        return _tidy(_without_titles(before.split())), _tidy(_without_titles(after.split()))
    words = _without_titles(name.split())
    capitals = [word for word in words if len(word) > 1 and word.isupper()]
    if capitals and len(capitals) < len(words):
        return _tidy(capitals), _tidy([word for word in words if word not in capitals])
    return _tidy(words[-1:]), _tidy(words[:-1])


def _without_titles(words: list[str]) -> list[str]:
    kept = [re.sub(r"[()\"]", "", word) for word in words]
    return [word for word in kept if word and word.rstrip(".").casefold() not in _TITLES]


def _tidy(words: list[str]) -> str:
    return " ".join(words)
