"""Which medicines were changed, in words."""

from app.domain.case.medicines import ChangedMedicine, MedicinesTold
from app.domain.codes.medicine_changes import WORDS


def say_medicines(event: MedicinesTold) -> str:
    """All of them in one line."""
    if not event.changes:
        return "No medicine was changed in hospital."
    return f"Medicines: {'; '.join(_said(each) for each in event.changes)}."


def _said(changed: ChangedMedicine) -> str:
    return f"{WORDS[changed.how].lower()} “{changed.medicine}”, because “{changed.why}”"
