"""Leave: the person is away, keeps the bed and comes back."""

from datetime import datetime

import pytest

from app.domain.spell import EndLeave, LeaveEnded, StartLeave
from app.domain.spell.leave import LeaveBeforeAdmission, LeaveEndsBeforeItBegins
from app.domain.spell.state import Leave, SpellIsOver, SpellWasCancelled
from app.domain.spell.whereabouts import Place
from tests.domain.given import NURSE
from tests.domain.spell.stay import (
    SPELL_ID,
    WARD_A,
    after,
    by_feed,
    ended,
    hours,
    is_here,
    opened,
    spell_after,
    voided,
    went_on_leave,
)

NEXT_DAY = hours(26)
away = (hours(2), went_on_leave(NEXT_DAY))


def start(n: float = 2, until: datetime | None = NEXT_DAY) -> StartLeave:
    return StartLeave(spell_id=SPELL_ID, by=NURSE, at=hours(n), until=until)


def back(n: float = 20) -> EndLeave:
    return EndLeave(spell_id=SPELL_ID, by=NURSE, at=hours(n))


def test_who_goes_on_leave_keeps_the_bed() -> None:
    assert after(opened, then=start()) == [went_on_leave(NEXT_DAY)]
    spell = spell_after(opened, away)
    assert (is_here(spell), spell.place) == (True, Place(WARD_A, "4"))
    assert spell.leave == Leave(since=hours(2), until=NEXT_DAY)


def test_when_they_come_back_need_not_be_known() -> None:
    assert after(opened, then=start(until=None)) == [went_on_leave()]


def test_the_same_leave_told_again_is_one_also_after_it_ended() -> None:
    assert after(opened, away, then=start()) == []
    assert after(opened, away, (hours(20), LeaveEnded()), then=start()) == []
    assert after(opened, away, (hours(20), LeaveEnded()), (hours(30), ended()), then=start()) == []


def test_another_end_of_the_same_leave_replaces_the_first() -> None:
    assert after(opened, away, then=start(until=hours(28))) == [went_on_leave(hours(28))]
    assert spell_after(opened, away, (hours(2), went_on_leave(hours(28)))).leave == Leave(
        since=hours(2), until=hours(28)
    )


def test_who_is_back_is_on_leave_no_longer() -> None:
    assert after(opened, away, then=back()) == [LeaveEnded()]
    assert spell_after(opened, away, (hours(20), LeaveEnded())).leave is None


def test_who_was_never_on_leave_does_not_come_back_from_it() -> None:
    assert after(opened, then=back()) == []


def test_a_return_told_again_does_not_end_the_next_leave() -> None:
    past = (opened, away, (hours(20), LeaveEnded()), (hours(40), went_on_leave()))
    assert after(*past, then=back()) == []


def test_leave_by_hand_lies_in_the_stay_and_ends_after_it_began() -> None:
    with pytest.raises(LeaveBeforeAdmission):
        after(opened, then=start(-1))
    for until in (hours(2), hours(1)):
        with pytest.raises(LeaveEndsBeforeItBegins):
            after(opened, then=start(until=until))
    with pytest.raises(SpellIsOver):
        after(opened, (hours(1), ended()), then=start())
    with pytest.raises(SpellWasCancelled):
        after(opened, voided, then=start())


def test_leave_that_a_feed_tells_of_is_never_refused_and_sends_nobody_who_left() -> None:
    assert after(opened, then=by_feed(start(until=hours(1)))) == [went_on_leave(hours(1))]
    assert after(opened, (hours(1), ended()), then=by_feed(start())) == []
