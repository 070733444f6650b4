"""The ward takes its referral back, for one of three reasons, until the hub has accepted it."""

from uuid import UUID

import pytest

from app.domain.case.leaving import CaseIsClosed
from app.domain.case.outcome import Outcome
from app.domain.case.withdrawing import AcceptedByHub, Withdrawal
from tests.domain.case.commands import withdraw
from tests.domain.case.events import accepted, alerted, closed, left, reopened, returned, submitted
from tests.domain.case.way import after

ASKED = UUID(int=5)


@pytest.mark.parametrize("why", Withdrawal)
@pytest.mark.parametrize("past", [[alerted()], [submitted()], [submitted(), returned()]])
def test_a_ward_takes_it_back_and_each_reason_is_an_outcome_of_its_own(why: Withdrawal, past: list[object]) -> None:
    assert after(*past, then=withdraw(why)) == [closed(Outcome(why.value))]


@pytest.mark.parametrize("past", [[submitted(), accepted], [submitted(), left]])
def test_what_the_hub_works_on_is_closed_by_the_hub(past: list[object]) -> None:
    with pytest.raises(AcceptedByHub):
        after(*past, then=withdraw(Withdrawal.NO_LONGER_NEEDED))


def test_taken_back_twice_is_taken_back_once() -> None:
    declined = closed(Outcome.PERSON_DECLINED)
    assert after(submitted(), declined, then=withdraw(Withdrawal.PERSON_DECLINED)) == []
    with pytest.raises(CaseIsClosed):
        after(submitted(), declined, then=withdraw(Withdrawal.NO_LONGER_NEEDED))


def test_sent_late_it_does_not_undo_a_reopening() -> None:
    back = (submitted(), closed(Outcome.NO_LONGER_NEEDED, asked=ASKED), reopened())
    assert after(*back, then=withdraw(Withdrawal.NO_LONGER_NEEDED, ASKED)) == []
