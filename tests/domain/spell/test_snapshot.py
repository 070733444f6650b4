"""The weekly snapshot of an invented stay: by what was on record at its instant, once, whatever is told later."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from app.domain.codes.delay_reasons import DelayReason
from app.domain.codes.hub_needs import HubNeed
from app.domain.delay import Fact, Field, History, How
from app.domain.delay.facts import SENT
from app.domain.delay.owners import Parties
from app.domain.delay.snapshots import SnapshotNotDue
from app.domain.spell import SPELL, NightAgreed, NightFrozen, SnapshotTaken, SpellFacts, TakeSnapshot
from app.domain.spell.facts import OnRecord
from app.domain.values import OrganisationId
from app.events.delay_facts import recorded_by
from app.events.practice import shipped_rule
from tests.domain.given import NOON, NURSE, given, uid
from tests.domain.spell.stay import (
    MEETS,
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

INSTANT = datetime(2026, 11, 5, 12, tzinfo=UTC)
"""The Thursday after the admission on Monday the 2nd: 72 hours into the stay."""
TRUST, HUBS = OrganisationId(uid(81)), OrganisationId(uid(82))
NOTHING = History()
READY = ((NOON, opened), (hours(1), hub_need(HubNeed.YES)), (hours(2), reviewed(NO_LONGER)))
TAKEN = SnapshotTaken(
    taken_at=INSTANT,
    ward_id=WARD_A,
    reason=DelayReason.HP3,
    how=How.STAGE,
    open=(DelayReason.HP3,),
    admitted_on=date(2026, 11, 2),
    ready_on=date(2026, 11, 2),
    owners=(TRUST,),
    beside=(TRUST, HUBS),
)


def taken(*past: object, at: datetime = INSTANT, case: History = NOTHING, then: History | None = None) -> list[Any]:
    """What taking it records; `case` is what the case tells now, `then` what it had told by the instant."""
    events = given(*past)
    told_then = case if then is None else then
    on_record = OnRecord(spell=SPELL.fold(recorded_by(events, INSTANT)), case_history=told_then)
    whose: dict[str, Any] = {"parties": Parties(hubs=frozenset({HUBS})), "of_ward": {WARD_A: TRUST, WARD_B: TRUST}}
    facts = SpellFacts(reporting=shipped_rule(), case_history=case, then=on_record, **whose)
    taking = TakeSnapshot(spell_id=SPELL_ID, by=NURSE, at=at, taken_at=INSTANT)
    return list(SPELL.decide(taking, SPELL.fold(events), facts))


def test_it_keeps_the_reason_of_its_instant_and_is_taken_once() -> None:
    assert taken(*READY) == [TAKEN]
    assert taken(*READY, (INSTANT, TAKEN), at=hours(100)) == []


def test_what_nothing_explains_is_kept_as_unexplained_and_put_down_to_nobody() -> None:
    past = ((NOON, opened), (hours(1), hub_need(HubNeed.NO)), (hours(2), reviewed(NO_LONGER)))
    assert taken(*past) == [replace(TAKEN, reason=None, how=How.UNEXPLAINED, open=(), owners=())]


@pytest.mark.parametrize(
    "past",
    [
        ((NOON, opened),),
        ((NOON, opened), (hours(72), reviewed(NO_LONGER))),
        (*READY, (hours(70), ended())),
        (*READY, (hours(70), reviewed(MEETS, review=32))),
        (*READY, (hours(9), voided)),
        (),
    ],
    ids=["never reviewed", "ready from then on", "left before", "unwell again", "cancelled", "never admitted"],
)
def test_who_was_not_ready_in_a_bed_then_is_in_no_snapshot(past: tuple[object, ...]) -> None:
    assert taken(*past, at=hours(100)) == []


def test_one_taken_late_after_a_standstill_is_the_one_that_was_due() -> None:
    """Whatever was told meanwhile: they left, moved on, were unwell at that time after all, the admission was none."""
    for later in (
        (hours(80), ended()),
        (hours(80), moved(WARD_B, "1")),
        (hours(80), voided),
        (hours(90), hub_need(HubNeed.NO)),
    ):
        assert taken(*READY, later, at=hours(100)) == [TAKEN]
    told_late = History((Fact(hours(3), Field.REFERRAL, SENT),))
    assert taken(*READY, at=hours(100), case=told_late, then=NOTHING) == [TAKEN]


def test_a_relapse_told_late_takes_nobody_out_of_it() -> None:
    late = (*READY, (hours(80), ended()), (hours(60), reviewed(MEETS, review=32)))
    assert taken(*late, at=hours(100)) == [TAKEN]


def test_who_is_known_only_since_to_have_been_ready_is_kept_apart() -> None:
    late = ((NOON, opened), (hours(80), hub_need(HubNeed.YES)), (hours(50), reviewed(NO_LONGER)))
    since = replace(TAKEN, told_late=True, ready_on=date(2026, 11, 4), reason=DelayReason.HP7, open=(DelayReason.HP7,))
    assert taken(*late, at=hours(100)) == [replace(since, owners=(TRUST,))]


def test_it_is_not_taken_before_its_time() -> None:
    with pytest.raises(SnapshotNotDue):
        taken(*READY, at=hours(71))


def test_nights_and_what_is_said_of_them_stay_as_they_are() -> None:
    night = NightFrozen(
        night=date(2026, 11, 2),
        ward_id=WARD_A,
        reason=DelayReason.HP3,
        how=How.STAGE,
        open=(DelayReason.HP3,),
        contest_until=INSTANT,
    )
    agreed = NightAgreed(night=night.night, organisation_id=TRUST)
    past = given(*READY, (hours(13), night), (hours(20), agreed), (INSTANT, TAKEN))
    delays = SPELL.fold(past).delays
    assert delays.snapshots == {INSTANT: TAKEN}
    assert delays.nights[night.night].agreed == {TRUST}
