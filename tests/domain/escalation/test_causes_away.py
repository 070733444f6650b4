"""What is wrong after leaving, and since when: nobody arrived or was met, a stay whose work is not done."""

from datetime import UTC, date, datetime

from app.domain.case.stay.events import ChargingTold
from app.domain.escalation.cause import Cause, from_day
from tests.domain.case.arriving.leaving import LEFT_AT, MET_AT, arrived, met
from tests.domain.case.events import left
from tests.domain.case.requests.asking import CARERS, EAST, MONDAY, MONDAY_NOON, READY, confirmed, sent
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


def service(trigger: str, since: datetime) -> Cause:
    return Cause(trigger=trigger, since=since, owner_id=CARERS)


def test_who_left_is_to_arrive_within_three_hours_and_to_be_met_by_the_end_of_the_time_agreed() -> None:
    wrong = wrong_after(*AWAY)
    assert wrong["arrival"] == service("arrival", LEFT_AT.replace(hour=LEFT_AT.hour + 3))
    assert wrong["first_contact"] == service("first_contact", MONDAY_NOON)
    assert "arrival" not in wrong_after(*AWAY, (MONDAY, arrived()))
    assert {"arrival", "first_contact"} & {*wrong_after(*MET)} == set()


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
