"""Somebody is to come: nobody is in a bed for it until the admission is told."""

import pytest

from app.domain.rejections import NotKnown
from app.domain.spell import CancelExpectedAdmission, ExpectAdmission, ExpectedAdmissionCancelled
from app.domain.spell.opening import SpellOfAnotherPerson
from app.domain.spell.state import Expected
from app.domain.spell.whereabouts import Place
from app.domain.system.unknown import WardNotKnown
from app.domain.values import WardId
from tests.domain.given import FEED, NOON
from tests.domain.spell.stay import (
    ADA,
    BEN,
    NO_LONGER,
    SPELL_ID,
    WARD_A,
    WARD_B,
    after,
    by_feed,
    expected,
    hours,
    is_here,
    open_spell,
    opened,
    review,
    spell_after,
)

not_coming = ExpectedAdmissionCancelled()
to_come = (NOON, expected(WARD_B, "2"), hours(-48))


def expect(ward: WardId | None = WARD_B, bed: str = "2", told: float = -48) -> ExpectAdmission:
    return ExpectAdmission(
        spell_id=SPELL_ID, by=FEED, at=NOON, told_at=hours(told), person_id=ADA, ward_id=ward, bed=bed
    )


def cancel(told: float = -24) -> CancelExpectedAdmission:
    return CancelExpectedAdmission(spell_id=SPELL_ID, by=FEED, at=hours(told), told_at=hours(told))


def test_who_is_expected_is_in_no_bed() -> None:
    assert after(then=expect()) == [expected(WARD_B, "2")]
    spell = spell_after(to_come)
    assert not is_here(spell)
    assert spell.expected == Expected(person_id=ADA, at=NOON, place=Place(WARD_B, "2"))


def test_to_which_ward_need_not_be_known() -> None:
    assert after(then=expect(None, "")) == [expected()]
    assert spell_after((NOON, expected(), hours(-48))).expected == Expected(person_id=ADA, at=NOON, place=None)


def test_a_ward_of_nowhere_is_refused() -> None:
    with pytest.raises(WardNotKnown):
        after(then=expect(), ward_known=False)


def test_told_again_with_another_ward_the_newer_counts() -> None:
    assert after(to_come, then=expect(told=-40)) == []
    assert after(to_come, then=expect(WARD_A, "1", told=-40)) == [expected(WARD_A, "1")]


def test_the_admission_ends_the_expecting() -> None:
    assert after(to_come, then=by_feed(open_spell(WARD_A, "4"))) == [opened]
    spell = spell_after(to_come, opened)
    assert (is_here(spell), spell.expected, spell.place) == (True, None, Place(WARD_A, "4"))


def test_expecting_somebody_who_has_come_is_no_news() -> None:
    assert after(opened, then=expect(told=1)) == []


def test_who_is_not_coming_after_all_is_expected_no_longer() -> None:
    assert after(to_come, then=cancel()) == [not_coming]
    assert spell_after(to_come, (hours(-24), not_coming, hours(-24))).expected is None


def test_a_cancelled_expectation_takes_nobody_out_of_a_bed() -> None:
    assert after(to_come, opened, then=cancel(1)) == []
    assert is_here(spell_after(to_come, opened, (hours(1), not_coming, hours(1))))


def test_who_was_never_expected_cannot_be_expected_no_longer() -> None:
    with pytest.raises(NotKnown):
        after(then=cancel())


def test_who_is_expected_is_not_reviewed() -> None:
    with pytest.raises(NotKnown):
        after(to_come, then=review(NO_LONGER, at=hours(-2)))


def test_the_expected_visit_of_another_person_is_refused() -> None:
    with pytest.raises(SpellOfAnotherPerson):
        after(to_come, then=open_spell(WARD_A, "4", person=BEN))
