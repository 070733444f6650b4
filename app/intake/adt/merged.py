"""Who or what was merged away, or moved from (MRG)."""

from dataclasses import dataclass

from app.intake.adt.doubts import Doubts
from app.intake.adt.identifiers import IN_MRG, Identifiers, read_identifiers
from app.intake.adt.message import Given, Group
from app.intake.adt.patient import Name, read_name
from app.intake.settings import FeedSettings


@dataclass(frozen=True, slots=True, kw_only=True)
class Merged:
    """One MRG: the numbers and the name that are given up for those in the PID beside it.

    `prior_visit_number` (MRG-5, else MRG-6) is what the visit was called before, `visit_number` (PV1-19) what it is
    called now.
    """

    identifiers: Identifiers
    name: Given[Name]
    account_number: str | None
    visit_number: str | None
    prior_visit_number: str | None


def read_merged(group: Group, settings: FeedSettings, doubts: Doubts) -> tuple[Merged, ...]:
    """Every MRG beside one PID, in the order sent."""
    visit_number = group.segment("PV1").text(19) or None
    return tuple(
        Merged(
            identifiers=read_identifiers(mrg, IN_MRG, settings, doubts),
            name=read_name(mrg.repetitions(7)),
            account_number=mrg.text(3) or None,
            visit_number=visit_number,
            prior_visit_number=mrg.text(5) or mrg.text(6) or None,
        )
        for mrg in group.named("MRG")
    )
