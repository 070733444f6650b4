"""Which medicines were changed: told of one stay, put right by telling again, and told anew of a later stay."""

import pytest

from app.domain.case import CaseTracked
from app.domain.case.leaving import CaseIsClosed
from app.domain.case.medicines import medicines_of_stay
from app.domain.case.outcome import Outcome
from app.domain.rejections import NotKnown
from tests.domain.case.events import accepted, alerted, closed, left, submitted
from tests.domain.case.medicines import LESS, STARTED, STOPPED, medicines_told, tell
from tests.domain.case.way import OTHER_SPELL, after, case_after


@pytest.mark.parametrize(
    "past", [[alerted()], [submitted()], [submitted(), accepted], [submitted(), accepted, left]], ids=len
)
def test_they_are_told_of_everybody_with_a_case_also_after_they_left(past: list[object]) -> None:
    assert after(*past, then=tell(STARTED, STOPPED)) == [medicines_told(STARTED, STOPPED)]


def test_that_none_was_changed_is_told_too() -> None:
    assert after(submitted(), then=tell()) == [medicines_told()]
    assert after(submitted(), medicines_told(), then=tell()) == []


def test_the_same_again_records_nothing_and_another_list_takes_its_place() -> None:
    past = [submitted(), medicines_told(STARTED)]
    assert after(*past, then=tell(STARTED)) == []
    assert after(*past, closed(Outcome.NO_LONGER_NEEDED), then=tell(STARTED)) == []
    assert after(*past, then=tell(STARTED, LESS)) == [medicines_told(STARTED, LESS)]


def test_of_a_later_stay_they_are_told_anew() -> None:
    past = [submitted(), accepted, medicines_told(STARTED), left, CaseTracked(spell_id=OTHER_SPELL)]
    assert medicines_of_stay(case_after(*past)) is None
    again = medicines_told(STARTED, spell=OTHER_SPELL)
    assert after(*past, then=tell(STARTED)) == [again]
    assert medicines_of_stay(case_after(*past, again)) == again


def test_of_a_closed_case_or_of_none_nothing_is_told() -> None:
    with pytest.raises(CaseIsClosed):
        after(submitted(), closed(Outcome.DIED), then=tell(STARTED))
    with pytest.raises(NotKnown):
        after(then=tell(STARTED))
