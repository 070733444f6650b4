"""A stay recorded for the wrong record of a person goes to the right one, and stays there."""

import pytest

from app.domain.rejections import NotKnown
from app.domain.spell import GiveSpell, SpellGiven
from app.domain.spell.opening import SpellOfAnotherPerson
from app.domain.spell.state import person_of
from app.domain.values import PersonId
from tests.domain.given import FEED, NOON
from tests.domain.spell.stay import (
    ADA,
    BEN,
    SPELL_ID,
    WARD_A,
    after,
    by_feed,
    ended,
    expected,
    hours,
    open_spell,
    opened,
    reopened,
    retold,
    spell_after,
    voided,
)

given_to_ben = (hours(3), SpellGiven(person_id=BEN), hours(3))


def give(to: PersonId) -> GiveSpell:
    return GiveSpell(spell_id=SPELL_ID, by=FEED, at=hours(3), told_at=hours(3), person_id=to)


def test_a_stay_is_given_once() -> None:
    assert after(opened, then=give(BEN)) == [SpellGiven(person_id=BEN)]
    assert after(opened, given_to_ben, then=give(BEN)) == []
    assert after(opened, then=give(ADA)) == []


@pytest.mark.parametrize("past", [(ended(),), (voided,)], ids=["ended", "cancelled"])
def test_a_stay_that_is_over_is_given_too(past: tuple[object, ...]) -> None:
    assert after(opened, *past, then=give(BEN)) == [SpellGiven(person_id=BEN)]


def test_who_is_expected_is_given_too() -> None:
    assert person_of(spell_after(expected(WARD_A, "4"), given_to_ben)) == BEN
    assert person_of(spell_after(expected(WARD_A, "4"), given_to_ben, opened)) == BEN


def test_a_stay_given_may_be_given_on_and_back() -> None:
    past = (opened, given_to_ben)
    assert after(*past, then=give(ADA)) == [SpellGiven(person_id=ADA)]
    assert person_of(spell_after(*past, (hours(4), SpellGiven(person_id=ADA), hours(4)))) == ADA


def test_late_news_does_not_give_the_stay_back() -> None:
    late = (NOON, retold(WARD_A, "9"), hours(1))
    assert person_of(spell_after(opened, given_to_ben, late)) == BEN
    again = (NOON, reopened(WARD_A, "4"), hours(6))
    assert person_of(spell_after(opened, given_to_ben, (hours(5), voided, hours(5)), again)) == BEN


def test_news_of_the_visit_is_then_of_the_other_person() -> None:
    assert after(opened, given_to_ben, then=by_feed(open_spell(WARD_A, "9", person=BEN), told=hours(4))) == [
        retold(WARD_A, "9")
    ]
    with pytest.raises(SpellOfAnotherPerson):
        after(opened, given_to_ben, then=by_feed(open_spell(WARD_A, "9"), told=hours(4)))


def test_what_nobody_heard_of_cannot_be_given() -> None:
    with pytest.raises(NotKnown):
        after(then=give(BEN))
