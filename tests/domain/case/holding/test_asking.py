"""One event asks everyone who holds something, once; whose way is over is not asked, and nobody for them."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest

from app.domain.case import LeavingPlanned, LeftHospital, RecordDeparture
from app.domain.case.holding.asking import HoldersAsked
from app.domain.case.holding.causes import Cause
from app.domain.case.holding.holders import Holder, HolderKind, holders_of
from app.domain.case.outcome import Outcome
from app.domain.case.requests.confirming import ChangeStart
from app.domain.case.tasks.doing import TaskReopened
from app.domain.case.tasks.planning import Raised, TasksRaised
from app.domain.case.undoing import HubStep
from app.domain.codes.return_reasons import ReturnReason
from app.domain.codes.slot_reasons import SlotReason
from app.domain.codes.ways_out import WayOut
from app.domain.practice.tasks import TaskRole
from app.domain.practice.templates import TaskTemplates
from app.domain.values import Words
from app.events.practice import shipped
from tests.domain.case.commands import come_back, plan, track
from tests.domain.case.events import back, closed, left, planned
from tests.domain.case.holding.booked import (
    ALL_BOOKED,
    AT,
    BOOKED,
    EVERYONE,
    HELD_AT_TWO,
    ask,
    asked,
    done,
    keep,
    kept,
    raised,
    release,
    released,
    said_by,
)
from tests.domain.case.requests.asking import AT_EAST, AT_WEST, READY, confirmed, over
from tests.domain.case.tasks.work import TRUST, key, line
from tests.domain.case.way import CASE_ID, OTHER_SPELL, TOMORROW, after, case_after
from tests.domain.case.ways import tracking_undone, undo
from tests.domain.given import NOON, NURSE, uid
from tests.domain.spell.stay import hours


def test_services_and_the_desks_that_began_or_did_their_tasks_hold_something() -> None:
    assert holders_of(case_after(*ALL_BOOKED)) == EVERYONE


def test_a_task_that_nobody_began_holds_nothing_nor_the_wards_own_nor_what_comes_after_leaving() -> None:
    assert holders_of(case_after(*READY, raised, done("C12", 1), done("C15", 2))) == ()
    equipment = holders_of(case_after(*READY, raised, done("A7b", 1)))
    assert [each.kind for each in equipment] == [HolderKind.EQUIPMENT]


def test_in_another_hospital_everyone_who_holds_something_is_asked_and_answers() -> None:
    moved = LeftHospital(how=WayOut.TRANSFERRED)
    leave = RecordDeparture(case_id=CASE_ID, by=NURSE, at=hours(3), how=WayOut.TRANSFERRED)
    [_, question] = after(*ALL_BOOKED, then=leave)
    assert question == HoldersAsked(cause=Cause.TRANSFERRED, holders=EVERYONE)
    there = (*ALL_BOOKED, (hours(3), moved), (hours(3), question))
    assert case_after(*there).holding.asked.keys() == {each.holder_id for each in EVERYONE}
    assert after(*there, then=replace(release(AT_EAST), at=hours(4)), facts=said_by())
    assert case_after(*there, (hours(5), back)).stage == case_after(*ALL_BOOKED).stage


ORDERED = line("A7", role=TaskRole.THERAPIST, precedes="A7b")
ordered = TasksRaised(tasks=(Raised(task_id=key("A7"), line=ORDERED, owner_id=TRUST, anchor=None, due_at=None),))
ORDER = Holder(holder_id=key("A7"), kind=HolderKind.EQUIPMENT)


def test_equipment_that_is_ordered_is_asked_about_though_nobody_has_begun_to_deliver_it() -> None:
    assert holders_of(case_after(*READY, raised, ordered)) == ()
    on_its_way = (*READY, raised, ordered, done("A7", 3))
    assert after(*on_its_way, then=ask()) == [asked(Cause.MEETS_AGAIN, ORDER)]
    cancelled = after(*on_its_way, asked(Cause.MEETS_AGAIN, ORDER), then=release(key("A7")), facts=said_by())
    assert cancelled[-1] == TaskReopened(task_id=key("A7"), step_id=uid(301))


def test_an_order_is_known_by_the_delivery_that_it_precedes_whatever_a_hub_calls_either() -> None:
    lines = (
        line("BED1", role=TaskRole.WARD_NURSE, precedes="BED2"),
        line("BED2", role=TaskRole.EQUIPMENT),
        line("BED3", role=TaskRole.WARD_NURSE),
    )
    own = TasksRaised(
        tasks=tuple(
            Raised(task_id=key(each.code), line=each, owner_id=TRUST, anchor=None, due_at=None) for each in lines
        )
    )
    order = Holder(holder_id=key("BED1"), kind=HolderKind.EQUIPMENT)
    assert after(*READY, own, done("BED1", 3), done("BED3", 4), then=ask()) == [asked(Cause.MEETS_AGAIN, order)]


def test_by_the_shipped_templates_an_order_of_equipment_precedes_its_delivery() -> None:
    by_code = {each.code: each for each in shipped(TaskTemplates).lines}
    assert by_code[by_code["A7"].precedes or ""].role is TaskRole.EQUIPMENT


def test_once_it_is_being_delivered_who_delivers_it_is_asked_alone_and_an_earlier_question_can_be_answered() -> None:
    delivered = (*READY, raised, ordered, done("A7", 3), done("A7b", 4))
    [question] = after(*delivered, then=ask())
    assert [each.holder_id for each in question.holders] == [key("A7b")]
    asked_before = (*READY, raised, ordered, done("A7", 3), asked(Cause.MEETS_AGAIN, ORDER), done("A7b", 4))
    assert after(*asked_before, then=keep(key("A7")), facts=said_by())


def test_everyone_is_asked_at_once() -> None:
    assert after(*ALL_BOOKED, then=ask()) == [asked()]
    case = case_after(*ALL_BOOKED, asked())
    assert set(case.holding.asked) == set(AT.values())


def test_where_nothing_is_held_nobody_is_asked() -> None:
    assert after(*READY, raised, then=ask()) == []


def test_the_same_news_told_again_asks_nobody_though_they_answered_since() -> None:
    past = [(hours(1), event) if isinstance(event, HoldersAsked) else event for event in (*ALL_BOOKED, asked())]
    assert after(*past, kept(), then=ask(at=hours(1))) == []
    assert after(*past, kept(), then=ask(at=hours(2))) == [asked()]


def test_a_second_cause_asks_again_and_the_question_is_as_old_as_the_first() -> None:
    case = case_after(*ALL_BOOKED, asked(), asked(Cause.MOVED_WARD))
    once = case_after(*ALL_BOOKED, asked())
    question, first = case.holding.asked[AT_EAST], once.holding.asked[AT_EAST]
    assert (question.cause, question.asked_at) == (Cause.MOVED_WARD, first.asked_at)


@pytest.mark.parametrize("over_for_them", [left, closed(Outcome.DIED), closed(Outcome.NO_LONGER_NEEDED)])
def test_who_left_or_died_or_whose_case_is_closed_is_asked_about_no_more(over_for_them: object) -> None:
    assert after(*ALL_BOOKED, over_for_them, then=ask()) == []
    assert case_after(*ALL_BOOKED, asked(), kept(AT["letter"]), over_for_them).holding.asked == {}


def test_another_time_to_leave_asks_everybody() -> None:
    [slot, question] = after(*ALL_BOOKED, then=replace(plan(hours(90)), reason=SlotReason.TRANSPORT))
    assert isinstance(slot, LeavingPlanned)
    assert question == asked(Cause.SLOT_MOVED)


def test_whoever_comes_back_may_need_all_of_it_anew_so_everyone_is_asked() -> None:
    assert after(*ALL_BOOKED, left, then=come_back()) == [back, asked(Cause.CAME_BACK)]
    again = track(OTHER_SPELL)
    [followed, question] = after(*ALL_BOOKED, left, then=again)
    assert question == asked(Cause.CAME_BACK)
    never = [*ALL_BOOKED, left, (again.at, followed), (again.at, question), (hours(90), tracking_undone())]
    assert case_after(*never).holding.asked == {}
    assert after(*never, then=again) == [followed, question], "admitted after all, they are asked anew"


def test_who_had_never_left_or_moved_to_another_stay_without_leaving_needs_what_is_booked() -> None:
    by_mistake = replace(come_back(), reason=ReturnReason.RECORDED_BY_MISTAKE)
    assert len(after(*ALL_BOOKED, left, then=by_mistake)) == 1
    assert len(after(*ALL_BOOKED, then=track(OTHER_SPELL))) == 1


def test_the_first_slot_asks_nobody_and_a_withdrawn_one_everybody() -> None:
    assert after(*BOOKED, then=plan()) == [planned(TOMORROW)]
    assert after(*ALL_BOOKED, then=undo(HubStep.LEAVING))[1:] == [asked(Cause.SLOT_MOVED)]


def test_a_start_that_moves_away_from_the_slot_asks_everyone_but_the_service() -> None:
    others = tuple(each for each in EVERYONE if each.kind is not HolderKind.SERVICE)
    slot = TOMORROW + timedelta(minutes=1)
    for moved in (start_at(TOMORROW + timedelta(days=3)), start_at(TOMORROW - timedelta(hours=3))):
        assert after(*ALL_BOOKED, then=moved)[1:] == [asked(Cause.START_MOVED, *others)]
    assert len(after(*ALL_BOOKED, then=start_at(slot))) == 1


def start_at(when: datetime) -> ChangeStart:
    """The service takes them from then on, for two hours."""
    said: dict[str, Any] = {
        "arrive_from": when,
        "arrive_to": when + timedelta(hours=2),
        "words": Words("No carer before."),
    }
    return ChangeStart(case_id=CASE_ID, by=NURSE, at=NOON, answer_id=uid(410), **said)


@pytest.mark.parametrize(
    ("settled", "holder"),
    [
        (over(held=True), AT_EAST),
        (released(), AT_EAST),
        (kept(), AT_EAST),
        (done("C07", 400), AT["pharmacy"]),
        (TaskReopened(task_id=key("C09"), step_id=uid(401)), AT["transport"]),
    ],
)
def test_what_is_settled_otherwise_is_asked_no_more(settled: object, holder: object) -> None:
    waiting = case_after(*ALL_BOOKED, asked(), settled).holding.asked
    assert set(waiting) == set(AT.values()) - {holder}


def test_a_service_that_confirms_after_it_was_asked_has_answered() -> None:
    both = holders_of(case_after(*HELD_AT_TWO))
    case = case_after(*HELD_AT_TWO, asked(Cause.MOVED_WARD, *both), confirmed(n=143))
    assert set(case.holding.asked) == {AT_WEST}
