"""Nights of an invented stay: frozen once at midnight, agreed, contested and settled until the weekly snapshot."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from app.domain.codes.delay_reasons import DelayReason
from app.domain.codes.hub_needs import HubNeed
from app.domain.decider import Command
from app.domain.delay import Fact, Field, History, How
from app.domain.delay.contesting import AfterTheFreeze, NightIsSettled, NightNotFrozen, NotContested, NothingToContest
from app.domain.delay.facts import SENT
from app.domain.delay.freezing import NightNotOver
from app.domain.rejections import NotKnown, Rejection
from app.domain.spell import (
    SPELL,
    AgreeNight,
    ContestNight,
    FreezeNight,
    NightAgreed,
    NightContested,
    NightFrozen,
    NightSettled,
    SettlementSaid,
    SettleNight,
    SpellFacts,
)
from app.domain.values import OrganisationId, Words
from app.events.practice import shipped_rule
from tests.domain.given import NOON, NURSE, decided, given, uid
from tests.domain.spell.stay import (
    NO_LONGER,
    SPELL_ID,
    WARD_A,
    WARD_B,
    ended,
    hours,
    hub_need,
    moved,
    opened,
    reviewed,
    voided,
)

MONDAY = date(2026, 11, 2)
MIDNIGHT = datetime(2026, 11, 3, tzinfo=UTC)
NEXT_DAY = hours(20)
SNAPSHOT = datetime(2026, 11, 5, 12, tzinfo=UTC)
TRUST, COUNCIL, CARERS = (OrganisationId(uid(n)) for n in (81, 82, 83))
WORDS = Words("The place was free from noon.")
READY = ((NOON, opened), (hours(1), hub_need(HubNeed.YES)), (hours(2), reviewed(NO_LONGER)))
FACTS = SpellFacts(reporting=shipped_rule())
FROZEN = NightFrozen(
    night=MONDAY,
    ward_id=WARD_A,
    reason=DelayReason.HP3,
    how=How.STAGE,
    open=(DelayReason.HP3,),
    contest_until=SNAPSHOT,
)
KEPT = (*READY, (MIDNIGHT, FROZEN))


def then(*past: object, do: Command, facts: SpellFacts = FACTS) -> list[Any]:
    return decided(SPELL, given(*past), do, facts)


def freeze(night: date = MONDAY, at: datetime = MIDNIGHT) -> FreezeNight:
    return FreezeNight(spell_id=SPELL_ID, by=NURSE, at=at, night=night)


def said(by: OrganisationId = COUNCIL, at: datetime = NEXT_DAY, night: date = MONDAY) -> dict[str, Any]:
    return {"spell_id": SPELL_ID, "by": NURSE, "at": at, "night": night, "organisation_id": by}


def reason(code: DelayReason = DelayReason.HP2, **other: Any) -> dict[str, Any]:
    return {"reason": code, "words": WORDS, **said(**other)}


def of(by: OrganisationId, code: DelayReason = DelayReason.HP2) -> dict[str, Any]:
    return {"night": MONDAY, "organisation_id": by, "reason": code, "words": WORDS}


def test_a_night_is_frozen_with_the_reason_of_its_midnight_and_once() -> None:
    assert then(*READY, do=freeze()) == [FROZEN]
    assert then(*KEPT, do=freeze()) == []


def test_what_the_case_tells_counts_and_what_happened_after_midnight_does_not() -> None:
    sent = History((Fact(hours(3), Field.REFERRAL, SENT), Fact(hours(13), Field.PATHWAY, "P1")))
    frozen = replace(FROZEN, reason=DelayReason.CT1, open=(DelayReason.CT1,))
    late = freeze(at=hours(20))
    assert then(*READY, do=late, facts=replace(FACTS, case_history=sent)) == [frozen]


def test_nothing_in_the_way_is_frozen_as_unexplained() -> None:
    past = ((NOON, opened), (hours(1), hub_need(HubNeed.NO)), (hours(2), reviewed(NO_LONGER)))
    assert then(*past, do=freeze()) == [replace(FROZEN, reason=None, how=How.UNEXPLAINED, open=())]


def test_the_night_is_that_of_the_ward_where_the_person_lay() -> None:
    past = (*READY, (hours(14), moved(WARD_B, "1")))
    assert then(*past, do=freeze(at=hours(20))) == [FROZEN]
    past = (*READY, (hours(5), moved(WARD_B, "1")))
    assert then(*past, do=freeze()) == [replace(FROZEN, ward_id=WARD_B)]


@pytest.mark.parametrize(
    "past",
    [
        ((NOON, opened),),
        ((NOON, opened), (hours(13), reviewed(NO_LONGER))),
        (*READY, (hours(9), ended())),
        (*READY, (hours(9), voided)),
        (),
    ],
    ids=["never reviewed", "ready after midnight", "left before midnight", "cancelled", "never admitted"],
)
def test_who_was_not_ready_in_a_bed_at_midnight_has_no_such_night(past: tuple[object, ...]) -> None:
    assert then(*past, do=freeze(at=hours(20))) == []


def test_who_left_after_midnight_has_the_night_when_it_is_made_up_later() -> None:
    past = (*READY, (hours(14), ended()))
    assert then(*past, do=freeze(at=hours(40))) == [FROZEN]


def test_a_night_of_which_a_late_correction_tells_can_be_contested_until_the_snapshot_after_it_is_known() -> None:
    past, until = (*READY, (hours(14), ended())), datetime(2026, 11, 12, 12, tzinfo=UTC)
    on_friday = freeze(at=datetime(2026, 11, 6, 9, tzinfo=UTC))
    assert then(*past, do=on_friday) == [replace(FROZEN, contest_until=until)]


def test_a_night_that_is_not_over_is_not_frozen() -> None:
    with pytest.raises(NightNotOver):
        then(*READY, do=freeze(at=hours(11)))


def test_a_side_agrees_once_and_what_it_contested_before_is_taken_back() -> None:
    agrees = NightAgreed(night=MONDAY, organisation_id=COUNCIL)
    assert then(*KEPT, do=AgreeNight(**said())) == [agrees]
    assert then(*KEPT, (hours(20), agrees), do=AgreeNight(**said())) == []
    contested = (*KEPT, (hours(20), NightContested(**of(COUNCIL))), (hours(21), agrees))
    with pytest.raises(NotContested):
        then(*contested, do=SettleNight(**reason(by=TRUST)))


def test_a_night_is_contested_with_another_reason_and_words() -> None:
    assert then(*KEPT, do=ContestNight(**reason())) == [NightContested(**of(COUNCIL))]
    assert then(*KEPT, (hours(20), NightContested(**of(COUNCIL))), do=ContestNight(**reason())) == []
    with pytest.raises(NothingToContest):
        then(*KEPT, do=ContestNight(**reason(DelayReason.HP3)))


def test_two_organisations_that_name_the_same_reason_settle_it() -> None:
    contested = (*KEPT, (hours(20), NightContested(**of(COUNCIL))))
    other = SettlementSaid(**of(TRUST, DelayReason.HP1))
    assert then(*contested, do=SettleNight(**reason(DelayReason.HP1, by=TRUST))) == [other]
    same = SettlementSaid(**of(TRUST))
    settled = NightSettled(night=MONDAY, reason=DelayReason.HP2)
    assert then(*contested, do=SettleNight(**reason(by=TRUST))) == [same, settled]
    over = (*contested, (hours(21), same), (hours(21), settled))
    assert then(*over, do=SettleNight(**reason(by=TRUST))) == []
    with pytest.raises(NightIsSettled):
        then(*over, do=ContestNight(**reason(DelayReason.HP1)))


@pytest.mark.parametrize(
    "instead",
    [NightContested(**of(TRUST, DelayReason.HP4)), NightAgreed(night=MONDAY, organisation_id=TRUST)],
    ids=["contests", "agrees"],
)
def test_whoever_says_something_else_of_a_night_would_settle_it_on_that_no_more(instead: object) -> None:
    says = SettlementSaid(**of(TRUST, DelayReason.HP1))
    past = (*KEPT, (hours(20), NightContested(**of(COUNCIL))), (hours(20), says), (hours(21), instead))
    gives_in = SettleNight(**reason(DelayReason.HP1, by=COUNCIL))
    assert then(*past, do=gives_in) == [SettlementSaid(**of(COUNCIL, DelayReason.HP1))]
    assert then(*past, do=SettleNight(**reason(DelayReason.HP1, by=TRUST))) == [says], "said anew, it is news"


def test_who_would_have_settled_and_goes_back_to_what_was_said_before_is_heard() -> None:
    says, agrees = NightContested(**of(COUNCIL)), NightAgreed(night=MONDAY, organisation_id=TRUST)
    settling = [(hours(21), SettlementSaid(**of(each, DelayReason.HP1))) for each in (COUNCIL, TRUST)]
    past = (*KEPT, (hours(20), says), (hours(20), agrees))
    assert then(*past, settling[0], do=ContestNight(**reason())) == [says]
    assert then(*past, settling[1], do=AgreeNight(**said(by=TRUST))) == [agrees]


def test_nobody_settles_with_themselves() -> None:
    contested = (*KEPT, (hours(20), NightContested(**of(COUNCIL))))
    assert then(*contested, do=SettleNight(**reason(by=COUNCIL))) == [SettlementSaid(**of(COUNCIL))]


def test_nobody_settles_over_the_head_of_whoever_contests() -> None:
    between = (
        *(*KEPT, (hours(20), NightContested(**of(COUNCIL)))),
        (hours(21), SettlementSaid(**of(TRUST, DelayReason.HP1))),
    )
    others = SettleNight(**reason(DelayReason.HP1, by=CARERS))
    assert then(*between, do=others) == [SettlementSaid(**of(CARERS, DelayReason.HP1))]
    gives_in = SettleNight(**reason(DelayReason.HP1, by=COUNCIL))
    assert then(*between, do=gives_in)[1:] == [NightSettled(night=MONDAY, reason=DelayReason.HP1)]


@pytest.mark.parametrize(
    ("command", "refused"),
    [
        (ContestNight(**reason(at=SNAPSHOT)), AfterTheFreeze),
        (AgreeNight(**said(at=SNAPSHOT)), AfterTheFreeze),
        (SettleNight(**reason(at=SNAPSHOT)), AfterTheFreeze),
        (SettleNight(**reason()), NotContested),
        (ContestNight(**reason(night=date(2026, 11, 3))), NightNotFrozen),
    ],
    ids=["contest late", "agree late", "settle late", "nothing contested", "another night"],
)
def test_what_is_said_of_a_night_is_said_of_a_frozen_one_and_until_the_snapshot(
    command: Command, refused: type[Rejection]
) -> None:
    with pytest.raises(refused):
        then(*KEPT, do=command)


def test_of_nobody_there_is_no_night() -> None:
    with pytest.raises(NotKnown):
        then(do=AgreeNight(**said()))
