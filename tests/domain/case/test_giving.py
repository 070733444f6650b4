"""A case goes with its person when their records are merged, at whatever stage it is."""

from datetime import timedelta

import pytest

from app.domain.case import CASE
from app.domain.case.outcome import Outcome
from app.domain.rejections import NotKnown
from app.views.case import rows
from tests.domain.case.commands import give_to, submit
from tests.domain.case.events import accepted, closed, given_to, left, reopened, returned, submitted
from tests.domain.case.way import ADA, STREAM, SURVIVOR, after
from tests.domain.given import NOON, given

STAGES = [
    (submitted(),),
    (submitted(), returned()),
    (submitted(), accepted),
    (submitted(), accepted, left),
    (submitted(), closed(Outcome.DIED)),
]


@pytest.mark.parametrize("past", STAGES, ids=["referred", "returned", "planning", "left", "closed"])
def test_a_case_is_given_at_any_stage_and_stands_where_it_stood(past: tuple[object, ...]) -> None:
    assert after(*past, then=give_to()) == [given_to()]
    assert CASE.fold(given(*past, given_to())).stage == CASE.fold(given(*past)).stage


def test_given_to_whom_it_belongs_already_nothing_changes() -> None:
    assert after(submitted(), then=give_to(ADA)) == []
    assert after(submitted(), given_to(), then=give_to()) == []
    assert after(submitted(), given_to(), then=give_to(ADA)) == [given_to(ADA)]


def test_a_case_that_the_hub_never_heard_of_cannot_be_given() -> None:
    with pytest.raises(NotKnown):
        after(then=give_to())


def test_the_same_referral_again_is_still_a_repeat() -> None:
    assert after(submitted(), given_to(), then=submit(at=NOON + timedelta(hours=1))) == []


@pytest.mark.parametrize("past", STAGES, ids=["referred", "returned", "planning", "left", "closed"])
def test_the_card_is_the_survivors_from_then_on_and_otherwise_the_same(past: tuple[object, ...]) -> None:
    [before] = rows(given(*past, stream=STREAM))
    [row] = rows(given(*past, given_to(), stream=STREAM))
    assert (row.person_id, row.position) == (SURVIVOR, before.position + 1)
    assert (row.stage, row.gone, row.outcome, row.left_at) == (
        before.stage,
        before.gone,
        before.outcome,
        before.left_at,
    )


def test_a_reopened_case_is_still_the_survivors() -> None:
    [row] = rows(given(submitted(), closed(Outcome.DIED), given_to(), reopened(), stream=STREAM))
    assert (row.person_id, row.gone) == (SURVIVOR, False)
