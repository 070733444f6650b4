"""The plan to leave changes in part: whom the change concerns is asked, nobody else."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from app.domain.case.form import Destination, GoingTo, ReferralForm
from app.domain.case.holding.asking import HoldersAsked
from app.domain.case.holding.causes import Cause
from app.domain.case.holding.holders import Holder, HolderKind
from app.domain.case.leaving import LeaveFrom
from app.domain.codes.pathways import Pathway
from app.domain.codes.slot_reasons import SlotReason
from app.domain.values import Words
from tests.domain.case.commands import amend, decide_on, plan
from tests.domain.case.events import amended
from tests.domain.case.holding.booked import ALL_BOOKED, EVERYONE, asked, done
from tests.domain.case.tasks.work import key
from tests.domain.case.way import TOMORROW, after, case_after

SERVICE, TRANSPORT, MEDICINES, LETTER = EVERYONE
BED_AT_HOME = Holder(holder_id=key("A7b"), kind=HolderKind.EQUIPMENT)
ALL_HELD = (*ALL_BOOKED, done("A7b", 204))


def replanned(**other: Any) -> Any:
    return replace(plan(), reason=SlotReason.FAMILY, **other)


@pytest.mark.parametrize(
    ("changed", "cause", "concerned"),
    [
        ({"leave_at": TOMORROW + timedelta(hours=3)}, Cause.SLOT_MOVED, {*EVERYONE, BED_AT_HOME}),
        ({"going_to": Words("Her son's")}, Cause.GOING_ELSEWHERE, {SERVICE, TRANSPORT, LETTER, BED_AT_HOME}),
        ({"received_by": Words("A neighbour")}, Cause.OTHER_RECEIVER, {SERVICE, TRANSPORT}),
        ({"leave_from": LeaveFrom.WARD}, Cause.OTHER_PICK_UP, {TRANSPORT}),
    ],
)
def test_each_change_asks_those_whom_it_concerns(changed: dict[str, Any], cause: Cause, concerned: set[Holder]) -> None:
    [_, question] = after(*ALL_HELD, then=replanned(**changed))
    assert (question.cause, set(question.holders)) == (cause, concerned)


def test_another_time_and_another_place_ask_each_once_and_whom_the_place_concerns_reads_of_the_place() -> None:
    said = after(*ALL_BOOKED, then=replanned(leave_at=TOMORROW + timedelta(hours=3), going_to=Words("Her son's")))
    assert [each.cause for each in said[1:]] == [Cause.SLOT_MOVED, Cause.GOING_ELSEWHERE]
    waiting = case_after(*ALL_BOOKED, *said).holding.asked
    assert {key: each.cause for key, each in waiting.items()} == {
        SERVICE.holder_id: Cause.GOING_ELSEWHERE,
        TRANSPORT.holder_id: Cause.GOING_ELSEWHERE,
        LETTER.holder_id: Cause.GOING_ELSEWHERE,
        MEDICINES.holder_id: Cause.SLOT_MOVED,
    }


def test_the_same_place_in_other_capitals_asks_nobody() -> None:
    assert len(after(*ALL_BOOKED, then=replanned(going_to=Words("own  HOME")))) == 1


def test_who_goes_to_a_care_home_after_all_as_the_ward_or_the_hub_says_goes_elsewhere() -> None:
    to_own_home = (*ALL_BOOKED, amended(going(GoingTo.USUAL_HOME)))
    elsewhere = asked(Cause.GOING_ELSEWHERE, SERVICE, TRANSPORT, LETTER)
    assert elsewhere in after(*to_own_home, then=amend(going(GoingTo.OWN_CARE_HOME)))
    assert not any(isinstance(each, HoldersAsked) for each in after(*ALL_BOOKED, then=amend(going(GoingTo.USUAL_HOME))))
    assert case_after(*ALL_BOOKED).pathway is not None
    assert elsewhere in after(*ALL_BOOKED, then=decide_on(Pathway.P0, Pathway.P0))


def test_who_goes_to_another_temporary_address_goes_elsewhere() -> None:
    past = (*ALL_BOOKED, amended(going(GoingTo.TEMPORARY_ADDRESS, "1 Fell Row")))
    elsewhere = asked(Cause.GOING_ELSEWHERE, SERVICE, TRANSPORT, LETTER)
    assert elsewhere in after(*past, then=amend(going(GoingTo.TEMPORARY_ADDRESS, "9 Dale Road")))
    assert elsewhere not in after(*past, then=amend(going(GoingTo.TEMPORARY_ADDRESS, "1 Fell row")))


def going(to: GoingTo, words: str | None = None) -> ReferralForm:
    return ReferralForm(person=Destination(going_to=to, words=Words(words) if words else None))
