"""Whether somebody told of is who is kept, where only a number that a ward typed in leads from one to the other."""

from datetime import date

from app.people.details import BY_HAND, Details


def alike(details: Details, family: str | None, birth_date: date | None) -> bool:
    """By the family name and birth date that are kept: what a ward types must not differ; a feed must tell both alike.

    Nobody looks at a feed's message before it is applied, and two hospitals may give one number to two people.
    """
    compared = {_same(_letters(family), _letters(details.family)), _same(birth_date, details.birth_date)}
    typed = all(number.authority == BY_HAND for number in details.hospital_numbers)
    return False not in compared if typed else compared == {True}


def _same(kept: object, told: object) -> bool | None:
    """None where one of them is not known."""
    return kept == told if kept and told else None


def _letters(name: str | None) -> str:
    return "".join(letter for letter in (name or "").casefold() if letter.isalnum())
