"""The numbers a person is known by: the NHS number by a table of the ways it is tagged, the hospital number by type.

A number that fails the checksum, or is a placeholder such as 9999999999, is kept but never joins records.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from nhs_number.constants import REGION_ENGLAND_WALES_IOM, REGION_SYNTHETIC
from nhs_number.validate import is_valid

from app.intake.adt.doubts import Doubts
from app.intake.adt.message import Repetition, Segment
from app.intake.settings import FeedSettings, IdentifierTag
from app.people.nhs_number import verified_nhs_number


@dataclass(frozen=True, slots=True)
class Identifier:
    """A number, who gave it (CX.4, first part) and its type (CX.5), as sent."""

    value: str
    authority: str
    type: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Identifiers:
    """What a PID or MRG says the person is known by; `every` holds all of it, each once, in the order sent."""

    nhs_number: str | None = None
    unverified_nhs_numbers: tuple[str, ...] = ()
    hospital_number: Identifier | None = None
    every: tuple[Identifier, ...] = ()


class Positions(NamedTuple):
    """The fields of a segment in which a person's numbers stand."""

    list: int
    external: int
    alternate: int


IN_PID = Positions(list=3, external=2, alternate=4)
IN_MRG = Positions(list=1, external=4, alternate=2)


def read_identifiers(segment: Segment, at: Positions, settings: FeedSettings, doubts: Doubts) -> Identifiers:
    """The list, then the external and the alternate field, chosen by type and authority and never by position."""
    tagged = [_identifier(part) for position in at for part in segment.repetitions(position)]
    every = tuple(dict.fromkeys(identifier for identifier in tagged if identifier.value))
    external = {_identifier(part) for part in segment.repetitions(at.external)}
    said_nhs = dict.fromkeys(
        one for one in every if _fits_any(one, settings.nhs_tags) or (one in external and _is_bare_nhs(one))
    )
    checked = {one: verified_nhs_number(one.value) for one in said_nhs}
    verified = list(dict.fromkeys(number for number in checked.values() if number))
    unverified = tuple(one.value for one, number in checked.items() if not number)
    if unverified:
        doubts.note("nhs-number-unverified", "An NHS number fails its check or is a placeholder; it joins no records.")
    if len(verified) > 1:
        doubts.note("several-nhs-numbers", "The message gives several NHS numbers for one person; none joins records.")
        unverified += tuple(verified)
    return Identifiers(
        nhs_number=verified[0] if len(verified) == 1 else None,
        unverified_nhs_numbers=unverified,
        hospital_number=_hospital_number([one for one in every if one not in said_nhs], settings.hospital_tags),
        every=every,
    )


_OTHER_TYPES = {"SS", "DL", "PPN", "AN", "VN", "PRC", "XX"}  # of the person or the stay, but not the hospital's number


def _identifier(part: Repetition) -> Identifier:
    return Identifier(part.text(1), part.text(4), part.text(5))


def _fits(identifier: Identifier, tag: IdentifierTag) -> bool:
    if tag.is_any_other:
        return identifier.type.upper() not in _OTHER_TYPES
    return tag.fits(identifier.authority.upper(), identifier.type.upper())


def _fits_any(identifier: Identifier, tags: Sequence[IdentifierTag]) -> bool:
    return any(_fits(identifier, tag) for tag in tags)


def _is_bare_nhs(identifier: Identifier) -> bool:
    """PID-2 without any tag: one hospital number in eleven passes the checksum, so its range must be in use too."""
    number = verified_nhs_number(identifier.value)
    if not number or identifier.authority or identifier.type:
        return False
    return any(is_valid(number, for_region=region) for region in _REGIONS_IN_USE)


_REGIONS_IN_USE = (REGION_ENGLAND_WALES_IOM, REGION_SYNTHETIC)


def _hospital_number(others: Sequence[Identifier], tags: Sequence[IdentifierTag]) -> Identifier | None:
    return next((one for tag in tags for one in others if _fits(one, tag)), None)
