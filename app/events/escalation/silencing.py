"""A death silences every message in its own turn: nobody has to act for them any more, whatever was escalated."""

from collections.abc import Awaitable, Callable, Sequence
from typing import Any
from uuid import UUID

from app.domain.case import Case, CaseClosed
from app.domain.case.outcome import Outcome
from app.domain.codes.ways_out import WayOut
from app.domain.decider import Command, Recorded
from app.domain.escalation import CLOCK, EndWithCause, Escalations, escalations_of
from app.domain.escalation.ending import EndedBecause
from app.domain.spell import Spell
from app.domain.values import key_of
from app.events.log import Turn


async def silence(
    turn: Turn,
    command: Command,
    after: object,
    recorded: Sequence[Recorded[Any]],
    decide: Callable[[Turn, Command], Awaitable[Any]],
) -> None:
    """End what is open about the stay or the case that ended with a death."""
    because = _silenced(after, recorded)
    if because is None:
        return
    subject: UUID = key_of(command.stream)
    past: Escalations = (await turn.read(escalations_of(subject))).state
    for key in past.open:
        at = max(recorded[-1].recorded_at, past.items[key].raised_at)
        await decide(turn, EndWithCause(subject=subject, by=CLOCK, at=at, escalation_id=key, because=because))


def _silenced(after: object, recorded: Sequence[Recorded[Any]]) -> EndedBecause | None:
    if isinstance(after, Spell):
        return EndedBecause.STAY_OVER if after.way_out is WayOut.DIED else None
    closed = isinstance(after, Case) and any(
        isinstance(each.event, CaseClosed) and each.event.outcome is Outcome.DIED for each in recorded
    )
    return EndedBecause.CASE_CLOSED if closed else None
