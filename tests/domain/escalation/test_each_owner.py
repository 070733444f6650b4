"""Where several owe the same, each is rung on their own ladder, whatever becomes of the others."""

from datetime import timedelta
from typing import Any

from app.domain.case.holding.causes import Cause as AskedAbout
from app.domain.case.holding.holders import Holder, HolderKind
from app.domain.codes.delay_reasons import DelayReason
from app.domain.codes.owners import Owner
from app.domain.escalation import EscalationAcknowledged, EscalationRaised
from app.domain.escalation.rules import by_trigger
from app.domain.escalation.stream import escalation_id
from app.domain.ladder import Level
from app.domain.practice.escalation import EscalationLine, Ladders
from app.domain.values import OrganisationId, Words
from tests.domain.case.events import left, planned
from tests.domain.case.holding.booked import asked, kept
from tests.domain.case.requests.asking import AT_EAST, CARERS
from tests.domain.case.tasks.work import finished, key
from tests.domain.case.way import CASE_ID
from tests.domain.escalation.stops import ADAPTATION, LETTER, owed
from tests.domain.escalation.test_causes import ADMITTED, ASKED, BOOKED, PLANNED, READY, held_up, task
from tests.domain.escalation.watching import ABOUT, COUNCIL, OFFICE, TRUST, Clock, Told, later, rules, story
from tests.domain.given import uid
from tests.domain.spell.stay import ended

SLOT = later(days=2)


LEFT = ((later(5), ended()), (later(5), left))
TO_LEAVE = (*PLANNED, LETTER, ADAPTATION, (later(3), planned(SLOT)))


def watch(*told: Told, **said: Any) -> Clock:
    return Clock(story(*told), rules(**said))


def rung(clock: Clock, trigger: str) -> dict[OrganisationId | None, Level]:
    """On whose ladder it stands open, and how high."""
    stands = [each for each in clock.past.open.values() if each.trigger == trigger]
    found = {each.owner_id: each.terms.level for each in stands}
    assert len(found) == len(stands), "one open for each owner"
    return found


def test_two_owners_of_what_is_undone_at_leaving_are_rung_at_once() -> None:
    watched = watch(*PLANNED, LETTER, ADAPTATION, *LEFT).look_at([later(5)])
    assert rung(watched, "left_with_stop_open") == {TRUST: Level.L2, COUNCIL: Level.L2}


def test_the_hospital_they_left_is_rung_beside_whoever_owes_it_and_the_service_that_takes_them_in() -> None:
    watched = watch(*PLANNED, ASKED, BOOKED, ADAPTATION, *LEFT).look_at([later(5)])
    assert rung(watched, "left_with_stop_open") == {COUNCIL: Level.L2, TRUST: Level.L2}
    assert rung(watched, "comes_with_stop_open") == {CARERS: Level.L2}


def test_what_one_has_done_ends_theirs_alone() -> None:
    told = (*PLANNED, LETTER, ADAPTATION, *LEFT, (later(6), finished(key("A9"))))
    watched = watch(*told).look_at([later(5), later(6)])
    assert set(rung(watched, "left_with_stop_open")) == {TRUST}
    assert [each for each in watched.ended if each[0] == "left_with_stop_open"] == [
        ("left_with_stop_open", later(6), "cause_over")
    ]


def test_each_climbs_by_its_own_silence() -> None:
    watched = watch(*TO_LEAVE)
    watched.look(SLOT - timedelta(hours=4))
    assert rung(watched, "stop_undone") == {TRUST: Level.L1, COUNCIL: Level.L1}
    of_trust = next(key for key, each in watched.past.open.items() if each.owner_id == TRUST and _is_stop(each))
    watched.says(EscalationAcknowledged(escalation_id=of_trust, acknowledgement_id=uid(311)))
    watched.look(SLOT - timedelta(hours=3))
    assert rung(watched, "stop_undone") == {TRUST: Level.L1, COUNCIL: Level.L2}
    watched.look(SLOT - timedelta(hours=2))
    assert rung(watched, "stop_undone") == {TRUST: Level.L2, COUNCIL: Level.L3}


def _is_stop(escalation: Any) -> bool:
    return bool(escalation.trigger == "stop_undone")


def test_two_holders_asked_at_once_are_each_rung_for_their_own_answer() -> None:
    medicines = owed("C07", TRUST, 4)
    asked_of = [(AT_EAST, HolderKind.SERVICE, 6), (key("C07"), HolderKind.PHARMACY, 7)]
    asking = [
        (later(at), asked(AskedAbout.MEETS_AGAIN, Holder(holder_id=holder, kind=kind))) for holder, kind, at in asked_of
    ]
    told = (*PLANNED, ASKED, BOOKED, medicines, *asking, (later(10), kept(AT_EAST, until=later(90))))
    watched = watch(*told).look_at([later(8), later(9)])
    assert rung(watched, "keep_unanswered") == {CARERS: Level.L2, TRUST: Level.L1}
    watched.look(later(10))
    assert set(rung(watched, "keep_unanswered")) == {TRUST}


def test_capacity_is_the_wards_and_safeguarding_the_councils_each_from_its_own_day() -> None:
    told = (ADMITTED, READY, *PLANNED[1:], task("C05", precedes="decision"), held_up(DelayReason.WB2, Owner.COUNCIL))
    watched = watch(*told)
    watched.look(later(26))
    assert rung(watched, "stop_open") == {TRUST: Level.L2}
    watched.look(later(27))
    assert set(rung(watched, "stop_open")) == {TRUST, COUNCIL}


def test_two_stops_of_one_owner_are_one_problem() -> None:
    watched = watch(*PLANNED, LETTER, owed("C07", TRUST), *LEFT).look_at([later(5)])
    assert rung(watched, "left_with_stop_open") == {TRUST: Level.L2}


def test_on_the_hubs_ladder_by_policy_two_owners_are_one_problem() -> None:
    of_hub = EscalationLine(
        trigger="left_with_stop_open",
        level=Level.L2,
        words="Left with a stop open",
        ladder=Ladders.HUB,
        after_minutes=0,
        respond_minutes=30,
    )
    watched = watch(*PLANNED, LETTER, ADAPTATION, *LEFT, lines=by_trigger([of_hub])).look_at([later(5)])
    assert rung(watched, "left_with_stop_open") == {OFFICE: Level.L2}


def test_an_outage_rings_each_and_a_look_that_begins_anew_records_nothing() -> None:
    told = (*PLANNED, LETTER, ADAPTATION, *LEFT, (later(6), finished(key("A9"))), (later(7), finished(key("C08"))))
    watched = watch(*told).look_at([later(30)])
    assert [each for each in watched.raised if each[0] == "left_with_stop_open"] == [
        ("left_with_stop_open", later(5), later(5))
    ] * 2
    ends = [at for trigger, at, _ in watched.ended if trigger == "left_with_stop_open"]
    assert ends == [later(6), later(7)]
    watched.forget()
    assert watched.look(later(30)) == []


def test_what_was_raised_before_for_the_first_owner_goes_on_and_the_second_is_rung_beside_it() -> None:
    """Until there was one for each owner there was one of a trigger: its id, its level and its answer stay."""
    watched = watch(*PLANNED, LETTER, ADAPTATION, *LEFT)
    terms = watched.rules.terms(watched.rules.lines["left_with_stop_open"][0], later(5), TRUST)
    before = EscalationRaised(
        escalation_id=escalation_id(CASE_ID, "left_with_stop_open", later(5), later(5)),
        trigger="left_with_stop_open",
        cause_at=later(5),
        terms=terms,
        person_id=ABOUT.person_id,
        spell_id=ABOUT.spell_id,
        case_id=ABOUT.case_id,
        hub_id=ABOUT.hub_id,
    )
    watched.says(before, later(5))
    watched.says(EscalationAcknowledged(escalation_id=before.escalation_id, acknowledgement_id=uid(311)))
    watched.look(later(5.2))
    assert rung(watched, "left_with_stop_open") == {TRUST: Level.L2, COUNCIL: Level.L2}
    assert not watched.past.items[before.escalation_id].ended
    assert watched.past.items[before.escalation_id].answered


def test_what_a_person_raised_on_one_ladder_rings_nobody_twice_and_everybody_else_still() -> None:
    watched = watch(*PLANNED, LETTER, ADAPTATION, *LEFT)
    terms = watched.rules.terms(watched.rules.lines["left_with_stop_open"][0], later(5), COUNCIL)
    about: dict[str, Any] = {"person_id": ABOUT.person_id, "spell_id": None, "case_id": None, "hub_id": None}
    by_hand = EscalationRaised(
        escalation_id=uid(301),
        trigger="left_with_stop_open",
        cause_at=later(5),
        terms=terms,
        words=Words("She is at the door."),
        **about,
    )
    watched.says(by_hand, later(5))
    watched.look(later(5))
    assert rung(watched, "left_with_stop_open") == {COUNCIL: Level.L2, TRUST: Level.L2}
