"""Somebody died, or did not after all. What was said last counts, in whatever order it came."""

from bisect import insort_right
from dataclasses import dataclass
from datetime import datetime
from operator import attrgetter
from typing import NamedTuple

from app.domain.person.command import PersonCommand


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonDied:
    """The person died at the event's time; `time_told` is False where only the death was told, as of when it was."""

    time_told: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class DeathReversed:
    """The news of the death was wrong."""


DeathEvent = PersonDied | DeathReversed


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordDeath(PersonCommand):
    """Say that the person died; `time_told` is False where `at` is only when that was said."""

    time_told: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class ReverseDeath(PersonCommand):
    """Take the news of the death back."""


class DeathNews(NamedTuple):
    """One word about the person's death, when its source said it, and whether staff did."""

    said_at: datetime
    at: datetime
    event: DeathEvent
    by_hand: bool = False


class Death(NamedTuple):
    """When somebody died; a time that was told is not moved by a later word that tells none. Who said so, says it."""

    at: datetime
    time_told: bool
    by_hand: bool


def death(news: tuple[DeathNews, ...]) -> Death | None:
    """What all these words come to, in the order in which they were said; None for somebody who lives."""
    known: Death | None = None
    for _, at, event, by_hand in news:
        match event:
            case DeathReversed():
                known = None
            case PersonDied(time_told=True):
                known = Death(at, True, by_hand)
            case PersonDied():
                known = known or Death(at, False, by_hand)
    return known


def with_news(news: tuple[DeathNews, ...], word: DeathNews) -> tuple[DeathNews, ...]:
    """The words in the order in which they were said; of two said at one time the one recorded later is the later."""
    placed = list(news)
    insort_right(placed, word, key=attrgetter("said_at"))
    return tuple(placed)


def record_death(command: RecordDeath, news: tuple[DeathNews, ...]) -> list[DeathEvent]:
    """The same death again records nothing, and neither does a word without a time once the death is known."""
    return _news(command, PersonDied(time_told=command.time_told), news)


def reverse_death(command: ReverseDeath, news: tuple[DeathNews, ...]) -> list[DeathEvent]:
    """Only a death that was told before can be taken back."""
    return _news(command, DeathReversed(), news)


def _news(command: PersonCommand, event: DeathEvent, news: tuple[DeathNews, ...]) -> list[DeathEvent]:
    """The event, if it changed something when it was said; what is said here and now is said last."""
    told_at = command.told_at
    before = tuple(each for each in news if told_at is None or each.said_at <= told_at)
    now = DeathNews(told_at or command.at, command.at, event)
    return [event] if _when((*before, now)) != _when(before) else []


def _when(news: tuple[DeathNews, ...]) -> tuple[datetime, bool] | None:
    known = death(news)
    return (known.at, known.time_told) if known else None
