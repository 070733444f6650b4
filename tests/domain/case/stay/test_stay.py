"""What may be said of a stay, what a repeat is, and what is refused in which words."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from app.domain.case.closing import CaseClosed, CaseReopened
from app.domain.case.outcome import Outcome
from app.domain.case.referral import AlreadyHasLiveCase
from app.domain.case.state import Away, Ended
from app.domain.case.stay.command import BeforeTheStay, StayIsOver
from app.domain.case.stay.ending import EndedBeforeAReview, ScoreOutOfRange, ScoreWithoutTool
from app.domain.case.stay.events import Remains
from app.domain.case.stay.following_up import FollowedUpAlready, FollowUpTooEarly, NoSuchFollowUp, StayGoesOn
from app.domain.case.stay.lasting import (
    ExitInThePast,
    ExtensionInThePast,
    ExtensionInWords,
    ExtensionNotLater,
    ExtensionTooLong,
    ToldTooLate,
)
from app.domain.case.stay.reviewing import NoBedToRemainIn, RemainsNotSaid
from app.domain.case.stay.taking_back import FollowedUpSince
from app.domain.case.undoing import NothingToUndo
from app.domain.codes.extension_reasons import ExtensionReason
from app.domain.codes.functional_scores import Tool
from app.domain.codes.stay_outcomes import StayOutcome
from app.domain.practice import ServiceLines
from app.domain.rejections import NotKnown, Rejection
from tests.domain.case.events import back, closed
from tests.domain.case.requests.asking import AT_WEST, CARERS, OTHERS, WEST, confirmed, sent
from tests.domain.case.stay.weeks import (
    IN_BED,
    IN_STAY,
    SIX_WEEKS_ON,
    days,
    end,
    ended,
    exit_planned,
    extend,
    extended,
    follow_up,
    followed_up,
    plan_exit,
    review,
    reviewed,
    stay_after,
    step_back,
    take_back,
    tell,
    told,
)
from tests.domain.case.way import LISTS, OTHER_CASE, after, known, stage_after
from tests.domain.given import uid

CLOSED = closed(Outcome.SETTLED, asked=uid(215))
OVER = (*IN_STAY, (days(39), ended()), (days(39), CLOSED))


@pytest.mark.parametrize(
    ("command", "step"),
    [(review(), reviewed()), (extend(), extended()), (tell(), told()), (plan_exit(), exit_planned())],
    ids=["review", "extension", "charging", "exit plan"],
)
def test_each_step_is_recorded_once_and_taken_back_by_itself(command: Any, step: Any) -> None:
    assert after(*IN_STAY, then=command) == [step]
    said = (*IN_STAY, (command.at, step))
    assert after(*said, then=command) == []
    number = int(str(step.step_id)[-3:])
    assert after(*said, then=take_back(number)) == [step_back(number)]
    assert stay_after(*said, step_back(number)) == stay_after(*IN_STAY)
    assert after(*said, step_back(number), then=command) == []
    assert after(*said, step_back(number), then=take_back(number)) == []


def test_in_a_bed_a_review_says_whether_they_still_have_to_be_there() -> None:
    assert after(*IN_BED, then=review(remains=Remains.NO_LONGER_MEETS)) == [reviewed(remains=Remains.NO_LONGER_MEETS)]
    with pytest.raises(RemainsNotSaid):
        after(*IN_BED, then=review())
    with pytest.raises(NoBedToRemainIn):
        after(*IN_STAY, then=review(remains=Remains.MEETS))


def test_with_the_last_stay_the_case_ends() -> None:
    assert after(*IN_STAY, then=end()) == [ended(), CLOSED]
    died = ended(StayOutcome.DIED), CaseClosed(outcome=Outcome.DIED, words=None, closure_id=uid(215))
    assert after(*IN_STAY, then=end(outcome=StayOutcome.DIED))[:2] == [*died]
    assert after(*OVER, then=end()) == []


@pytest.mark.parametrize(
    "more",
    [[back], [sent(WEST)], [sent(WEST), confirmed(AT_WEST, 141, at=WEST)]],
    ids=["in hospital", "asked", "booked"],
)
def test_who_goes_on_elsewhere_or_is_in_hospital_keeps_their_case(more: list[Any]) -> None:
    past = (*IN_STAY, *((days(20), each) for each in more))
    assert after(*past, then=end())[:1] == [ended()]
    assert [event for event in after(*past, then=end()) if isinstance(event, CaseClosed)] == []


def test_a_discharge_is_taken_back_and_with_it_the_closing_of_the_case() -> None:
    taken = [step_back(215), CaseReopened(words=step_back(215).words, reopening_id=uid(217))]
    assert after(*OVER, then=take_back(215)) == taken
    again = (*OVER, *((days(40), each) for each in taken))
    assert isinstance(stage_after(*OVER), Ended)
    assert isinstance(stage_after(*again), Away)
    assert stay_after(*again) == stay_after(*IN_STAY)
    with pytest.raises(AlreadyHasLiveCase):
        after(*OVER, then=take_back(215), facts=known(live_case=OTHER_CASE))


@pytest.mark.parametrize("day", [7, 30, 91])
def test_they_are_asked_how_they_are_also_when_the_case_is_closed(day: int) -> None:
    assert after(*OVER, then=follow_up(day)) == [followed_up(day)]
    assert after(*OVER, followed_up(day), then=take_back(216)) == [step_back(216)]


@pytest.mark.parametrize(
    ("past", "command", "refusal"),
    [
        (IN_STAY, review(organisation_id=OTHERS), NotKnown),
        (IN_STAY, review(stay_id=uid(999)), NotKnown),
        (IN_STAY, review(at=days(-1)), BeforeTheStay),
        (OVER, review(), StayIsOver),
        (IN_STAY, extend(until=SIX_WEEKS_ON), ExtensionNotLater),
        ((*IN_STAY, extended()), extend(219, until=date(2027, 1, 4)), ExtensionNotLater),
        (IN_STAY, extend(until=date(2099, 1, 1)), ExtensionTooLong),
        (IN_STAY, extend(until=SIX_WEEKS_ON + timedelta(days=43)), ExtensionTooLong),
        ((*IN_STAY, (days(30), extended())), extend(219, until=date(2027, 2, 16)), ExtensionTooLong),
        (IN_STAY, extend(at=days(60), until=SIX_WEEKS_ON + timedelta(days=3)), ExtensionInThePast),
        (IN_STAY, extend(reason=ExtensionReason.OTHER), ExtensionInWords),
        (IN_STAY, tell(charged_from=days(27).date()), ToldTooLate),
        (IN_STAY, plan_exit(leave_on=days(29).date()), ExitInThePast),
        (IN_STAY, end(tool=None), ScoreWithoutTool),
        (IN_STAY, end(tool=Tool.CLINICAL_FRAILTY, score_in=9, score_out=0), ScoreOutOfRange),
        ((*IN_STAY, (days(7), reviewed())), end(at=days(6)), EndedBeforeAReview),
        (IN_STAY, follow_up(), StayGoesOn),
        (OVER, follow_up(8), NoSuchFollowUp),
        (OVER, follow_up(at=days(44)), FollowUpTooEarly),
        ((*OVER, followed_up()), follow_up(n=220), FollowedUpAlready),
        ((*OVER, followed_up()), take_back(215), FollowedUpSince),
        (IN_STAY, take_back(211), NothingToUndo),
    ],
)
def test_what_cannot_be_is_refused(past: tuple[Any, ...], command: Any, refusal: type[Rejection]) -> None:
    with pytest.raises(refusal):
        after(*past, then=command)


def test_a_stay_is_extended_by_as_many_weeks_at_once_as_its_line_allows() -> None:
    longest = SIX_WEEKS_ON + timedelta(weeks=6)
    assert after(*IN_STAY, then=extend(until=longest)) == [extended(longest)]
    over_time = days(60)
    assert after(*IN_STAY, then=extend(at=over_time, until=over_time.date() + timedelta(weeks=6))) != []
    of_two = [replace(each, extend_weeks=2) for each in LISTS.lines.lines]
    shorter = known(lists=replace(LISTS, lines=ServiceLines(lines=tuple(of_two))))
    with pytest.raises(ExtensionTooLong) as refused:
        after(*IN_STAY, then=extend(until=longest), facts=shorter)
    assert refused.value.details == {"fields": "until", "latest": "2027-01-04"}


def test_the_service_says_it_for_its_own() -> None:
    assert after(*IN_STAY, then=review(organisation_id=CARERS)) == [reviewed()]
