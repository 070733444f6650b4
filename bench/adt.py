"""What an invented hospital's system writes: ADT of 2 to 3 KB, with all that real messages carry and a hub never reads.

Nobody in it exists: the people are the example's, and so are their numbers.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from itertools import count
from random import Random

from app.domain.local_time import LOCAL
from app.example.messages import Bed
from app.example.people import Person, person
from app.intake.adt.triggers import APPLIED
from tests.intake.adt.messages import segment

APPLICATION = "PAS"
_NO_VISIT = {"A28", "A30", "A34", "A39", "A40", "A47", "A29"}
_MERGES = {"A18", "A30", "A34", "A39", "A40", "A41", "A44", "A45", "A47", "A50"}
_DOCTOR = "C0000017^Fell^Hazel^^^Dr^^^GMC~70017^Fell^Hazel^^^Dr^^^LOCAL"
_OBSERVATIONS = (
    ("NEWS2", "3", "score"),
    ("WEIGHT", "68.4", "kg"),
    ("HEIGHT", "164", "cm"),
    ("MOBILITY", "Walks ten metres with a frame \\T\\ one person\\.br\\Stairs not yet tried", ""),
    ("ALLERGY", "None known; asked the person and the daughter", ""),
    ("RESUS", "For full treatment, talked over on the ward round", ""),
    ("DIET", "Soft food, thickened drinks; likes tea with two sugars", ""),
    ("PRESSURE", "Skin whole; mattress given", ""),
)


@dataclass(slots=True, kw_only=True)
class Stay:
    """Somebody's stay as the hospital knows it; `prior` where they were before, `pending` where they are to go."""

    person: Person
    bed: Bed
    admitted_at: datetime
    prior: Bed | None = None
    pending: Bed | None = None
    left_at: datetime | None = None
    leaves_on: date | None = None
    fit_since: date | None = None


class Writer:
    """Writes as the one system of a hospital, each message with an id of its own."""

    def __init__(self, facility: str) -> None:
        self._facility = facility
        self._ids = count(1)

    def message(self, trigger: str, stay: Stay, at: datetime, other: Stay | None = None) -> bytes:
        """The message about what happened `at` and is told at once; `other` is the second of a swap or a merge."""
        parties = f"{APPLICATION}|{self._facility}|HOMEWARD|HUB"
        control = f"{trigger}{next(self._ids):09d}"
        lines = [
            f"MSH|^~\\&|{parties}|{_time(at)}|SEC|ADT^{trigger}^ADT_A01|{control}|P|2.4|||AL|NE|GBR|UNICODE UTF-8",
            segment("EVN", f1=trigger, f2=_time(at), f4="07", f5="70001^Tarn^Robin^^^^^^LOCAL", f6=_time(at)),
            *_person(stay.person),
        ]
        if other and trigger in _MERGES:
            merged = other.person
            lines.append(segment("MRG", f1=f"{merged.hospital_number}^^^{self._facility}^MR", f5=merged.visit_number))
        if trigger not in _NO_VISIT:
            lines += _visit(trigger, stay)
        if other and trigger == "A17":
            lines += [*_person(other.person), *_visit(trigger, other)]
        return "".join(f"{line}\r" for line in [*lines, *_besides(stay, at)]).encode()


def every_trigger(facility: str, wanted: int, at: datetime, chance: Random) -> Iterator[bytes]:
    """So many messages of different people, every trigger in turn, and one that is only kept."""
    writer, triggers = Writer(facility), [*sorted(APPLIED), "A60"]
    for number in range(wanted):
        stay, other = (_some_stay(2 * number + each, at, chance) for each in range(2))
        yield writer.message(triggers[number % len(triggers)], stay, at, other)


def _some_stay(number: int, at: datetime, chance: Random) -> Stay:
    here, there = (Bed(f"W{chance.randint(1, 24):02d}", f"B{chance.randint(1, 30):02d}") for _ in range(2))
    day = at.date()
    return Stay(
        person=person(3, number), bed=here, admitted_at=at, prior=there, pending=there, left_at=at,
        leaves_on=chance.choice((None, day)), fit_since=chance.choice((None, day)),
    )  # fmt: skip


def _person(one: Person) -> list[str]:
    # Two ways of tagging that real senders have; which of them follows from the person, so that it never changes.
    nhs = ("NHS^NH", "NHSNBR^NHSNMBR")[one.number % 2]
    home = f"{one.street}^^{one.town}^^{one.postcode}^GBR^H"
    return [
        segment(
            "PID", f1="1", f3=f"{one.hospital_number}^^^ZZ9^MR~{one.nhs_number}^^^{nhs}~{one.visit_number}^^^ZZ9^AN",
            f5=f"{one.family}^{one.given}^^^{one.prefix}^^L~{one.family}^{one.given[0]}^^^^^N",
            f7=f"{one.birth_date:%Y%m%d}", f8=one.sex, f10="A^White - British^NHS", f11=f"{home}~{home[:-1]}BA",
            f13=f"{one.phone}^PRN^PH~{one.number:06d}@example.invalid^NET^Internet", f14="01632 960111^WPN^PH",
            f15="en^English", f16="W^Widowed", f17="C2^Not said", f18=one.visit_number, f22="A", f30="N",
        ),
        segment("PD1", f3="BECK SURGERY^^ZZ123", f4="G0000099^Ghyll^Rowan^^^Dr^^^GMC^ZZ123", f7="N", f12="N"),
        segment("NK1", f1="1", f2=f"{one.family}^Alex^^^Mx", f3="CHILD^Daughter or son", f4=home, f5=one.phone,
                f7="N^Next of kin"),
        segment("NK1", f1="2", f2="Moor^Kit", f3="NBOR^Neighbour", f5="01632 960222^PRN", f7="C^Holds the key"),
    ]  # fmt: skip


def _visit(trigger: str, stay: Stay) -> list[str]:
    left = stay.left_at if trigger == "A03" else None
    expected = _time(stay.admitted_at) if trigger in {"A05", "A14"} else ""
    back = _time(stay.admitted_at) if trigger in {"A21", "A53"} else ""
    return [
        segment(
            "PV1", f1="1", f2="I", f3=_place(stay.bed), f4="21^Emergency^ADMETH",
            f6=_place(stay.prior) if trigger in {"A02", "A12"} else "", f7=_DOCTOR, f8=_DOCTOR,
            f9="C0000025^Plover^Jay^^^Mr^^^GMC", f10="300^General medicine^SPEC", f14="19^Usual place^ADMSRC",
            f17=_DOCTOR, f18="NHS", f19=stay.person.visit_number, f36="1" if left else "", f37="19" if left else "",
            f42=_place(stay.pending) if trigger == "A15" else "", f44=_time(stay.admitted_at), f45=_time(left),
        ),
        segment("PV2", f3="^Chest infection\\T\\fall", f8=expected, f9=_day(stay.leaves_on), f12="A",
                f38="N", f47=back),
    ]  # fmt: skip


def _besides(stay: Stay, at: datetime) -> list[str]:
    fit = stay.fit_since
    return [
        *(
            segment("OBX", f1=str(n), f2="ST", f3=f"{code}^{code.title()}^LOCAL", f5=value, f6=unit, f11="F",
                    f14=_time(at), f16="70001^Tarn^Robin^^^^^^LOCAL")
            for n, (code, value, unit) in enumerate(_OBSERVATIONS, 1)
        ),
        segment("AL1", f1="1", f2="DA^Drug", f3="NKDA^No known drug allergy"),
        segment("DG1", f1="1", f2="ICD10", f3="J22^Lower respiratory infection", f5=_time(stay.admitted_at), f6="A"),
        segment("ZU1", f1=stay.person.visit_number, f4="300", f9="N", f22="Y" if fit else "",
                f24=_day(fit)),
        segment("ZPD", f1="N", f2="Letters in large print", f3="Y", f4="Hearing aid, left"),
    ]  # fmt: skip


def _place(bed: Bed | None) -> str:
    return f"{bed.ward}^Bay {bed.label[-1]}^{bed.label}^ZZ901^^BED^MAIN" if bed else ""


def _time(at: datetime | None) -> str:
    if at is None:
        return ""
    local = at.astimezone(LOCAL)
    return f"{local:%Y%m%d%H%M%S}.{local.microsecond // 1000:03d}{local:%z}"


def _day(day: date | None) -> str:
    return f"{day:%Y%m%d}" if day else ""
