"""Leave from the ward: the person is away for hours or a night, keeps the bed and comes back."""

from dataclasses import dataclass
from datetime import datetime
from typing import TypeAlias

from app.domain.rejections import Rejection
from app.domain.spell.command import SpellCommand
from app.domain.spell.state import Spell, admission_of, require_open
from app.domain.values import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class LeaveStarted:
    """The person went on leave, until a time if it was said."""

    until: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class LeaveEnded:
    """The person is back from leave, or never went; `words` say why, where it was a mistake."""

    words: Words | None = None


LeaveEvent: TypeAlias = LeaveStarted | LeaveEnded


@dataclass(frozen=True, slots=True, kw_only=True)
class StartLeave(SpellCommand):
    """Say that the person went on leave."""

    until: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EndLeave(SpellCommand):
    """Say that the person is back from leave, or never went."""

    words: Words | None = None


def start_leave(command: StartLeave, spell: Spell) -> list[LeaveEvent]:
    """The same leave told again is one. By hand it must lie in a stay that goes on, and end after it began."""
    started = LeaveStarted(until=command.until)
    if spell.has_heard(command.at, started):
        return []
    if command.by_hand:
        require_open(spell)
        _require_times(command, spell)
    return [started]


def end_leave(command: EndLeave, spell: Spell) -> list[LeaveEvent]:
    """Only who is on leave comes back from it."""
    return [LeaveEnded(words=command.words)] if spell.leave else []


def _require_times(command: StartLeave, spell: Spell) -> None:
    if command.at < admission_of(spell).at:
        raise LeaveBeforeAdmission
    if command.until is not None and command.until <= command.at:
        raise LeaveEndsBeforeItBegins


class LeaveBeforeAdmission(Rejection):
    """This leave begins before the admission. Check its time."""


class LeaveEndsBeforeItBegins(Rejection):
    """This leave would end before it begins. Check both times."""
