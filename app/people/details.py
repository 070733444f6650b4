"""The details of a person that the system keeps, and how a newer telling of them is compared."""

from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from app.domain.person import Detail

Number = tuple[str, str, str]
"""By which a person is found again: kind (nhs or hospital), who gave it, and the number."""

BY_HAND = "by hand"
"""The authority of a hospital number that a ward typed in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HospitalNumber:
    """A number that one hospital gave a person."""

    authority: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Details:
    """What is told of a person. None means *not told* and changes nothing; an empty value deletes.

    `nhs_number` is only ever the join key when `nhs_number_checked`: one in four in real feeds fails its checksum.
    `lives`: the person was said to live, of which only the time is kept (see `telling.LIVES`).
    """

    family: str | None = None
    given: str | None = None
    prefix: str | None = None
    birth_date: date | None = None
    sex: str | None = None
    nhs_number: str | None = None
    nhs_number_checked: bool = False
    hospital_numbers: tuple[HospitalNumber, ...] = ()
    address: tuple[str, ...] | None = None
    postcode: str | None = None
    phone: str | None = None
    lives: bool = False
    practice: str | None = None


DETAIL_OF = {
    "family": Detail.NAME,
    "given": Detail.NAME,
    "prefix": Detail.NAME,
    "birth_date": Detail.BIRTH_DATE,
    "sex": Detail.SEX,
    "nhs_number": Detail.NHS_NUMBER,
    "address": Detail.ADDRESS,
    "postcode": Detail.ADDRESS,
    "phone": Detail.PHONE,
    "practice": Detail.PRACTICE,
}
"""Column of `person` -> the detail that the log names."""


def told(details: Details) -> dict[str, Any]:
    """The columns of `person` that this telling sets."""
    values = {field.name: getattr(details, field.name) for field in fields(details) if field.name in DETAIL_OF}
    return {
        name: list(value) if isinstance(value, tuple) else value for name, value in values.items() if value is not None
    }
