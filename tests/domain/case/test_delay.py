"""What an invented case tells of why Ada is still in hospital, step by step on her way to a service."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from app.domain.case.delay import delay_facts
from app.domain.case.form import ReferralField
from app.domain.case.leaving import CameBack
from app.domain.case.outcome import Outcome
from app.domain.case.requests.answering import OfferQueried
from app.domain.case.requests.confirming import OfferConfirmed
from app.domain.case.requests.ending import OfferEnded
from app.domain.case.requests.packaging import PackageDescribed
from app.domain.case.requests.sending import Asked, RequestSent
from app.domain.case.requests.state import EndedBecause, Round
from app.domain.case.tasks.doing import TaskFinished, TaskReopened
from app.domain.case.tasks.planning import Raised, TasksLetGo, TasksRaised
from app.domain.case.tasks.raising import TaskRaised
from app.domain.case.tasks.state import NotNeeded
from app.domain.codes.delay_reasons import DelayReason
from app.domain.codes.owners import Owner
from app.domain.codes.pathways import Pathway
from app.domain.codes.return_reasons import ReturnReason
from app.domain.codes.windows import Window
from app.domain.delay import Fact, Field, why_at
from app.domain.delay.facts import ASKED, SENT, Search
from app.domain.delay.owners import asked_at
from app.domain.package import Call, Package
from app.domain.practice.tasks import Moment, Step, TaskKind, TaskLine, TaskRole, Template, Tick
from app.domain.values import OrganisationId, Words
from app.events.practice import shipped_rule
from tests.domain.case.events import (
    accepted,
    back,
    bed_decided,
    closed,
    decided_on,
    left,
    planned,
    resubmitted,
    returned,
    submitted,
)
from tests.domain.case.requests.asking import (
    AT_EAST,
    BED,
    BY_FOUR,
    CALLS,
    EAST,
    MONDAY,
    OTHERS,
    READY,
    WEST,
    bed_described,
    confirmed,
    described,
    held,
    sent,
)
from tests.domain.case.test_tracking import followed
from tests.domain.case.way import STREAM, TOMORROW, case_after
from tests.domain.case.ways import left_after_all
from tests.domain.given import NOON, given, uid

RULE = shipped_rule()
ASKED_TWO = (*READY, sent(EAST, WEST))


def reason(*past: object, hours: float = 1) -> DelayReason | None:
    """What is reported so long after noon, of somebody who is ready and of whom the stay tells nothing."""
    _, history = delay_facts(given(*past, stream=STREAM))
    return why_at(history, NOON + timedelta(hours=hours), RULE).reason


def asked_after(*past: object) -> set[OrganisationId]:
    """Who has the next step at the end."""
    _, history = delay_facts(given(*past, stream=STREAM))
    return set(asked_at(history, NOON + timedelta(hours=1)))


def no_of_east(why: EndedBecause) -> OfferEnded:
    return OfferEnded(offer_id=AT_EAST, service_id=EAST, why=why, held=False)


def raised(n: int, **line: Any) -> TasksRaised:
    of: dict[str, Any] = {"template": Template.CORE, "code": f"T{n}", "words": "Something", "precedes": "leave"}
    of |= {"owner": Owner.HOSPITAL, "role": TaskRole.WARD_NURSE, "due_from": Moment.LEAVING, "kind": TaskKind.STOP}
    task = TaskLine(**(of | line))
    return TasksRaised(tasks=(Raised(task_id=uid(n), line=task, owner_id=None, anchor=None, due_at=None),))


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({ReferralField.FUNCTION, ReferralField.READINESS}, DelayReason.HP1),
        ({ReferralField.READINESS}, DelayReason.HP2),
        ({ReferralField.PEOPLE}, DelayReason.HP3),
    ],
)
def test_a_returned_referral_is_the_wards_time_by_what_is_wanted(
    fields: set[ReferralField], expected: DelayReason
) -> None:
    assert reason(submitted(), returned(*sorted(fields))) == expected
    assert reason(submitted(), returned(*sorted(fields)), resubmitted(words="Two to transfer.")) == DelayReason.CT1


def test_the_hubs_time_until_everything_that_is_needed_is_asked_for() -> None:
    assert reason(submitted()) == DelayReason.CT1
    assert reason(submitted(), accepted, decided_on(Pathway.P1)) == DelayReason.CT2
    assert reason(*READY) == DelayReason.CT2


def test_services_are_asked_then_nobody_has_a_place_or_one_asks_for_more() -> None:
    assert reason(*ASKED_TWO) == DelayReason.IP1
    assert reason(*ASKED_TWO, held()) == DelayReason.IP1
    query = OfferQueried(offer_id=AT_EAST, words=Words("Which sling?"), items=frozenset(), answer_id=uid(140))
    assert reason(*ASKED_TWO, query) == DelayReason.IP1
    assert reason(*READY, sent(EAST), query) == DelayReason.IP8
    assert reason(*READY, sent(EAST), no_of_east(EndedBecause.DECLINED)) == DelayReason.CA1
    assert reason(*READY, sent(EAST), no_of_east(EndedBecause.WITHDRAWN)) == DelayReason.CT2


def test_a_yes_for_a_later_day_is_the_services_time_until_that_day() -> None:
    past = (*ASKED_TWO, held(), confirmed())
    start = (MONDAY - NOON).total_seconds() / 3600
    assert reason(*past, hours=start - 1) == DelayReason.CA1
    assert reason(*past, hours=start) is None
    assert isinstance(past[-1], OfferConfirmed)


def test_medicines_and_transport_are_waited_for_from_the_planned_leaving_on() -> None:
    medicines = raised(151, tick=Tick.MEDICINES)
    transport = raised(152, tick=Tick.TRANSPORT)
    past = (submitted(), accepted, decided_on(Pathway.P0, Pathway.P0), medicines, transport, planned(TOMORROW))
    leaving = (TOMORROW - NOON).total_seconds() / 3600
    assert reason(*past, hours=leaving - 1) is None
    assert reason(*past, hours=leaving) == DelayReason.HP5
    done = TaskFinished(task_id=uid(151), step_id=uid(161))
    assert reason(*past, done, hours=leaving) == DelayReason.HP4


MEDICINES_UNDONE = (submitted(), accepted, decided_on(Pathway.P0, Pathway.P0), raised(151, tick=Tick.MEDICINES))
LEAVES = (TOMORROW - NOON).total_seconds() / 3600
AT_NOON_AFTER = TOMORROW + timedelta(days=2)


def test_a_slot_by_which_they_left_is_waited_for_no_longer_until_the_next_is_agreed() -> None:
    left_by_it = (*MEDICINES_UNDONE, planned(TOMORROW), (TOMORROW + timedelta(hours=1), left))
    again = (*left_by_it, (TOMORROW + timedelta(hours=6), back))
    assert reason(*again, hours=LEAVES) == DelayReason.HP5, "until they left"
    assert [reason(*again, hours=LEAVES + after) for after in (2, 7)] == [None, None]
    next_one = (*again, (TOMORROW + timedelta(hours=7), planned(AT_NOON_AFTER)))
    assert [reason(*next_one, hours=LEAVES + after) for after in (8, 47, 48)] == [None, None, DelayReason.HP5]
    in_another = (*left_by_it, (TOMORROW + timedelta(hours=6), followed))
    assert reason(*in_another, hours=LEAVES + 7) is None


def test_who_is_back_before_the_time_of_the_slot_still_waits_for_it() -> None:
    early = (TOMORROW - timedelta(hours=3), left), (TOMORROW - timedelta(hours=1), back)
    assert reason(*MEDICINES_UNDONE, planned(TOMORROW), *early, hours=LEAVES) == DelayReason.HP5


def test_a_leaving_by_mistake_and_a_return_that_was_none_leave_the_slot_as_it_was() -> None:
    away = (*MEDICINES_UNDONE, planned(TOMORROW), (TOMORROW + timedelta(hours=1), left))
    never_left = (TOMORROW + timedelta(hours=9), CameBack(reason=ReturnReason.RECORDED_BY_MISTAKE))
    assert [reason(*away, never_left, hours=LEAVES + after) for after in (2, 8, 10)] == [DelayReason.HP5] * 3
    put_right = (TOMORROW + timedelta(hours=2), left)
    assert reason(*away, put_right, never_left, hours=LEAVES + 3) == DelayReason.HP5
    once = (*away, (TOMORROW + timedelta(hours=6), back))
    after_all = (TOMORROW + timedelta(hours=8), left_after_all(TOMORROW + timedelta(hours=1)))
    assert case_after(*once, after_all).slot == planned(TOMORROW)
    assert reason(*once, after_all, never_left, hours=LEAVES + 10) == DelayReason.HP5


def test_a_leaving_that_is_told_late_uses_the_slot_that_stood_then() -> None:
    once = (TOMORROW + timedelta(hours=1), left), (TOMORROW + timedelta(hours=6), back)
    next_one = (TOMORROW + timedelta(hours=7), planned(AT_NOON_AFTER))
    in_order = (*MEDICINES_UNDONE, planned(TOMORROW), *once, next_one)
    told_late = (*MEDICINES_UNDONE, planned(TOMORROW), next_one, *once)
    for hours in (LEAVES, LEAVES + 3, LEAVES + 8, LEAVES + 49):
        assert reason(*told_late, hours=hours) == reason(*in_order, hours=hours)


def test_a_restart_is_waited_for_until_its_provider_has_confirmed() -> None:
    restart = raised(153, template=Template.P0, owner=Owner.SERVICE, role=TaskRole.PROVIDER)
    past = (submitted(), accepted, decided_on(Pathway.P0, Pathway.P0), restart)
    assert reason(*past) == DelayReason.CA11
    assert reason(*past, TaskFinished(task_id=uid(153), step_id=uid(163))) is None


def test_a_closed_case_is_waited_for_no_longer_and_leaving_changes_nothing() -> None:
    assert reason(submitted(), accepted, closed(Outcome.NO_LONGER_NEEDED)) == DelayReason.HP7
    assert reason(submitted(), accepted, left) == DelayReason.CT1


def test_each_fact_has_the_time_of_the_event_that_changed_it_and_is_told_once() -> None:
    _, history = delay_facts(given(submitted(), accepted, decided_on(Pathway.P1), sent(EAST), stream=STREAM))
    minute = timedelta(minutes=1)
    assert history.facts == (
        Fact(NOON, Field.REFERRAL, SENT),
        Fact(NOON + 2 * minute, Field.PATHWAY, Pathway.P1),
        Fact(NOON + 3 * minute, Field.SEARCH, Search.OUT),
    )
    assert ASKED not in {fact.value for fact in history.facts}


MONEY: dict[str, Any] = {"precedes": "confirm", "owner": Owner.HUB, "role": TaskRole.BROKERAGE, "funding": True}


def finished(n: int) -> TaskFinished:
    return TaskFinished(task_id=uid(n), step_id=uid(n + 1))


def test_money_that_must_be_settled_first_is_waited_for_until_it_is_and_again_where_that_is_taken_back() -> None:
    money = raised(60, **MONEY)
    assert reason(*READY, money) == DelayReason.CT2, "not before a service is asked"
    assert reason(*ASKED_TWO, money) == DelayReason.CT3
    assert reason(*READY, money, sent(EAST), no_of_east(EndedBecause.DECLINED)) == DelayReason.CT3
    assert reason(*ASKED_TWO, money, finished(60)) == DelayReason.IP1
    again = TaskReopened(task_id=uid(60), step_id=uid(62))
    assert reason(*ASKED_TWO, money, finished(60), again) == DelayReason.CT3
    assert reason(*ASKED_TWO, money, confirmed()) is not DelayReason.CT3
    let_go = TasksLetGo(task_ids=(uid(60),), why=NotNeeded.PATHWAY_CHANGED)
    assert reason(*ASKED_TWO, money, let_go) == DelayReason.IP1


def test_money_that_is_settled_with_the_one_that_takes_them_is_waited_for_once_one_would() -> None:
    contract = raised(60, due_from=Moment.CONFIRMATION, **MONEY)
    assert reason(*ASKED_TWO, contract) == DelayReason.IP1
    assert reason(*ASKED_TWO, contract, held()) == DelayReason.CT3
    assert reason(*ASKED_TWO, contract, held(), finished(60)) == DelayReason.IP1
    assert reason(*ASKED_TWO, contract, held(), no_of_east(EndedBecause.RELEASED)) == DelayReason.IP1


def test_money_that_somebody_asks_to_be_settled_is_waited_for_too() -> None:
    asked_for: dict[str, Any] = {"words": Words("Panel."), "owner": Owner.COUNCIL, "owner_id": None, "due_at": None}
    asked_for |= {"kind": TaskKind.STOP, "precedes": Step.CONFIRM, "role": TaskRole.SOCIAL_WORKER}
    panel = TaskRaised(task_id=uid(60), **asked_for)
    assert reason(*ASKED_TWO, panel) == DelayReason.IP1
    assert reason(*ASKED_TWO, replace(panel, funding=True)) == DelayReason.CT3
    assert reason(*ASKED_TWO, replace(panel, funding=True), finished(60)) == DelayReason.IP1


MEALS_AT_HOME = replace(CALLS, calls=(*CALLS.calls, Call(window=Window.TEA, carers=1, minutes=30)))
LATER_START = replace(CALLS, start_on=CALLS.start_on + timedelta(days=1))
NO_OF_ALL = (sent(EAST), no_of_east(EndedBecause.DECLINED))


def again(package: Package) -> RequestSent:
    """A request of its own to the western service."""
    offer = Asked(offer_id=uid(171), service_id=WEST, organisation_id=OTHERS, expires_at=BY_FOUR)
    return RequestSent(request_id=uid(170), round=Round.BROADCAST, package=package, asked=(offer,))


@pytest.mark.parametrize("way", [NO_OF_ALL, (sent(EAST),)])
def test_of_a_package_that_was_given_up_nobody_was_asked_for_the_one_that_stands(way: tuple[object, ...]) -> None:
    bed = (*READY, *way, bed_decided())
    assert reason(*bed) == DelayReason.CT2, "the line is none of the pathway given now"
    assert reason(*bed, bed_described) == DelayReason.CT2
    assert reason(*bed, bed_described, again(BED)) == DelayReason.IP5
    assert asked_after(*bed, bed_described) == set()
    assert asked_after(*bed, bed_described, again(BED)) == {OTHERS}


def test_who_cannot_do_what_was_asked_has_said_nothing_of_what_is_asked_now() -> None:
    assert reason(*READY, *NO_OF_ALL, PackageDescribed(package=MEALS_AT_HOME)) == DelayReason.CT2
    assert reason(*READY, *NO_OF_ALL, PackageDescribed(package=LATER_START)) == DelayReason.CA1
    assert reason(*READY, *NO_OF_ALL, PackageDescribed(package=MEALS_AT_HOME), described) == DelayReason.CA1


def test_who_is_still_asked_for_this_line_may_take_them_though_the_package_was_put_right() -> None:
    assert reason(*READY, sent(EAST), PackageDescribed(package=MEALS_AT_HOME)) == DelayReason.IP1


def test_a_start_that_is_agreed_is_waited_for_by_the_line_that_agreed() -> None:
    assert reason(*READY, sent(EAST), confirmed(), bed_decided(), bed_described) == DelayReason.CA1
