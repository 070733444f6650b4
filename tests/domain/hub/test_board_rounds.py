"""A board round is held once however often it is sent, and only by a hub of this system."""

from typing import Any

import pytest

from app.domain.hub import HUB, BoardRoundHeld, HoldBoardRound, HubFacts
from app.domain.system.unknown import HubNotKnown
from app.domain.values import HubId
from tests.domain.given import NOON, NURSE, decided, given, uid

FIRST, SECOND = BoardRoundHeld(round_id=uid(1)), BoardRoundHeld(round_id=uid(2))


def hold(n: int) -> HoldBoardRound:
    return HoldBoardRound(hub_id=HubId(uid(51)), round_id=uid(n), by=NURSE, at=NOON)


def after(*past: object, then: HoldBoardRound, hub_known: bool = True) -> list[Any]:
    return decided(HUB, given(*past), then, HubFacts(hub_known=hub_known))


def test_each_round_is_held_once() -> None:
    assert after(then=hold(1)) == [FIRST]
    assert after(FIRST, then=hold(2)) == [SECOND]
    assert after(FIRST, SECOND, then=hold(1)) == []


def test_a_hub_that_is_not_here_holds_none() -> None:
    with pytest.raises(HubNotKnown):
        after(then=hold(1), hub_known=False)
