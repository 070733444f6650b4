"""A death that the feed tells of: it ends the stay and the case, and can be taken back.

Most senders write *not dead* on every message, so only that somebody said to be dead (PID-29, PID-30) lives is news;
who is back in the bed they died in (A13) lives too.
"""

from datetime import datetime
from typing import Any

from app.domain.case import Case, CloseCase, ReopenCase
from app.domain.case.outcome import Outcome as CaseOutcome
from app.domain.case.state import Ended as CaseEnded
from app.domain.codes.ways_out import WayOut
from app.domain.consequences import CaseOfSpell, Standing, consequences, standing
from app.domain.person import Person, RecordDeath, ReverseDeath
from app.domain.spell import EndSpell, ReverseEnd, Spell
from app.domain.spell.ending import ToldAs
from app.domain.values import CaseId, PersonId, SpellId, stream
from app.intake.adt.placed import Task
from app.intake.adt.stay_commands import past
from app.intake.adt.stays import Stay
from app.intake.adt.triggers import About, about
from app.intake.living import let_live
from app.intake.settings import Trusted


async def place_death(task: Task, person: PersonId, stay: Stay | None) -> None:
    """Record the death or that it was none, for the person, the stay they are in, and their case."""
    is_news = await tell_death(task, person, stay)
    await let_case_follow(task, person, stay, is_news=is_news)


async def tell_death(task: Task, person: PersonId, stay: Stay | None) -> bool:
    """Record it of the person and their stay; whether it was news of the person."""
    died = said_to_have_died(task)
    if died is None:
        return False
    return await (_dies if died else _lives)(task, person, stay)


def said_to_have_died(task: Task) -> bool | None:
    """Whether the person died, as the message says; None where it says neither, or it is not taken from there."""
    if not task.trusts(Trusted.DEATH) or about(task.trigger) not in {About.STAY, About.DETAILS}:
        return None
    died = task.subject.patient.died
    return False if died is None and task.trigger == "A13" and task.trusts(Trusted.LEAVING) else died


async def _dies(task: Task, person: PersonId, stay: Stay | None) -> bool:
    said = task.subject.patient.died_at
    at, told_as = past(task.message, said, latest=True), ToldAs.DEATH if said else ToldAs.UNTIMED_DEATH
    news = await task.decide(RecordDeath(person_id=person, time_told=said is not None, at=at, **task.said))
    if stay and (await _spell(task, stay.spell)).admission:
        await task.decide(EndSpell(spell_id=stay.spell, how=WayOut.DIED, told_as=told_as, at=at, **task.said))
    if news.recorded:
        await let_live(task.turn, person, task.by)
    return bool(news.recorded)


async def _lives(task: Task, person: PersonId, stay: Stay | None) -> bool:
    if not (await _person(task, person)).deaths:
        return False
    news = await task.decide(ReverseDeath(person_id=person, at=task.at, **task.said))
    spell = stay.spell if stay else await _ended_in_death(task, person)
    if spell and task.trigger not in {"A03", "A13"}:
        await task.decide(ReverseEnd(spell_id=spell, of_death=True, at=task.at, **task.said))
    return bool(news.recorded)


async def _ended_in_death(task: Task, person: PersonId) -> SpellId | None:
    """The latest stay that the person's death ended: news of a person alone names none."""
    found = await task.turn.connection.fetchval(_DIED, task.turn.system, person)
    return SpellId(found) if found else None


async def let_case_follow(task: Task, person: PersonId, stay: Stay | None, *, is_news: bool) -> None:
    """Where death and stay leave the case: closed by the death, whatever the stay made of it, or as the stay stands.

    What people did with the case meanwhile is left alone.
    """
    if not task.trusts(Trusted.DEATH):
        return
    state = await _person(task, person)
    if not state.deaths:
        return
    found = await task.turn.connection.fetchval(_LATEST, task.turn.system, person)
    if found is None:
        return
    past = await task.turn.read(stream("case", CaseId(found)))
    case: Case = past.state
    outcome = case.stage.outcome if isinstance(case.stage, CaseEnded) else None
    if state.died_at and (is_news or past.events[-1].position > task.turn.old_head):
        await _close(task, CaseId(found), outcome, state.died_at, cancelled_now=_is_of(case, stay))
    elif state.died_at is None and is_news and outcome is CaseOutcome.DIED and case.spell_id:
        await _go_on(task, CaseId(found), case.spell_id)


def _is_of(case: Case, stay: Stay | None) -> bool:
    return bool(stay and case.spell_id == stay.spell)


async def _close(task: Task, case: CaseId, outcome: CaseOutcome | None, at: datetime, *, cancelled_now: bool) -> None:
    common: dict[str, Any] = {"case_id": case, "words": None, "at": at, **task.said}
    if outcome is CaseOutcome.ADMISSION_CANCELLED and cancelled_now:
        await task.decide(ReopenCase(**common))
        outcome = None
    if outcome is None:
        await task.decide(CloseCase(outcome=CaseOutcome.DIED, **common))


async def _go_on(task: Task, case: CaseId, spell: SpellId) -> None:
    stay = await _spell(task, spell)
    stands = standing(stay)
    if stands is Standing.DIED:
        return
    closed = CaseOfSpell(case_id=case, outcome=CaseOutcome.DIED)
    for following in consequences(
        Standing.DIED, stands, closed, left_at=stay.left_bed_at, how=stay.way_out, at=task.at, **task.said
    ):
        await task.decide(following)


async def _person(task: Task, person: PersonId) -> Person:
    state: Person = (await task.turn.read(stream("person", person))).state
    return state


async def _spell(task: Task, spell_id: SpellId) -> Spell:
    spell: Spell = (await task.turn.read(stream("spell", spell_id))).state
    return spell


_DIED = """
    SELECT id FROM spell_1 WHERE system_id = $1 AND person_id = $2 AND how = 'died' ORDER BY ended_at DESC LIMIT 1"""

_LATEST = """
    SELECT id FROM case_1 WHERE system_id = $1 AND person_id = $2 ORDER BY gone, position DESC LIMIT 1"""
