"""A death after leaving ends everything in one turn, whoever tells of it; taken back, all of it stands again."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from app.domain.case.arriving.command import BeforeLeaving, NotLeftYet, PersonHasDied
from app.domain.case.arriving.death import DiedBeforeTheEnd, DiedSince, HearOfDeath, HearTheyLive, ReportDeath
from app.domain.case.arriving.taking_back import ArrivingTakenBack, Said, TakeArrivingBack
from app.domain.case.closing import CaseClosed, CaseReopened
from app.domain.case.command import CaseCommand
from app.domain.case.leaving import CaseIsClosed
from app.domain.case.outcome import Outcome
from app.domain.case.requests.ending import OfferEnded
from app.domain.case.requests.giving_back import OffersGivenBack
from app.domain.case.requests.state import EndedBecause
from app.domain.case.state import Away, Ended
from app.domain.case.stay.command import BeforeTheStay
from app.domain.case.stay.due import follow_ups
from app.domain.case.stay.dying import has_died
from app.domain.case.stay.events import StayEnded, StepTakenBack
from app.domain.case.stay.state import open_stay
from app.domain.case.tracking import CaseTracked
from app.domain.case.undoing import NothingToUndo
from app.domain.codes.stay_outcomes import Destination, Found, StayOutcome
from app.domain.rejections import NotKnown, Rejection
from app.domain.values import OrganisationId
from tests.domain.case.arriving.leaving import AWAY, BOOKED, LEFT_AT, MET_AT
from tests.domain.case.commands import close, reopen
from tests.domain.case.events import closed
from tests.domain.case.requests.asking import (
    AT_EAST,
    AT_WEST,
    CARERS,
    EAST,
    FACTS,
    SERVICES,
    WEST,
    confirmed,
    over,
    sent,
)
from tests.domain.case.stay.weeks import (
    IN_STAY,
    SAID,
    STAY,
    days,
    end,
    ended,
    follow_up,
    followed_up,
    reviewed,
    take_back,
)
from tests.domain.case.way import CASE_ID, OTHER_SPELL, after, case_after
from tests.domain.given import NURSE, uid

IN_WEEK_TWO = (*IN_STAY, (days(7), reviewed()))
NEXT = replace(confirmed(AT_WEST, 141, at=WEST), arrive_from=days(22), arrive_to=days(22.1))
BOOKED_ON = (*IN_STAY, (days(20), sent(WEST)), (days(20), NEXT))
died = CaseClosed(outcome=Outcome.DIED, words=SAID, closure_id=uid(221))
booking_ended = over(why=EndedBecause.CASE_ENDED, held=True)


def report(at: Any = None, n: int = 221, of: OrganisationId | None = CARERS) -> ReportDeath:
    return ReportDeath(case_id=CASE_ID, by=NURSE, at=at or days(9), report_id=uid(n), words=SAID, organisation_id=of)


SETTLED = (*IN_STAY, (days(39), ended()), (days(39), closed(Outcome.SETTLED)))
ASKED_ALL = (*SETTLED, *((days(39 + day), followed_up(day, 230 + day)) for day in (7, 30, 91)))
since = DiedSince(report_id=uid(221), words=SAID)
lives = ArrivingTakenBack(what=Said.DEATH, words=SAID, undo_id=uid(222))


def take_death_back(n: int = 222) -> TakeArrivingBack:
    about: dict[str, Any] = {"case_id": CASE_ID, "by": NURSE, "at": days(46), "organisation_id": CARERS}
    return TakeArrivingBack(what=Said.DEATH, words=SAID, undo_id=uid(n), **about)


def told(*past: object, do: Any) -> tuple[object, ...]:
    """The past with what this command records."""
    return (*past, *((do.at, each) for each in after(*past, then=do, facts=FACTS)))


def test_between_leaving_and_first_contact_the_service_tells_of_a_death_and_all_that_is_booked_ends() -> None:
    assert after(*AWAY, then=report()) == [died, booking_ended]
    case = case_after(*told(*AWAY, do=report()))
    assert isinstance(case.stage, Ended)
    assert (case.stage.outcome, case.requests.booking, case.holding.asked) == (Outcome.DIED, None, {})


def test_in_its_care_the_stay_ends_with_it_and_nobody_asks_how_they_are() -> None:
    closing, offer, stay = after(*IN_WEEK_TWO, then=report())
    assert (closing, offer) == (died, booking_ended)
    assert isinstance(stay, StayEnded)
    assert (stay.stay_id, stay.offer_id, stay.outcome, stay.destination) == (
        STAY,
        AT_EAST,
        StayOutcome.DIED,
        Destination.NONE,
    )
    case = case_after(*told(*IN_WEEK_TWO, do=report()))
    assert open_stay(case.stays) is None
    assert has_died(case)
    assert follow_ups(case.stays[STAY]) == {}


def test_told_again_or_by_somebody_else_it_is_no_news() -> None:
    known = told(*IN_WEEK_TWO, do=report())
    assert after(*known, then=report()) == []
    assert after(*known, then=report(n=222, of=None)) == []
    assert after(*known, then=close(Outcome.DIED)) == []


@pytest.mark.parametrize(
    ("past", "command", "refusal"),
    [
        (BOOKED, report(), NotLeftYet),
        (AWAY, report(at=LEFT_AT - timedelta(minutes=1)), BeforeLeaving),
        (IN_STAY, report(at=days(-0.01)), BeforeTheStay),
        (AWAY, report(of=OrganisationId(uid(999))), NotKnown),
        ((*AWAY, closed(Outcome.SETTLED)), report(), CaseIsClosed),
        (SETTLED, report(at=days(38)), DiedBeforeTheEnd),
        (SETTLED, report(at=days(45), of=OrganisationId(uid(999))), NotKnown),
        (ASKED_ALL, report(at=days(150)), CaseIsClosed),
        ((*SETTLED, (days(45), since)), follow_up(at=days(46)), PersonHasDied),
        ((*SETTLED, (days(45), since), (days(45), lives)), take_death_back(223), NothingToUndo),
    ],
    ids=[
        *("in hospital", "before leaving", "before the stay", "another's person", "closed for another reason"),
        *("before the end", "another's person since", "nobody asks any more", "asked after the death", "lives already"),
    ],
)
def test_what_cannot_be_is_refused(past: tuple[object, ...], command: CaseCommand, refusal: type[Rejection]) -> None:
    with pytest.raises(refusal):
        after(*past, then=command)


def test_in_the_weeks_after_the_service_tells_of_a_death_and_nobody_is_asked_any_more() -> None:
    assert after(*SETTLED, then=report(at=days(45))) == [since]
    known = (*SETTLED, (days(45), since))
    case = case_after(*known)
    assert has_died(case)
    assert isinstance(case.stage, Ended)
    assert case.stage.outcome is Outcome.SETTLED, "what it was closed for stays"
    assert after(*known, then=report(at=days(46), n=224)) == []
    assert after(*known, then=HearOfDeath(case_id=CASE_ID, by=NURSE, at=days(46))) == []
    assert after(*known, then=take_death_back()) == [lives]
    again = case_after(*known, (days(46), lives))
    assert not has_died(again)
    assert follow_ups(again.stays[STAY]).keys() == {7, 30, 91}


def test_of_a_death_known_elsewhere_a_closed_case_hears_and_a_live_one_is_closed_instead() -> None:
    hear, lived = (each(case_id=CASE_ID, by=NURSE, at=days(45)) for each in (HearOfDeath, HearTheyLive))
    [heard] = after(*SETTLED, then=hear)
    assert isinstance(heard, DiedSince)
    [back] = after(*SETTLED, (days(45), heard), then=lived)
    assert isinstance(back, ArrivingTakenBack)
    assert [after(*past, then=hear) for past in (IN_WEEK_TWO, ASKED_ALL)] == [[], []]
    assert after(*SETTLED, then=lived) == []


def test_a_death_that_hub_or_feed_tell_of_ends_the_stay_as_well() -> None:
    _, _, stay = after(*IN_WEEK_TWO, then=replace(close(Outcome.DIED), at=days(9)))
    assert isinstance(stay, StayEnded)
    assert stay.outcome is StayOutcome.DIED
    in_hospital = (*IN_WEEK_TWO, (days(14), CaseTracked(spell_id=OTHER_SPELL)))
    recorded = after(*in_hospital, then=replace(close(Outcome.DIED), at=days(15)))
    assert [type(each) for each in recorded] == [CaseClosed, OfferEnded, StayEnded]


def test_a_discharge_by_death_ends_both_bookings_and_is_said_once() -> None:
    dies = end(outcome=StayOutcome.DIED, destination=Destination.NONE, at=days(21))
    recorded = after(*BOOKED_ON, then=dies)
    assert [type(each) for each in recorded] == [StayEnded, CaseClosed, OfferEnded, OfferEnded]
    assert [each.offer_id for each in recorded[2:]] == [AT_EAST, AT_WEST], "where it was a mistake, both are given back"


def test_found_to_have_died_after_one_service_they_are_in_no_other() -> None:
    moved = (*BOOKED_ON, (days(22), ended()))
    found = follow_up(7, found=Found.DIED, at=days(29.5))
    recorded = after(*moved, then=found)
    assert [type(each) for each in recorded] == [type(recorded[0]), CaseClosed, OfferEnded]
    back = after(*told(*moved, do=found), then=take_back(216, at=days(30)), facts=FACTS)
    assert [type(each) for each in back][:2] == [StepTakenBack, CaseReopened]


@pytest.mark.parametrize("past", [AWAY, IN_WEEK_TWO], ids=["not met yet", "in a stay"])
def test_a_death_told_by_mistake_is_taken_back_and_everything_stands_as_it_did(past: tuple[object, ...]) -> None:
    before, known = case_after(*past), told(*past, do=report())
    again = case_after(*told(*known, do=replace(reopen(), at=days(10))))
    assert isinstance(again.stage, Away)
    assert (again.stage, again.stays) == (before.stage, before.stays)
    assert (again.requests.offers, again.requests.booking) == (before.requests.offers, before.requests.booking)


def test_the_service_takes_its_own_discharge_by_death_back_and_the_stay_goes_on() -> None:
    known = told(*IN_WEEK_TWO, do=end(outcome=StayOutcome.DIED, at=days(9)))
    recorded = after(*known, then=take_back(215), facts=FACTS)
    assert [type(each) for each in recorded] == [StepTakenBack, CaseReopened, OffersGivenBack]


def test_who_died_after_one_stay_was_over_gets_no_place_there_when_that_was_wrong() -> None:
    sought = (*IN_STAY, (days(20), sent(WEST)), (days(22), ended()))
    known = told(*sought, do=replace(close(Outcome.DIED), at=days(23)))
    facts = replace(FACTS, services=SERVICES)
    [_, back] = after(*known, then=replace(reopen(), at=days(24)), facts=facts)
    assert isinstance(back, OffersGivenBack)
    assert [each.units for each in back.given_back if each.service_id == EAST] == [()]


def test_a_death_that_the_hub_tells_of_a_time_before_first_contact_ends_the_stay_as_it_begins() -> None:
    known = told(*IN_STAY, do=replace(close(Outcome.DIED), at=MET_AT - timedelta(hours=1)))
    stay = case_after(*known).stays[STAY]
    assert stay.ended
    assert (stay.ended.at, stay.left_bed_at, stay.closed_at) == (MET_AT, MET_AT, MET_AT)


def test_a_death_in_hospital_that_the_service_told_was_none_and_the_stay_goes_on_with_its_booking() -> None:
    in_hospital = (*IN_WEEK_TWO, (days(14), CaseTracked(spell_id=OTHER_SPELL)))
    dies = end(outcome=StayOutcome.DIED, destination=Destination.NONE, at=days(15))
    known = told(*told(*in_hospital, do=dies), do=replace(close(Outcome.DIED), at=days(16)))
    again = case_after(*told(*known, do=replace(reopen(), at=days(17))))
    assert open_stay(again.stays)
    assert (again.requests.booking, again.requests.confirmed) == (AT_EAST, (AT_EAST,))
