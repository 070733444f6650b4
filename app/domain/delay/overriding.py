"""A reason that somebody sets themselves, over what is derived, and says why (DOMAIN rule 6)."""

from dataclasses import dataclass
from datetime import datetime
from typing import TypeAlias, assert_never
from uuid import UUID

from app.domain.codes.delay_reasons import DelayReason
from app.domain.delay.blockers import require_in_force
from app.domain.delay.recorded import Delays
from app.domain.rejections import NotKnown, Rejection
from app.domain.values import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class ReasonSet:
    """From then on this is the reason, whatever is derived, until it ends or another is set."""

    override_id: UUID
    reason: DelayReason
    words: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class SetReasonEnded:
    """From then on the reason is the derived one again."""

    override_id: UUID


OverrideEvent: TypeAlias = ReasonSet | SetReasonEnded


def reason_is_news(event: OverrideEvent, at: datetime, delays: Delays, *, corrects: bool = True) -> bool:
    """Whether this changes what is known of the reason set; raises what is wrong with saying it.

    Where `at` was not said, telling the end again `corrects` nothing.
    """
    own = delays.overrides.get(event.override_id)
    match event:
        case ReasonSet():
            if own is None:
                require_in_force(event.reason, at)
                return True
            if (own.override.reason, own.words) != (event.reason, event.words):
                raise ReasonSetBefore
            return False
        case SetReasonEnded():
            if own is None:
                raise NotKnown(what="reason")
            end = own.override.end
            if end == at or (end is not None and not corrects):
                return False
            if at < own.override.start:
                raise ReasonEndsBeforeSet(fields="at")
            return True
        case _:
            assert_never(event)


class ReasonSetBefore(Rejection):
    """This was set before with another reason or other words. Set the reason anew; the earlier one is kept."""


class ReasonEndsBeforeSet(Rejection):
    """This is before the reason was set. Check the time."""
