"""Adding a feed, and saying how it is read."""

from dataclasses import replace
from typing import Any

import pytest

from app.domain.feed import (
    FEED,
    AddFeed,
    ChangeFeed,
    FeedAdded,
    FeedChanged,
    FeedFacts,
    FeedHasAnotherSender,
)
from app.domain.rejections import NotKnown
from app.domain.system.unknown import SiteNotKnown, WardNotKnown
from app.domain.values import FeedId, SiteId, WardId
from tests.domain.given import NOON, NURSE, decided, given, uid

SAID: dict[str, Any] = {"feed_id": FeedId(uid(1)), "by": NURSE, "at": NOON}
SITE, WARD = str(uid(2)), str(uid(3))

added = FeedAdded(application="PAS", facility="NORTHMOOR", name="Northmoor PAS")
changed = FeedChanged(name="Northmoor", settings={"silent_after_minutes": 30})
add_feed = AddFeed(application="PAS", facility="NORTHMOOR", name="Northmoor PAS", **SAID)
change_feed = ChangeFeed(name="Northmoor", settings={"silent_after_minutes": 30}, **SAID)


def test_a_feed_is_added() -> None:
    assert decided(FEED, given(), add_feed, FeedFacts()) == [added]


def test_the_same_feed_added_again_records_nothing_whatever_was_said_of_it_since() -> None:
    assert decided(FEED, given(added), add_feed, FeedFacts()) == []
    assert decided(FEED, given(added, changed), add_feed, FeedFacts()) == []


@pytest.mark.parametrize("other", [{"application": "LAB"}, {"facility": "*"}, {"name": "Southmoor"}])
def test_a_feed_keeps_its_sender(other: dict[str, Any]) -> None:
    with pytest.raises(FeedHasAnotherSender):
        decided(FEED, given(added), replace(add_feed, **other), FeedFacts())


def test_a_feed_that_was_set_up_before_feeds_were_events_begins_as_it_was() -> None:
    assert decided(FEED, given(), add_feed, FeedFacts(set_up=added)) == [added]
    with pytest.raises(FeedHasAnotherSender):
        decided(FEED, given(), replace(add_feed, facility="*"), FeedFacts(set_up=added))


def test_a_feed_is_read_otherwise_from_now_on() -> None:
    assert decided(FEED, given(added), change_feed, FeedFacts()) == [changed]
    other = replace(change_feed, settings={"silent_after_minutes": 45})
    assert decided(FEED, given(added, changed), other, FeedFacts()) == [
        replace(changed, settings={"silent_after_minutes": 45})
    ]


def test_the_same_settings_again_record_nothing() -> None:
    assert decided(FEED, given(added, changed), change_feed, FeedFacts()) == []


def test_the_first_change_of_a_feed_that_was_set_up_before_begins_its_stream() -> None:
    assert decided(FEED, given(), change_feed, FeedFacts(set_up=added)) == [added, changed]


def test_a_feed_that_nobody_set_up_is_not_known() -> None:
    with pytest.raises(NotKnown):
        decided(FEED, given(), change_feed, FeedFacts())


def test_settings_name_places_of_this_system_or_are_refused() -> None:
    with pytest.raises(SiteNotKnown):
        decided(FEED, given(added), change_feed, FeedFacts(site_known=False))
    with pytest.raises(WardNotKnown):
        decided(FEED, given(added), change_feed, FeedFacts(wards_known=False))


def test_the_places_that_settings_name() -> None:
    named = replace(change_feed, settings={"site_id": SITE, "wards": {"ASH": WARD, "ASH 2": WARD, "LAB": None}})
    assert (named.site, named.wards) == (SiteId(uid(2)), frozenset({WardId(uid(3))}))
    silent = replace(change_feed, settings={"site_id": None, "wards": {}})
    for nowhere in (silent, change_feed):
        assert nowhere.site is None
        assert not nowhere.wards


def test_each_feed_is_a_stream() -> None:
    assert add_feed.stream == change_feed.stream == f"feed:{uid(1)}"
