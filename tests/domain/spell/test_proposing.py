"""The feed says *medically fit*: a proposal, never a ready date. A clinician's review answers it."""

from datetime import date

import pytest

from app.domain.codes.criteria import Criterion
from app.domain.rejections import NotKnown
from app.domain.spell import ProposeReadiness
from app.domain.spell.ready import ready
from tests.domain.given import FEED, NOON
from tests.domain.spell.stay import (
    MEETS,
    NO_LONGER,
    SPELL_ID,
    after,
    hours,
    opened,
    reviewed,
    said_fit,
    spell_after,
)

TUESDAY, WEDNESDAY = date(2026, 11, 3), date(2026, 11, 4)
fit = (hours(20), said_fit(TUESDAY), hours(20))


def propose(since: date | None, n: float = 20) -> ProposeReadiness:
    return ProposeReadiness(spell_id=SPELL_ID, by=FEED, at=hours(n), told_at=hours(n), since=since)


def test_a_proposal_makes_nobody_ready() -> None:
    assert after(opened, then=propose(TUESDAY)) == [said_fit(TUESDAY)]
    spell = spell_after(opened, fit)
    assert spell.proposed_ready == TUESDAY
    assert ready(spell.reviews, NOON, None, hours(40)).ready_date is None


@pytest.mark.parametrize("said", [reviewed(NO_LONGER), reviewed(MEETS, Criterion.OXYGEN)], ids=["confirmed", "denied"])
def test_a_review_answers_the_proposal_whatever_it_says(said: object) -> None:
    assert spell_after(opened, fit, (hours(21), said)).proposed_ready is None


def test_a_review_before_the_proposal_does_not_answer_it() -> None:
    assert spell_after(opened, (hours(10), reviewed(MEETS, Criterion.OXYGEN)), fit).proposed_ready == TUESDAY


def test_a_proposal_that_was_answered_is_no_news_when_it_is_repeated() -> None:
    past = (opened, fit, (hours(21), reviewed(MEETS, Criterion.OXYGEN)))
    assert after(*past, then=propose(TUESDAY, 22)) == []


def test_another_day_after_the_review_is_a_new_proposal() -> None:
    past = (opened, fit, (hours(21), reviewed(MEETS, Criterion.OXYGEN)))
    assert after(*past, then=propose(WEDNESDAY, 44)) == [said_fit(WEDNESDAY)]
    assert spell_after(*past, (hours(44), said_fit(WEDNESDAY), hours(44))).proposed_ready == WEDNESDAY


def test_the_feed_takes_its_proposal_back() -> None:
    assert after(opened, fit, then=propose(None, 22)) == [said_fit(None)]
    assert after(opened, then=propose(None)) == []
    assert spell_after(opened, fit, (hours(22), said_fit(None), hours(22))).proposed_ready is None


def test_a_proposal_that_was_told_before_the_review_and_comes_after_it_is_answered() -> None:
    assert spell_after(opened, (hours(21), reviewed(MEETS, Criterion.OXYGEN)), fit).proposed_ready is None


def test_nobody_is_fit_in_a_stay_that_was_never_opened() -> None:
    with pytest.raises(NotKnown):
        after(then=propose(TUESDAY))
