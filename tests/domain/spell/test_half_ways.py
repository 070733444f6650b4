"""The discharge lounge and the virtual ward: still in hospital, or still under its care."""

import pytest

from app.domain.codes.patient_classes import PatientClass
from app.domain.consequences import Standing, standing
from app.domain.spell import CameBackToWard, ReturnToWard, SendToLounge, WayOut, WentToLounge
from app.domain.spell.lounge import LoungeBeforeAdmission
from app.domain.spell.ready import ready
from app.domain.spell.returning import BeforeTheyWent
from app.domain.spell.state import Ended, NotInABed, OnVirtualWard, Open, Spell, SpellIsOver, VirtualWard
from app.domain.spell.whereabouts import Place
from app.domain.values import WardId
from tests.domain.given import NOON, NURSE
from tests.domain.spell.stay import (
    NO_LONGER,
    SPELL_ID,
    WARD_A,
    WARD_B,
    after,
    by_feed,
    end,
    end_reversed,
    ended,
    hours,
    move,
    moved,
    now_a,
    opened,
    reverse_end,
    review,
    reviewed,
    spell_after,
    voided,
)

in_lounge = WentToLounge()
VIRTUAL = WayOut.VIRTUAL_WARD
at_home = (hours(2), ended(VIRTUAL))


def back(ward: WardId | None = None, bed: str | None = None) -> CameBackToWard:
    return CameBackToWard(ward_id=ward, bed=bed)


def to_lounge(n: float = 2) -> SendToLounge:
    return SendToLounge(spell_id=SPELL_ID, by=NURSE, at=hours(n))


def to_ward(n: float = 4, ward: WardId | None = None, bed: str | None = None) -> ReturnToWard:
    return ReturnToWard(spell_id=SPELL_ID, by=NURSE, at=hours(n), ward_id=ward, bed=bed)


def nights(spell: Spell) -> int:
    return ready(spell.reviews, NOON, spell.left_bed_at, hours(90), spell.virtual_ward_before).nights_in_all


def test_who_waits_in_the_lounge_is_in_hospital_still() -> None:
    assert after(opened, then=to_lounge()) == [in_lounge]
    spell = spell_after(opened, (hours(2), in_lounge))
    assert (spell.lounge_since, spell.place, standing(spell)) == (hours(2), Place(WARD_A, "4"), Standing.HERE)
    assert after(opened, (hours(2), in_lounge), then=to_lounge(3)) == []


@pytest.mark.parametrize("then", [ended(), back(), back(WARD_B, "1"), moved(WARD_B, "1"), voided])
def test_leaving_and_a_bed_end_the_lounge(then: object) -> None:
    assert spell_after(opened, (hours(2), in_lounge), (hours(3), then)).lounge_since is None


def test_who_is_back_from_the_lounge_has_the_bed_they_had_or_another() -> None:
    past = [opened, (hours(2), in_lounge)]
    assert after(*past, then=to_ward()) == [back()]
    assert spell_after(*past, (hours(4), back())).place == Place(WARD_A, "4")
    assert after(*past, then=to_ward(4, WARD_B, "1")) == [back(WARD_B, "1")]
    assert spell_after(*past, (hours(4), back(WARD_B, "1"))).place == Place(WARD_B, "1")
    assert after(*past, (hours(4), back()), then=to_ward(5)) == []


def test_a_move_told_late_from_before_the_lounge_does_not_end_it() -> None:
    past = [opened, (hours(2), in_lounge), (hours(1), moved(WARD_B, "1"))]
    assert spell_after(*past).lounge_since == hours(2)


def test_times_that_cannot_be_are_refused() -> None:
    with pytest.raises(LoungeBeforeAdmission):
        after(opened, then=to_lounge(-1))
    with pytest.raises(BeforeTheyWent):
        after(opened, (hours(2), in_lounge), then=to_ward(1))
    with pytest.raises(BeforeTheyWent):
        after(opened, at_home, then=end(hours(1)))


def test_nobody_waits_in_the_lounge_who_is_in_no_bed() -> None:
    for past, refusal in (
        ([opened, ended()], SpellIsOver),
        ([opened, at_home], OnVirtualWard),
        ([opened, now_a(PatientClass.OUTPATIENT)], NotInABed),
    ):
        with pytest.raises(refusal):
            after(*past, then=to_lounge())


def test_on_the_virtual_ward_the_person_is_away_and_not_discharged() -> None:
    assert after(opened, then=end(hours(2), VIRTUAL)) == [ended(VIRTUAL)]
    spell = spell_after(opened, at_home)
    assert (spell.stage, standing(spell), spell.ended_at) == (VirtualWard(hours(2)), Standing.AWAY, None)
    assert (spell.left_bed_at, spell.way_out) == (hours(2), VIRTUAL)
    assert after(opened, at_home, then=end(hours(2), VIRTUAL)) == []


def test_the_virtual_ward_ends_or_leads_back_to_a_bed() -> None:
    past = [opened, at_home]
    assert after(*past, then=end(hours(5))) == [ended()]
    assert spell_after(*past, (hours(5), ended())).stage == Ended(hours(5), WayOut.DISCHARGED)
    assert after(*past, then=to_ward(5, WARD_B, "1")) == [back(WARD_B, "1")]
    here = spell_after(*past, (hours(5), back(WARD_B, "1")))
    assert (here.stage, here.place) == (Open(), Place(WARD_B, "1"))
    assert spell_after(*past, (hours(5), ended(WayOut.DIED))).way_out is WayOut.DIED


def test_a_mistaken_virtual_ward_is_taken_back() -> None:
    assert after(opened, at_home, then=reverse_end(hours(3))) == [end_reversed()]
    spell = spell_after(opened, at_home, (hours(3), end_reversed()))
    assert (spell.stage, spell.virtual_ward_before) == (Open(), ())


def test_a_feeds_move_to_a_bed_brings_back_from_the_virtual_ward_but_not_one_from_before() -> None:
    assert after(opened, at_home, then=by_feed(move(WARD_B, "1", hours(5)))) == [moved(WARD_B, "1")]
    assert spell_after(opened, at_home, (hours(5), moved(WARD_B, "1"))).stage == Open()
    assert spell_after(opened, at_home, (hours(1), moved(WARD_B, "1"))).stage == VirtualWard(hours(2))


def test_nothing_of_a_bed_is_recorded_of_who_is_on_the_virtual_ward() -> None:
    with pytest.raises(OnVirtualWard):
        after(opened, at_home, then=move(WARD_B, "1", hours(3)))


def test_no_night_is_counted_on_the_virtual_ward_nor_after_it_until_a_review() -> None:
    fit = (hours(1), reviewed(NO_LONGER))
    away = (hours(30), ended(VIRTUAL))
    assert nights(spell_after(opened, fit)) == 4
    assert nights(spell_after(opened, fit, away)) == 1
    returned = [opened, fit, away, (hours(50), back())]
    assert nights(spell_after(*returned)) == 1
    assert after(*returned, then=review(NO_LONGER, at=hours(59), review=32)) != []
    assert nights(spell_after(*returned, (hours(59), reviewed(NO_LONGER, review=32)))) == 3
