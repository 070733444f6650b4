"""Reviews of the criteria to reside."""

import pytest

from app.domain.codes import criteria
from app.domain.codes.criteria import Criterion
from app.domain.rejections import NotKnown
from app.domain.spell.review import (
    CriteriaNotWanted,
    CriterionNeeded,
    ReviewAfterLeaving,
    ReviewAnsweredBefore,
    ReviewBeforeAdmission,
)
from app.domain.spell.state import SpellWasCancelled
from tests.domain.spell.stay import MEETS, NO_LONGER, after, ended, hours, opened, review, reviewed, voided

OXYGEN, IV = Criterion.OXYGEN, Criterion.IV_MEDICATION


def test_someone_who_meets_the_criteria_meets_named_ones() -> None:
    assert after(opened, then=review(MEETS, OXYGEN, IV, at=hours(2), words="to wean")) == [
        reviewed(MEETS, OXYGEN, IV, words="to wean")
    ]


def test_someone_who_no_longer_meets_them_meets_none() -> None:
    assert after(opened, then=review(NO_LONGER, at=hours(2))) == [reviewed(NO_LONGER)]


def test_meeting_the_criteria_without_saying_which_is_refused() -> None:
    with pytest.raises(CriterionNeeded):
        after(opened, then=review(MEETS, at=hours(2)))


def test_no_longer_meeting_the_criteria_yet_naming_one_is_refused() -> None:
    with pytest.raises(CriteriaNotWanted):
        after(opened, then=review(NO_LONGER, OXYGEN, at=hours(2)))


def test_the_same_review_again_records_nothing_even_later() -> None:
    past = (opened, (hours(2), reviewed(MEETS, OXYGEN)))
    assert after(*past, then=review(MEETS, OXYGEN, at=hours(2))) == []
    assert after(*past, (hours(4), ended()), then=review(MEETS, OXYGEN, at=hours(5))) == []


def test_the_same_review_with_another_answer_is_refused() -> None:
    past = (opened, (hours(2), reviewed(MEETS, OXYGEN)))
    for other in (
        review(NO_LONGER, at=hours(2)),
        review(MEETS, IV, at=hours(2)),
        review(MEETS, OXYGEN, at=hours(2), words="new"),
    ):
        with pytest.raises(ReviewAnsweredBefore):
            after(*past, then=other)


def test_another_review_with_the_same_answer_is_kept_too() -> None:
    past = (opened, (hours(2), reviewed(NO_LONGER, review=31)))
    assert after(*past, then=review(NO_LONGER, at=hours(3), review=32)) == [reviewed(NO_LONGER, review=32)]


def test_a_review_before_the_admission_is_refused() -> None:
    with pytest.raises(ReviewBeforeAdmission):
        after(opened, then=review(NO_LONGER, at=hours(-1)))


def test_a_review_after_leaving_is_refused() -> None:
    with pytest.raises(ReviewAfterLeaving):
        after(opened, (hours(5), ended()), then=review(NO_LONGER, at=hours(6)))


def test_a_review_found_on_paper_after_leaving_is_accepted_for_its_own_time() -> None:
    assert after(opened, (hours(5), ended()), then=review(NO_LONGER, at=hours(3))) == [reviewed(NO_LONGER)]


def test_a_stay_that_never_was_has_no_reviews() -> None:
    with pytest.raises(NotKnown):
        after(then=review(NO_LONGER, at=hours(1)))
    with pytest.raises(SpellWasCancelled):
        after(opened, voided, then=review(NO_LONGER, at=hours(1)))


def test_each_of_the_eleven_criteria_has_words_and_a_category() -> None:
    assert len(Criterion) == 11
    assert set(criteria.WORDS) == set(criteria.CATEGORY) == set(Criterion)
    assert len(set(criteria.WORDS.values())) == 11
