"""Blockers and set reasons of an invented stay: several at once, marked, ended, taken back; late and repeated."""

from datetime import datetime, timedelta
from typing import Any

import pytest

from app.domain.codes.delay_reasons import DelayReason
from app.domain.codes.owners import Owner
from app.domain.delay import Blocker, Override
from app.domain.delay.blockers import BlockerEndsBeforeStart, BlockerRecordedBefore, ReasonNotInForce
from app.domain.delay.overriding import ReasonEndsBeforeSet, ReasonSetBefore
from app.domain.rejections import NotKnown, Rejection
from app.domain.spell import (
    BlockerEnded,
    BlockerMarked,
    BlockerRecorded,
    BlockerWithdrawn,
    EndBlocker,
    EndSetReason,
    MarkBlocker,
    ReasonSet,
    RecordBlocker,
    SetReason,
    SetReasonEnded,
    WithdrawBlocker,
)
from app.domain.spell.blockers import DelayOutsideStay
from app.domain.spell.state import SpellWasCancelled
from app.domain.spell.why_here import history_of
from app.domain.values import Words
from tests.domain.given import NOON, NURSE, uid
from tests.domain.spell.stay import SPELL_ID, after, ended, hours, opened, spell_after, voided

FLAG, OWN = uid(71), uid(72)
WORDS = Words("Raised with the team.")
TWO = hours(2)
HERE: tuple[datetime, object] = (NOON, opened)


def recorded(stops: bool = False, words: Words | None = WORDS) -> BlockerRecorded:
    return BlockerRecorded(
        blocker_id=FLAG, reason=DelayReason.WB2, owner=Owner.COUNCIL, stops_leaving=stops, words=words
    )


def record(at: datetime = TWO, words: Words | None = WORDS) -> RecordBlocker:
    return RecordBlocker(
        blocker_id=FLAG, reason=DelayReason.WB2, owner=Owner.COUNCIL, stops_leaving=False, words=words, **said(at)
    )


def said(at: datetime) -> dict[str, Any]:
    return {"spell_id": SPELL_ID, "by": NURSE, "at": at}


def test_a_blocker_is_recorded_once_and_late_again_is_nothing() -> None:
    assert after(HERE, then=record()) == [recorded()]
    assert after(HERE, (hours(2), recorded()), then=record(hours(9))) == []


def test_the_same_id_with_other_words_or_after_it_was_taken_back_is_refused() -> None:
    with pytest.raises(BlockerRecordedBefore):
        after(HERE, (hours(2), recorded()), then=record(words=Words("Something else.")))
    with pytest.raises(BlockerRecordedBefore):
        after(HERE, (hours(2), recorded()), (hours(3), BlockerWithdrawn(blocker_id=FLAG)), then=record())


@pytest.mark.parametrize(
    ("past", "at", "refused"),
    [
        ((HERE,), hours(-1), DelayOutsideStay),
        ((HERE, (hours(5), ended())), hours(6), DelayOutsideStay),
        ((HERE, (hours(5), voided)), hours(6), SpellWasCancelled),
        (((datetime.fromisoformat("2024-05-01T10:00Z"), opened),), datetime.fromisoformat("2024-05-20T10:00Z"), None),
        ((), hours(1), NotKnown),
    ],
)
def test_a_blocker_lies_within_the_stay_and_its_reason_on_the_list_of_its_day(
    past: tuple[object, ...], at: datetime, refused: type[Rejection] | None
) -> None:
    with pytest.raises(refused or ReasonNotInForce):
        after(*past, then=record(at))


def test_a_flag_comes_to_stop_leaving_and_each_stretch_is_kept() -> None:
    past = (HERE, (hours(2), recorded()))
    mark = MarkBlocker(blocker_id=FLAG, stops_leaving=True, **said(hours(5)))
    assert after(*past, then=mark) == [BlockerMarked(blocker_id=FLAG, stops_leaving=True)]
    marked = (*past, (hours(5), BlockerMarked(blocker_id=FLAG, stops_leaving=True)))
    assert after(*marked, then=mark) == []
    over = spell_after(*marked, (hours(8), BlockerEnded(blocker_id=FLAG)))
    assert history_of(over).blockers == (
        Blocker(reason=DelayReason.WB2, start=hours(2), end=hours(5), stops=False, owner=Owner.COUNCIL),
        Blocker(reason=DelayReason.WB2, start=hours(5), end=hours(8), stops=True, owner=Owner.COUNCIL),
    )


def test_a_blocker_ends_once_may_be_put_right_and_not_before_it_began() -> None:
    past = (HERE, (hours(2), recorded()))
    end = EndBlocker(blocker_id=FLAG, **said(hours(4)))
    over = (*past, (hours(4), BlockerEnded(blocker_id=FLAG)))
    assert after(*past, then=end) == [BlockerEnded(blocker_id=FLAG)]
    assert after(*over, then=end) == []
    assert after(*over, then=EndBlocker(blocker_id=FLAG, **said(hours(3)))) == [BlockerEnded(blocker_id=FLAG)]
    assert after(*over, then=EndBlocker(blocker_id=FLAG, corrects=False, **said(hours(5)))) == []
    with pytest.raises(BlockerEndsBeforeStart):
        after(*past, then=EndBlocker(blocker_id=FLAG, **said(hours(1))))


def test_a_mistake_never_was() -> None:
    past = (HERE, (hours(2), recorded(stops=True)))
    withdraw = WithdrawBlocker(blocker_id=FLAG, **said(hours(3)))
    assert after(*past, then=withdraw) == [BlockerWithdrawn(blocker_id=FLAG)]
    withdrawn = (*past, (hours(3), BlockerWithdrawn(blocker_id=FLAG)))
    assert after(*withdrawn, then=withdraw) == []
    assert history_of(spell_after(*withdrawn)).blockers == ()


@pytest.mark.parametrize("command", [MarkBlocker(blocker_id=FLAG, stops_leaving=True, **said(hours(3)))])
def test_nothing_is_said_of_a_blocker_that_is_not_there(command: MarkBlocker) -> None:
    with pytest.raises(NotKnown):
        after(HERE, then=command)


def test_a_reason_is_set_with_words_ended_and_kept() -> None:
    own = SetReason(override_id=OWN, reason=DelayReason.IP10, words=WORDS, **said(hours(2)))
    event = ReasonSet(override_id=OWN, reason=DelayReason.IP10, words=WORDS)
    assert after(HERE, then=own) == [event]
    past = (HERE, (hours(2), event))
    assert after(*past, then=own) == []
    with pytest.raises(ReasonSetBefore):
        after(*past, then=SetReason(override_id=OWN, reason=DelayReason.IP9, words=WORDS, **said(hours(2))))
    end = EndSetReason(override_id=OWN, **said(hours(6)))
    assert after(*past, then=end) == [SetReasonEnded(override_id=OWN)]
    with pytest.raises(ReasonEndsBeforeSet):
        after(*past, then=EndSetReason(override_id=OWN, **said(hours(2) - timedelta(minutes=1))))
    ended = (*past, (hours(6), SetReasonEnded(override_id=OWN)))
    assert after(*ended, then=EndSetReason(override_id=OWN, corrects=False, **said(hours(7)))) == []
    over = spell_after(*ended)
    assert history_of(over).overrides == (Override(reason=DelayReason.IP10, start=hours(2), end=hours(6)),)


def mark(at: datetime, *, stops: bool, corrects: bool = True) -> MarkBlocker:
    return MarkBlocker(blocker_id=FLAG, stops_leaving=stops, corrects=corrects, **said(at))


def marked(at: datetime, *, stops: bool) -> tuple[datetime, BlockerMarked]:
    return at, BlockerMarked(blocker_id=FLAG, stops_leaving=stops)


def stretches(*marks: tuple[datetime, BlockerMarked]) -> list[tuple[datetime, datetime | None, bool]]:
    told = history_of(spell_after(HERE, (hours(2), recorded()), *marks)).blockers
    return [(each.start, each.end, each.stops) for each in told]


def test_a_mark_that_is_told_late_holds_from_its_time_until_the_next_one() -> None:
    past = (HERE, (hours(2), recorded()), marked(hours(8), stops=True))
    assert after(*past, then=mark(hours(5), stops=True)) == [marked(hours(5), stops=True)[1]]
    assert after(*past, then=mark(hours(8), stops=True)) == []
    both = (marked(hours(5), stops=True), marked(hours(6), stops=False), marked(hours(8), stops=True))
    assert stretches(*both) == stretches(*both[::-1])
    assert stretches(*both)[1:] == [
        (hours(5), hours(6), True),
        (hours(6), hours(8), False),
        (hours(8), None, True),
    ]


def test_a_mark_that_confirms_what_stands_is_kept_where_its_time_was_said() -> None:
    past = (HERE, (hours(2), recorded()), marked(hours(5), stops=True))
    assert after(*past, then=mark(hours(8), stops=True)) == [marked(hours(8), stops=True)[1]]
    assert after(*past, then=mark(hours(8), stops=True, corrects=False)) == []
    assert stretches(marked(hours(5), stops=True), marked(hours(8), stops=True))[1:] == [(hours(5), None, True)]
