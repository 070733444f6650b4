"""How a cell of a reference file is read: its normal form, or a fault with its code and words."""

import re
from datetime import date
from enum import StrEnum

from app.domain.routing import Area
from app.domain.routing.postcode import normal_postcode

LONGEST_NAME = 200
LONGEST_CONTACT = 500
_EARLIEST, _LATEST = 1900, 2200


class FaultCode(StrEnum):
    """What can be wrong with a line; stable."""

    EMPTY_FILE = "empty-file"
    TOO_LONG = "too-long"
    UNREADABLE = "unreadable"
    HEADING_MISSING = "heading-missing"
    HEADING_UNKNOWN = "heading-unknown"
    TOO_MANY_CELLS = "too-many-cells"
    CELL_EMPTY = "cell-empty"
    CELL_TOO_LONG = "cell-too-long"
    NOT_A_CODE = "not-a-code"
    NOT_A_POSTCODE = "not-a-postcode"
    NOT_A_DATE = "not-a-date"
    NOT_AN_AREA = "not-an-area"
    END_BEFORE_START = "end-before-start"
    OVERLAP = "overlap"
    NOT_LOADED = "not-loaded"
    HUB_UNKNOWN = "hub-unknown"
    LOCALITY_WITHOUT_COUNCIL = "locality-without-council"


class CellFaulty(Exception):
    """The cell cannot be read: a code, and words."""

    def __init__(self, fault: FaultCode, words: str) -> None:
        super().__init__(words)
        self.fault = fault


def code(text: str) -> str:
    """A code of an organisation: ODS (3 to 10) or national statistics (9), capitals and digits."""
    said = text.upper()
    if not re.fullmatch("[A-Z0-9]{3,12}", said):
        raise CellFaulty(FaultCode.NOT_A_CODE, f"“{text}” is not a code. Codes are 3 to 12 letters and digits.")
    return said


def name(text: str) -> str:
    """A name, on one line."""
    return _short(" ".join(text.split()), LONGEST_NAME)


def contact(text: str) -> str:
    """Whom to reach, and how."""
    return _short(" ".join(text.split()), LONGEST_CONTACT)


def postcode_part(text: str) -> str:
    """A whole postcode, a sector or a district."""
    found = normal_postcode(text)
    if found is None:
        example = "Write ZZ97 (district), ZZ97 1 (sector) or ZZ97 1AB."
        raise CellFaulty(FaultCode.NOT_A_POSTCODE, f"“{text}” is not a postcode or a part of one. {example}")
    return found


def whole_postcode(text: str) -> str:
    """A whole postcode."""
    found = normal_postcode(text)
    if found is None or len(found.partition(" ")[2]) != len("1AB"):
        raise CellFaulty(FaultCode.NOT_A_POSTCODE, f"“{text}” is not a whole postcode, such as ZZ97 1AB.")
    return found


def area(text: str) -> str:
    """By what a hub's area is named."""
    said = text.casefold()
    if said not in set(Area):
        raise CellFaulty(FaultCode.NOT_AN_AREA, f"“{text}” is not an area. Write council, practice or icb.")
    return said


def hub(text: str) -> str:
    """A hub by its name or its id; which one that is is looked up later."""
    return name(text)


def day(text: str) -> date:
    """A date, 2026-04-01 or as ODS writes it 20260401."""
    try:
        if not re.fullmatch(r"\d{4}-\d\d-\d\d|\d{8}", text, re.ASCII):
            raise ValueError
        found = date.fromisoformat(text)
        if not _EARLIEST <= found.year < _LATEST:
            raise ValueError
    except ValueError:
        words = f"“{text}” is not a date. Write 2026-04-01 or 20260401."
        raise CellFaulty(FaultCode.NOT_A_DATE, words) from None
    return found


def _short(text: str, most: int) -> str:
    if len(text) > most:
        raise CellFaulty(FaultCode.CELL_TOO_LONG, f"Use at most {most} characters.")
    return text
