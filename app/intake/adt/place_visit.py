"""A stay that belongs to another record (A41, A44, A45), which a person confirms; and another number of it (A50)."""

from app.domain.case import GiveCase
from app.domain.case.command import CaseCommand
from app.domain.consequences import CaseOfSpell, Standing, consequences, standing
from app.domain.person import Person
from app.domain.spell import GiveSpell, Spell
from app.domain.values import CaseId, PersonId, stream
from app.events.case_of import case_of_spell
from app.intake.adt.dying import give_death
from app.intake.adt.keeping import keep_person
from app.intake.adt.outcome import Outcome, Waits
from app.intake.adt.placed import Task
from app.intake.adt.stays import Stay, number_stay, numbered_stay
from app.intake.adt.waits_for import for_visit
from app.intake.merging import BothHaveLiveCases, DiedAndInHospital


async def place_moved_visit(task: Task, *, confirmed: bool) -> Outcome:
    """Give the stay, with its live case, to the person in the PID. Raises Waits until a person has confirmed it."""
    stay = await _moved(task)
    if stay is None:
        return _unknown_visit(task)
    match = await task.match()
    if match.person == stay.person:
        return Outcome(state="applied", spell=stay.spell, person=stay.person)
    if not confirmed:
        raise Waits("visit-moved", "It says that a stay here belongs to another person. Somebody must look first.")
    person = await keep_person(task, match.person)
    await _check_alive(task, stay, person)
    await _give(task, stay, person)
    await number_stay(task.turn, task.sender, _new_number(task), Stay(stay.spell, person))
    return Outcome(state="applied", spell=stay.spell, person=person)


async def place_visit_number(task: Task) -> Outcome:
    """The stay is found by both numbers from now on. Raises Waits where each has a stay of its own."""
    stay = await _moved(task)
    if stay is None:
        return _unknown_visit(task)
    other = await numbered_stay(task.turn, task.sender, _new_number(task))
    if other and other.spell != stay.spell:
        raise Waits("two-stays", "Both visit numbers have a stay here; one of the two must be cancelled by hand.")
    await number_stay(task.turn, task.sender, _new_number(task), stay)
    return Outcome(state="applied", spell=stay.spell, person=stay.person)


async def _check_alive(task: Task, stay: Stay, person: PersonId) -> None:
    """Nobody in a bed is given to a record that says they died: one of the two is wrong."""
    known: Person = (await task.turn.read(stream("person", person))).state
    spell: Spell = (await task.turn.read(stream("spell", stay.spell))).state
    if known.died_at is not None and standing(spell) is Standing.HERE:
        raise DiedAndInHospital(spell_id=str(stay.spell))


async def _give(task: Task, stay: Stay, person: PersonId) -> None:
    connection, system = task.turn.connection, task.turn.system
    live = [CaseId(row["id"]) for row in await connection.fetch(_LIVE_CASES, system, stay.spell)]
    its = await case_of_spell(task.turn, stay.spell)
    goes_back = await _goes_back(task, stay, its) if its and its.again else []
    live = [case for case in live if not (its and its.again and its.case_id == case)]
    theirs = await connection.fetchval(_LIVE_CASE_OF, system, person)
    if live and theirs:
        raise BothHaveLiveCases(case_id=str(live[0]), other_case_id=str(theirs))
    task.turn.memo.clear()
    await connection.execute(_GIVE_VISIT, system, stay.spell, person)
    await task.decide(GiveSpell(spell_id=stay.spell, person_id=person, by=task.by, at=task.at))
    for command in goes_back:
        await task.decide(command)
    for case in live:
        await task.decide(GiveCase(case_id=case, person_id=person, by=task.by, at=task.at))
    await give_death(task, stay, person)


async def _goes_back(task: Task, stay: Stay, its: CaseOfSpell) -> list[CaseCommand]:
    """A case that had followed its person there from an earlier stay is theirs: to them this one never was."""
    spell: Spell = (await task.turn.read(stream("spell", stay.spell))).state
    return consequences(standing(spell), Standing.CANCELLED, its, at=task.at, **task.said)


async def _moved(task: Task) -> Stay | None:
    numbers = [merged.prior_visit_number for merged in task.subject.merged]
    for number in (*numbers, _new_number(task)):
        stay = await numbered_stay(task.turn, task.sender, number)
        if stay:
            return stay
    return None


def _new_number(task: Task) -> str | None:
    return task.subject.visit.number if task.subject.visit else None


def _unknown_visit(task: Task) -> Outcome:
    prior = next((merged.prior_visit_number for merged in task.subject.merged if merged.prior_visit_number), None)
    waits_for = for_visit(prior or _new_number(task))
    return Outcome(state="recorded", code="unknown-visit", words=_UNKNOWN, waits_for=waits_for)


_UNKNOWN = "The stay it is about is not known here, so nothing changed. It is looked at again when that is told."

_LIVE_CASES = "SELECT id FROM case_1 WHERE system_id = $1 AND spell_id = $2 AND NOT gone"

_LIVE_CASE_OF = "SELECT id FROM case_1 WHERE system_id = $1 AND person_id = $2 AND NOT gone"

_GIVE_VISIT = "UPDATE visit SET person_id = $3 WHERE system_id = $1 AND spell_id = $2"
