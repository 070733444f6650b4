"""The rows of places, staff, services and feeds: what was said last, and replay equals live."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

import pytest

from app.domain.system import HubChanged, WardChanged
from app.domain.values import Stream
from app.views import feed, place, service, staff
from app.views.kind import Row
from tests.domain.feed.test_feed import added
from tests.domain.feed.test_feed import changed as read_otherwise
from tests.domain.given import NOON, given, uid
from tests.domain.service.test_service import listed
from tests.domain.system.test_places import COUNCIL, HUB, NORTH, OAK, TRUST, council, hub, north, oak, trust
from tests.domain.system.test_staff import PRIYA, changed, gone, joined

SERVICE, FEED = Stream(f"service:{uid(1)}"), Stream(f"feed:{uid(1)}")
more_beds = WardChanged(ward_id=OAK, code="OAK", name="Oak Ward", site_id=NORTH, beds=("1", "2", "3"))
other_hub = HubChanged(hub_id=HUB, name="Valley Hub", organisation_id=COUNCIL)


def test_every_place_has_one_row_as_it_was_last_described() -> None:
    shown = place.rows(given(trust, council, north, oak, hub, more_beds))
    assert [(row.place, row.name, row.code, row.parent_id, row.beds, row.position) for row in shown] == [
        ("organisation", "Valley Trust", "RX0", None, (), 1),
        ("organisation", "Valley Council", "E99", None, (), 2),
        ("site", "North", "RX001", TRUST, (), 3),
        ("ward", "Oak Ward", "OAK", NORTH, ("1", "2", "3"), 6),
        ("hub", "Valley Hub", None, TRUST, (), 5),
    ]


def test_a_member_of_staff_is_on_the_roster_until_they_leave() -> None:
    [here] = staff.rows(given(joined, changed))
    assert (here.id, here.role, here.gone, here.position) == (PRIYA, "hub_lead", False, 2)
    [left] = staff.rows(given(joined, gone))
    assert (left.gone, left.position) == (True, 2)
    [back] = staff.rows(given(joined, gone, joined))
    assert (back.gone, back.position) == (False, 3)


def test_a_service_is_shown_as_it_was_last_listed() -> None:
    [row] = service.rows(given(listed, replace(listed, name="Dale Reablement"), stream=SERVICE))
    assert (row.id, row.name, row.line, row.pathway, row.position) == (uid(1), "Dale Reablement", "reab", "P1", 2)


def test_a_feed_is_shown_with_how_it_is_read() -> None:
    [row] = feed.rows(given(added, stream=FEED))
    assert (row.id, row.name, row.application, row.facility, row.added_at) == (
        uid(1),
        "Northmoor PAS",
        "PAS",
        "NORTHMOOR",
        NOON,
    )
    assert (row.settings, row.settings_version, row.position) == ({}, 0, 1)
    [row] = feed.rows(given(added, read_otherwise, stream=FEED))
    assert (row.name, row.settings, row.added_at) == ("Northmoor", {"silent_after_minutes": 30}, NOON)
    assert (row.settings_version, row.position) == (2, 2)


@pytest.mark.parametrize("rows", [place.rows, staff.rows, service.rows, feed.rows])
def test_nothing_is_shown_of_an_empty_stream(rows: Callable[[Sequence[Any]], Sequence[Row]]) -> None:
    assert list(rows([])) == []


@pytest.mark.parametrize(
    ("rows", "events"),
    [
        (place.rows, (trust, council, north, oak, hub, more_beds, other_hub)),
        (staff.rows, (joined, changed, gone, joined)),
        (service.rows, (listed, replace(listed, name="Dale Reablement"))),
        (feed.rows, (added, read_otherwise)),
    ],
)
def test_what_a_screen_held_and_what_changed_since_make_what_is_loaded(
    rows: Callable[[Sequence[Any]], Sequence[Row]], events: tuple[object, ...]
) -> None:
    past = given(*events, stream=SERVICE)
    loaded = {row.id: row for row in rows(past)}
    for head in range(len(past) + 1):
        held = {row.id: row for row in rows(past[:head])}
        assert held | {key: row for key, row in loaded.items() if row.position > head} == loaded
