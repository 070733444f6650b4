"""A record that was deleted: of a visit (A23), which voids the stay, or of a person (A29). History is kept."""

from app.domain.spell import CancelExpectedAdmission, ReverseAdmission
from app.domain.values import PersonId, SpellId
from app.intake.adt.dying import let_case_follow, tell_how_it_ended
from app.intake.adt.outcome import Outcome, Waits
from app.intake.adt.place_stay import check_whose
from app.intake.adt.placed import Task
from app.intake.adt.stays import numbered_stay
from app.views.spell import HERE


async def place_deletion(task: Task) -> Outcome:
    """Void the stay. A person deleted while they are in a bed is for a person to look at: Waits."""
    if task.trigger == "A29":
        return await _person(task)
    match = await task.match()
    visit = task.subject.visit
    if visit and visit.number:
        stay = await numbered_stay(task.turn, task.sender, visit.number)
    else:
        stay = await task.stay(match.person, visit)
    if stay is None:
        words = "The deleted visit is not known here."
        return Outcome(state="recorded", code="unknown-visit", words=words, waits_for=task.waits_for)
    await check_whose(task, stay, match)
    if await _is_expected(task, stay.spell):
        await task.decide(CancelExpectedAdmission(spell_id=stay.spell, at=task.at, **task.said))
    else:
        await task.decide(ReverseAdmission(spell_id=stay.spell, at=task.at, **task.said))
        is_news = await tell_how_it_ended(task, stay.person, stay)
        await let_case_follow(task, stay.person, stay, is_news=is_news)
    return Outcome(state="applied", spell=stay.spell, person=stay.person)


async def _person(task: Task) -> Outcome:
    match = await task.match()
    if match.person is None:
        return task.unknown_person()
    if await _is_here(task, match.person):
        raise Waits("deleted-in-hospital", "The sender deleted the record of somebody who is in hospital here.")
    for row in await task.turn.connection.fetch(_EXPECTED, task.turn.system, match.person):
        await task.decide(CancelExpectedAdmission(spell_id=SpellId(row["id"]), at=task.at, **task.said))
    return Outcome(state="applied", person=match.person)


async def _is_here(task: Task, person: PersonId) -> bool:
    return bool(await task.turn.connection.fetchval(_HERE, task.turn.system, person))


async def _is_expected(task: Task, spell: SpellId) -> bool:
    return bool(await task.turn.connection.fetchval(_IS_EXPECTED, task.turn.system, spell))


_HERE = f"SELECT EXISTS (SELECT 1 FROM spell_1 spell WHERE system_id = $1 AND person_id = $2 AND {HERE})"

_EXPECTED = "SELECT id FROM spell_1 WHERE system_id = $1 AND person_id = $2 AND NOT gone AND stage = 'expected'"

_IS_EXPECTED = (
    "SELECT EXISTS (SELECT 1 FROM spell_1 WHERE system_id = $1 AND id = $2 AND NOT gone AND stage = 'expected')"
)
