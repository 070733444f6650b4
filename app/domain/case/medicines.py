"""Which medicines were started, changed or stopped in hospital, and why: told by who discharges, read by the person.

They are told of one stay in hospital; told again, they take the place of what was told before. An empty list says that
none was changed.

Source: NICE guideline NG5, Medicines optimisation, 1.2 (started, stopped, changed, and the reason).
"""

from dataclasses import dataclass

from app.domain.case.command import CaseCommand
from app.domain.case.leaving import CaseIsClosed
from app.domain.case.state import Case, Ended
from app.domain.codes.medicine_changes import MedicineChange
from app.domain.values import SpellId, Words


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangedMedicine:
    """One medicine, with its dose and how it is taken, in words that the person reads; `why` in plain words."""

    how: MedicineChange
    medicine: Words
    why: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class MedicinesTold:
    """Every medicine that was changed in this stay in hospital; none where nothing was."""

    spell_id: SpellId
    changes: tuple[ChangedMedicine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TellMedicines(CaseCommand):
    """Say which medicines were changed, all of them, or put right what was said before."""

    changes: tuple[ChangedMedicine, ...]


def tell_medicines(command: TellMedicines, case: Case) -> list[MedicinesTold]:
    """What stands is told once; of a later stay it is told anew, also where it is the same."""
    standing = medicines_of_stay(case)
    if standing and standing.changes == command.changes:
        return []
    if isinstance(case.stage, Ended):
        raise CaseIsClosed
    assert case.spell_id, "a case that the hub knows of follows a stay"
    return [MedicinesTold(spell_id=case.spell_id, changes=command.changes)]


def medicines_of_stay(case: Case) -> MedicinesTold | None:
    """What was told of the stay that the case follows now; None where nobody has."""
    told = case.medicines
    return told if told and told.spell_id == case.spell_id else None
