"""Blanking what tells who somebody is in words that others wrote, for who may read the needs and not the name."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from app.people.lookup import Identity

BLANK = "[…]"
_SHORTEST = 2
"""Letters of a name that is blanked; a single one stands in too many words."""

_SAYS_NOBODY = {
    *("brother", "carer", "daughter", "father", "friend", "grandson", "granddaughter", "husband", "mother", "nephew"),
    *("neighbour", "niece", "partner", "sister", "son", "wife", "mr", "mrs", "ms", "dr", "miss"),
    *("a", "an", "and", "at", "away", "by", "for", "has", "he", "her", "his", "in", "is", "it", "next", "no", "none"),
    *("not", "of", "on", "or", "she", "the", "their", "they", "to", "who", "with"),
    *("attorney", "carer", "daily", "deputy", "door", "finance", "health", "holds", "home", "key", "lives", "mobile"),
    *("phone", "ring", "speaks", "surgery", "tel", "visits", "welfare", "works"),
}
"""Words beside a name in what is said of contacts that name nobody."""


def veiled(said: Any, person: Identity, others: Iterable[str] = ()) -> Any:
    """`said`, text or JSON, with every name, number and part of an address of the person, and of `others`, blanked."""
    others = list(others)
    telling = sorted({*_telling(person), *_names(others), *_phones(others)}, key=len, reverse=True)
    pattern = re.compile("|".join(rf"(?<!\w){re.escape(each)}(?!\w)" for each in telling), re.IGNORECASE)
    return _blanked(said, pattern) if telling else said


def _blanked(said: Any, pattern: re.Pattern[str]) -> Any:
    match said:
        case str():
            return pattern.sub(BLANK, said)
        case dict():
            return {name: _blanked(value, pattern) for name, value in said.items()}
        case list():
            return [_blanked(each, pattern) for each in said]
        case _:
            return said


def _telling(person: Identity) -> Iterator[str]:
    yield from _names(filter(None, (person.family, person.given)))
    whole = (person.phone, person.postcode, person.practice, *person.address, *person.hospital_numbers)
    yield from filter(None, whole)
    yield from _phones(filter(None, [person.phone]))
    number = person.nhs_number
    if number:
        yield from (number, f"{number[:3]} {number[3:6]} {number[6:]}")
    if person.postcode:
        yield person.postcode.replace(" ", "")


def _phones(said: Iterable[str]) -> Iterator[str]:
    """Each number as it may be typed without its spaces."""
    for words in said:
        yield from (re.sub(r"\D", "", number) for number in re.findall(r"\d[\d ()-]{6,}\d", words))


def _names(said: Iterable[str]) -> Iterator[str]:
    """Each word of a name, and the whole of it."""
    for name in said:
        for word in (name, *re.split(r"[\s,.;()-]+", name)):
            if len(word) >= _SHORTEST and word.casefold() not in _SAYS_NOBODY:
                yield word
