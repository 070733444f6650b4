"""What is wrong by the facts, and since when: a test a trigger."""

from datetime import UTC, datetime
from typing import Any

import pytest

from app.domain.case import CaseTracked
from app.domain.case.outcome import Outcome
from app.domain.case.requests.state import EndedBecause
from app.domain.case.tasks.planning import Raised, TasksRaised
from app.domain.case.undoing import HubStep, StepUndone
from app.domain.codes.delay_reasons import DelayReason
from app.domain.codes.hub_needs import HubNeed
from app.domain.codes.owners import Owner
from app.domain.codes.pathways import Pathway
from app.domain.codes.return_reasons import ReturnReason
from app.domain.delay.blockers import BlockerEnded, BlockerRecorded
from app.domain.escalation.cause import Cause
from app.domain.practice.tasks import Step, TaskKind, TaskRole
from app.domain.spell import CriteriaReviewed
from app.domain.values import Words
from tests.domain.case.events import (
    accepted,
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
    AT_WEST,
    CARERS,
    EAST,
    MONDAY,
    OTHERS,
    WEST,
    bed_described,
    confirmed,
    described,
    held,
    over,
    sent,
)
from tests.domain.case.tasks.work import finished, key, line
from tests.domain.case.way import OTHER_SPELL
from tests.domain.case.ways import back_for
from tests.domain.escalation.watching import TRUST, Told, later, wrong_after
from tests.domain.given import uid
from tests.domain.spell.stay import MEETS, NO_LONGER, ended, expected_to_leave, hub_need, opened, reviewed, voided

ADMITTED = (later(-48), opened)
REFERRED = (later(), submitted())
ACCEPTED = (later(1), accepted)
DECIDED = (later(2), decided_on(Pathway.P1))
PLANNED = (ADMITTED, REFERRED, ACCEPTED, DECIDED)
ASKED = (later(3), sent(EAST, WEST))
CANNOT = (later(4), over(AT_EAST))
NO_ANSWER = (later(7), over(AT_WEST, EndedBecause.NO_ANSWER))
BOOKED = (later(4), confirmed())
READY = (later(-24), CriteriaReviewed(review_id=uid(31), outcome=NO_LONGER, criteria=frozenset(), words=None))
SLOT = later(days=2)


def task(code: str = "C08", at: datetime | None = None, **other: Any) -> Told:
    """A task of this code is raised, a stop before leaving unless it is said otherwise."""
    raised = Raised(task_id=key(code), line=line(code, **other), owner_id=TRUST, anchor=None, due_at=None)
    return at or later(2), TasksRaised(tasks=(raised,))


def held_up(reason: DelayReason, owner: Owner, *, stops: bool = True) -> Told:
    """Staff say what is in the way."""
    said: dict[str, Any] = {"reason": reason, "owner": owner, "stops_leaving": stops, "words": None}
    return later(3), BlockerRecorded(blocker_id=uid(93), **said)


def cause(trigger: str, since: datetime, **other: Any) -> Cause:
    return Cause(trigger=trigger, since=since, **other)


def test_a_referral_that_lies_with_the_hub_is_not_triaged() -> None:
    assert wrong_after(ADMITTED, REFERRED)["not_triaged"] == cause("not_triaged", later())
    assert "not_triaged" not in wrong_after(ADMITTED, REFERRED, ACCEPTED)


def test_a_referral_sent_again_is_counted_from_then() -> None:
    told = (ADMITTED, REFERRED, (later(1), returned()), (later(2), resubmitted(words="Two to transfer.")))
    assert wrong_after(*told)["not_triaged"].since == later(2)


def test_the_hub_waits_for_the_ward_since_it_returned_the_referral() -> None:
    wrong = wrong_after(ADMITTED, REFERRED, (later(1), returned()))
    assert wrong["returned_unanswered"].since == later(1)
    assert "not_triaged" not in wrong


def test_no_pathway_counts_from_the_whole_referral() -> None:
    assert wrong_after(ADMITTED, REFERRED, ACCEPTED)["no_pathway"].since == later()
    assert "no_pathway" not in wrong_after(*PLANNED)


def test_no_request_counts_from_the_decision_that_needs_a_service() -> None:
    assert wrong_after(*PLANNED)["no_request"].since == later(2)
    assert "no_request" not in wrong_after(ADMITTED, REFERRED, ACCEPTED, (later(2), decided_on(Pathway.P0)))
    assert "no_request" not in wrong_after(*PLANNED, ASKED)


def test_a_second_silence_is_the_services_problem() -> None:
    silent = over(AT_EAST, EndedBecause.NO_ANSWER)
    assert "request_unanswered_twice" not in wrong_after(*PLANNED, ASKED, (later(7), silent))
    wrong = wrong_after(*PLANNED, ASKED, (later(7), silent), (later(8), over(AT_WEST, EndedBecause.NO_ANSWER)))
    assert wrong["request_unanswered_twice"] == cause("request_unanswered_twice", later(8), owner_id=OTHERS)


def test_nobody_can_take_once_the_last_has_said_so() -> None:
    assert "nobody_can_take" not in wrong_after(*PLANNED, ASKED, CANNOT)
    assert wrong_after(*PLANNED, ASKED, CANNOT, NO_ANSWER)["nobody_can_take"].since == later(7)


@pytest.mark.parametrize("why", [EndedBecause.HOLD_RAN_OUT, EndedBecause.RELEASED])
def test_a_place_that_is_kept_no_longer_is_none(why: EndedBecause) -> None:
    given_up = (later(6), over(AT_EAST, why))
    assert "nobody_can_take" not in wrong_after(*PLANNED, ASKED, given_up)
    assert wrong_after(*PLANNED, ASKED, given_up, (later(7), over(AT_WEST)))["nobody_can_take"].since == later(7)
    both = [(later(6), over(each, why)) for each in (AT_EAST, AT_WEST)]
    assert wrong_after(*PLANNED, ASKED, *both)["nobody_can_take"].since == later(6)


def test_what_the_hub_withdrew_does_not_say_that_nobody_can() -> None:
    taken_back = [(later(4), over(each, EndedBecause.WITHDRAWN)) for each in (AT_EAST, AT_WEST)]
    assert "nobody_can_take" not in wrong_after(*PLANNED, ASKED, *taken_back)


def test_a_search_that_found_a_service_is_past_once_they_were_discharged_from_it() -> None:
    silent = [(later(7), over(each, EndedBecause.NO_ANSWER)) for each in (AT_EAST, AT_WEST)]
    used = (later(8), over(AT_WEST, EndedBecause.DISCHARGED))
    wrong = wrong_after(*PLANNED, ASKED, CANNOT, used).keys() | wrong_after(*PLANNED, ASKED, *silent, used).keys()
    assert wrong.isdisjoint({"nobody_can_take", "request_unanswered_twice"})


def test_a_confirmed_start_is_foreseen_to_be_late() -> None:
    wrong = wrong_after(ADMITTED, READY, *PLANNED[1:], ASKED, BOOKED)
    assert wrong["late_start"] == cause("late_start", later(-24), owner_id=CARERS, foreseen=MONDAY)
    assert "late_start" not in wrong_after(*PLANNED, ASKED, BOOKED)


def test_a_place_kept_for_what_is_needed_no_more_rings_for_nobody() -> None:
    kept = (*PLANNED, ASKED, (later(4), held()))
    assert "hold_ends" not in wrong_after(*kept, (later(5), bed_described))
    assert wrong_after(*kept, (later(5), bed_described), (later(6), described))["hold_ends"].since == later(24)


def test_a_kept_place_ends_unless_the_person_leaves_before() -> None:
    kept = (*PLANNED, ASKED, (later(4), held()))
    assert wrong_after(*kept)["hold_ends"].since == later(24)
    assert "hold_ends" not in wrong_after(*kept, (later(5), planned(later(20))))
    assert "hold_ends" in wrong_after(*kept, (later(5), planned(later(30))))
    assert "hold_ends" not in wrong_after(*kept, BOOKED)


def test_who_is_dying_waits_for_care_since_fast_track_was_done() -> None:
    told = (*PLANNED, task("F1", precedes="F2"), (later(3), finished(key("F1"))))
    assert wrong_after(*told)["end_of_life_no_care"].since == later(3)
    assert "end_of_life_no_care" not in wrong_after(*told, (later(3), sent(EAST)), BOOKED)


def test_a_stop_is_undone_before_the_slot() -> None:
    told = (*PLANNED, task(), (later(3), planned(SLOT)))
    assert wrong_after(*told)["stop_undone"] == cause("stop_undone", SLOT, owner_id=TRUST, each_owner=True)
    assert "stop_undone" not in wrong_after(*told, (later(4), finished()))
    assert "stop_undone" not in wrong_after(*PLANNED, task())


def test_a_slot_is_missed_when_it_passes_and_the_second_time_is_graver() -> None:
    missed = wrong_after(*PLANNED, (later(3), planned(SLOT)))
    assert missed["leaving_missed"].since == SLOT
    again = (later(days=2, hours=1), planned(later(days=3)))
    wrong = wrong_after(*PLANNED, (later(3), planned(SLOT)), again)
    assert wrong["leaving_missed_twice"].since == later(days=3)
    assert "leaving_missed" not in wrong


def test_a_slot_put_off_in_time_is_not_missed() -> None:
    put_off = wrong_after(*PLANNED, (later(3), planned(SLOT)), (later(4), planned(later(days=3))))
    assert put_off["leaving_missed"].since == later(days=3)
    assert "leaving_missed_twice" not in put_off


def test_a_slot_taken_back_is_no_slot() -> None:
    undone = StepUndone(what=HubStep.LEAVING, words=Words("Wrong person."), undo_id=uid(81))
    assert "leaving_missed" not in wrong_after(*PLANNED, (later(3), planned(SLOT)), (later(4), undone))


def test_capacity_choice_and_safeguarding_stop_leaving_since_they_were_raised() -> None:
    wrong = wrong_after(*PLANNED, task("C05", precedes="decision"))
    assert wrong["stop_open"] == cause("stop_open", later(2), owner_id=TRUST, each_owner=True)
    safe = task("S3", role=TaskRole.SAFEGUARDING_LEAD)
    assert wrong_after(*PLANNED, safe, task("C05", later(3), precedes="decision"))["stop_open"].since == later(2)
    assert "stop_open" not in wrong_after(*PLANNED, task("S2", role=TaskRole.SAFEGUARDING_LEAD, kind=TaskKind.SHOULD))
    assert "stop_open" not in wrong_after(*PLANNED, task(precedes=Step.LEAVE))


def test_what_staff_recorded_to_stop_leaving_is_whose_it_was_said_to_be() -> None:
    told = (ADMITTED, READY, *PLANNED[1:], held_up(DelayReason.WB2, Owner.COUNCIL))
    wrong = wrong_after(*told)
    assert wrong["stop_open"] == cause("stop_open", later(3), owner=Owner.COUNCIL, each_owner=True)
    assert wrong["ready"] == cause("ready", later(-24), owner=Owner.COUNCIL)
    assert wrong_after(*told, task("C05", later(2), precedes="decision"))["stop_open"].owner_id == TRUST
    over = wrong_after(*told, (later(9), BlockerEnded(blocker_id=uid(93))))
    assert ("stop_open" in over, over["ready"].owner) == (False, Owner.HUB)
    assert "stop_open" not in wrong_after(*PLANNED, held_up(DelayReason.WB2, Owner.COUNCIL, stops=False))
    assert "stop_open" not in wrong_after(*PLANNED, held_up(DelayReason.HP5, Owner.HOSPITAL))


def test_a_recorded_stop_counts_of_somebody_for_whom_no_hub_works() -> None:
    assert wrong_after(ADMITTED, held_up(DelayReason.WB3, Owner.HOSPITAL))["stop_open"].since == later(3)
    assert "stop_open" not in wrong_after(ADMITTED, held_up(DelayReason.WB3, Owner.HOSPITAL), (later(5), ended()))


def test_a_home_hub_is_silent_since_it_was_told() -> None:
    told = (*PLANNED, task("X1", kind=TaskKind.SHOULD), task("X2"), (later(3), finished(key("X1"))))
    assert wrong_after(*told)["home_hub_silent"].since == later(3)
    assert "home_hub_silent" not in wrong_after(*told, (later(4), finished(key("X2"), step=uid(92))))


def test_who_left_with_a_stop_open_left_too_soon() -> None:
    told = (*PLANNED, task(), (later(5), ended()), (later(5), left))
    rung = cause("left_with_stop_open", later(5), owner_id=TRUST, each_owner=True)
    assert wrong_after(*told)["left_with_stop_open"] == rung
    assert "comes_with_stop_open" not in wrong_after(*told)
    taken_in = wrong_after(*PLANNED, ASKED, BOOKED, task(at=later(4)), (later(5), ended()), (later(5), left))
    assert taken_in["comes_with_stop_open"] == cause("comes_with_stop_open", later(5), owner_id=CARERS)
    assert "left_with_stop_open" not in wrong_after(*told, (later(6), finished()))


def test_back_the_same_day_until_they_are_to_leave_again() -> None:
    told = (*PLANNED, (later(3), left), (later(5), back_for(ReturnReason.NO_CARE)))
    assert wrong_after(*told)["back_same_day"].since == later(5)
    assert "back_same_day" not in wrong_after(*told, (later(6), planned(SLOT)))
    by_mistake = (later(5), back_for(ReturnReason.RECORDED_BY_MISTAKE))
    assert "back_same_day" not in wrong_after(*PLANNED, (later(3), left), by_mistake)


def test_a_case_that_follows_a_new_stay_of_the_same_day_came_back() -> None:
    tracked = CaseTracked(spell_id=OTHER_SPELL, failed_discharge=True)
    assert wrong_after(*PLANNED, (later(3), left), (later(5), tracked))["back_same_day"].since == later(5)


def test_the_day_after_the_last_review_asks_for_one_and_a_day_old_is_stale() -> None:
    wrong = wrong_after(ADMITTED, (later(-20), reviewed(MEETS)))
    assert wrong["not_reviewed_today"].since == datetime(2026, 11, 2, tzinfo=UTC)
    assert wrong["not_reviewed_24_hours"].since == later(-20)
    assert wrong_after(ADMITTED)["not_reviewed_24_hours"].since == later(-48)


def test_the_expected_day_is_over_when_the_next_begins() -> None:
    on = later().date()
    wrong = wrong_after(ADMITTED, (later(-40), expected_to_leave(on)))
    assert wrong["expected_date_passed"].since == datetime(2026, 11, 3, tzinfo=UTC)


def test_ready_and_in_need_of_the_hub_without_a_referral() -> None:
    needs = (later(-23), hub_need(HubNeed.YES))
    assert wrong_after(ADMITTED, READY, needs)["no_referral"].since == later(-24)
    assert "no_referral" not in wrong_after(ADMITTED, READY)
    assert "no_referral" not in wrong_after(ADMITTED, READY, needs, REFERRED)


def test_ready_counts_until_the_person_meets_the_criteria_again_or_leaves() -> None:
    wrong = wrong_after(ADMITTED, READY)
    assert (wrong["ready"].since, wrong["ready_a_week"].since) == (later(-24), later(-24))
    assert "ready" not in wrong_after(ADMITTED, READY, (later(-2), reviewed(MEETS, review=32)))
    assert "ready" not in wrong_after(ADMITTED, READY, (later(), ended()))
    assert wrong_after(ADMITTED, READY, (later(), voided)) == {}


def test_a_closed_case_has_nothing_wrong_that_can_be_put_right() -> None:
    assert not wrong_after(ADMITTED, REFERRED, (later(1), closed(Outcome.NO_LONGER_NEEDED)), (later(1), ended()))
