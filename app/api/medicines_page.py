"""What a case's page shows of the medicines that were changed."""

from datetime import datetime

from pydantic import BaseModel

from app.api.telling import who
from app.domain.case.medicines import MedicinesTold, medicines_of_stay
from app.domain.case.state import Case
from app.domain.codes.medicine_changes import MedicineChange
from app.events.overwriting import part_version
from app.events.stream import Past
from app.views.phrases import Names


class ChangedMedicinePart(BaseModel):
    """One medicine, as it was told."""

    how: MedicineChange
    medicine: str
    why: str


class MedicinesPart(BaseModel):
    """What was told last; send `etag` as If-Match to put it right.

    `of_this_stay`: it was told of the stay that the case follows now. An earlier one's is not on the person's page.
    """

    changes: list[ChangedMedicinePart]
    of_this_stay: bool
    by: str
    role: str | None
    at: datetime
    recorded_at: datetime
    etag: str


def medicines_part(case: Case, past: Past, names: Names) -> MedicinesPart | None:
    """The medicines of a case and its stream; None as long as nobody told them."""
    told = next((each for each in reversed(past.events) if isinstance(each.event, MedicinesTold)), None)
    if told is None:
        return None
    return MedicinesPart(
        changes=[
            ChangedMedicinePart(how=each.how, medicine=each.medicine, why=each.why) for each in told.event.changes
        ],
        of_this_stay=medicines_of_stay(case) is not None,
        by=who(told.by, names),
        role=told.by.role,
        at=told.at,
        recorded_at=told.recorded_at,
        etag=f'"{part_version(past.events, MedicinesTold)}"',
    )
