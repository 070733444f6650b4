"""A death or an end that is taken back lets speak again, in its own turn, what a person had raised and it had ended."""

from collections.abc import Awaitable, Callable, Sequence
from typing import Any
from uuid import UUID

from app.domain.case import Case
from app.domain.case.state import Ended as Closed
from app.domain.decider import Command, Recorded
from app.domain.escalation import CLOCK, Escalations, OpenAgain, escalations_of
from app.domain.escalation.opening_again import lost_with_its_subject
from app.domain.spell import Spell
from app.domain.spell.state import Ended, Voided
from app.domain.values import key_of
from app.events.escalation.directory import directory
from app.events.log import Turn


async def speak_again(
    turn: Turn,
    command: Command,
    before: object,
    after: object,
    recorded: Sequence[Recorded[Any]],
    decide: Callable[[Turn, Command], Awaitable[Any]],
) -> None:
    """Open again what had ended with the stay or the case that goes on after all."""
    if not _is_over(before) or _is_over(after):
        return
    subject: UUID = key_of(command.stream)
    past: Escalations = (await turn.read(escalations_of(subject))).state
    now = recorded[-1].recorded_at
    for key, lost in [*lost_with_its_subject(past)]:
        terms = (await directory(turn)).rules(Case(), Spell()).anew(lost.trigger, lost.raised, now)
        await decide(turn, OpenAgain(subject=subject, by=CLOCK, at=now, escalation_id=key, terms=terms))


def _is_over(state: object) -> bool:
    match state:
        case Spell(stage=stage):
            return isinstance(stage, Ended | Voided)
        case Case(stage=stage):
            return isinstance(stage, Closed)
        case _:
            return False
