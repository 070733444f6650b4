"""A contested night is escalated while it can still be settled."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from app.domain.codes.delay_reasons import DelayReason
from app.domain.codes.ways_out import WayOut
from app.domain.delay import How
from app.domain.escalation.cause import Cause
from app.domain.practice.escalation import Ladders
from app.domain.spell import NightAgreed, NightContested, NightFrozen, NightSettled
from app.domain.values import OrganisationId, Words
from tests.domain.case.requests.asking import CARERS
from tests.domain.escalation.watching import OFFICE, TRUST, Clock, all_wrong_after, later, story, wrong_after
from tests.domain.given import uid
from tests.domain.spell.stay import WARD_A, ended, opened, voided

MONDAY = date(2026, 11, 2)
SNAPSHOT, NEXT_SNAPSHOT = (datetime(2026, 11, day, 12, tzinfo=UTC) for day in (5, 12))
COUNCIL = OrganisationId(uid(82))
OPENED = (later(-48), opened)


def frozen(days: int = 0, until: datetime = SNAPSHOT) -> tuple[datetime, Any]:
    night = NightFrozen(
        night=MONDAY + timedelta(days=days),
        ward_id=WARD_A,
        reason=DelayReason.HP3,
        how=How.STAGE,
        open=(DelayReason.HP3,),
        contest_until=until,
    )
    return later(12, days=days), night


def contested(days: int = 0) -> tuple[datetime, object]:
    night = MONDAY + timedelta(days=days)
    said = NightContested(night=night, organisation_id=COUNCIL, reason=DelayReason.HP2, words=Words("Free from noon."))
    return later(20, days=days), said


def cause(side: OrganisationId | None = None, since: datetime = SNAPSHOT) -> Cause:
    return Cause(trigger="contested_night", since=since, owner_id=side, each_owner=True)


CONTESTED = (OPENED, frozen(), contested())


def test_it_is_wrong_until_the_snapshot_by_which_it_is_settled() -> None:
    assert "contested_night" not in wrong_after(OPENED, frozen())
    assert wrong_after(*CONTESTED)["contested_night"] == cause()
    settled = NightSettled(night=MONDAY, reason=DelayReason.HP2)
    assert "contested_night" not in wrong_after(*CONTESTED, (later(22), settled))
    agreed = NightAgreed(night=MONDAY, organisation_id=COUNCIL)
    assert "contested_night" not in wrong_after(*CONTESTED, (later(22), agreed))


def test_each_side_is_rung_and_the_hub_beside_them() -> None:
    other_side = replace(frozen()[1], owners=(CARERS,), beside=(TRUST,))
    told = (OPENED, (later(12), other_side), contested())
    assert [each for each in all_wrong_after(*told) if each.trigger == "contested_night"] == [
        cause(),
        cause(CARERS),
        cause(COUNCIL),
    ]
    clock = Clock(story(*told), of_stay=True).look_at([SNAPSHOT - timedelta(hours=23)])
    rung = {
        each.raised_for: each.terms.ladder for each in clock.past.open.values() if each.trigger == "contested_night"
    }
    assert rung == dict.fromkeys((OFFICE, CARERS, COUNCIL), Ladders.OWNER)


def test_once_the_snapshot_is_taken_the_next_one_counts() -> None:
    later_nights = (frozen(1, NEXT_SNAPSHOT), contested(1))
    assert wrong_after(*CONTESTED, *later_nights)["contested_night"].since == SNAPSHOT
    after_it = (*later_nights, frozen(2, NEXT_SNAPSHOT), frozen(3, NEXT_SNAPSHOT))
    assert wrong_after(*CONTESTED, *after_it)["contested_night"].since == NEXT_SNAPSHOT
    assert "contested_night" not in wrong_after(*CONTESTED, *(frozen(n, NEXT_SNAPSHOT) for n in (1, 2, 3)))


def test_the_hub_is_told_a_day_before_the_snapshot_and_no_more_once_it_is_taken() -> None:
    clock = Clock(story(*CONTESTED, *(frozen(n, NEXT_SNAPSHOT) for n in (1, 2, 3))), of_stay=True)
    clock.look_at([SNAPSHOT - timedelta(days=1, minutes=1)])
    assert not clock.is_open("contested_night")
    clock.look_at([SNAPSHOT - timedelta(hours=23)])
    assert ("contested_night", SNAPSHOT, SNAPSHOT - timedelta(days=1)) in clock.raised
    clock.look_at([later(days=4)])
    assert not clock.is_open("contested_night")


def test_who_has_left_meanwhile_is_escalated_all_the_same_until_the_snapshot() -> None:
    clock = Clock(story(*CONTESTED, (later(24), ended())), of_stay=True)
    clock.look_at([later(25), SNAPSHOT - timedelta(hours=23)])
    assert clock.is_open("contested_night")
    assert clock.next_at
    assert clock.next_at <= SNAPSHOT
    clock.look_at([SNAPSHOT - timedelta(minutes=1)])
    assert clock.is_open("contested_night")
    clock.look_at([SNAPSHOT])
    assert ("contested_night", SNAPSHOT, "cause_over") in clock.ended
    assert clock.look(SNAPSHOT + timedelta(days=9)) == []


def test_a_death_silences_it_and_nothing_rings_again() -> None:
    clock = Clock(story(*CONTESTED, (later(24), ended(WayOut.DIED))), of_stay=True)
    clock.look_at([later(23), later(25), SNAPSHOT - timedelta(hours=23), SNAPSHOT])
    assert not any(trigger == "contested_night" for trigger, *_ in clock.raised)
    assert clock.next_at is None


def test_a_night_of_who_has_left_that_is_settled_is_escalated_no_more() -> None:
    settled = NightSettled(night=MONDAY, reason=DelayReason.HP2)
    clock = Clock(story(*CONTESTED, (later(24), ended()), (later(60), settled)), of_stay=True)
    clock.look_at([later(55), later(61)])
    assert ("contested_night", later(60), "cause_over") in clock.ended


def test_a_look_after_an_outage_finds_the_same_of_two_snapshots_as_one_each_hour() -> None:
    told = story(*CONTESTED, frozen(7, NEXT_SNAPSHOT), contested(7), (later(days=8), ended()))
    hours = [later(each) for each in range(24 * 16)]
    hourly, anew = Clock(told, of_stay=True).look_at(hours), Clock(told, of_stay=True).look_at(hours)
    anew.forget()
    assert anew.look(hours[-1]) == []
    once = Clock(told, of_stay=True).look_at(hours[-1:])
    of_night = [each for each in hourly.raised if each[0] == "contested_night"]
    assert of_night == [each for each in once.raised if each[0] == "contested_night"]
    assert [since for _, since, _ in of_night] == [SNAPSHOT, SNAPSHOT, NEXT_SNAPSHOT, NEXT_SNAPSHOT]
    assert hourly.ended == once.ended


def test_an_admission_that_never_was_had_no_night() -> None:
    clock = Clock(story(*CONTESTED, (later(54), voided)), of_stay=True)
    clock.look_at([later(53), later(55)])
    assert ("contested_night", later(54), "stay_over") in clock.ended
