"""What is wrong after leaving, and since when: nobody arrived or was met, a stay whose work is not done."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from app.domain.case.arriving.state import NoContact
from app.domain.case.arriving.taking_back import Said
from app.domain.case.requests.confirming import StartChanged
from app.domain.case.requests.state import EndedBecause
from app.domain.case.stay.events import ChargingTold
from app.domain.escalation.cause import Cause, from_day
from app.domain.ladder import Level
from app.domain.practice import EscalationPolicy
from app.domain.practice.escalation import Ladders
from app.events.practice.shipped import shipped
from tests.domain.case.arriving.leaving import LEFT_AT, LOCKED, MET_AT, arrived, met, missed, taken_back
from tests.domain.case.events import back, left
from tests.domain.case.requests.asking import (
    AT_EAST,
    AT_WEST,
    CARERS,
    EAST,
    MONDAY,
    MONDAY_NOON,
    READY,
    WEST,
    confirmed,
    over,
    sent,
)
from tests.domain.case.stay.weeks import STAY, days, exit_planned, extended, reviewed
from tests.domain.escalation.watching import Told, later, wrong_after
from tests.domain.given import uid
from tests.domain.spell.stay import opened

BOOKED: tuple[Told, ...] = (
    (later(-48), opened),
    *((later(n / 60), event) for n, event in enumerate((*READY, sent(EAST), confirmed()))),
)
AWAY = (*BOOKED, (LEFT_AT, left))
MET = (*AWAY, (MONDAY, arrived()), (MET_AT, met()))


start_failed = over(why=EndedBecause.FAILED_START, held=True)
another_time = StartChanged(
    offer_id=AT_EAST,
    service_id=EAST,
    units=("AM1",),
    arrive_from=days(1),
    arrive_to=days(1.1),
    spot=False,
    words=LOCKED,
    answer_id=uid(151),
)


def service(trigger: str, since: datetime) -> Cause:
    return Cause(trigger=trigger, since=since, owner_id=CARERS)


def test_who_left_is_to_arrive_within_three_hours_and_to_be_met_by_the_end_of_the_time_agreed() -> None:
    wrong = wrong_after(*AWAY)
    assert wrong["arrival"] == service("arrival", LEFT_AT.replace(hour=LEFT_AT.hour + 3))
    assert wrong["first_contact"] == service("first_contact", MONDAY_NOON)
    assert "arrival" not in wrong_after(*AWAY, (MONDAY, arrived()))
    assert {"arrival", "first_contact"} & {*wrong_after(*MET)} == set()


@pytest.mark.parametrize("why", NoContact)
def test_that_nobody_met_them_is_wrong_at_once_and_a_second_time_graver(why: NoContact) -> None:
    tried = (*AWAY, (MET_AT, missed(why=why)))
    assert wrong_after(*tried)["not_met"] == service("not_met", MET_AT)
    assert "not_met_again" not in wrong_after(*tried)
    twice = wrong_after(*tried, (days(0.2), missed(205, why)))
    assert twice["not_met"] == service("not_met", MET_AT), "it goes on climbing"
    assert twice["not_met_again"] == service("not_met_again", days(0.2))


def test_that_nobody_met_them_again_rings_graver_though_another_time_had_been_agreed_meanwhile() -> None:
    put_off = (*AWAY, (MET_AT, missed()), (MET_AT + timedelta(minutes=5), another_time))
    assert {"not_met", "not_met_again"} & {*wrong_after(*put_off)} == set()
    again = wrong_after(*put_off, (days(1.1), missed(205)))
    assert again["not_met"] == service("not_met", days(1.1))
    assert again["not_met_again"] == service("not_met_again", days(1.1))
    taken_back_again = wrong_after(*put_off, (days(1.1), missed(205)), (days(1.2), taken_back(Said.NO_CONTACT)))
    assert {"not_met", "not_met_again"} & {*taken_back_again} == set()


def test_who_calls_it_off_before_they_were_to_be_met_is_not_met_until_another_time_is_agreed() -> None:
    called_off = (*AWAY, (MONDAY - timedelta(minutes=15), missed(why=NoContact.REFUSED)))
    assert wrong_after(*called_off)["not_met"] == service("not_met", MONDAY - timedelta(minutes=15))
    assert "not_met" not in wrong_after(*called_off, (MONDAY, another_time))
    sooner = replace(another_time, arrive_from=MONDAY - timedelta(minutes=5), arrive_to=MONDAY_NOON)
    assert "not_met" not in wrong_after(*called_off, (MONDAY - timedelta(minutes=10), sooner))


@pytest.mark.parametrize(
    "settled",
    [
        [met()],
        [taken_back(Said.NO_CONTACT)],
        [another_time],
        [start_failed, sent(WEST), confirmed(AT_WEST, 141, at=WEST)],
        [back],
    ],
    ids=["met after all", "said by mistake", "another time agreed", "another service", "in hospital again"],
)
def test_it_is_over_once_they_are_met_or_it_is_settled_otherwise(settled: list[object]) -> None:
    said = [(MET_AT + timedelta(minutes=n), event) for n, event in enumerate(settled, 1)]
    assert "not_met" not in wrong_after(*AWAY, (MET_AT, missed()), *said)


def test_where_the_start_failed_and_nobody_is_booked_the_hub_is_to_find_somebody() -> None:
    wrong = wrong_after(*AWAY, (MET_AT, missed()), (MET_AT, start_failed))
    assert wrong["not_met"] == Cause(trigger="not_met", since=MET_AT)


def test_the_shipped_policy_rings_the_service_at_once_on_the_wall_clock() -> None:
    lines = {line.trigger: line for line in shipped(EscalationPolicy).lines}
    for trigger, level in (("not_met", Level.L2), ("not_met_again", Level.L3)):
        line = lines[trigger]
        assert (line.level, line.ladder, line.after_minutes, line.wall_clock) == (level, Ladders.SERVICE, 0, True)


def test_a_review_is_awaited_from_its_day_and_the_next_after_it() -> None:
    assert wrong_after(*MET)["review_overdue"] == from_day("review_overdue", date(2026, 11, 16), CARERS)
    told = wrong_after(*MET, (days(7), reviewed()))["review_overdue"]
    assert told.since == datetime(2026, 11, 23, tzinfo=UTC)


def test_an_exit_plan_and_six_weeks_are_counted_from_first_contact() -> None:
    wrong = wrong_after(*MET)
    assert wrong["no_exit_plan"] == service("no_exit_plan", MET_AT)
    assert wrong["six_weeks"] == from_day("six_weeks", date(2026, 11, 9), CARERS)
    assert "no_exit_plan" not in wrong_after(*MET, (days(30), exit_planned()))


def test_charging_is_to_be_told_of_once_in_all_stays() -> None:
    assert wrong_after(*MET)["charging_untold"] == Cause(trigger="charging_untold", since=MET_AT)
    told = ChargingTold(step_id=uid(230), stay_id=STAY, charged_from=date(2026, 12, 21), words=None)
    assert "charging_untold" not in wrong_after(*MET, (days(30), told))


def test_an_extension_moves_the_end_by_as_much() -> None:
    told = wrong_after(*MET, (days(30), extended()))["six_weeks"]
    assert told.since == datetime(2026, 11, 23, tzinfo=UTC)
