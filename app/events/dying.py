"""A death is of a person: whoever tells it of a stay or a case, it is known of them, and ends the case that they have.

That case may follow another stay than the one they died in. Taken back, the death gives back what it had ended.
"""

from collections.abc import Awaitable, Callable, Sequence
from typing import Any

from app.domain.case import Case, CaseClosed, CaseReopened, CloseCase
from app.domain.case.arriving.death import DiedSince, HearOfDeath, HearTheyLive
from app.domain.case.arriving.taking_back import ArrivingTakenBack, Said
from app.domain.case.outcome import Outcome
from app.domain.case.state import Ended
from app.domain.case.stay.events import FollowedUp, StepTakenBack
from app.domain.codes.stay_outcomes import Found
from app.domain.codes.ways_out import WayOut
from app.domain.consequences import CaseOfSpell, Standing, consequences, standing
from app.domain.decider import Command, Recorded
from app.domain.person import Person, RecordDeath, ReverseDeath
from app.domain.spell import Spell
from app.domain.values import ActorKind, CaseId, PersonId, SpellId, key_of, stream
from app.events.log import Turn

Decide = Callable[[Turn, Command], Awaitable[Any]]


async def follow_death(
    turn: Turn, command: Command, before: object, after: object, recorded: Sequence[Recorded[Any]], decide: Decide
) -> None:
    """What staff told of a stay or a case, told of the person; and of the person, told to their case.

    A feed tells it of the person itself and of the case they have, in its own order (`app/intake/adt/dying.py`).
    """
    by_hand = command.by.kind is ActorKind.STAFF
    said: dict[str, Any] = {"by": command.by, "at": command.at, "told_at": command.told_at}
    if isinstance(before, Person) and isinstance(after, Person):
        if (before.died_at is None) is not (after.died_at is None):
            person = PersonId(key_of(command.stream))
            await _tell_those_who_ask(turn, person, after, said, decide)
            if by_hand:
                await _tell_their_case(turn, person, after, said, decide)
    elif not by_hand:
        return
    elif isinstance(before, Spell) and isinstance(after, Spell):
        await _tell_of_stay(turn, before, after, said, decide)
    elif isinstance(before, Case) and isinstance(after, Case):
        await _tell_of_case(turn, before, after, recorded, said, decide)


async def close_with_death(turn: Turn, case_id: CaseId, said: dict[str, Any], decide: Decide) -> None:
    """End a case that is live."""
    await decide(turn, CloseCase(case_id=case_id, outcome=Outcome.DIED, words=None, **said))


async def go_on_after_all(turn: Turn, case_id: CaseId, spell_id: SpellId, said: dict[str, Any], decide: Decide) -> None:
    """A case that the death had closed stands again as its stay does; one whose stay ended with it stays closed."""
    stay: Spell = (await turn.read(stream("spell", spell_id))).state
    stands = standing(stay)
    if stands is Standing.DIED:
        return
    closed = CaseOfSpell(case_id=case_id, outcome=Outcome.DIED)
    how: dict[str, Any] = {"left_at": stay.left_bed_at, "how": stay.way_out}
    for following in consequences(Standing.DIED, stands, closed, **how, **said):
        await decide(turn, following)


async def latest_case(turn: Turn, person: PersonId) -> tuple[CaseId, Case] | None:
    """The person's live case, else the one that changed last."""
    found = await turn.connection.fetchval(_LATEST, turn.system, person)
    if found is None:
        return None
    case: Case = (await turn.read(stream("case", CaseId(found)))).state
    return CaseId(found), case


async def _tell_of_stay(turn: Turn, before: Spell, after: Spell, said: dict[str, Any], decide: Decide) -> None:
    person = after.given_to or (after.admission.person_id if after.admission else None)
    died, had_died = (each.way_out is WayOut.DIED for each in (after, before))
    if person and died is not had_died:
        await _tell_of_person(turn, RecordDeath if died else ReverseDeath, person, said, decide)


async def _tell_of_case(
    turn: Turn, before: Case, after: Case, recorded: Sequence[Recorded[Any]], said: dict[str, Any], decide: Decide
) -> None:
    person = after.person_id
    if person is None:
        return
    for each in recorded:
        match each.event:
            case CaseClosed(outcome=Outcome.DIED) | DiedSince():
                await _tell_of_person(turn, RecordDeath, person, said, decide)
            case FollowedUp(found=Found.DIED) if isinstance(before.stage, Ended):
                await _tell_of_person(turn, RecordDeath, person, said | {"time_told": False}, decide)
            case event:
                if _lives(event, before) and not await _died_in_hospital(turn, person):
                    await _tell_of_person(turn, ReverseDeath, person, said, decide)


async def _tell_of_person(
    turn: Turn, news: type[RecordDeath | ReverseDeath], person: PersonId, said: dict[str, Any], decide: Decide
) -> None:
    known: Person = (await turn.read(stream("person", person))).state
    if known.known:
        await decide(turn, news(person_id=person, **said))


def _lives(event: object, before: Case) -> bool:
    """Whether this takes back that they had died. `before` is the case as it stood until then."""
    match event:
        case CaseReopened():
            return _died(before)
        case ArrivingTakenBack(what=Said.DEATH):
            return True
        case StepTakenBack(step_id=key, stay_id=stay):
            steps = before.stays[stay].all_of(FollowedUp) if stay in before.stays else []
            return any(each.step.step_id == key and each.step.found is Found.DIED for each in steps)
        case _:
            return False


async def _tell_those_who_ask(
    turn: Turn, person: PersonId, after: Person, said: dict[str, Any], decide: Decide
) -> None:
    """Services that ask how they are, of a case that is closed, ask no more; or again."""
    for row in await turn.connection.fetch(_ASKED_AFTER, turn.system, person):
        case_id = CaseId(row["case_id"])
        await decide(turn, (HearOfDeath if after.died_at else HearTheyLive)(case_id=case_id, **said))


async def _tell_their_case(turn: Turn, person: PersonId, after: Person, said: dict[str, Any], decide: Decide) -> None:
    found = await latest_case(turn, person)
    if found is None:
        return
    case_id, case = found
    if after.died_at and not isinstance(case.stage, Ended):
        await close_with_death(turn, case_id, said, decide)
    elif after.died_at is None and _died(case) and case.spell_id:
        await go_on_after_all(turn, case_id, case.spell_id, said, decide)


def _died(case: Case) -> bool:
    return isinstance(case.stage, Ended) and case.stage.outcome is Outcome.DIED


async def _died_in_hospital(turn: Turn, person: PersonId) -> bool:
    """What the ward said stands until the ward takes it back."""
    return bool(await turn.connection.fetchval(_DIED, turn.system, person))


_LATEST = """
    SELECT id FROM case_1 WHERE system_id = $1 AND person_id = $2 ORDER BY gone, position DESC LIMIT 1"""

_ASKED_AFTER = "SELECT DISTINCT case_id FROM stay_1 WHERE system_id = $1 AND person_id = $2 AND ended_at IS NOT NULL"

_DIED = "SELECT EXISTS (SELECT 1 FROM spell_1 WHERE system_id = $1 AND person_id = $2 AND how = 'died')"
