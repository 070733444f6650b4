"""What the example hospital's system writes: HL7 v2.4 ADT, with local times as real systems write them."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from app.domain.local_time import LOCAL
from app.example.people import Person
from app.example.places import TRUST, WARDS

APPLICATION = "NORTHMOOR_PAS"
CARE_HOME, USUAL_HOME = "85", "19"
"""National codes of where somebody was admitted from: a care home not run by the NHS; where they usually live."""

LIVES_IN_CARE_HOME = 9
"""One in so many."""

REASONS = ("Fall", "Shortness of breath", "Acute confusion", "Reduced mobility", "Chest pain", "Urinary infection")
"""Why somebody was admitted, as a clerk at the door writes it."""

SITE_OF = {ward.code: ward.site for ward in WARDS}


@dataclass(frozen=True, slots=True)
class Bed:
    """A bed by ward code and label."""

    ward: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Stay:
    """What a message says of a stay; `prior` where the person was before a move, `left_at` when they left."""

    person: Person
    bed: Bed
    admitted_at: datetime
    prior: Bed | None = None
    left_at: datetime | None = None


def message(trigger: str, stay: Stay, *, at: datetime, sent_at: datetime) -> bytes:
    """One message, such as A01, about what happened `at`; its control id follows from what it says."""
    person = stay.person
    control = f"{trigger}{person.number:06d}{int(at.timestamp()):010d}"
    segments = (
        _msh(f"ADT^{trigger}", control, sent_at),
        ["EVN", trigger, _time(sent_at), "", "", "PAS", _time(at)],
        _pid(person),
        ["PD1", "", "", f"^^{person.practice}"],
        _pv1(stay),
        _pv2(stay),
    )
    return "".join("|".join(segment).rstrip("|") + "\r" for segment in segments).encode()


def _msh(kind: str, control: str, sent_at: datetime) -> list[str]:
    parties = [APPLICATION, TRUST, "HOMEWARD", "HUB"]
    return ["MSH", "^~\\&", *parties, _time(sent_at), "", kind, control, "P", "2.4", *[""] * 4, "GBR", "UNICODE UTF-8"]


def _pid(person: Person) -> list[str]:
    numbers = f"{person.hospital_number}^^^{TRUST}^MR~{person.nhs_number}^^^NHS^NH"
    name = f"{person.family}^{person.given}^^^{person.prefix}^^L"
    home = f"{person.street}^^{person.town}^^{person.postcode}^^H"
    born = f"{person.birth_date:%Y%m%d}"
    return ["PID", "1", "", numbers, "", name, "", born, person.sex, "", "", home, "", f"{person.phone}^PRN"]


def _pv1(stay: Stay) -> list[str]:
    fields = [""] * 46
    fields[0:4] = ["PV1", "1", "I", _place(stay.bed)]
    fields[6] = _place(stay.prior) if stay.prior else ""
    fields[14] = CARE_HOME if stay.person.number % LIVES_IN_CARE_HOME == 0 else USUAL_HOME
    fields[19] = stay.person.visit_number
    fields[36] = "1" if stay.left_at else ""
    fields[44] = _time(stay.admitted_at)
    fields[45] = _time(stay.left_at) if stay.left_at else ""
    return fields


def _pv2(stay: Stay) -> list[str]:
    """The reason for admission and the expected date of leaving: real systems send both on every message."""
    expected = stay.admitted_at.astimezone(LOCAL) + timedelta(days=3 + stay.person.number % 9)
    return ["PV2", "", "", f"^{REASONS[stay.person.number % len(REASONS)]}", *[""] * 5, f"{expected:%Y%m%d}"]


def _place(bed: Bed) -> str:
    return f"{bed.ward}^^{bed.label}^{SITE_OF.get(bed.ward, '')}"


def _time(at: datetime) -> str:
    return f"{at.astimezone(LOCAL):%Y%m%d%H%M%S%z}"
