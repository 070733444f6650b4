"""What the case tells of why somebody is still in a community bed: the way out of it, never the way in."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from app.domain.case.remaining.next_service import next_service
from app.domain.case.requests.answering import OfferQueried
from app.domain.case.requests.confirming import OfferConfirmed
from app.domain.case.requests.ending import OfferEnded
from app.domain.case.requests.packaging import PackageDescribed
from app.domain.case.requests.sending import RequestSent
from app.domain.case.requests.state import EndedBecause, offer_id_of
from app.domain.codes.delay_reasons import DelayReason
from app.domain.codes.service_lines import ServiceLine
from app.domain.codes.stay_outcomes import Destination
from app.domain.delay import Blocker, joined, why_at
from app.domain.delay.facts import History
from app.domain.delay.owners import asked_at
from app.domain.values import Words
from tests.domain.case.remaining.bed import READY, RULE
from tests.domain.case.requests.asking import CALLS, OTHERS, WEST, sent
from tests.domain.case.stay.weeks import STAY, days, exit_planned, step_back
from tests.domain.case.way import STREAM
from tests.domain.given import given, uid

NEXT = uid(321)
AT_WEST = offer_id_of(NEXT, WEST)
HOME = replace(CALLS, line=ServiceLine.HOME_CARE)
planned = (days(3.1), exit_planned())
described = (days(3.2), PackageDescribed(package=HOME))
STARTS = days(6)


def asked() -> tuple[Any, RequestSent]:
    like = sent(WEST, package=HOME)
    return days(3.3), replace(like, request_id=NEXT, asked=(replace(like.asked[0], offer_id=AT_WEST),))


def ended(why: EndedBecause) -> tuple[Any, OfferEnded]:
    return days(3.4), OfferEnded(offer_id=AT_WEST, service_id=WEST, why=why, held=False)


QUERIED = (days(3.4), OfferQueried(offer_id=AT_WEST, words=Words("Stairs?"), items=frozenset(), answer_id=uid(140)))
CONFIRMED = (
    days(3.5),
    OfferConfirmed(
        offer_id=AT_WEST,
        service_id=WEST,
        units=("am",),
        arrive_from=STARTS,
        arrive_to=STARTS + timedelta(hours=4),
        over_count=False,
        spot=False,
        answer_id=uid(141),
    ),
)


def reason(*past: Any, day: float = 4, blocked: Any = ()) -> DelayReason | None:
    told = next_service(given(*READY, *past, stream=STREAM), STAY)
    return why_at(joined((told, History(blockers=tuple(blocked)))), days(day), RULE).reason


def test_what_told_of_the_way_into_the_bed_says_nothing_of_the_way_out() -> None:
    assert reason() is None
    assert next_service(given(*READY, stream=STREAM), uid(999)) == History()


def test_those_asked_for_the_next_service_are_heard_and_not_who_was_asked_for_this_bed() -> None:
    at = [next_service(given(*READY, *past, stream=STREAM), STAY) for past in ((), (described, asked()))]
    assert [asked_at(told, days(4)) for told in at] == [frozenset(), frozenset({OTHERS})]
    over = next_service(given(*READY, described, asked(), ended(EndedBecause.DECLINED), stream=STREAM), STAY)
    assert (asked_at(over, days(3.35)), asked_at(over, days(4))) == (frozenset({OTHERS}), frozenset())


@pytest.mark.parametrize(
    ("past", "expected"),
    [
        ([planned], DelayReason.CT2),
        ([planned, (days(3.5), step_back(214))], None),
        ([described], DelayReason.CT2),
        ([planned, described, asked()], DelayReason.IP2),
        ([described, asked()], DelayReason.IP2),
        ([planned, described, asked(), QUERIED], DelayReason.IP8),
        ([planned, described, asked(), ended(EndedBecause.DECLINED)], DelayReason.CA2),
        ([planned, described, asked(), ended(EndedBecause.WITHDRAWN)], DelayReason.CT2),
        ([planned, described, asked(), CONFIRMED], DelayReason.CA2),
    ],
    ids=[
        *("exit planned", "plan taken back", "package described", "requests out", "out without a plan"),
        *("asked for more", "nobody has a place", "withdrawn", "start ahead"),
    ],
)
def test_each_stage_of_the_search_for_the_next_service_has_its_reason(
    past: list[Any], expected: DelayReason | None
) -> None:
    assert reason(*past) == expected


def test_a_plan_that_is_told_late_holds_from_its_time_until_the_next_one() -> None:
    home = replace(exit_planned(), destination=Destination.HOME_NO_SUPPORT)
    then_home = (days(3.6), home)
    for told in ((planned, then_home), (then_home, planned)):
        assert [reason(*told, day=day) for day in (3.2, 4)] == [DelayReason.CT2, None]


def test_once_the_agreed_start_has_come_nothing_explains_it() -> None:
    assert reason(planned, described, asked(), CONFIRMED, day=6.1) is None


@pytest.mark.parametrize("to", [Destination.HOME_NO_SUPPORT, Destination.OWN_CARE_HOME])
def test_who_needs_no_service_waits_for_none(to: Destination) -> None:
    own = (days(3.1), replace(exit_planned(), destination=to))
    assert reason(own) is None
    assert reason(own, blocked=[_flag(DelayReason.CA11)]) == DelayReason.CA11


def test_funding_that_people_recorded_comes_before_the_search() -> None:
    assert reason(planned, described, asked(), blocked=[_flag(DelayReason.CT3)]) == DelayReason.CT3


def _flag(of: DelayReason) -> Blocker:
    return Blocker(reason=of, start=days(3))
