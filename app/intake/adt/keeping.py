"""Keep what a message says of its person, and record that it changed."""

from dataclasses import replace

from app.domain.person import RecordDetails
from app.domain.values import PersonId, stream
from app.intake.adt.dying import said_to_have_died
from app.intake.adt.placed import Task
from app.intake.settings import Trusted
from app.people.details import Details
from app.people.record import record_key
from app.people.registry import keep


async def keep_person(task: Task, person: PersonId | None) -> PersonId:
    """Whose details were kept: somebody new, where nobody is named. A feed not trusted with details adds numbers."""
    told = task.details if person is None or task.trusts(Trusted.DETAILS) else _numbers_only(task.details)
    told = replace(told, lives=said_to_have_died(task) is False)
    record = task.turn.memo.pop(record_key(person), None) if person else None
    kept = await keep(task.turn.connection, task.turn.system, person, told, task.message.told_at, record)
    if person is None:
        task.turn.begin(stream("person", kept.person))
    await task.decide(RecordDetails(person_id=kept.person, changed=kept.changed, at=task.at, **task.said))
    return kept.person


def _numbers_only(details: Details) -> Details:
    return replace(
        Details(), hospital_numbers=details.hospital_numbers, nhs_number=details.nhs_number,
        nhs_number_checked=details.nhs_number_checked,
    )  # fmt: skip
