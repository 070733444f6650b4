"""What is in the way of leaving a community bed, and a reason set by hand: recorded, put right, taken back."""

from datetime import datetime
from typing import Any

import pytest

from app.domain.case.remaining.command import NoBedToLeave, NotInTheBed
from app.domain.case.remaining.events import (
    StayBlockerEnded,
    StayBlockerMarked,
    StayBlockerRecorded,
    StayBlockerWithdrawn,
    StayReasonSet,
    StaySetReasonEnded,
)
from app.domain.case.remaining.saying import (
    EndSetStayReason,
    EndStayBlocker,
    MarkStayBlocker,
    RecordStayBlocker,
    SetStayReason,
    WithdrawStayBlocker,
)
from app.domain.codes.delay_reasons import DelayReason
from app.domain.codes.owners import Owner
from app.domain.delay import Blocker, Override, joined
from app.domain.delay.blockers import BlockerEndsBeforeStart, BlockerRecordedBefore
from app.domain.delay.delaying import history_of
from app.domain.rejections import NotKnown, Rejection
from app.domain.values import Words
from tests.domain.case.events import back
from tests.domain.case.remaining.bed import READY, about
from tests.domain.case.requests.asking import CARERS, OTHERS
from tests.domain.case.stay.weeks import IN_STAY, STAY, days, ended, stay_after
from tests.domain.case.way import after
from tests.domain.given import uid

KEY, OWN = uid(71), uid(72)
FOURTH = days(4)
WORDS = Words("No key to the flat.")
recorded = StayBlockerRecorded(
    stay_id=STAY, blocker_id=KEY, reason=DelayReason.WB4, owner=Owner.COUNCIL, stops_leaving=True, words=WORDS
)
RECORDED = (*READY, (days(4), recorded))


def record(at: datetime = FOURTH, **more: Any) -> RecordStayBlocker:
    said: dict[str, Any] = {"reason": DelayReason.WB4, "owner": Owner.COUNCIL, "stops_leaving": True, "words": WORDS}
    return RecordStayBlocker(**{"blocker_id": KEY, **said, **about(at)} | more)


@pytest.mark.parametrize("by", [None, CARERS], ids=["the hub", "the service"])
def test_hub_and_service_record_what_is_in_the_way_once(by: Any) -> None:
    assert after(*READY, then=record(organisation_id=by)) == [recorded]
    assert after(*RECORDED, then=record(days(9), organisation_id=by)) == []


def test_it_is_marked_ended_put_right_and_taken_back() -> None:
    flag = MarkStayBlocker(blocker_id=KEY, stops_leaving=False, **about(days(5)))
    assert after(*RECORDED, then=flag) == [StayBlockerMarked(stay_id=STAY, blocker_id=KEY, stops_leaving=False)]
    over = StayBlockerEnded(stay_id=STAY, blocker_id=KEY)
    assert after(*RECORDED, then=EndStayBlocker(blocker_id=KEY, **about(days(6)))) == [over]
    assert after(*RECORDED, (days(6), over), then=EndStayBlocker(blocker_id=KEY, **about(days(6)))) == []
    assert after(*RECORDED, (days(6), over), then=EndStayBlocker(blocker_id=KEY, **about(days(5)))) == [over]
    never = StayBlockerWithdrawn(stay_id=STAY, blocker_id=KEY)
    withdraw = WithdrawStayBlocker(blocker_id=KEY, **about(days(6)))
    assert after(*RECORDED, then=withdraw) == [never]
    assert after(*RECORDED, (days(6), never), then=withdraw) == []


def test_the_engine_is_told_of_it_as_of_one_in_hospital() -> None:
    stay = stay_after(*RECORDED, (days(6), StayBlockerEnded(stay_id=STAY, blocker_id=KEY)))
    blocker = Blocker(reason=DelayReason.WB4, start=days(4), end=days(6), stops=True, owner=Owner.COUNCIL)
    assert joined([history_of(stay.delays)]).blockers == (blocker,)


def test_a_reason_is_set_by_hand_and_the_derived_one_counts_again() -> None:
    own = StayReasonSet(stay_id=STAY, override_id=OWN, reason=DelayReason.IP10, words=WORDS)
    command = SetStayReason(override_id=OWN, reason=DelayReason.IP10, words=WORDS, **about(days(4)))
    assert after(*READY, then=command) == [own]
    past = (*READY, (days(4), own))
    assert after(*past, then=command) == []
    end, over = EndSetStayReason(override_id=OWN, **about(days(5))), StaySetReasonEnded(stay_id=STAY, override_id=OWN)
    assert after(*past, then=end) == [over]
    assert after(*past, (days(5), over), then=end) == []
    overrides = history_of(stay_after(*past, (days(5), over)).delays).overrides
    assert overrides == (Override(reason=DelayReason.IP10, start=days(4), end=days(5)),)


@pytest.mark.parametrize(
    ("past", "command", "refused"),
    [
        (READY, record(organisation_id=OTHERS), NotKnown),
        (READY, record(stay_id=uid(999)), NotKnown),
        (IN_STAY, record(), NoBedToLeave),
        (READY, record(days(-1)), NotInTheBed),
        ((*READY, (days(5), back)), record(days(6)), NotInTheBed),
        ((*READY, (days(5), ended())), record(days(6)), NotInTheBed),
        (RECORDED, record(words=None), BlockerRecordedBefore),
        (RECORDED, EndStayBlocker(blocker_id=KEY, **about(days(3))), BlockerEndsBeforeStart),
        (READY, EndStayBlocker(blocker_id=KEY, **about(days(5))), NotKnown),
    ],
    ids=[
        *("another organisation", "no such stay", "at home", "before they were met", "in hospital", "gone"),
        *("other words", "ends before it began", "no such blocker"),
    ],
)
def test_what_cannot_be_is_refused(past: tuple[Any, ...], command: Any, refused: type[Rejection]) -> None:
    with pytest.raises(refused):
        after(*past, then=command)
