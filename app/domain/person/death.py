"""Somebody died, or did not after all. What was said last counts, in whatever order it came."""

from bisect import insort_right
from dataclasses import dataclass
from datetime import datetime
from operator import attrgetter
from typing import NamedTuple

from app.domain.person.command import PersonCommand
from app.domain.values import SpellId


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonDied:
    """The person died at the event's time; `time_told` is False where only the death was told, as of when it was.

    `spell_id`: nobody said so of the person, but this stay ended so, as its hospital tells.
    """

    time_told: bool = True
    spell_id: SpellId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DeathReversed:
    """The news of the death was wrong. `spell_id`: that stay ended otherwise, which says nothing of other news.

    `in_passing`: a sender wrote *not dead*, as most do on every message. It takes back what a sender wrote in the same
    way, and neither what staff said nor how a stay ended.
    """

    in_passing: bool = False
    spell_id: SpellId | None = None


DeathEvent = PersonDied | DeathReversed


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordDeath(PersonCommand):
    """Say that the person died; `time_told` is False where `at` is only when that was said.

    `spell_id`: that stay ended so.
    """

    time_told: bool = True
    spell_id: SpellId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReverseDeath(PersonCommand):
    """Take the news of the death back: all of it, what was written `in_passing`, or what that stay's end had said."""

    in_passing: bool = False
    spell_id: SpellId | None = None


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
    standing = [*_standing(news).values()]
    return next((each for each in standing if each.time_told), standing[0] if standing else None)


def _standing(news: tuple[DeathNews, ...]) -> dict[SpellId | None, Death]:
    """What stands of what was said of the person (None), and of what each stay's end said."""
    known: dict[SpellId | None, Death] = {}
    for _, at, event, by_hand in news:
        match event:
            case PersonDied(spell_id=spell, time_told=time_told):
                if time_told or spell not in known:
                    known[spell] = Death(at, time_told, by_hand)
            case DeathReversed(in_passing=True):
                known = {spell: each for spell, each in known.items() if spell or each.by_hand}
            case DeathReversed(spell_id=None):
                known = {}
            case DeathReversed(spell_id=spell):
                known.pop(spell, None)
    return known


def with_news(news: tuple[DeathNews, ...], word: DeathNews) -> tuple[DeathNews, ...]:
    """The words in the order in which they were said; of two said at one time the one recorded later is the later."""
    placed = list(news)
    insort_right(placed, word, key=attrgetter("said_at"))
    return tuple(placed)


def record_death(command: RecordDeath, news: tuple[DeathNews, ...]) -> list[DeathEvent]:
    """The same death again records nothing, and neither does a word without a time once the death is known."""
    return _news(command, PersonDied(time_told=command.time_told, spell_id=command.spell_id), news)


def reverse_death(command: ReverseDeath, news: tuple[DeathNews, ...]) -> list[DeathEvent]:
    """Only a death that was told before can be taken back."""
    return _news(command, DeathReversed(in_passing=command.in_passing, spell_id=command.spell_id), news)


def _news(command: PersonCommand, event: DeathEvent, news: tuple[DeathNews, ...]) -> list[DeathEvent]:
    """The event, if it changed something when it was said; what is said here and now is said last."""
    told_at = command.told_at
    before = tuple(each for each in news if told_at is None or each.said_at <= told_at)
    now = DeathNews(told_at or command.at, command.at, event)
    return [event] if _when((*before, now)) != _when(before) else []


def _when(news: tuple[DeathNews, ...]) -> dict[SpellId | None, tuple[datetime, bool]]:
    return {spell: (each.at, each.time_told) for spell, each in _standing(news).items()}
