"""What a message says of a person: numbers, name, birth, home, telephone, death (PID); their GP practice (PD1)."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Literal, TypeVar

from app.intake.adt.doubts import Doubts
from app.intake.adt.identifiers import IN_PID, Identifiers, read_identifiers
from app.intake.adt.message import DELETED, Given, Repetition, Segment
from app.intake.adt.timestamps import Timestamp, read_date, read_time
from app.intake.settings import FeedSettings

Sex = Literal["M", "F", "other"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A name; "" for a part that was not said."""

    family: str
    given: str
    prefix: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """The lines above the postcode, as many as were said; "" for a postcode that was not."""

    lines: tuple[str, ...]
    postcode: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Patient:
    """A person as told. None: not said, or no news. DELETED: the sender takes the value back.

    `died` is True, False (PID-30 says no, or takes it back) or None (not said); a time
    of death (PID-29) alone says True.
    """

    identifiers: Identifiers = field(default_factory=Identifiers)
    name: Given[Name] = None
    birth_date: date | None = None
    sex: Sex | None = None
    address: Given[Address] = None
    phone: Given[str] = None
    practice: Given[str] = None
    died: bool | None = None
    died_at: Timestamp | None = None


def read_patient(pid: Segment, pd1: Segment, settings: FeedSettings, doubts: Doubts) -> Patient:
    """The person of one PID segment and of the PD1 that follows it."""
    died_at = read_time(pid.text(29), "PID-29", settings.zone, doubts)
    return Patient(
        identifiers=read_identifiers(pid, IN_PID, settings, doubts),
        name=read_name(pid.repetitions(5)),
        birth_date=read_date(pid.text(7), "PID-7", doubts),
        sex=_sex(pid.text(8)),
        address=_best(pid.repetitions(11), _ADDRESS_TYPES, 7, _address),
        phone=_best(pid.repetitions(13), _PHONE_TYPES, 2, _phone),
        practice=_practice(pd1),
        died=_died(pid.first(30), died_at, doubts),
        died_at=died_at,
    )


def read_name(said: list[Repetition]) -> Given[Name]:
    """The legal name of the names said, else any that is no alias, else an alias."""
    return _best(said, _NAME_TYPES, 7, _name)


_T = TypeVar("_T")
# Lower is better; what is not listed comes between.
_NAME_TYPES = {"L": 0, "CURRENT": 0, "OFFICIAL": 0, "A": 2, "M": 2, "MAIDEN": 2, "N": 2, "NICKNAME": 2, "B": 2}
_ADDRESS_TYPES = {"H": 0, "HOME": 0, "L": 0, "P": 0, "BA": 2, "B": 2, "O": 2, "N": 2, "BDL": 3, "BR": 3}
_PHONE_TYPES = {"PRN": 0, "PRS": 0, "HOME": 0, "WPN": 2, "EMR": 2, "NET": 3}


def _best(
    parts: list[Repetition], types: dict[str, int], type_at: int, read: Callable[[Repetition], _T | None]
) -> Given[_T]:
    for part in sorted(parts, key=lambda one: types.get(one.text(type_at).upper(), 1)):
        if (found := read(part)) is not None:
            return found
    return DELETED if parts and all(part.is_null for part in parts) else None


def _name(part: Repetition) -> Name | None:
    name = Name(family=part.text(1), given=part.text(2), prefix=part.text(5))
    return name if name.family or name.given else None


def _address(part: Repetition) -> Address | None:
    said = (part.text(1), part.text(2), part.text(3), part.text(4))
    address = Address(lines=tuple(line for line in said if line), postcode=part.text(5).upper())
    return address if address.lines or address.postcode else None


def _phone(part: Repetition) -> str | None:
    if part.text(3).upper() in ("INTERNET", "X.400"):
        return None
    return part.text(1) or part.text(12) or (part.text(6) + part.text(7)) or None


def _practice(pd1: Segment) -> Given[str]:
    """PD1-3 is the practice: its code is the tenth component, in older messages the third. PD1-4 is the GP.

    In the place of a name, or of the GP, only a code that is written as practices' are is taken: a letter and five
    digits (a GP's own code has seven).
    """
    if pd1.first(3).is_null:
        return DELETED
    practices = pd1.repetitions(3)
    coded = [part.text(at).upper() for part in practices for at in (10, 3)]
    in_place = [part.text(1).upper() for part in (*practices, *pd1.repetitions(4))]
    found = [*filter(_ODS.fullmatch, coded), *filter(_PRACTICE.fullmatch, in_place)]
    return found[0] if found else None


_ODS = re.compile("[A-Z0-9]{3,12}")
_PRACTICE = re.compile("[A-Z][0-9]{5}")


def _sex(said: str) -> Sex | None:
    match said.upper():
        case "":
            return None
        case "M" | "MALE" | "1":
            return "M"
        case "F" | "FEMALE" | "2":
            return "F"
        case _:
            return "other"


def _died(said: Repetition, died_at: Timestamp | None, doubts: Doubts) -> bool | None:
    match said.text().upper():
        case "Y" | "YES" | "1" | "TRUE":
            return True
        case "N" | "NO" | "0" | "FALSE":
            if died_at:
                doubts.note("death-disputed", "PID-30 says the person lives and PID-29 gives a time of death.")
            return False
        case _ if died_at:
            return True
        case _:
            return False if said.is_null else None
