"""The cards of somebody who left: the hub's and the service's say what is due, known, and was left open."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from app.domain.case.arriving.state import NoContact
from app.domain.case.arriving.taking_back import Said
from app.domain.case.leaving import LeftHospital
from app.domain.case.outcome import Outcome
from app.domain.values import WardId
from app.views.case import CaseRow
from app.views.case import rows as cards
from app.views.offer import OfferRow
from app.views.offer import rows as offers
from tests.domain.case.arriving.leaving import AWAY, BOOKED, LEFT_AT, MET_AT, arrived, met, missed, taken_back
from tests.domain.case.events import accepted, back, closed, reopened, submitted
from tests.domain.case.requests.asking import AT_EAST, AT_WEST, EAST, MONDAY, MONDAY_NOON, WEST
from tests.domain.case.stay.test_stays import BOOKED_ON, met_at_west
from tests.domain.case.stay.test_step_down import failing
from tests.domain.case.stay.weeks import days, ended
from tests.domain.case.tasks.work import LETTER, finished, knowing, worked
from tests.domain.case.way import STREAM, after
from tests.domain.given import given, uid

EVENING = MONDAY + timedelta(hours=9)
WARD = WardId(uid(5))


def card(*past: Any) -> CaseRow:
    return cards(given(*past, stream=STREAM))[0]


def offer(*past: Any) -> OfferRow:
    [row] = [each for each in offers(given(*past, stream=STREAM)) if each.id == AT_EAST]
    return row


@pytest.mark.parametrize(
    ("since", "stage", "said"),
    [
        ([], "left_hospital", {"arrival_due": LEFT_AT + timedelta(hours=3), "contact_due": MONDAY_NOON}),
        ([(MONDAY, arrived())], "left_hospital", {"arrived_at": MONDAY, "contact_due": MONDAY_NOON}),
        ([(MONDAY, arrived()), (MET_AT, met())], "in_service", {"arrived_at": MONDAY, "contact_at": MET_AT}),
        (
            [(MET_AT, met()), (EVENING, taken_back(Said.FIRST_CONTACT))],
            "left_hospital",
            {"arrival_due": LEFT_AT + timedelta(hours=3), "contact_due": MONDAY_NOON},
        ),
        (
            [(MET_AT, met()), (EVENING, closed(Outcome.DIED)), (EVENING, reopened())],
            "in_service",
            {"contact_at": MET_AT},
        ),
    ],
    ids=["left", "arrived", "met", "not met after all", "closed by mistake"],
)
def test_the_card_says_what_is_due_and_known_until_the_stay_begins(
    since: list[Any], stage: str, said: dict[str, Any]
) -> None:
    row, its = card(*AWAY, *since), offer(*AWAY, *since)
    known = {name: at.isoformat() for name, at in said.items()}
    expected = dict.fromkeys(("arrival_due", "arrived_at", "contact_due", "contact_at", "missed"), None)
    assert row.stage == stage
    assert row.arriving == {
        **expected,
        **known,
        "left_at": LEFT_AT.isoformat(),
        "stops": 0,
        "in_service": stage == "in_service",
    }
    assert its.arriving == row.arriving
    assert row.position == its.position == len(AWAY) + len(since)


def test_who_is_in_hospital_has_not_arrived_on_any_card() -> None:
    for past in (BOOKED, (*AWAY, (MONDAY, arrived()), (EVENING, back))):
        assert (card(*past).arriving, offer(*past).arriving) == (None, None)
    assert offer(*AWAY, (MONDAY, arrived()), (EVENING, back)).position == len(AWAY) + 2


def test_the_latest_contact_that_failed_is_shown_until_they_are_met() -> None:
    tried = [(MET_AT, missed()), (EVENING, missed(205, NoContact.NOBODY_CAME))]
    row = card(*AWAY, *tried)
    assert row.arriving
    assert row.arriving["missed"] == {"why": "nobody_came", "at": EVENING.isoformat()}
    late = card(*AWAY, *tried, (EVENING, met()))
    assert late.arriving
    assert late.arriving["missed"] is None


def test_stops_that_were_open_when_they_left_are_counted_until_they_are_done() -> None:
    past = worked(submitted(), accepted, facts=knowing(LETTER))
    stops = [card(*past, LeftHospital(), *more).arriving for more in ([], [finished()])]
    assert [each and each["stops"] for each in stops] == [1, 0]


def test_the_ward_that_they_left_is_kept_also_where_time_or_way_are_put_right() -> None:
    left = LeftHospital(ward_id=WARD)
    assert card(submitted(), left).left_from == WARD
    assert card(submitted(), left, LeftHospital()).left_from == WARD


def test_a_service_keeps_the_card_of_whom_it_has_until_they_leave_it_also_when_the_next_has_confirmed() -> None:
    def shown(*past: Any) -> dict[UUID, tuple[bool, str | None]]:
        """Of each service: whether its card is gone, and since when it has met them."""
        found = offers(given(*past, stream=STREAM))
        return {each.id: (each.gone, each.arriving["contact_at"] if each.arriving else None) for each in found}

    here = MET_AT.isoformat()
    assert shown(*BOOKED_ON) == {AT_EAST: (False, here), AT_WEST: (False, None)}
    moved = (*BOOKED_ON, (days(22), ended()))
    assert shown(*moved) == {AT_EAST: (True, None), AT_WEST: (False, None)}
    there = (*moved, (days(22.1), met_at_west))
    assert shown(*there) == {AT_EAST: (True, None), AT_WEST: (False, days(22.1).isoformat())}
    assert card(*BOOKED_ON).service_id == WEST, "on the board stands where they go next"
    [cancelled] = after(*BOOKED_ON, then=failing(AT_WEST))
    stays_on = card(*BOOKED_ON, (days(21), cancelled))
    assert (stays_on.service_id, stays_on.stage) == (EAST, "in_service")
