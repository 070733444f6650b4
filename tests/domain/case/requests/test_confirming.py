"""One yes holds: assessed, with a time of arrival, and for a bed with the person's own; everything else closes."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from app.bank_holidays import ENGLAND
from app.domain.calendar import BankHolidays
from app.domain.case.facts import CaseFacts
from app.domain.case.leaving import CaseIsClosed
from app.domain.case.outcome import Outcome
from app.domain.case.requests.answering import Assessed as How
from app.domain.case.requests.answering import OfferAssessed
from app.domain.case.requests.confirming import (
    ArrivalOutOfOrder,
    ChangeStart,
    NoPlaceNamed,
    NotAssessedYet,
    NothingBooked,
    PersonNotAsked,
    PersonWantsOther,
    ServiceClosedThatDay,
    StartChanged,
)
from app.domain.case.requests.state import EndedBecause, PersonSaid, Round
from app.domain.case.triage import NotInPlanning
from app.domain.case.undoing import HubStep, ServicesAreAsked, StepUndone, UndoHubStep
from app.domain.codes.pathways import Pathway
from app.domain.codes.weekdays import WORKING_DAYS, Weekday
from app.domain.service import ServiceDescribed
from app.domain.service.days_off import DaysOff
from tests.domain.case.events import closed, decided_on, left, submitted
from tests.domain.case.requests.asking import (
    AT_EAST,
    AT_NORTH,
    AT_WEST,
    BED,
    EAST,
    LATER,
    MONDAY,
    MONDAY_NOON,
    NORTH,
    READY,
    READY_FOR_BED,
    REQUEST,
    WEST,
    WORDS,
    agrees,
    assessed,
    confirm,
    confirmed,
    described,
    held,
    over,
    person_said,
    send,
    sent,
    service,
)
from tests.domain.case.way import CASE_ID, after, case_after, known
from tests.domain.given import NOON, NURSE, uid

ASKED = (*READY, sent(EAST, WEST))
HELD = (*ASKED, held(), assessed(n=139))
BED_HELD = (*READY_FOR_BED, sent(EAST, package=BED), held(), assessed(n=139))
only: dict[str, Any] = {"units": (), "how": None}


def change(n: int = 138, **more: Any) -> ChangeStart:
    when = {"arrive_from": MONDAY + timedelta(days=1), "arrive_to": MONDAY_NOON + timedelta(days=1)}
    return ChangeStart(case_id=CASE_ID, by=NURSE, at=LATER, answer_id=uid(n), words=WORDS, **when | more)


def test_what_is_held_and_assessed_is_confirmed_and_the_others_are_let_go() -> None:
    assert after(*HELD, then=confirm(**only)) == [
        confirmed(),
        over(AT_WEST, why=EndedBecause.ANOTHER_CONFIRMED),
    ]


def test_a_service_may_say_all_of_it_at_once() -> None:
    known = OfferAssessed(offer_id=AT_EAST, how=How.REMOTE, answer_id=uid(132))
    assert after(*ASKED, then=confirm())[:2] == [known, confirmed()]


def test_what_another_holds_is_free_again_and_who_waits_is_not_asked() -> None:
    ranked = [*READY, sent(WEST, EAST, NORTH, round_=Round.RANKED)]
    asked = case_after(*ranked, held(AT_WEST, at=WEST)).requests
    assert asked.offers[AT_WEST].holds
    late = [*ASKED, held(AT_WEST, n=150, at=WEST), held(), assessed(n=139)]
    assert over(AT_WEST, why=EndedBecause.ANOTHER_CONFIRMED, held=True) in after(*late, then=confirm(**only))
    waiting = [*ranked, held(AT_WEST, at=WEST)]
    ended = after(*waiting, then=confirm(AT_WEST))
    assert [each.offer_id for each in ended[2:]] == [AT_EAST, AT_NORTH]


def test_a_yes_names_the_place_and_how_it_was_assessed() -> None:
    with pytest.raises(NotAssessedYet):
        after(*ASKED, then=confirm(how=None))
    with pytest.raises(NoPlaceNamed):
        after(*ASKED, then=confirm(units=()))


@pytest.mark.parametrize(
    ("from_", "to"), [(MONDAY_NOON, MONDAY), (NOON - timedelta(days=1), NOON)], ids=["ends first", "past"]
)
def test_the_arrival_lies_ahead_and_ends_after_it_begins(from_: Any, to: Any) -> None:
    with pytest.raises(ArrivalOutOfOrder):
        after(*HELD, then=confirm(arrive_from=from_, arrive_to=to))
    with pytest.raises(ArrivalOutOfOrder):
        after(*HELD, confirmed(), then=change(arrive_from=from_, arrive_to=to))


def test_a_bed_needs_the_persons_own_yes_first() -> None:
    with pytest.raises(PersonNotAsked):
        after(*BED_HELD, then=confirm(**only))
    assert after(*BED_HELD, person_said(), then=confirm(**only)) == [confirmed()]


def test_what_counts_is_what_was_asked_for_and_not_what_was_decided_since() -> None:
    with pytest.raises(PersonNotAsked):
        after(*BED_HELD, decided_on(Pathway.P1), then=confirm(**only))


@pytest.mark.parametrize("past", [HELD, BED_HELD], ids=["home", "bed"])
def test_who_wants_another_service_is_not_booked(past: Any) -> None:
    with pytest.raises(PersonWantsOther):
        after(*past, person_said(PersonSaid.WANTS_OTHER), then=confirm(**only))


def test_who_left_before_the_hub_had_accepted_is_not_booked() -> None:
    with pytest.raises(NotInPlanning):
        after(submitted(), agrees, decided_on(Pathway.P1), described, sent(EAST), left, then=confirm())


def test_who_left_and_was_met_by_nobody_is_booked_with_another_service() -> None:
    failed = over(why=EndedBecause.FAILED_START, held=True)
    asked_again = (*HELD, confirmed(), left, failed, sent(WEST))
    assert after(*asked_again, then=confirm(AT_WEST, 140))[-1] == confirmed(AT_WEST, 140, at=WEST)


def test_the_start_is_changed_with_words_and_once() -> None:
    changed = StartChanged(
        offer_id=AT_EAST,
        service_id=EAST,
        units=("am",),
        arrive_from=MONDAY + timedelta(days=1),
        arrive_to=MONDAY_NOON + timedelta(days=1),
        spot=False,
        words=WORDS,
        answer_id=uid(138),
    )
    booked = [*HELD, confirmed()]
    assert after(*booked, then=change()) == [changed]
    assert after(*booked, changed, then=change()) == []
    assert after(*booked, changed, then=change(n=140)) == []
    assert after(*booked, left, closed(Outcome.SETTLED), then=replace(change(), answer_id=uid(132))) == []


def test_a_spot_purchase_stays_one_when_its_start_changes() -> None:
    [changed] = after(*HELD, replace(confirmed(), spot=True), then=change())
    assert changed.spot


def test_only_a_booking_has_a_start_to_change() -> None:
    with pytest.raises(NothingBooked):
        after(*HELD, then=change())
    with pytest.raises(CaseIsClosed):
        after(*HELD, confirmed(), closed(Outcome.SETTLED), then=change())


@pytest.mark.parametrize("step", [HubStep.PATHWAY, HubStep.ACCEPTANCE])
@pytest.mark.parametrize("past", [ASKED, (*HELD, confirmed())], ids=["asked", "booked"])
def test_while_services_are_asked_what_led_there_is_not_undone(past: Any, step: HubStep) -> None:
    undo = UndoHubStep(case_id=CASE_ID, by=NURSE, at=NOON, what=step, words=WORDS, undo_id=uid(91))
    with pytest.raises(ServicesAreAsked):
        after(*past, then=undo)


def test_once_nobody_is_asked_any_more_the_pathway_is_undone() -> None:
    undo = UndoHubStep(case_id=CASE_ID, by=NURSE, at=NOON, what=HubStep.PATHWAY, words=WORDS, undo_id=uid(91))
    nobody = [*READY, sent(EAST), over(why=EndedBecause.WITHDRAWN)]
    assert after(*nobody, then=undo) == [StepUndone(what=HubStep.PATHWAY, words=WORDS, undo_id=uid(91))]


def test_the_request_is_known_by_its_package() -> None:
    assert case_after(*ASKED).requests.sent[REQUEST] == sent(EAST).package
    assert send(EAST).request_id == REQUEST


CHRISTMAS = datetime(2026, 12, 25, 10, 0, tzinfo=UTC)
SUNDAY = datetime(2026, 11, 8, 10, 0, tzinfo=UTC)


def east_says(week: frozenset[Weekday] | None, rule: BankHolidays) -> CaseFacts:
    """The service with these days, and a calendar that has this of bank holidays."""
    said = ServiceDescribed(admits_on=week) if week else None
    return known(services={EAST: replace(service(), described=said, off=DaysOff(ENGLAND, rule))})


@pytest.mark.parametrize(
    ("week", "rule", "start"),
    [
        (WORKING_DAYS, BankHolidays.AS_SUNDAY, SUNDAY),
        (WORKING_DAYS, BankHolidays.AS_SUNDAY, CHRISTMAS),
        (None, BankHolidays.CLOSED, CHRISTMAS),
    ],
)
def test_no_start_is_agreed_for_a_day_on_which_the_service_takes_nobody_in(
    week: frozenset[Weekday] | None, rule: BankHolidays, start: datetime
) -> None:
    closed_then = east_says(week, rule)
    day: dict[str, Any] = {"arrive_from": start, "arrive_to": start + timedelta(hours=2)}
    with pytest.raises(ServiceClosedThatDay) as refused:
        after(*HELD, then=confirm(**only, **day), facts=closed_then)
    assert refused.value.details == {"fields": "arrive_from"}
    moved = ChangeStart(case_id=CASE_ID, by=NURSE, at=LATER, answer_id=uid(150), words=WORDS, **day)
    with pytest.raises(ServiceClosedThatDay):
        after(*HELD, confirmed(), then=moved, facts=closed_then)
    open_then = east_says(frozenset(Weekday), BankHolidays.AS_USUAL)
    assert after(*HELD, then=confirm(**only, **day), facts=open_then)


def test_a_service_that_says_nothing_of_its_days_may_say_yes_for_any() -> None:
    day: dict[str, Any] = {"arrive_from": SUNDAY, "arrive_to": SUNDAY + timedelta(hours=2)}
    assert after(*HELD, then=confirm(**only, **day), facts=east_says(None, BankHolidays.AS_SUNDAY))
