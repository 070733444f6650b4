"""Keep what a message says of its person, and record that it changed."""

from dataclasses import replace

from app.domain.person import Detail, RecordDetails
from app.domain.values import PersonId, stream
from app.events.together import Part
from app.intake.adt.dying import said_to_have_died
from app.intake.adt.placed import Task
from app.intake.settings import Trusted
from app.people.details import Details
from app.people.record import NOTHING, change, details_in, record_key
from app.people.registry import Kept, keep, new_numbers
from app.people.telling import News, news


async def keep_person(task: Task, person: PersonId | None) -> PersonId:
    """Whose details were kept: somebody new, where nobody is named. A feed not trusted with details adds numbers."""
    told = task.details if person is None or task.trusts(Trusted.DETAILS) else _numbers_only(task.details)
    told = replace(told, lives=said_to_have_died(task) is False)
    record = task.turn.memo.pop(record_key(person), None) if person else None
    if person and record and not new_numbers(record, told):
        kept = Kept(person, _correct(task, person, news(record, told, task.message.told_at)))
    else:
        kept = await keep(task.turn.connection, task.turn.system, person, told, task.message.told_at, record)
    if person is None:
        task.turn.begin(stream("person", kept.person))
    await task.decide(RecordDetails(person_id=kept.person, changed=kept.changed, at=task.at, **task.said))
    return kept.person


def _correct(task: Task, person: PersonId, said: News) -> frozenset[Detail]:
    """Nothing has to be asked for it, so it is written when the turn ends, with the rest."""
    if said != NOTHING:
        task.turn.also(Part(*change(person, said)))
    return details_in(said)


def _numbers_only(details: Details) -> Details:
    return replace(
        Details(), hospital_numbers=details.hospital_numbers, nhs_number=details.nhs_number,
        nhs_number_checked=details.nhs_number_checked,
    )  # fmt: skip
