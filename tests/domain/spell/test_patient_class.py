"""In-patients are on the ward list; who is an out-patient or a day case is elsewhere, and may come back."""

import pytest

from app.domain.codes.patient_classes import WORDS, PatientClass
from app.domain.rejections import NotKnown
from app.domain.spell import ChangeClass
from app.domain.spell.state import Elsewhere, NotInABed, Open
from app.domain.spell.whereabouts import Place
from tests.domain.given import FEED
from tests.domain.spell.stay import (
    SPELL_ID,
    WARD_A,
    WARD_B,
    after,
    by_feed,
    ended,
    hours,
    move,
    moved,
    now_a,
    opened,
    spell_after,
)

IN, OUT = now_a(PatientClass.INPATIENT), now_a(PatientClass.OUTPATIENT)


def change(patient_class: PatientClass, n: float = 2) -> ChangeClass:
    return ChangeClass(spell_id=SPELL_ID, by=FEED, at=hours(n), told_at=hours(n), patient_class=patient_class)


@pytest.mark.parametrize("to", [PatientClass.OUTPATIENT, PatientClass.DAY, PatientClass.PREADMIT])
def test_who_is_no_longer_an_in_patient_is_elsewhere(to: PatientClass) -> None:
    assert after(opened, then=change(to)) == [now_a(to)]
    assert spell_after(opened, now_a(to)).stage == Elsewhere()


@pytest.mark.parametrize("to", [PatientClass.INPATIENT, PatientClass.EMERGENCY, PatientClass.OTHER])
def test_every_other_class_leaves_the_person_in_the_bed(to: PatientClass) -> None:
    assert after(opened, then=change(to)) == [now_a(to)]
    assert spell_after(opened, now_a(to)).stage == Open()


def test_an_in_patient_again_is_back_in_the_bed_they_had() -> None:
    spell = spell_after(opened, (hours(1), OUT), (hours(3), IN))
    assert (spell.stage, spell.place) == (Open(), Place(WARD_A, "4"))


def test_a_class_that_says_nothing_of_a_bed_brings_nobody_back() -> None:
    assert spell_after(opened, OUT, now_a(PatientClass.OTHER)).stage == Elsewhere()


def test_the_same_class_again_is_no_news() -> None:
    assert after(opened, (hours(1), OUT), then=change(PatientClass.OUTPATIENT)) == []


def test_a_class_changes_no_stay_that_has_ended() -> None:
    spell = spell_after(opened, (hours(1), ended()), (hours(2), OUT))
    assert spell.ended_at == hours(1)


def test_where_somebody_goes_while_elsewhere_is_where_they_are_when_back() -> None:
    assert after(opened, OUT, then=by_feed(move(WARD_B, "1", hours(1)))) == [moved(WARD_B, "1")]
    assert spell_after(opened, OUT, (hours(1), moved(WARD_B, "1")), IN).place == Place(WARD_B, "1")


def test_by_hand_nobody_is_moved_who_is_not_in_a_bed() -> None:
    with pytest.raises(NotInABed):
        after(opened, OUT, then=move(WARD_B, "1", hours(1)))
    assert after(opened, OUT, (hours(1), IN), then=move(WARD_B, "1", hours(2))) == [moved(WARD_B, "1")]


def test_a_stay_nobody_heard_of_has_no_class() -> None:
    with pytest.raises(NotKnown):
        after(then=change(PatientClass.INPATIENT))


def test_every_class_has_its_words() -> None:
    assert set(WORDS) == set(PatientClass)
