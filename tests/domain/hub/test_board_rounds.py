"""A board round is held once and undone once, however often it is sent, and only by a hub of this system."""

from typing import Any

import pytest

from app.domain.hub import HUB, BoardRoundHeld, BoardRoundUndone, HoldBoardRound, HubFacts, UndoBoardRound
from app.domain.rejections import NotKnown
from app.domain.system.unknown import HubNotKnown
from app.domain.values import HubId
from tests.domain.given import NOON, NURSE, decided, given, uid

FIRST, SECOND = BoardRoundHeld(round_id=uid(1)), BoardRoundHeld(round_id=uid(2))
NOT_THE_SECOND = BoardRoundUndone(round_id=uid(2))


def hold(n: int) -> HoldBoardRound:
    return HoldBoardRound(hub_id=HubId(uid(51)), round_id=uid(n), by=NURSE, at=NOON)


def undo(n: int) -> UndoBoardRound:
    return UndoBoardRound(hub_id=HubId(uid(51)), round_id=uid(n), by=NURSE, at=NOON)


def after(*past: object, then: HoldBoardRound | UndoBoardRound, hub_known: bool = True) -> list[Any]:
    return decided(HUB, given(*past), then, HubFacts(hub_known=hub_known))


def test_each_round_is_held_once() -> None:
    assert after(then=hold(1)) == [FIRST]
    assert after(FIRST, then=hold(2)) == [SECOND]
    assert after(FIRST, SECOND, then=hold(1)) == []


def test_a_round_recorded_by_mistake_is_undone_once_and_not_held_again_by_a_late_repeat() -> None:
    assert after(FIRST, SECOND, then=undo(2)) == [NOT_THE_SECOND]
    assert after(FIRST, SECOND, NOT_THE_SECOND, then=undo(2)) == []
    assert after(FIRST, SECOND, NOT_THE_SECOND, then=hold(2)) == []
    assert after(FIRST, SECOND, NOT_THE_SECOND, then=hold(3)) == [BoardRoundHeld(round_id=uid(3))]


def test_a_round_that_was_never_held_is_not_undone() -> None:
    with pytest.raises(NotKnown):
        after(FIRST, then=undo(2))


@pytest.mark.parametrize("told", [hold(1), undo(1)], ids=["hold", "undo"])
def test_a_hub_that_is_not_here_holds_and_undoes_none(told: HoldBoardRound | UndoBoardRound) -> None:
    with pytest.raises(HubNotKnown):
        after(then=told, hub_known=False)
