"""What an offer means for the service, in the same turn: a place kept, taken, moved or free again."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

from app.domain.case.requests.confirming import StartChanged
from app.domain.service import GiveUpPlace, HoldPlace, TakePlace
from app.domain.service.command import ServiceCommand
from app.domain.values import Words
from app.events.following import FOLLOWED_BY, followers
from tests.domain.case.requests.asking import AT_EAST, EAST, MONDAY, MONDAY_NOON, confirmed, held, over, queried
from tests.domain.case.way import CASE_ID, STREAM
from tests.domain.given import NOON, NURSE, given, uid

ON_EAST: dict[str, Any] = {"service_id": EAST, "hold_id": AT_EAST, "by": NURSE, "at": NOON}
OF_ADA: dict[str, Any] = {**ON_EAST, "case_id": CASE_ID, "units": ("am",)}


def follows(event: object) -> list[Any]:
    """What services are told; the tasks of the case follow too, and have tests of their own."""
    return [each for each in followers(given(event, stream=STREAM)) if isinstance(each, ServiceCommand)]


def test_a_yes_in_principle_holds_a_place() -> None:
    assert follows(held()) == [HoldPlace(**OF_ADA, until=NOON + timedelta(days=1))]


def test_a_confirmed_yes_takes_it_from_the_arrival_on() -> None:
    assert follows(confirmed()) == [TakePlace(**OF_ADA, starts_at=MONDAY)]
    spot = replace(confirmed(), spot=True, over_count=True)
    assert follows(spot) == [TakePlace(**OF_ADA, starts_at=MONDAY, spot=True, over_count=True)]


def test_another_start_moves_the_same_place_whatever_is_free() -> None:
    moved = StartChanged(
        offer_id=AT_EAST,
        service_id=EAST,
        units=("am",),
        arrive_from=MONDAY_NOON,
        arrive_to=MONDAY_NOON,
        spot=True,
        words=Words("Later."),
        answer_id=uid(9),
    )
    assert follows(moved) == [TakePlace(**OF_ADA, starts_at=MONDAY_NOON, over_count=True, spot=True, moves=True)]


def test_what_ends_frees_what_it_held_and_nothing_else() -> None:
    assert follows(over(held=True)) == [GiveUpPlace(**ON_EAST)]
    assert follows(over()) == []


def test_words_alone_change_no_capacity() -> None:
    assert follows(queried()) == []
    assert len(FOLLOWED_BY) == 6  # the sixth is of a stay that ends
