"""Somebody is to come (A05, A14), or not after all (A38, A27): nobody is in a bed, and no case follows."""

from app.domain.spell import CancelExpectedAdmission, ExpectAdmission
from app.domain.values import WardId
from app.intake.adt.keeping import keep_person
from app.intake.adt.outcome import Outcome, Waits
from app.intake.adt.person import has_joining_number
from app.intake.adt.place_stay import check_whose
from app.intake.adt.placed import Task
from app.intake.adt.stays import Stay, bed_of, new_stay, numbered_stay, ward_of
from app.intake.adt.waits_for import for_visit


async def place_expected(task: Task) -> Outcome:
    """Record that the person is expected on a ward; without a visit number it could never be found again."""
    visit = task.subject.visit
    if visit is None or not visit.number:
        return Outcome(state="recorded", code="no-visit-number", words=_NO_NUMBER)
    stay = await numbered_stay(task.turn, task.sender, visit.number)
    if task.trigger in {"A38", "A27"}:
        return await _cancel(task, stay, visit.number)
    match = await task.match()
    if stay is None and not has_joining_number(task.details):
        raise Waits("no-usable-number", "The person has no number to find them again by.")
    if stay:
        await check_whose(task, stay, match)
    person = await keep_person(task, match.person or (stay.person if stay else None))
    stay = stay or await new_stay(task.turn, task.sender, visit, person)
    at = visit.expected_admission or visit.admitted_at
    place = visit.place
    ward = await _ward(task)
    expecting = ExpectAdmission(
        spell_id=stay.spell,
        person_id=stay.person,
        ward_id=ward,
        bed=bed_of(place) if ward and place else "",
        at=at.at if at else task.at,
        **task.said,
    )
    await task.decide(expecting)
    return Outcome(state="applied", spell=stay.spell, person=person)


async def _cancel(task: Task, stay: Stay | None, number: str) -> Outcome:
    if stay is None:
        return Outcome(state="recorded", code="unknown-visit", words=_UNKNOWN, waits_for=for_visit(number))
    await check_whose(task, stay, await task.match())
    await task.decide(CancelExpectedAdmission(spell_id=stay.spell, at=task.at, **task.said))
    return Outcome(state="applied", spell=stay.spell, person=stay.person)


async def _ward(task: Task) -> WardId | None:
    place = task.subject.visit.place if task.subject.visit else None
    if place is None or not place.ward:
        return None
    try:
        return await ward_of(task.turn, task.sender, place)
    except Waits:
        return None  # where somebody is to come to may change until they come


_NO_NUMBER = "An expected admission without a visit number could not be found again, so it is not shown."
_UNKNOWN = "Nobody is expected by this visit number, so there is nothing to cancel."
