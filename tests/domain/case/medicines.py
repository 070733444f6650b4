"""Medicines that were changed in Ada's stay, and the telling of them."""

from app.domain.case import MedicinesTold, TellMedicines
from app.domain.case.medicines import ChangedMedicine
from app.domain.codes.medicine_changes import MedicineChange
from app.domain.values import SpellId, Words
from tests.domain.case.way import CASE_ID, SPELL
from tests.domain.given import NOON, NURSE


def changed(how: MedicineChange, medicine: str, why: str) -> ChangedMedicine:
    return ChangedMedicine(how=how, medicine=Words(medicine), why=Words(why))


STARTED = changed(MedicineChange.STARTED, "Apixaban 5 mg, one in the morning and one at night", "To stop blood clots.")
STOPPED = changed(MedicineChange.STOPPED, "Ibuprofen 400 mg", "It can make you bleed")
LESS = changed(MedicineChange.CHANGED, "Ramipril 2.5 mg once a day, not 5 mg", "Your blood pressure was low.")


def tell(*changes: ChangedMedicine) -> TellMedicines:
    return TellMedicines(case_id=CASE_ID, by=NURSE, at=NOON, changes=changes)


def medicines_told(*changes: ChangedMedicine, spell: SpellId = SPELL) -> MedicinesTold:
    return MedicinesTold(spell_id=spell, changes=changes)
