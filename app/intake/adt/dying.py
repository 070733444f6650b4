"""A death that the feed tells of: it ends the stay and the case, and can be taken back.

Most senders write *not dead* on every message, so only that somebody said to be dead (PID-29, PID-30) lives is news:
not of a death that staff recorded, as the sender may not have heard, and not of one that a stay ended with (PV1-36),
which many say there alone. Who is back in the bed they died in (A13) lives.
"""

from datetime import datetime
from typing import Any

from app.domain.case import Case, ReopenCase
from app.domain.case.outcome import Outcome as CaseOutcome
from app.domain.case.state import Ended as CaseEnded
from app.domain.codes.ways_out import WayOut
from app.domain.person import Person, RecordDeath, ReverseDeath
from app.domain.spell import EndSpell, ReverseEnd, Spell
from app.domain.spell.ending import ToldAs
from app.domain.values import CaseId, PersonId, SpellId, stream
from app.events.dying import close_with_death, go_on_after_all, latest_case
from app.events.handler import decide_in
from app.intake.adt.placed import Task
from app.intake.adt.stay_commands import left_at, past, way_out
from app.intake.adt.stays import Stay
from app.intake.adt.triggers import About, about
from app.intake.living import let_live
from app.intake.settings import Trusted


async def place_death(task: Task, person: PersonId, stay: Stay | None) -> None:
    """Record the death or that it was none, for the person, the stay they are in, and their case."""
    is_news = await tell_death(task, person, stay)
    await let_case_follow(task, person, stay, is_news=is_news)


async def tell_how_it_ended(task: Task, person: PersonId, stay: Stay) -> bool:
    """That their stay ended in death is their death, also where the message does not say so of them (PID-30).

    Told of the very same stay later, another end or that it never began takes back what the first had said. Whether it
    was news of the person.
    """
    trusted = task.trusts(Trusted.DEATH) and task.trusts(Trusted.LEAVING)
    if not trusted or task.trigger not in {"A03", "A11", "A23"} or task.subject.patient.died:
        return False
    of_stay: dict[str, Any] = {"person_id": person, "spell_id": stay.spell, **task.said}
    if task.trigger == "A03" and way_out(task.message, task.subject) is WayOut.DIED:
        news = await task.decide(RecordDeath(at=left_at(task.message, task.subject), **of_stay))
    elif (await _person(task, person)).deaths:
        news = await task.decide(ReverseDeath(at=task.at, **of_stay))
    else:
        return False
    return bool(news.recorded)


async def give_death(task: Task, stay: Stay, person: PersonId) -> None:
    """A stay that ended in death, and turns out to be another person's, was the death of that person."""
    spell = await _spell(task, stay.spell)
    if spell.way_out is not WayOut.DIED or not task.trusts(Trusted.DEATH):
        return
    of_stay: dict[str, Any] = {"spell_id": stay.spell, "at": spell.left_bed_at, **task.said}
    for news in (ReverseDeath(person_id=stay.person, **of_stay), RecordDeath(person_id=person, **of_stay)):
        told = await task.decide(news)
        await let_case_follow(task, news.person_id, stay, is_news=bool(told.recorded))


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
    in_passing = task.trigger != "A13"
    news = await task.decide(ReverseDeath(person_id=person, in_passing=in_passing, at=task.at, **task.said))
    if (await _person(task, person)).died_at:
        return bool(news.recorded)
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
    found = await latest_case(task.turn, person) if state.deaths else None
    if found is None:
        return
    case_id, case = found
    past = await task.turn.read(stream("case", case_id))
    outcome = case.stage.outcome if isinstance(case.stage, CaseEnded) else None
    if state.died_at and (is_news or past.events[-1].position > task.turn.old_head):
        await _close(task, case_id, outcome, state.died_at, cancelled_now=_is_of(case, stay))
    elif state.died_at is None and is_news and outcome is CaseOutcome.DIED and case.spell_id:
        await go_on_after_all(task.turn, case_id, case.spell_id, {"at": task.at, **task.said}, decide_in)


def _is_of(case: Case, stay: Stay | None) -> bool:
    return bool(stay and case.spell_id == stay.spell)


async def _close(task: Task, case: CaseId, outcome: CaseOutcome | None, at: datetime, *, cancelled_now: bool) -> None:
    said: dict[str, Any] = {"at": at, **task.said}
    if outcome is CaseOutcome.ADMISSION_CANCELLED and cancelled_now:
        await task.decide(ReopenCase(case_id=case, words=None, **said))
        outcome = None
    if outcome is None:
        await close_with_death(task.turn, case, said, decide_in)


async def _person(task: Task, person: PersonId) -> Person:
    state: Person = (await task.turn.read(stream("person", person))).state
    return state


async def _spell(task: Task, spell_id: SpellId) -> Spell:
    spell: Spell = (await task.turn.read(stream("spell", spell_id))).state
    return spell


_DIED = """
    SELECT id FROM spell_1 WHERE system_id = $1 AND person_id = $2 AND how = 'died' ORDER BY ended_at DESC LIMIT 1"""
