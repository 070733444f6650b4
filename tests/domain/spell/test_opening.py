"""Admitting someone, told once or several times, and taking it back."""

from dataclasses import replace

import pytest

from app.domain.codes.patient_classes import PatientClass
from app.domain.rejections import NotKnown
from app.domain.spell.opening import SpellOfAnotherPerson
from app.domain.spell.state import SpellIsOver, Voided
from app.domain.system.unknown import WardNotKnown
from tests.domain.given import NOON
from tests.domain.spell.stay import (
    BEN,
    WARD_A,
    WARD_B,
    after,
    by_feed,
    ended,
    hours,
    is_here,
    moved,
    open_spell,
    opened,
    place_after,
    reopened,
    retold,
    reverse_admission,
    spell_after,
    voided,
)


def test_an_admission_opens_the_spell() -> None:
    assert after(then=open_spell(WARD_A, "4")) == [opened]


def test_the_same_admission_again_records_nothing() -> None:
    assert after(opened, then=open_spell(WARD_A, "4")) == []


def test_a_second_admission_in_another_bed_corrects_the_place() -> None:
    assert after(opened, then=open_spell(WARD_A, "5")) == [retold(WARD_A, "5")]
    assert place_after(opened, (NOON, retold(WARD_A, "5"))).bed == "5"


def test_the_first_admission_sent_again_does_not_undo_its_correction() -> None:
    assert after(opened, (NOON, retold(WARD_A, "5")), then=open_spell(WARD_A, "4")) == []
    assert after(opened, (NOON, retold(WARD_A, "5")), then=open_spell(WARD_A, "5")) == []


def test_an_admission_sent_again_after_a_move_does_not_take_the_person_back() -> None:
    assert after(opened, (hours(2), moved(WARD_B, "1")), then=open_spell(WARD_A, "4")) == []


def test_a_corrected_admission_after_a_move_leaves_the_person_where_they_went() -> None:
    past = (opened, (hours(2), moved(WARD_B, "1")))
    assert after(*past, then=open_spell(WARD_A, "5")) == [retold(WARD_A, "5")]
    assert place_after(*past, (NOON, retold(WARD_A, "5"))).ward_id == WARD_B


def test_an_admission_told_again_with_an_earlier_time_and_another_bed_still_corrects_the_place() -> None:
    assert after(opened, then=open_spell(WARD_A, "5", at=hours(-1))) == [retold(WARD_A, "5")]
    assert place_after(opened, (hours(-1), retold(WARD_A, "5"))).bed == "5"


def test_an_admission_told_again_after_the_person_left_does_not_reopen() -> None:
    assert after(opened, ended(), then=open_spell(WARD_A, "4")) == []
    assert after(opened, ended(), then=open_spell(WARD_B, "1", at=hours(1))) == []


def test_an_admission_after_it_was_cancelled_reopens_the_spell() -> None:
    assert after(opened, voided, then=open_spell(WARD_A, "4")) == [reopened(WARD_A, "4")]
    assert place_after(opened, voided, (NOON, reopened(WARD_B, "2"))).ward_id == WARD_B


def test_the_admission_that_reopened_the_spell_again_records_nothing() -> None:
    past = (opened, voided, (hours(3), reopened(WARD_B, "2")), (hours(3), retold(WARD_B, "3")))
    assert after(*past, then=open_spell(WARD_B, "2", at=hours(3))) == []


def test_a_visit_of_another_person_is_refused() -> None:
    for past in ((opened,), (opened, voided), (opened, ended())):
        with pytest.raises(SpellOfAnotherPerson):
            after(*past, then=open_spell(WARD_A, "4", person=BEN))


def test_an_unknown_ward_is_refused() -> None:
    for past, bed in (((), "4"), ((opened,), "5"), ((opened, voided), "4")):
        with pytest.raises(WardNotKnown):
            after(*past, then=open_spell(WARD_A, bed), ward_known=False)


def test_a_cancelled_admission_voids_the_spell() -> None:
    assert after(opened, then=reverse_admission(hours(1))) == [voided]


def test_an_admission_cancelled_twice_is_cancelled_once() -> None:
    assert after(opened, (hours(1), voided), then=reverse_admission(hours(1))) == []
    assert after(opened, (hours(1), voided), then=reverse_admission(hours(2))) == []


def test_a_cancellation_sent_again_after_the_spell_reopened_does_not_void_it_again() -> None:
    past = (opened, (hours(1), voided), (NOON, reopened(WARD_A, "4")))
    assert after(*past, then=reverse_admission(hours(1))) == []
    assert after(*past, then=reverse_admission(hours(2))) == [voided]


def test_an_admission_nobody_heard_of_cannot_be_cancelled() -> None:
    with pytest.raises(NotKnown):
        after(then=reverse_admission(NOON))


def test_an_admission_that_has_ended_cannot_be_cancelled() -> None:
    with pytest.raises(SpellIsOver):
        after(opened, ended(), then=reverse_admission(hours(1)))


def test_a_feed_may_void_a_stay_that_has_ended() -> None:
    left = (hours(2), ended())
    assert after(opened, left, then=by_feed(reverse_admission(hours(3)))) == [voided]
    assert spell_after(opened, left, (hours(3), voided, hours(3))).stage == Voided()


def test_an_admission_says_as_what_the_person_came() -> None:
    day_case = replace(open_spell(WARD_A, "4"), patient_class=PatientClass.DAY)
    [event] = after(then=day_case)
    assert event.patient_class is PatientClass.DAY
    assert not is_here(spell_after(event))


def test_an_admission_without_a_class_is_of_somebody_in_a_bed() -> None:
    assert is_here(spell_after(opened))
