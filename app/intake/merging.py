"""Two records of one person become one: numbers, visits, stays and cases lead to the survivor from now on."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from app.domain.case import Case, GiveCase
from app.domain.case.state import Ended
from app.domain.consequences import Standing, standing
from app.domain.person import DeathReversed, Person, PersonDied, RecordDeath, RecordDetails, RetirePerson, ReverseDeath
from app.domain.rejections import NotKnown, Rejection
from app.domain.spell import GiveSpell, Spell
from app.domain.spell.state import person_of
from app.domain.values import Actor, CaseId, PersonId, SpellId, stream
from app.events.handler import decide_in
from app.events.log import Turn
from app.intake.living import let_live
from app.people.details import Details
from app.people.merging import join, records_of, survivor_of
from app.people.record import record_key
from app.people.registry import add_alias_number, find, is_kept, keep


class BothHaveLiveCases(Rejection):
    """Both of these records have a live case, and a person has one at most.

    Close one of them, then place this message again.
    """


class DiedAndInHospital(Rejection):
    """One of these records says that the person died, and the other has them in a bed.

    End that stay, or have the hospital take back the death; then place this message again.
    """


class MergeNumbersDisagree(Rejection):
    """The numbers in this merge lead to somebody else here as well. Look at whose they are before they are merged."""


async def merge(
    turn: Turn, survivor: PersonId, retired: PersonId, *, by: Actor, at: datetime, told_at: datetime | None = None
) -> None:
    """Merge the retired record into the survivor's, each at the end of its own chain of merges; one person is left.

    Two ids that lead to one person already are left alone. Raises BothHaveLiveCases, DiedAndInHospital, or NotKnown
    for somebody who was erased or never known, before anything is written.
    """
    connection, system = turn.connection, turn.system
    survivor, retired = [await survivor_of(connection, system, each) for each in (survivor, retired)]
    if survivor == retired:
        return
    if not (await is_kept(connection, system, survivor) and await is_kept(connection, system, retired)):
        raise NotKnown(what="person")
    spells, cases = await _spells(turn, retired), await _cases(turn, retired)
    _check_live(cases | await _cases(turn, survivor))
    await _check_alive(turn, {survivor: await _spells(turn, survivor), retired: spells})
    said: dict[str, Any] = {"by": by, "at": at, "told_at": told_at}
    for each in (survivor, retired):
        turn.memo.pop(record_key(each), None)
    changed = await join(connection, system, survivor, retired)
    await decide_in(turn, RetirePerson(person_id=retired, survivor_id=survivor, **said))
    await decide_in(turn, RecordDetails(person_id=survivor, changed=changed, **said))
    await _tell_of_death(turn, survivor, retired, by)
    await let_live(turn, survivor, by)
    # Merges end a chain in the order in which they are known here, not in which they were told: so these are not.
    for spell in spells:
        await decide_in(turn, GiveSpell(spell_id=spell, person_id=survivor, by=by, at=at))
    for case in cases:
        await decide_in(turn, GiveCase(case_id=case, person_id=survivor, by=by, at=at))


async def merge_told(
    turn: Turn, survivor: Details, retired: Details, *, by: Actor, at: datetime, told_at: datetime | None = None
) -> PersonId:
    """All these numbers are of one person: the one they lead to, two that become one, or somebody new.

    What is told of the survivor is kept. Whether the merge or what it tells of comes first makes no difference.
    Raises MergeNumbersDisagree where they lead to a third, and what `merge` raises.
    """
    connection, system = turn.connection, turn.system
    # A number that a ward typed in is compared by name and birth date, which a sender does not repeat for the retired.
    named = replace(
        retired, family=retired.family or survivor.family, birth_date=retired.birth_date or survivor.birth_date
    )
    into, of = await find(connection, system, survivor), await find(connection, system, named)
    goes_on, goes = into.person or of.person, of.person
    if {into.conflict, of.conflict} - {into.person, of.person, None}:
        raise MergeNumbersDisagree
    if goes_on and goes:
        await merge(turn, goes_on, goes, by=by, at=at, told_at=told_at)
    kept = await keep(connection, system, goes_on, survivor, told_at)
    changed = kept.changed | await add_alias_number(connection, system, kept.person, retired)
    await decide_in(turn, RecordDetails(person_id=kept.person, changed=changed, by=by, at=at, told_at=told_at))
    return kept.person


async def _spells(turn: Turn, person: PersonId) -> dict[SpellId, Spell]:
    """The stays that are the person's now, this turn's own gifts included."""
    found = [SpellId(each) for each in await _of(turn, _SPELLS, person)]
    folded: dict[SpellId, Spell] = {each: (await turn.read(stream("spell", each))).state for each in found}
    # A stay of which neither admission nor expectation was told yet has only a visit number, which goes by itself.
    told = {each: spell for each, spell in folded.items() if spell.admission or spell.expected}
    return {each: spell for each, spell in told.items() if person_of(spell) == person}


async def _cases(turn: Turn, person: PersonId) -> dict[CaseId, Case]:
    found = [CaseId(each) for each in await _of(turn, _CASES, person)]
    folded: dict[CaseId, Case] = {each: (await turn.read(stream("case", each))).state for each in found}
    return {each: case for each, case in folded.items() if case.person_id == person}


async def _of(turn: Turn, query: str, person: PersonId) -> list[Any]:
    records = await records_of(turn.connection, turn.system, person)
    return [row["id"] for row in await turn.connection.fetch(query, turn.system, records)]


def _check_live(cases: dict[CaseId, Case]) -> None:
    live = [str(each) for each, case in cases.items() if not isinstance(case.stage, Ended)]
    if len(live) > 1:
        raise BothHaveLiveCases(case_id=live[0], other_case_id=live[1])


async def _check_alive(turn: Turn, stays: dict[PersonId, dict[SpellId, Spell]]) -> None:
    alive = [each for each in stays if (await _person(turn, each)).died_at is None]
    here = [key for each in alive for key, spell in stays[each].items() if standing(spell) is Standing.HERE]
    if here and len(alive) < len(stays):
        raise DiedAndInHospital(spell_id=str(here[0]))


async def _person(turn: Turn, person: PersonId) -> Person:
    known: Person = (await turn.read(stream("person", person))).state
    return known


async def _tell_of_death(turn: Turn, survivor: PersonId, retired: PersonId, by: Actor) -> None:
    for said_at, at, event, _ in (await _person(turn, retired)).deaths:
        said: dict[str, Any] = {"person_id": survivor, "by": by, "at": at, "told_at": said_at}
        match event:
            case PersonDied(time_told=time_told, spell_id=spell):
                await decide_in(turn, RecordDeath(time_told=time_told, spell_id=spell, **said))
            case DeathReversed(in_passing=in_passing, spell_id=spell):
                await decide_in(turn, ReverseDeath(in_passing=in_passing, spell_id=spell, **said))


# A stay that is expected nowhere in particular has no row, only a visit number.
_SPELLS = """
    SELECT id FROM spell_1 WHERE system_id = $1 AND person_id = ANY($2::uuid[])
    UNION SELECT spell_id FROM visit WHERE system_id = $1 AND person_id = ANY($2::uuid[])"""

_CASES = "SELECT DISTINCT id FROM case_1 WHERE system_id = $1 AND person_id = ANY($2::uuid[])"
