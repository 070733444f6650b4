"""The numbers a person is known by: the NHS number by a table of the ways it is tagged, the hospital number by type.

A number that fails the checksum, or is a placeholder such as 9999999999, is kept but never joins records.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from nhs_number.constants import REGION_ENGLAND_WALES_IOM, REGION_SYNTHETIC
from nhs_number.validate import is_valid

from app.intake.adt.doubts import Doubts
from app.intake.adt.message import Repetition, Segment
from app.people.nhs_number import verified_nhs_number


@dataclass(frozen=True, slots=True)
class Identifier:
    """A number, who gave it (CX.4, first part) and its type (CX.5), as sent."""

    value: str
    authority: str
    type: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Identifiers:
    """What a PID says the person is known by; `every` holds all of it, each once, in the order sent."""

    nhs_number: str | None = None
    unverified_nhs_numbers: tuple[str, ...] = ()
    hospital_number: Identifier | None = None
    every: tuple[Identifier, ...] = ()


def read_identifiers(pid: Segment, doubts: Doubts) -> Identifiers:
    """PID-3, then PID-2 and PID-4, chosen by type and authority and never by position."""
    tagged = [_identifier(part) for position in (3, 2, 4) for part in pid.repetitions(position)]
    every = tuple(dict.fromkeys(identifier for identifier in tagged if identifier.value))
    external = {_identifier(part) for part in pid.repetitions(2)}
    said_nhs = dict.fromkeys(one for one in every if _is_tagged_nhs(one) or (one in external and _is_bare_nhs(one)))
    verified = list(dict.fromkeys(number for one in said_nhs if (number := verified_nhs_number(one.value))))
    unverified = tuple(one.value for one in said_nhs if not verified_nhs_number(one.value))
    if unverified:
        doubts.note("nhs-number-unverified", "An NHS number fails its check or is a placeholder; it joins no records.")
    if len(verified) > 1:
        doubts.note("several-nhs-numbers", "The message gives several NHS numbers for one person; none joins records.")
        unverified += tuple(verified)
    return Identifiers(
        nhs_number=verified[0] if len(verified) == 1 else None,
        unverified_nhs_numbers=unverified,
        hospital_number=_hospital_number([one for one in every if one not in said_nhs]),
        every=every,
    )


_NHS_AUTHORITIES = {"NHS", "NHSNBR", "NHSNMBR", "NHS NUMBER", "2.16.840.1.113883.2.1.4.1"}
_NHS_TYPES = {"NH", "NHS", "NHSNMBR", "NHSNBR", "NI"}  # NI: the national number of systems that put its status in CX.2
_HOSPITAL_TYPES = ("MR", "MRN", "MEDREC", "PI", "PT", "HN")
_OTHER_TYPES = {"SS", "DL", "PPN", "AN", "VN", "PRC", "XX"}  # of the person or the stay, but not the hospital's number


def _identifier(part: Repetition) -> Identifier:
    return Identifier(part.text(1), part.text(4), part.text(5))


def _is_tagged_nhs(identifier: Identifier) -> bool:
    return identifier.authority.upper() in _NHS_AUTHORITIES or identifier.type.upper() in _NHS_TYPES


def _is_bare_nhs(identifier: Identifier) -> bool:
    """PID-2 without any tag: one hospital number in eleven passes the checksum, so its range must be in use too."""
    number = verified_nhs_number(identifier.value)
    if not number or identifier.authority or identifier.type:
        return False
    return any(is_valid(number, for_region=region) for region in _REGIONS_IN_USE)


_REGIONS_IN_USE = (REGION_ENGLAND_WALES_IOM, REGION_SYNTHETIC)


def _hospital_number(others: Sequence[Identifier]) -> Identifier | None:
    for wanted in _HOSPITAL_TYPES:
        for identifier in others:
            if identifier.type.upper() == wanted:
                return identifier
    return next((one for one in others if one.type.upper() not in _OTHER_TYPES), None)
