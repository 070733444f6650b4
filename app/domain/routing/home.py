"""Where somebody lives, as far as it was said: an address, a GP practice, or one of the ordinary homes that have none.

What stands in an address's place is a national code: the pseudo postcodes of ZZ99 and the default codes for *no
practice* (NHS Data Dictionary, POSTCODE OF USUAL ADDRESS and GENERAL MEDICAL PRACTICE CODE).
"""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.domain.routing.postcode import normal_postcode

ADULT = 18


class Circumstance(StrEnum):
    """An ordinary home for which tables of addresses are not asked first."""

    NO_FIXED_ABODE = "no_fixed_abode"
    PRISON = "prison"
    OVERSEAS = "overseas"
    UNDER_18 = "under_18"


@dataclass(frozen=True, slots=True, kw_only=True)
class Home:
    """A home as `home` reads it. With no fixed abode the postcode is where they present; in prison it is the prison's.

    `postcode` and `practice` are normal or None; `unreadable` says that a postcode was said that is none.
    """

    postcode: str | None = None
    practice: str | None = None
    circumstance: Circumstance | None = None
    unreadable: bool = False


def home(postcode: str | None, practice: str | None, circumstance: Circumstance | None = None) -> Home:
    """The home that these words mean; a circumstance that is said goes before one that the postcode tells."""
    said = normal_postcode(postcode or "")
    told = _told_by(said)
    return Home(
        postcode=None if said is None or _is_pseudo(said) else said,
        practice=normal_practice(practice or ""),
        circumstance=circumstance or told,
        unreadable=said is None and bool((postcode or "").strip()),
    )


def kept_home(
    postcode: str | None, practice: str | None, birth_date: date | None, told: Circumstance | None, on: date
) -> Home:
    """The home by what is kept of a person; what is `told` of it now goes before their being a child."""
    child = Circumstance.UNDER_18 if birth_date and is_under_18(birth_date, on) else None
    return home(postcode, practice, told or child)


def normal_practice(text: str) -> str | None:
    """A practice's code as it is kept; None where none was said, or a national default code says that there is none."""
    code = "".join(text.upper().split())
    return None if code in _NO_PRACTICE else code


def is_under_18(birth_date: date, on: date) -> bool:
    """Whether somebody born then is a child on this date; who was born on 29 February comes of age on 1 March."""
    return years(birth_date, on) < ADULT


def years(birth_date: date, on: date) -> int:
    """Somebody's age on this date, in whole years."""
    return on.year - birth_date.year - ((on.month, on.day) < (birth_date.month, birth_date.day))


# No registered practice, code not applicable, code not known.
_NO_PRACTICE = {"", "V81997", "V81998", "V81999"}
_NO_FIXED_ABODE = "ZZ99 3VZ"
# England, Wales, Scotland, Northern Ireland and nothing more; address not known.
_SOMEWHERE = {"ZZ99 3CZ", "ZZ99 3GZ", "ZZ99 1WZ", "ZZ99 2WZ", "ZZ99 3WZ"}
_COUNTRY = re.compile("ZZ99 [0-9][A-Z]Z")


def _is_pseudo(postcode: str) -> bool:
    return postcode.startswith("ZZ99")


def _told_by(postcode: str | None) -> Circumstance | None:
    if postcode == _NO_FIXED_ABODE:
        return Circumstance.NO_FIXED_ABODE
    if postcode and postcode not in _SOMEWHERE and _COUNTRY.fullmatch(postcode):
        return Circumstance.OVERSEAS
    return None
