"""Closing a case by hand ends its alarms and its booking: not before somebody has said what became of them."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest

from app.domain.case.closing import CaseClosed, NobodyHasMetThem, StillInService
from app.domain.case.leaving import LeftHospital
from app.domain.case.outcome import Outcome
from app.domain.case.requests.ending import OfferEnded
from app.domain.case.requests.state import EndedBecause
from app.domain.case.state import Ended
from app.domain.case.tracking import CaseTracked
from app.domain.codes.pathways import Pathway
from app.domain.codes.ways_out import WayOut
from tests.domain.case.arriving.leaving import AWAY, BOOKED, LEFT_AT, MET_AT, missed
from tests.domain.case.commands import close
from tests.domain.case.events import decided_on, left
from tests.domain.case.requests.asking import AT_WEST, MONDAY, WEST, confirmed, over, sent
from tests.domain.case.stay.weeks import IN_STAY, days, end, ended, reviewed
from tests.domain.case.way import OTHER_SPELL, after, case_after
from tests.domain.given import uid

BY_HAND = [each for each in Outcome if each is not Outcome.DIED]
LATE = MONDAY + timedelta(days=1)
NEXT = replace(confirmed(AT_WEST, 141, at=WEST), arrive_from=days(22), arrive_to=days(22.1))
STEPPED_DOWN = (*IN_STAY, (days(20), sent(WEST)), (days(20), NEXT), (days(22), ended()))
IN_HOSPITAL_AGAIN = (*IN_STAY, (days(7), reviewed()), (days(14), CaseTracked(spell_id=OTHER_SPELL)))
booking_ended = over(why=EndedBecause.CASE_ENDED, held=True)


def closing(outcome: Outcome, at: datetime, words: str | None = "Handed over to Dr Khan.") -> Any:
    return replace(close(outcome, words, asked=uid(231)), at=at)


@pytest.mark.parametrize("outcome", BY_HAND)
@pytest.mark.parametrize(
    ("past", "at"),
    [(AWAY, MONDAY), (AWAY, LATE), ((*AWAY, (MET_AT, missed())), LATE), (STEPPED_DOWN, days(22.5))],
    ids=["not due yet", "overdue", "nobody was met", "stepped down"],
)
def test_while_a_first_contact_is_awaited_no_case_is_closed(
    past: tuple[Any, ...], at: datetime, outcome: Outcome
) -> None:
    with pytest.raises(NobodyHasMetThem):
        after(*past, then=closing(outcome, at))


def test_once_the_booking_is_cancelled_it_is() -> None:
    cancelled = (*AWAY, (LATE, over(why=EndedBecause.CANCELLED, held=True)))
    assert [type(each) for each in after(*cancelled, then=closing(Outcome.SETTLED, LATE))] == [CaseClosed]


@pytest.mark.parametrize("outcome", BY_HAND)
@pytest.mark.parametrize("past", [IN_STAY, IN_HOSPITAL_AGAIN], ids=["in the service", "in hospital again"])
def test_in_the_middle_of_a_stay_no_case_is_closed(past: tuple[Any, ...], outcome: Outcome) -> None:
    with pytest.raises(StillInService):
        after(*past, then=closing(outcome, days(15)))


def test_once_they_are_discharged_from_the_service_it_is() -> None:
    recorded = after(*IN_HOSPITAL_AGAIN, then=end(at=days(15)))
    home = (*IN_HOSPITAL_AGAIN, *((days(15), each) for each in recorded), (days(16), left))
    [over_] = after(*home, then=closing(Outcome.NO_LONGER_NEEDED, days(17)))
    assert isinstance(over_, CaseClosed)


def test_a_package_that_goes_on_as_before_is_no_stay_to_end() -> None:
    """Ward discharge (P0): the hub's work is done once it has restarted, and the care goes on."""
    restarted = (decided_on(Pathway.P0, Pathway.P0), *IN_STAY[len(BOOKED) :])
    past = (*BOOKED, *restarted)
    [over_] = after(*past, then=closing(Outcome.WARD_DISCHARGE, days(1)))
    assert isinstance(over_, CaseClosed)
    with pytest.raises(NobodyHasMetThem):
        after(*BOOKED, decided_on(Pathway.P0, Pathway.P0), (LEFT_AT, left), then=closing(Outcome.SETTLED, LATE))


def test_a_death_closes_it_at_any_time() -> None:
    for past in (AWAY, IN_STAY, IN_HOSPITAL_AGAIN):
        assert after(*past, then=closing(Outcome.DIED, days(15)))[0].outcome is Outcome.DIED


def test_an_admission_that_never_was_closes_it_at_any_time_and_gives_the_place_back() -> None:
    voided = replace(close(Outcome.ADMISSION_CANCELLED), at=days(1))
    for past in (AWAY, IN_STAY):
        assert after(*past, then=voided)[1:] == [booking_ended]


@pytest.mark.parametrize("outcome", [Outcome.SETTLED, Outcome.WARD_DISCHARGE, Outcome.OTHER_HOSPITAL])
def test_with_the_case_a_booking_that_was_not_used_is_given_back(outcome: Outcome) -> None:
    elsewhere = (*BOOKED, (LEFT_AT, LeftHospital(how=WayOut.TRANSFERRED)))
    assert after(*elsewhere, then=closing(outcome, LATE))[1:] == [booking_ended]


@pytest.mark.parametrize("outcome", sorted(set(BY_HAND) - {Outcome.SETTLED, Outcome.WARD_DISCHARGE}))
def test_in_hospital_too(outcome: Outcome) -> None:
    recorded = after(*BOOKED, then=closing(outcome, MONDAY))
    assert [type(each) for each in recorded] == [CaseClosed, OfferEnded]
    assert isinstance(case_after(*BOOKED, *recorded).stage, Ended)
