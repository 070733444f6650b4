"""What a message says, as a reader is told: dates and times as on the ward's wall, names, homes, numbers."""

from datetime import date, datetime

from app.domain.local_time import LOCAL
from app.intake.adt.event_time import EventTime
from app.intake.adt.identifiers import Identifier, Identifiers
from app.intake.adt.message import DELETED, Given
from app.intake.adt.patient import Address, Name
from app.intake.adt.timestamps import Precision, Timestamp

TAKEN_BACK = "Taken back by the sender"


def day(said: date) -> str:
    """Such as "1 June 2026"."""
    return f"{said.day} {said:%B %Y}"


def moment(at: datetime) -> str:
    """Such as "1 June 2026 11:00", on the clocks of England."""
    here = at.astimezone(LOCAL)
    return f"{day(here.date())} {here:%H:%M}"


def time_said(said: Timestamp | None) -> str:
    """A time as precisely as it was written; "" where none was."""
    if said is None:
        return ""
    here = said.at.astimezone(LOCAL)
    match said.precision:
        case Precision.YEAR:
            return f"{here:%Y}"
        case Precision.MONTH:
            return f"{here:%B %Y}"
        case Precision.DAY:
            return day(here.date())
        case _:
            return moment(said.at)


def happened(time: EventTime) -> str:
    """When, and where in the message that stands."""
    if time.source == "received":
        return f"{moment(time.at)}, when it was received: no other time was usable"
    return f"{time_said(Timestamp(time.at, time.precision))} ({time.source})"


def name(said: Given[Name]) -> str:
    """Such as "MARROW, Ida (Mrs)"."""
    if said is DELETED:
        return TAKEN_BACK
    if said is None:
        return ""
    whole = ", ".join(part for part in (said.family.upper(), said.given) if part)
    return f"{whole} ({said.prefix})" if said.prefix else whole


def home(said: Given[Address]) -> str:
    """The lines and the postcode on one line."""
    if said is DELETED:
        return TAKEN_BACK
    return ", ".join(part for part in (*said.lines, said.postcode) if part) if said else ""


def text(said: Given[str]) -> str:
    """A value that may have been taken back."""
    return TAKEN_BACK if said is DELETED else said or ""


def nhs_number(said: Identifiers) -> str:
    """The number that joins records, or those that were said and do not."""
    if said.nhs_number:
        return said.nhs_number
    return ", ".join(f"{number} (does not check)" for number in said.unverified_nhs_numbers)


def hospital_number(said: Identifiers) -> str:
    """The number that the hospital gave the person."""
    return _tagged(said.hospital_number) if said.hospital_number else ""


def other_numbers(said: Identifiers) -> str:
    """What else stands among the numbers, and joins nothing."""
    nhs = {said.nhs_number, *said.unverified_nhs_numbers}
    others = [each for each in said.every if each != said.hospital_number and not nhs & {each.value, _bare(each.value)}]
    return ", ".join(_tagged(each) for each in others)


def _bare(number: str) -> str:
    return number.replace(" ", "").replace("-", "")


def _tagged(number: Identifier) -> str:
    tags = " ".join(tag for tag in (number.authority, number.type) if tag)
    return f"{number.value} ({tags})" if tags else number.value
