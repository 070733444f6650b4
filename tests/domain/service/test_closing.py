"""A service that takes nobody for a time."""

from datetime import timedelta

import pytest

from app.domain.rejections import NotKnown
from app.domain.service import ClosedFor, CloseService, ReopenService, ServiceClosed, ServiceReopened
from app.domain.service.closing import WORDS, LooksAgainInThePast
from tests.domain.given import NOON, given
from tests.domain.service.kit import after, hours, on, says

TODAY = NOON.date()
closed = ServiceClosed(why=ClosedFor.OUTBREAK, until=TODAY + timedelta(days=4))
opened = ServiceReopened()
close = CloseService(**on(why=ClosedFor.OUTBREAK, until=TODAY + timedelta(days=4)))
reopen = ReopenService(**on(at=hours(2)))


def test_a_service_closes_and_opens_again() -> None:
    assert says(after(), close) == [closed]
    assert says(after((NOON, closed)), reopen) == [opened]


def test_closed_twice_is_closed_once_and_open_twice_is_open_once() -> None:
    assert says(after((NOON, closed)), close) == []
    assert says(after((NOON, closed), (hours(2), opened)), reopen) == []
    assert says(after(), reopen) == []


def test_a_closing_repeated_after_it_opened_again_does_not_close_it() -> None:
    assert says(after((NOON, closed), (hours(2), opened)), close) == []


def test_an_opening_repeated_after_it_closed_again_does_not_open_it() -> None:
    assert says(after((NOON, closed), (hours(2), opened), (hours(3), closed)), reopen) == []


def test_another_reason_or_day_is_another_closing() -> None:
    longer = CloseService(**on(why=ClosedFor.OUTBREAK, until=None, at=hours(1)))
    assert says(after((NOON, closed)), longer) == [ServiceClosed(why=ClosedFor.OUTBREAK)]


def test_a_service_does_not_look_again_on_a_day_that_is_over() -> None:
    with pytest.raises(LooksAgainInThePast):
        says(after(), CloseService(**on(why=ClosedFor.OWN_PAUSE, until=TODAY - timedelta(days=1))))
    assert says(after(), CloseService(**on(why=ClosedFor.OWN_PAUSE, until=TODAY)))


def test_a_service_that_is_not_listed_is_not_known() -> None:
    for command in (close, reopen):
        with pytest.raises(NotKnown):
            says(given(), command)


def test_each_reason_has_words() -> None:
    assert set(WORDS) == set(ClosedFor)
