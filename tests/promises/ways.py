"""Ways out and back of a case, at random: what was said, and often that it was a mistake."""

from random import Random
from typing import Any
from uuid import UUID

from app.domain.case import RecordDeparture, RecordReturn, TrackCase, UndoHubStep, UndoSharedStep
from app.domain.case.undoing import HubStep, SharedStep
from app.domain.codes.return_reasons import ReturnReason
from app.domain.decider import Command
from app.domain.values import SpellId, Words


def ways(chance: Random, what: dict[str, Any], stay: SpellId) -> list[Command]:
    """Commands on one case, one after the other; some are refused. `what` is what each carries, `stay` another stay."""
    why: dict[str, Any] = {"words": Words("By mistake."), "undo_id": UUID(int=chance.getrandbits(128), version=4)}
    reason = chance.choice([None, ReturnReason.UNWELL, ReturnReason.RECORDED_BY_MISTAKE])
    left, back = RecordDeparture(**what), RecordReturn(reason=reason, **what)
    told: list[list[Command]] = [
        [UndoHubStep(what=chance.choice(list(HubStep)), **why, **what)],
        [left, back, UndoSharedStep(what=SharedStep.RETURN_TO_HOSPITAL, **why, **what)],
        [TrackCase(spell_id=stay, **what), UndoSharedStep(what=SharedStep.TRACKING, **why, **what)],
    ]
    return chance.choice(told)
