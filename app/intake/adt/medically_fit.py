"""Whether the hospital calls the person medically fit (ZU1-22) and since when (ZU1-24), where a feed sends it."""

from dataclasses import dataclass
from datetime import date

from app.intake.adt.doubts import Doubts
from app.intake.adt.message import Group, Repetition
from app.intake.adt.timestamps import read_date


@dataclass(frozen=True, slots=True, kw_only=True)
class MedicallyFit:
    """What the feed proposes; never the clinician's word. `fit` is None where only the date was said."""

    fit: bool | None
    since: date | None


def read_medically_fit(group: Group, doubts: Doubts) -> MedicallyFit | None:
    """What is said of it in one person's segments; None where nothing is."""
    zu1 = group.segment("ZU1")
    said = MedicallyFit(fit=_fit(zu1.first(22), doubts), since=read_date(zu1.text(24), "ZU1-24", doubts))
    return said if said != _NOTHING else None


_NOTHING = MedicallyFit(fit=None, since=None)


def _fit(said: Repetition, doubts: Doubts) -> bool | None:
    match said.text().upper():
        case "Y" | "YES" | "1" | "TRUE":
            return True
        case "N" | "NO" | "0" | "FALSE":
            return False
        case "":
            return False if said.is_null else None
        case _:
            doubts.note("bad-medically-fit", "ZU1-22 says neither that the person is medically fit nor that not.")
            return None
