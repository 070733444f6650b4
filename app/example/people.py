"""People who do not exist. Person number n is a function of the seed and n: the example need remember nothing.

Their NHS numbers lie in the 999 range, which is never issued; their postcodes in an area that has none; their
telephone numbers in the range kept for drama.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from typing import Literal

from nhs_number.validate import calculate_checksum

from app.example.names import NAMES, PRACTICES, STREETS, TOWNS

NEWEST_BIRTH = date(1996, 1, 1)
PRACTICE_ELSEWHERE = 0.06
OLDEST_AGE_DAYS = 71 * 365  # the oldest was born 1925, the youngest 1996


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Who comes to the example hospital once, as its patient administration system knows them."""

    number: int
    family: str
    given: str
    prefix: str
    sex: Literal["F", "M"]
    birth_date: date
    nhs_number: str
    street: str
    town: str
    postcode: str
    phone: str
    practice: str

    @property
    def hospital_number(self) -> str:
        """The trust's own number."""
        return f"NM{self.number:06d}"

    @property
    def visit_number(self) -> str:
        """The number of their stay."""
        return f"V{self.number:07d}"


def person(seed: int, number: int) -> Person:
    """Person number `number` of the example with this seed."""
    chance = Random(f"person {seed} {number}")
    names = chance.choices(NAMES, [each.share for each in NAMES])[0]
    sex: Literal["F", "M"] = chance.choice(("F", "M"))
    street = f"{chance.randint(1, 140)} {chance.choice(STREETS)}"
    sector = str(chance.randint(1, 9))
    postcode = f"ZZ97 {sector}{chance.choice('ABDEFGHJ')}{chance.choice('LNPQRSTU')}"
    return Person(
        number=number,
        family=chance.choice(names.family.split()),
        given=chance.choice((names.women if sex == "F" else names.men).split()),
        prefix=chance.choice(("Mrs", "Mrs", "Ms", "Miss")) if sex == "F" else "Mr",
        sex=sex,
        birth_date=_birth_date(chance),
        nhs_number=nhs_number(number),
        street=street,
        town=TOWNS[sector],
        postcode=postcode,
        phone=f"01632 960{chance.randint(0, 999):03d}",
        practice=_practice(chance, sector),
    )


def number_of(hospital_number: str) -> int | None:
    """The number of the person with this hospital number; None when it is not one of the example's."""
    digits = hospital_number.removeprefix("NM")
    return int(digits) if hospital_number.startswith("NM") and digits.isdecimal() else None


def nhs_number(number: int) -> str:
    """The number-th valid NHS number, roughly, of the range that is never issued: each its own, for 500,000 people."""
    # Of two neighbours one at most has no check digit.
    first = 999_000_000 + 2 * number
    for nine in (str(first), str(first + 1)):
        check = calculate_checksum(nine)
        if check != 10:
            return f"{nine}{check}"
    raise AssertionError(number)


def _practice(chance: Random, sector: str) -> str:
    """That of where they live; a few kept theirs when they moved."""
    return chance.choice(list(PRACTICES.values())) if chance.random() < PRACTICE_ELSEWHERE else PRACTICES[sector]


def _birth_date(chance: Random) -> date:
    """Most people are old: the square root draws towards the oldest."""
    return NEWEST_BIRTH - timedelta(days=int(OLDEST_AGE_DAYS * chance.betavariate(3, 1.3)))
