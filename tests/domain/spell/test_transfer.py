"""A planned move: to which bed, and not after all. The move itself ends the plan."""

import pytest

from app.domain.spell import PlanTransfer, TransferPlanWithdrawn, WithdrawTransferPlan
from app.domain.spell.whereabouts import Place
from app.domain.system.unknown import WardNotKnown
from tests.domain.given import FEED
from tests.domain.spell.stay import (
    SPELL_ID,
    WARD_A,
    WARD_B,
    WARD_C,
    after,
    corrected,
    ended,
    hours,
    moved,
    opened,
    spell_after,
    to_move_to,
)

to_b = (hours(1), to_move_to(WARD_B, "1"))
PLAN_B = PlanTransfer(spell_id=SPELL_ID, by=FEED, at=hours(1), told_at=hours(1), ward_id=WARD_B, bed="1")
WITHDRAW = WithdrawTransferPlan(spell_id=SPELL_ID, by=FEED, at=hours(2), told_at=hours(2))


def test_a_planned_move_shows_where_to_and_moves_nobody() -> None:
    assert after(opened, then=PLAN_B) == [to_move_to(WARD_B, "1")]
    spell = spell_after(opened, to_b)
    assert (spell.next_place, spell.place) == (Place(WARD_B, "1"), Place(WARD_A, "4"))


def test_the_same_plan_again_is_no_news_and_a_newer_one_counts() -> None:
    assert after(opened, to_b, then=PLAN_B) == []
    assert spell_after(opened, to_b, (hours(2), to_move_to(WARD_C, "7"))).next_place == Place(WARD_C, "7")


def test_the_move_itself_ends_the_plan_wherever_it_went() -> None:
    for ward, bed in ((WARD_B, "1"), (WARD_C, "7")):
        assert spell_after(opened, to_b, (hours(2), moved(ward, bed))).next_place is None


def test_a_correction_of_the_bed_is_no_move() -> None:
    assert spell_after(opened, to_b, (hours(2), corrected(WARD_A, "6"))).next_place == Place(WARD_B, "1")


def test_a_plan_is_withdrawn_where_there_is_one() -> None:
    assert after(opened, to_b, then=WITHDRAW) == [TransferPlanWithdrawn()]
    assert after(opened, then=WITHDRAW) == []
    assert spell_after(opened, to_b, TransferPlanWithdrawn()).next_place is None


def test_nobody_who_left_is_to_move() -> None:
    assert after(opened, ended(), then=PLAN_B) == []


def test_a_plan_for_a_ward_nobody_knows_is_refused() -> None:
    with pytest.raises(WardNotKnown):
        after(opened, then=PLAN_B, ward_known=False)
