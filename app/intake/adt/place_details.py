"""Details of a person (A08, A28, A31), and what such a message says of their stay if it names or has one."""

from app.domain.codes.patient_classes import NOT_IN_A_BED
from app.domain.values import PersonId
from app.intake.adt.decision import OpensStay
from app.intake.adt.dying import place_death
from app.intake.adt.keeping import keep_person
from app.intake.adt.outcome import Outcome, Waits
from app.intake.adt.place_stay import apply_to_stay, check_whose, place_stay
from app.intake.adt.placed import Task
from app.intake.adt.stays import Stay, numbered_stay


async def place_details(task: Task) -> Outcome:
    """Nobody is registered for their details alone: they are kept of those who are, or were, in hospital."""
    visit = task.subject.visit
    if isinstance(task.decision, OpensStay):
        return await place_stay(task)
    if visit and visit.number:
        known = await numbered_stay(task.turn, task.sender, visit.number)
        if known and not known.admitted:
            return await _not_here_yet(task, known)
        if known or (task.trigger == "A08" and visit.patient_class not in NOT_IN_A_BED):
            return await place_stay(task)
    match = await task.match()
    if match.person is None:
        return task.unknown_person()
    stay = None if visit and visit.number else await _only_stay(task, match.person)
    if stay:
        return await apply_to_stay(task, stay, match.person, opens=False)
    await keep_person(task, match.person)
    await place_death(task, match.person, None)
    return Outcome(state="applied", person=match.person)


async def _not_here_yet(task: Task, stay: Stay) -> Outcome:
    """Of somebody who is expected only the details count now."""
    match = await task.match()
    await check_whose(task, stay, match)
    person = await keep_person(task, stay.person)
    await place_death(task, person, None)
    return Outcome(
        state="recorded",
        code="not-here-yet",
        words=_NOT_HERE,
        waits_for=task.waits_for,
        spell=stay.spell,
        person=person,
    )


async def _only_stay(task: Task, person: PersonId) -> Stay | None:
    """The person's one open stay; of somebody who is in hospital twice the message changes the details alone."""
    try:
        return await task.stay(person, None)
    except Waits:
        return None


_NOT_HERE = "The person is expected: their details are kept, and the rest is looked at again when they have come."
