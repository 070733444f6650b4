"""A case that is closed while they are in hospital asks the desks whether they keep what they arranged (rule 10)."""

from dataclasses import replace

import pytest

from app.domain.case.holding.answering import NobodyAsks
from app.domain.case.holding.asking import HoldersAsked
from app.domain.case.holding.causes import Cause
from app.domain.case.holding.holders import HolderKind
from app.domain.case.outcome import Outcome
from app.domain.case.requests.ending import OfferEnded
from app.domain.case.tasks.doing import TaskReopened
from app.views.task import rows as tasks_of
from tests.domain.case.commands import close
from tests.domain.case.events import closed, left, reopened
from tests.domain.case.holding.booked import ALL_BOOKED, AT, EVERYONE, asked, keep, kept, release, released, said_by
from tests.domain.case.requests.asking import AT_EAST
from tests.domain.case.way import STREAM, after, case_after
from tests.domain.given import given
from tests.domain.spell.stay import hours

DESKS = tuple(each for each in EVERYONE if each.kind is not HolderKind.SERVICE)
QUESTION = HoldersAsked(cause=Cause.CASE_CLOSED, holders=DESKS)
NO_LONGER = closed(Outcome.NO_LONGER_NEEDED)
OVER = (*ALL_BOOKED, NO_LONGER, QUESTION)
IN_HOSPITAL = (Outcome.NO_LONGER_NEEDED, Outcome.PERSON_DECLINED, Outcome.CANCELLED_BY_WARD)
BY_HUB = said_by()


@pytest.mark.parametrize("outcome", IN_HOSPITAL)
def test_the_place_is_given_up_and_every_desk_is_asked(outcome: Outcome) -> None:
    [first, end, question] = after(*ALL_BOOKED, then=close(outcome))
    assert (first, question) == (closed(outcome), QUESTION)
    assert isinstance(end, OfferEnded)
    assert end.offer_id == AT_EAST
    assert case_after(*OVER).holding.asked.keys() == {each.holder_id for each in DESKS}


def test_a_death_asks_nobody_nor_does_the_closing_of_a_case_whose_person_has_left() -> None:
    for past, outcome in ((ALL_BOOKED, Outcome.DIED), ((*ALL_BOOKED, left), Outcome.DIED)):
        assert not [each for each in after(*past, then=close(outcome)) if isinstance(each, HoldersAsked)]


def test_an_earlier_question_is_over_with_the_case_and_only_its_own_is_open() -> None:
    before = (*ALL_BOOKED, asked(Cause.MEETS_AGAIN), NO_LONGER, QUESTION)
    assert {each.cause for each in case_after(*before).holding.asked.values()} == {Cause.CASE_CLOSED}


def test_a_desk_answers_for_a_case_that_is_closed() -> None:
    transport = AT["transport"]
    answered = after(*OVER, then=release(transport), facts=BY_HUB)
    assert answered == [released(transport), TaskReopened(task_id=transport, step_id=answered[-1].step_id)]
    assert after(*OVER, then=keep(transport), facts=BY_HUB) == [kept(transport)]
    with pytest.raises(NobodyAsks):
        after(*OVER, then=keep(AT_EAST), facts=BY_HUB)


def test_it_stands_on_the_list_of_the_desk_until_it_has_answered() -> None:
    def listed(*past: object) -> set[object]:
        return {each.id for each in tasks_of(given(*past, stream=STREAM)) if not each.gone}

    assert listed(*ALL_BOOKED, NO_LONGER) == set()
    assert listed(*OVER) == {each.holder_id for each in DESKS}
    assert listed(*OVER, released(AT["transport"])) == {each.holder_id for each in DESKS} - {AT["transport"]}


def test_taken_up_again_and_closed_again_it_is_asked_again() -> None:
    again = (*OVER, kept(AT["transport"]), reopened())
    [*_, question] = after(*again, then=replace(close(Outcome.PERSON_DECLINED), at=hours(5)))
    assert question == QUESTION
