"""Nights in a community bed: frozen once at midnight, agreed, contested and settled until the weekly snapshot."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from app.domain.case.outcome import Outcome
from app.domain.case.remaining.contesting import AgreeStayNight, ContestStayNight, SettleStayNight
from app.domain.case.remaining.events import (
    StayBlockerRecorded,
    StayNightAgreed,
    StayNightContested,
    StayNightFrozen,
    StayNightSettled,
    StaySettlementSaid,
)
from app.domain.codes.delay_reasons import DelayReason
from app.domain.codes.owners import Owner
from app.domain.delay import Fact, Field, History, How
from app.domain.delay.contesting import AfterTheFreeze, NightNotFrozen, NotContested
from app.domain.delay.facts import Asked, Exit, Search
from app.domain.delay.freezing import NightNotOver
from app.domain.delay.owners import Parties
from app.domain.escalation.cause import Cause, Situation
from app.domain.escalation.causes.nights import contested_bed_night
from app.domain.rejections import NotKnown, Rejection
from app.domain.values import OrganisationId, Words
from tests.domain.case.events import back, closed
from tests.domain.case.remaining.bed import MEETS, MIDNIGHT, NO_LONGER, READY, READY_ON, about, facts, freeze
from tests.domain.case.requests.asking import CARERS, EAST, OTHERS
from tests.domain.case.stay.weeks import IN_BED, STAY, days, ended, reviewed, step_back
from tests.domain.case.way import after, case_after
from tests.domain.given import uid

SNAPSHOT = datetime(2026, 11, 19, 12, tzinfo=UTC)
WORDS = Words("The package stood ready.")
FROZEN = StayNightFrozen(
    stay_id=STAY,
    service_id=EAST,
    night=READY_ON,
    reason=None,
    how=How.UNEXPLAINED,
    open=(),
    contest_until=SNAPSHOT,
    beside=(CARERS,),
)
KEPT = (*READY, (MIDNIGHT, FROZEN))
NEXT_DAY = days(4)


def said(by: Any = CARERS, at: datetime = NEXT_DAY, night: date = READY_ON) -> dict[str, Any]:
    """Said by the service itself; the hub says it for `OTHERS`."""
    return about(at, CARERS if by == CARERS else None, night=night, said_by=by)


def other(by: Any = CARERS, **more: Any) -> dict[str, Any]:
    return {"reason": DelayReason.CT2, "words": WORDS, **said(by, **more)}


def of(by: Any) -> dict[str, Any]:
    return {"stay_id": STAY, "night": READY_ON, "organisation_id": by, "reason": DelayReason.CT2, "words": WORDS}


def test_a_night_is_frozen_once_unexplained_where_nothing_tells() -> None:
    assert after(*READY, then=freeze(), facts=facts()) == [FROZEN]
    assert after(*KEPT, then=freeze(at=days(5)), facts=facts()) == []


def test_it_is_put_down_to_whoever_was_waited_for_at_that_midnight_and_service_and_hub_are_heard() -> None:
    office, council = OrganisationId(uid(91)), OrganisationId(uid(92))
    parties = Parties(hubs=frozenset({office}), by_code={"E10": council})
    sought = (
        *(Fact(days(1), Field.EXIT, Exit.SERVICE), Fact(days(1), Field.LINE, "reab")),
        *(Fact(days(2), Field.SEARCH, Search.OUT), Fact(days(0), Field.COUNCIL, "E10")),
    )
    asked = (Asked(organisation_id=OTHERS, start=days(2)), Asked(organisation_id=CARERS, start=days(2), end=days(3)))
    told = History(sought, asked=asked)
    [frozen] = after(*READY, then=freeze(), facts=facts(told, parties))
    beside = tuple(sorted({CARERS, office}))
    assert (frozen.reason, frozen.owners, frozen.beside) == (DelayReason.IP1, (OTHERS,), beside)
    [hubs_turn] = after(*READY, then=freeze(), facts=facts(History(sought[:1]), parties))
    assert (hubs_turn.reason, hubs_turn.owners) == (DelayReason.CT2, (office,))
    key: dict[str, Any] = {"blocker_id": uid(71), "words": None, "stay_id": STAY, "stops_leaving": True}
    for owner, whose in ((Owner.COUNCIL, (council,)), (Owner.VOLUNTARY, ()), (Owner.HOSPITAL, (CARERS,))):
        keyless = StayBlockerRecorded(reason=DelayReason.WB4, owner=owner, **key)
        [night] = after(*READY, (days(3.2), keyless), then=freeze(), facts=facts(told, parties))
        assert (night.reason, night.owners) == (DelayReason.WB4, whose)


def test_what_the_case_tells_and_people_recorded_counts_at_its_midnight() -> None:
    planned = History((Fact(days(0), Field.EXIT, Exit.OTHER), Fact(days(2), Field.EXIT, Exit.SERVICE)))
    [frozen] = after(*READY, then=freeze(), facts=facts(planned))
    assert (frozen.reason, frozen.how) == (DelayReason.CT2, How.STAGE)
    key: dict[str, Any] = {"blocker_id": uid(71), "owner": Owner.COUNCIL, "words": None, "stay_id": STAY}
    keyless = StayBlockerRecorded(reason=DelayReason.WB4, stops_leaving=True, **key)
    [frozen] = after(*READY, (days(3.2), keyless), then=freeze(), facts=facts(planned))
    assert (frozen.reason, frozen.open) == (DelayReason.WB4, (DelayReason.WB4, DelayReason.CT2))


@pytest.mark.parametrize(
    "past",
    [
        IN_BED,
        (*IN_BED, (days(3.9), reviewed(remains=NO_LONGER))),
        (*READY, (days(3.2), reviewed(212, MEETS))),
        (*READY, (days(3.2), back)),
        (*READY, (days(3.2), ended())),
        (*READY, (days(3.2), closed(Outcome.DIED))),
        (*READY, (days(3.2), step_back(211))),
        IN_BED[:-1],
    ],
    ids=["never said", "after it", "meets again", "in hospital", "gone", "died", "taken back", "never met"],
)
def test_who_was_not_ready_in_the_bed_at_midnight_has_no_such_night(past: tuple[Any, ...]) -> None:
    assert after(*past, then=freeze(at=days(5)), facts=facts()) == []


def test_nights_of_the_past_are_made_up_when_a_late_review_tells_of_them() -> None:
    late = (*READY, (days(1), reviewed(212, NO_LONGER)))
    [made_up] = after(*late, then=freeze(date(2026, 11, 10), days(6)), facts=facts())
    assert made_up.night == date(2026, 11, 10)


def test_a_night_that_is_not_over_is_not_frozen() -> None:
    with pytest.raises(NightNotOver):
        after(*READY, then=freeze(at=days(3.1)), facts=facts())


def test_the_service_contests_its_night_and_settles_with_the_hub() -> None:
    contest = StayNightContested(**of(CARERS))
    assert after(*KEPT, then=ContestStayNight(**other())) == [contest]
    contested = (*KEPT, (NEXT_DAY, contest))
    assert after(*contested, then=ContestStayNight(**other())) == []
    settled = StayNightSettled(stay_id=STAY, night=READY_ON, reason=DelayReason.CT2)
    assert after(*contested, then=SettleStayNight(**other(OTHERS))) == [StaySettlementSaid(**of(OTHERS)), settled]
    assert after(*contested, then=SettleStayNight(**other())) == [StaySettlementSaid(**of(CARERS))]


def test_agreeing_takes_the_own_contest_back() -> None:
    agreed = StayNightAgreed(stay_id=STAY, night=READY_ON, organisation_id=CARERS)
    contested = (*KEPT, (NEXT_DAY, StayNightContested(**of(CARERS))))
    assert after(*contested, then=AgreeStayNight(**said())) == [agreed]
    with pytest.raises(NotContested):
        after(*contested, (days(4.1), agreed), then=SettleStayNight(**other(OTHERS)))


def test_a_contested_night_is_escalated_about_the_case_until_it_is_settled() -> None:
    contested = (*KEPT, (NEXT_DAY, StayNightContested(**of(CARERS))))
    sides = [None, *FROZEN.owners, CARERS]
    assert wrong(*contested) == [
        Cause(trigger="contested_night", since=SNAPSHOT, owner_id=side, each_owner=True) for side in sides
    ]
    settled = StayNightSettled(stay_id=STAY, night=READY_ON, reason=DelayReason.CT2)
    assert wrong(*KEPT) == wrong(*contested, (days(4.1), settled)) == []


def wrong(*past: Any) -> list[Cause]:
    return [*contested_bed_night(Situation(case=case_after(*past)))]


@pytest.mark.parametrize(
    ("command", "refused"),
    [
        (ContestStayNight(**other(at=SNAPSHOT)), AfterTheFreeze),
        (AgreeStayNight(**said(at=SNAPSHOT)), AfterTheFreeze),
        (SettleStayNight(**other()), NotContested),
        (ContestStayNight(**other(night=date(2026, 11, 20))), NightNotFrozen),
        (AgreeStayNight(**said() | {"organisation_id": OTHERS}), NotKnown),
    ],
    ids=["contest late", "agree late", "nothing contested", "another night", "not their service"],
)
def test_what_is_said_of_a_night_is_said_of_a_frozen_one_until_the_snapshot(
    command: Any, refused: type[Rejection]
) -> None:
    with pytest.raises(refused):
        after(*KEPT, then=command)
