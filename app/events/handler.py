"""Handle a command: the only place that commits events."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from time import perf_counter
from typing import Any
from uuid import UUID

import asyncpg
import structlog

from app import correlation, tracing
from app.database import Database
from app.domain.case import Case
from app.domain.case.holding.asking import AskHolders
from app.domain.case.holding.of_stay import causes_of
from app.domain.case.referral import AlreadyHasLiveCase
from app.domain.case.tasks.following import PLANS
from app.domain.case.tasks.planning import PlanTasks
from app.domain.consequences import Standing, consequences, settling, standing
from app.domain.decider import Command, Recorded
from app.domain.feed import SenderTaken
from app.domain.rejections import Rejection
from app.domain.spell import ReverseEnd, Spell
from app.domain.values import SpellId, SystemId, key_of
from app.events import taking
from app.events.case_of import case_of_spell
from app.events.deciders import decider_of
from app.events.dying import follow_death
from app.events.escalation.silencing import silence
from app.events.escalation.speaking_again import speak_again
from app.events.following import followers
from app.events.hints import Hints
from app.events.log import Turn
from app.events.needs import needs
from app.events.overwriting import IfMatch, MatchFailed, MatchRequired, check_overwriting, version_filled
from app.events.readmission import follow_after_case, follow_after_stay
from app.events.stream import Past
from app.events.task_facts import of_stay
from app.measuring import TURN_TOOK
from app.tally import TALLY

log = structlog.get_logger()

_REFUSED_BY_INDEX: dict[str, type[Rejection]] = {
    "one_live_case_per_person": AlreadyHasLiveCase,
    "one_feed_per_sender": SenderTaken,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """What came of a command: the stream's version, the system's position, and how many events were recorded now."""

    id: UUID
    version: int
    position: int
    recorded: int
    etag: str

    @classmethod
    def of(cls, command: Command, past: Past, position: int, recorded: Sequence[Recorded[Any]]) -> "Receipt":
        """The receipt for one command on one stream; a repeat has recorded nothing and shows where it stands.

        `etag` is what If-Match must hold to change the same again: of the part, where the command fills one.
        """
        return cls(
            id=key_of(past.stream),
            version=len(past.events),
            position=past.events[-1].position if past.events else position,
            recorded=len(recorded),
            etag=f'"{version_filled(command, past.events)}"',
        )


async def handle(
    database: Database, hints: Hints, system: SystemId, command: Command, if_match: IfMatch = None
) -> Receipt:
    """Take the system's turn: lock, read, decide, record, write rows, commit; then tell.

    Raises a Rejection when the rules refuse, Unavailable when the turn is not to be had now.
    """
    async with taken(database, hints, system) as turn:
        return await decide_in(turn, command, if_match)


@asynccontextmanager
async def taken(
    database: Database, hints: Hints, system: SystemId, *, even_archived: bool = False
) -> AsyncIterator[Turn]:
    """A turn for several commands on several streams: all of them happen, or none."""
    asked, outcome = perf_counter(), "undone"
    try:
        with correlation.ensured(), tracing.span("turn"):
            async with taking.turn(database, system, even_archived=even_archived) as turn:
                yield turn
        outcome = "recorded" if turn.has_recorded else "nothing"
    except asyncpg.UniqueViolationError as error:
        refused = _REFUSED_BY_INDEX.get(error.constraint_name or "")
        if refused is None:
            raise
        raise refused from error
    finally:
        TURN_TOOK[outcome].observe(perf_counter() - asked)
    if turn.has_recorded:
        hints.tell(system)


async def decide_in(turn: Turn, command: Command, if_match: IfMatch = None) -> Receipt:
    """Decide one command inside a turn, and whatever follows from it for the person's case."""
    try:
        with tracing.span("decide", command=type(command).__name__):
            receipt = await _decided(turn, command, if_match)
    except (Rejection, MatchFailed, MatchRequired):
        TALLY.decided(type(command).__name__, "refused")
        raise
    TALLY.decided(type(command).__name__, "recorded" if receipt.recorded else "repeated")
    return receipt


async def _decided(turn: Turn, command: Command, if_match: IfMatch) -> Receipt:
    past = await turn.read(command.stream)
    before = past.state
    facts = await needs(command, turn, past)
    events = decider_of(command.stream).decide(command, before, facts)
    if events:
        check_overwriting(command, past.events, if_match)
    recorded = await turn.append(past, events, command)
    settled = settling(command, facts) if recorded else None
    if settled:
        await decide_in(turn, settled)
    for following in followers(recorded):
        await decide_in(turn, following)
    if recorded and isinstance(before, Spell):
        await _tell_the_case(turn, command, before, past.state)
        await follow_after_stay(turn, command, before, past.state, decide_in)
        await _ask_the_holders(turn, command, before, past.state)
        await _move_its_tasks(turn, command, before, past.state)
    if recorded and isinstance(before, Case):
        await follow_after_case(turn, command, before, past.state, decide_in)
    if recorded:
        await silence(turn, command, past.state, recorded, decide_in)
        await speak_again(turn, command, before, past.state, recorded, decide_in)
        await follow_death(turn, command, before, past.state, recorded, decide_in)
    return Receipt.of(command, past, turn.head, recorded)


async def _tell_the_case(turn: Turn, command: Command, before: Spell, after: Spell) -> None:
    stood, stands = standing(before), standing(after)
    left: dict[str, Any] = {"left_at": after.left_bed_at, "how": after.way_out}
    if (stood, before.left_bed_at, before.way_out) == (stands, *left.values()) or stood is Standing.NOT_HERE_YET:
        return
    case = await case_of_spell(turn, SpellId(key_of(command.stream)))
    if case is None:
        return
    said: dict[str, Any] = {"by": command.by, "at": command.at, "told_at": command.told_at}
    if isinstance(command, ReverseEnd):
        said |= {"reason": command.reason, "words": command.words}
    try:
        for following in consequences(stood, stands, case, **left, **said):
            await decide_in(turn, following)
    except Rejection as refused:
        # What happened to the stay is true whatever the case can make of it; refused before anything was added.
        log.warning("case_could_not_follow", case=str(case.case_id), code=refused.code())


async def _ask_the_holders(turn: Turn, command: Command, before: Spell, after: Spell) -> None:
    for cause in causes_of(before, after):
        case = await case_of_spell(turn, SpellId(key_of(command.stream)))
        if case and case.outcome is None:
            asking = AskHolders(
                case_id=case.case_id, cause=cause, by=command.by, at=command.at, told_at=command.told_at
            )
            await decide_in(turn, asking)


async def _move_its_tasks(turn: Turn, command: Command, before: Spell, after: Spell) -> None:
    """Tasks are due from what the stay says too: when it began, when it should end, since when they are ready."""
    if of_stay(before) == of_stay(after) or standing(before) is Standing.NOT_HERE_YET:
        return  # nobody has a case before they are here
    case = await case_of_spell(turn, SpellId(key_of(command.stream)))
    if case and case.outcome is None:
        await decide_in(turn, PlanTasks(case_id=case.case_id, by=PLANS, at=command.at))
