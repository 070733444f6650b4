"""Two records of one person (A40 and its older kin), and a changed number (A47): the retired number leads on."""

from app.intake.adt.merged import Merged
from app.intake.adt.outcome import Outcome
from app.intake.adt.patient import Name, Patient
from app.intake.adt.person import details_of
from app.intake.adt.placed import Task
from app.intake.adt.waits_for import for_somebody
from app.intake.merging import merge_told
from app.people.details import Details
from app.people.registry import find


async def place_merge(task: Task) -> Outcome:
    """Merge what is known here. Raises a Rejection where a person must look first, such as DiedAndInHospital."""
    if not task.subject.merged:
        return Outcome(state="recorded", code="no-retired-number", words="It does not say which record is retired.")
    outcome = Outcome(state="recorded")
    for merged in task.subject.merged:
        retired = _details(task, merged)
        if not await _concerns_us(task, retired):
            outcome = _unknown(retired, task.details)
            continue
        person = await merge_told(
            task.turn, task.details, retired, by=task.by, at=task.at, told_at=task.message.told_at
        )
        outcome = Outcome(state="applied", person=person)
    return outcome


async def _concerns_us(task: Task, retired: Details) -> bool:
    """Whether either record is known here; of people who were never in hospital nothing is kept."""
    for details in (task.details, retired):
        found = await find(task.turn.connection, task.turn.system, details)
        if found.person or found.conflict:
            return True
    return False


def _unknown(retired: Details, survivor: Details) -> Outcome:
    return Outcome(
        state="recorded",
        code="unknown-person",
        words=_UNKNOWN,
        waits_for=for_somebody(retired),
        or_waits_for=for_somebody(survivor),
    )


def _details(task: Task, merged: Merged) -> Details:
    name = merged.name if isinstance(merged.name, Name) else None
    return details_of(Patient(identifiers=merged.identifiers, name=name), task.sender.feed_id)


_UNKNOWN = "Neither record is known here, so nothing changed. It is looked at again when either is."
