"""The expected date of discharge: each change kept, a feed's repeats no news; and that the discharge is planned."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from app.domain.codes.discharge_reasons import DischargeReason
from app.domain.rejections import NotKnown
from app.domain.spell import (
    DischargePlanned,
    DischargePlanWithdrawn,
    ExpectDischarge,
    PlanDischarge,
    WithdrawDischargePlan,
)
from app.domain.spell.expected_discharge import ExpectedInThePast, ReasonNotSaid
from app.domain.spell.state import SpellIsOver, SpellWasCancelled
from app.domain.values import Words
from tests.domain.given import NURSE
from tests.domain.spell.stay import (
    SPELL_ID,
    after,
    by_feed,
    ended,
    expected,
    expected_to_leave,
    hours,
    opened,
    spell_after,
    voided,
)

SUNDAY, TUESDAY, FRIDAY = date(2026, 11, 1), date(2026, 11, 3), date(2026, 11, 6)
TESTS = DischargeReason.WAITING_FOR_TESTS
planned, withdrawn = DischargePlanned(), DischargePlanWithdrawn()


def expect(
    on: date | None, n: float = 2, reason: DischargeReason | None = None, words: str | None = None
) -> ExpectDischarge:
    said = Words(words) if words else None
    return ExpectDischarge(spell_id=SPELL_ID, by=NURSE, at=hours(n), expected_on=on, reason=reason, words=said)


def test_staff_say_when_the_person_is_expected_to_leave() -> None:
    assert after(opened, then=expect(TUESDAY)) == [expected_to_leave(TUESDAY)]
    assert spell_after(opened, expected_to_leave(TUESDAY)).expected_discharge == TUESDAY


def test_today_is_not_in_the_past_and_yesterday_is() -> None:
    assert after(opened, then=expect(hours(2).date())) == [expected_to_leave(hours(2).date())]
    with pytest.raises(ExpectedInThePast):
        after(opened, then=expect(SUNDAY))


def test_a_feed_may_say_a_day_that_has_passed() -> None:
    assert after(opened, then=by_feed(expect(SUNDAY))) == [expected_to_leave(SUNDAY, by_feed=True)]


def test_the_same_day_again_is_no_news_and_another_is() -> None:
    past = (opened, expected_to_leave(TUESDAY))
    assert after(*past, then=expect(TUESDAY)) == []
    assert after(*past, then=expect(FRIDAY)) == [expected_to_leave(FRIDAY)]
    assert after(*past, then=expect(None)) == [expected_to_leave(None)]
    assert after(opened, then=expect(None)) == []


def test_what_a_feed_repeats_is_no_news_even_after_staff_said_otherwise() -> None:
    past = (
        opened,
        (hours(1), expected_to_leave(TUESDAY, by_feed=True), hours(1)),
        (hours(2), expected_to_leave(FRIDAY)),
    )
    assert after(*past, then=by_feed(expect(TUESDAY, 3))) == []
    assert spell_after(*past).expected_discharge == FRIDAY


def test_another_day_from_the_feed_outranks_what_staff_had_said() -> None:
    past = (
        opened,
        (hours(1), expected_to_leave(TUESDAY, by_feed=True), hours(1)),
        (hours(2), expected_to_leave(FRIDAY)),
    )
    thursday = date(2026, 11, 5)
    assert after(*past, then=by_feed(expect(thursday, 3))) == [expected_to_leave(thursday, by_feed=True)]


def test_a_day_told_before_the_latest_does_not_replace_it() -> None:
    newest = (hours(3), expected_to_leave(FRIDAY, by_feed=True), hours(3))
    assert after(opened, newest, then=by_feed(expect(TUESDAY, 1))) == [expected_to_leave(TUESDAY, by_feed=True)]
    late = (hours(1), expected_to_leave(TUESDAY, by_feed=True), hours(1))
    assert spell_after(opened, newest, late).expected_discharge == FRIDAY


def test_somebody_who_is_yet_to_come_may_be_expected_to_leave() -> None:
    assert after(expected(), then=expect(FRIDAY)) == [expected_to_leave(FRIDAY)]


def test_by_hand_nobody_is_expected_to_leave_who_is_not_here() -> None:
    with pytest.raises(SpellIsOver):
        after(opened, ended(), then=expect(FRIDAY))
    with pytest.raises(SpellWasCancelled):
        after(opened, voided, then=expect(FRIDAY))
    with pytest.raises(NotKnown):
        after(then=expect(FRIDAY))


def test_a_planned_discharge_is_planned_once_and_may_be_withdrawn() -> None:
    plan: Any = PlanDischarge(spell_id=SPELL_ID, by=NURSE, at=hours(2), told_at=hours(2))
    withdraw: Any = WithdrawDischargePlan(spell_id=SPELL_ID, by=NURSE, at=hours(3), told_at=hours(3))
    assert after(opened, then=plan) == [planned]
    assert after(opened, planned, then=plan) == []
    assert after(opened, planned, then=withdraw) == [withdrawn]
    assert after(opened, then=withdraw) == []
    assert not spell_after(opened, planned, withdrawn).discharge_planned


def test_a_change_carries_its_reason_and_the_date_before_it() -> None:
    [moved] = after(opened, expected_to_leave(TUESDAY), then=expect(FRIDAY, reason=TESTS, words="CT on Thursday"))
    assert moved == expected_to_leave(FRIDAY, reason=TESTS, words="CT on Thursday")
    assert moved.instead_of == TUESDAY


def test_another_reason_than_those_of_the_list_needs_words() -> None:
    with pytest.raises(ReasonNotSaid):
        after(opened, then=expect(FRIDAY, reason=DischargeReason.OTHER))
    assert after(opened, then=expect(FRIDAY, reason=DischargeReason.OTHER, words="Flood at home"))


def test_a_reason_given_afterwards_for_the_same_date_is_news_once() -> None:
    past = (opened, expected_to_leave(FRIDAY))
    why = expected_to_leave(FRIDAY, reason=TESTS)
    assert after(*past, then=expect(FRIDAY, reason=TESTS)) == [why]
    assert after(*past, why, then=expect(FRIDAY, reason=TESTS)) == []
    assert after(*past, why, then=expect(FRIDAY)) == []


def test_changes_are_counted_from_the_second_date_on() -> None:
    assert spell_after(opened, expected_to_leave(TUESDAY)).discharge_changes == 0
    past = (opened, expected_to_leave(TUESDAY), expected_to_leave(FRIDAY, reason=TESTS))
    assert spell_after(*past).discharge_changes == 1
    assert spell_after(*past, expected_to_leave(FRIDAY, reason=TESTS, words="CT")).discharge_changes == 1
    assert spell_after(*past, expected_to_leave(None)).discharge_changes == 2
    assert spell_after(*past, expected_to_leave(None), expected_to_leave(FRIDAY)).discharge_changes == 2


def test_a_date_that_waited_in_a_page_gives_way_to_one_said_since() -> None:
    past = (opened, (hours(3), expected_to_leave(FRIDAY)))
    waited = replace(expect(TUESDAY), told_at=hours(2))
    assert after(*past, then=waited) == [expected_to_leave(TUESDAY)]
    now = spell_after(*past, (hours(2), expected_to_leave(TUESDAY), hours(2)))
    assert (now.expected_discharge, now.discharge_changes) == (FRIDAY, 1)
