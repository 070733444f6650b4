"""What unsettles a case comes seldom alone: each holder has one question, and who answered may be asked anew."""

from dataclasses import replace
from datetime import timedelta

import pytest

from app.domain.case import CloseCase
from app.domain.case.holding.asking import HoldersAsked, asked_with
from app.domain.case.holding.causes import Cause
from app.domain.case.outcome import Outcome
from app.domain.case.undoing import HubStep
from app.domain.codes.slot_reasons import SlotReason
from app.domain.values import Words
from tests.domain.case.commands import plan
from tests.domain.case.events import back, bed_decided, left, planned
from tests.domain.case.holding.booked import (
    ALL_BOOKED,
    AT,
    EVERYONE,
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
from tests.domain.case.requests.asking import AT_EAST, READY
from tests.domain.case.way import CASE_ID, TOMORROW, after, case_after
from tests.domain.case.ways import undo, undone
from tests.domain.given import NOON, NURSE
from tests.domain.spell.stay import hours

SERVICE, TRANSPORT, MEDICINES, LETTER = EVERYONE
LATER = TOMORROW + timedelta(days=1)


def test_who_keeps_it_and_is_told_of_another_place_is_asked_anew_and_the_others_keep_it() -> None:
    past = (*ALL_BOOKED, asked(), *(kept(key, n) for n, key in enumerate(AT.values(), 310)))
    there = replace(plan(going_to="Her son's"), reason=SlotReason.FAMILY)
    holding = case_after(*past, *after(*past, then=there)).holding
    assert holding.asked.keys() == {SERVICE.holder_id, TRANSPORT.holder_id, LETTER.holder_id}
    assert holding.kept_until.keys() == {MEDICINES.holder_id}


def test_who_moves_ward_while_asked_about_a_relapse_has_one_question_each() -> None:
    past = (*ALL_BOOKED, (hours(1), asked()))
    moved = after(*past, then=ask(Cause.MOVED_WARD, hours(2)))
    assert {each.cause for each in case_after(*past, *moved).holding.asked.values()} == {Cause.MOVED_WARD}


def test_what_was_released_is_asked_about_no_more_until_it_is_held_again() -> None:
    past = (*ALL_BOOKED, (hours(1), asked()))
    gave_up = after(*past, then=release(TRANSPORT.holder_id), facts=said_by())
    [question] = after(*past, *gave_up, then=ask(at=hours(3)))
    assert TRANSPORT not in question.holders
    [question] = after(*past, *gave_up, done("C09", 401), then=ask(at=hours(4)))
    assert TRANSPORT in question.holders


def test_who_kept_it_while_no_slot_stood_is_told_of_the_next_one() -> None:
    without = (*ALL_BOOKED, undone(HubStep.LEAVING), asked(Cause.SLOT_MOVED), kept(TRANSPORT.holder_id))
    [slot, question] = after(*without, then=plan(LATER))
    assert (slot, question) == (planned(LATER), asked(Cause.SLOT_MOVED, TRANSPORT))


@pytest.mark.parametrize("since", [Cause.MEETS_AGAIN, Cause.MOVED_WARD])
def test_who_kept_it_for_another_reason_while_no_slot_stood_is_told_of_the_next_one_too(since: Cause) -> None:
    without = (*ALL_BOOKED, undone(HubStep.LEAVING), asked(Cause.SLOT_MOVED), (hours(2), asked(since)))
    assert after(*without, kept(TRANSPORT.holder_id), then=plan(LATER)) == [
        planned(LATER),
        asked(Cause.SLOT_MOVED, TRANSPORT),
    ]


def test_a_pathway_that_is_undone_asks_the_desks_and_with_another_one_nobody_is_asked_twice() -> None:
    past = (*READY, raised, done("C09", 201))
    taken_back = after(*past, then=undo(HubStep.PATHWAY))
    assert taken_back == [undone(HubStep.PATHWAY), asked(Cause.GOING_ELSEWHERE, TRANSPORT)]
    case = case_after(*past, *taken_back)
    assert case.holding.asked.keys() == {TRANSPORT.holder_id}
    assert asked_with(bed_decided(), case, NOON) == []


def test_who_came_back_and_has_a_new_slot_asks_everyone_who_still_holds_something() -> None:
    past = (*ALL_BOOKED, left, back, asked(Cause.CAME_BACK), released(), kept(TRANSPORT.holder_id, 302))
    said = after(*past, then=replace(plan(LATER), reason=SlotReason.OTHER, why=Words("Home again.")))
    assert asked(Cause.SLOT_MOVED, *EVERYONE) in said


def test_a_death_ends_every_question_and_everything_held_in_one_turn() -> None:
    past = (*ALL_BOOKED, asked(), kept(TRANSPORT.holder_id))
    dies = CloseCase(case_id=CASE_ID, by=NURSE, at=NOON, outcome=Outcome.DIED, words=None)
    said = after(*past, then=dies)
    assert not any(isinstance(each, HoldersAsked) for each in said)
    case = case_after(*past, *said)
    assert (case.holding.asked, case.holding.kept_until, case.requests.booking) == ({}, {}, None)
    assert case.requests.offers[AT_EAST].ended is not None
    assert after(*past, *said, then=ask(at=hours(9))) == []


def test_a_late_answer_to_a_question_of_before_holds_for_the_one_of_now() -> None:
    past = (*ALL_BOOKED, asked(), (hours(2), asked(Cause.GOING_ELSEWHERE, SERVICE)))
    case = case_after(*past, *after(*past, then=keep(), facts=said_by()))
    assert case.holding.kept_for[SERVICE.holder_id] is Cause.GOING_ELSEWHERE
