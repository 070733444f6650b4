"""Somebody died, or did not after all: the last word counts, in whatever order the words come."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any, TypeAlias

from hypothesis import given as for_all
from hypothesis import strategies as st

from app.domain.decider import Recorded
from app.domain.person import PERSON, DeathReversed, Person, PersonDied, RecordDeath, ReverseDeath
from app.views.person import rows
from tests.domain.given import NOON, NURSE
from tests.domain.person.test_person import ADA, STREAM, registered

Command: TypeAlias = RecordDeath | ReverseDeath
LATER = NOON + timedelta(days=1)


def at(minute: int) -> datetime:
    return NOON + timedelta(minutes=minute)


def died(told: int | None, when: int = 0, *, time_told: bool = True) -> RecordDeath:
    """The person died at this minute, as was said at that one; None for somebody on the staff, now."""
    told_at = at(told) if told is not None else None
    return RecordDeath(person_id=ADA, by=NURSE, at=at(when), told_at=told_at, time_told=time_told)


def lives(told: int | None) -> ReverseDeath:
    told_at = at(told) if told is not None else None
    return ReverseDeath(person_id=ADA, by=NURSE, at=at(told or 0), told_at=told_at)


def happened(*commands: Command) -> list[Recorded[Any]]:
    """All that is recorded of a known person when these come in this order."""
    past = [_recorded(1, at(0), None, registered)]
    for command in commands:
        for event in PERSON.decide(command, PERSON.fold(past), None):
            past.append(_recorded(len(past) + 1, command.at, command.told_at, event))
    return past


def died_at(*commands: Command) -> datetime | None:
    person: Person = PERSON.fold(happened(*commands))
    return person.died_at


def events(*commands: Command) -> list[object]:
    return [each.event for each in happened(*commands)[1:]]


def test_a_death_is_recorded_once() -> None:
    assert events(died(5), died(5), died(9)) == [PersonDied()]
    assert died_at(died(5), died(9)) == at(0)


def test_another_time_of_death_is_a_correction() -> None:
    assert events(died(5, 1), died(9, 2)) == [PersonDied(), PersonDied()]
    assert died_at(died(5, 1), died(9, 2)) == at(2)


def test_somebody_of_whom_no_death_was_told_lives() -> None:
    assert events(lives(5), lives(9)) == []
    assert died_at() is None


def test_a_death_is_taken_back_once_and_may_come_true_after_all() -> None:
    assert events(died(5), lives(7), lives(8)) == [PersonDied(), DeathReversed()]
    assert died_at(died(5), lives(7)) is None
    assert died_at(died(5), lives(7), died(9, 8)) == at(8)


def test_older_news_that_comes_late_or_again_does_not_undo_what_was_said_since() -> None:
    assert died_at(died(5), lives(7), died(5)) is None
    assert events(died(5), lives(7), died(5), died(6)) == [PersonDied(), DeathReversed()]
    assert died_at(died(5, 1), lives(7), died(6, 2)) is None
    assert died_at(died(7, 1), died(5, 2)) == at(1)


def test_a_word_without_a_time_moves_no_death() -> None:
    untimed = died(9, 9, time_told=False)
    assert events(died(5, 1), untimed) == [PersonDied()]
    assert events(untimed, died(10, 10, time_told=False)) == [PersonDied(time_told=False)]
    assert died_at(untimed, died(5, 1)) == at(1)
    assert died_at(untimed, died(10, 1)) == at(1)
    assert events(untimed, died(10, 9)) == [PersonDied(time_told=False), PersonDied()]


def test_what_staff_say_is_said_now() -> None:
    assert died_at(died(5), lives(None)) is None
    assert died_at(died(5), lives(None), died(6, 2)) is None


WORDS = [
    died(1, 1),
    lives(2),
    died(3, 3, time_told=False),
    died(4, 1),
    lives(5),
    died(6, 6, time_told=False),
    died(7, 2),
]


@for_all(st.lists(st.sampled_from(WORDS), min_size=1, max_size=8))
def test_any_order_and_any_repetition_comes_to_the_same_death(words: list[Command]) -> None:
    """As the intake tells them: after a word that comes late, those that were said since are told again."""
    told: list[Command] = []
    for n, word in enumerate(words, start=1):
        told += [word, *(each for each in _in_order(words[:n]) if _said(each) > _said(word))]
    assert died_at(*told) == died_at(*_in_order(words))


def _in_order(words: Iterable[Command]) -> list[Command]:
    return sorted(words, key=_said)


def _said(word: Command) -> datetime:
    return word.told_at or LATER


def test_the_row_says_when_the_person_died() -> None:
    assert _died(happened(died(5, 1))) == [at(1)]
    assert _died(happened(died(5, 1), lives(7))) == [None]


def _died(past: list[Recorded[Any]]) -> list[datetime | None]:
    return [row.died_at for row in rows(past)]


def _recorded(n: int, when: datetime, told_at: datetime | None, event: object) -> Recorded[Any]:
    recorded_at = LATER + timedelta(minutes=n)
    return Recorded(
        stream=STREAM, position=n, version=n, at=when, recorded_at=recorded_at, by=NURSE, event=event, told_at=told_at
    )
