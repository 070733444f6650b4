"""The card of a case: what the hub's board shows after each event."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from app.domain.case.form import Capacity, CapacityState, Mind, MindItem, Need, Needs, ReferralForm
from app.domain.case.outcome import Outcome
from app.domain.case.requests.sending import Asked, RequestSent
from app.domain.case.requests.state import Round
from app.domain.case.undoing import HubStep
from app.domain.codes.pathways import Pathway
from app.domain.values import Words
from app.views.case import CaseRow, rows
from tests.domain.case.events import (
    accepted,
    alerted,
    amended,
    back,
    bed_decided,
    best_interests,
    closed,
    decided_on,
    handed_over,
    left,
    planned,
    reopened,
    resubmitted,
    returned,
    submitted,
)
from tests.domain.case.requests.asking import BED, BY_FOUR, EAST, OTHERS, READY, WEST, bed_described, sent
from tests.domain.case.way import ADA, CARE, CASE_ID, HUB, MEALS, PRIYA, SAM, SPELL, STREAM, TOMORROW
from tests.domain.case.ways import undone
from tests.domain.given import NOON, given, uid

NOT_TOLD: dict[str, Any] = {"blockers": [], "overrides": [], "asked": [], "periods": []}
LIVE = {"periods": [["2026-11-02T12:00:00Z", None]]}
SENT = NOT_TOLD | LIVE | {"facts": [["2026-11-02T12:00:00Z", "referral", "sent"]]}


def card(*past: object) -> CaseRow:
    """The one card after these events."""
    [row] = rows(given(*past, stream=STREAM))
    return row


def of(row: CaseRow, *names: str) -> tuple[Any, ...]:
    return tuple(getattr(row, name) for name in names)


def at(n: int) -> Any:
    """The time of the n-th event, when it says none of its own."""
    return NOON + timedelta(minutes=n - 1)


def test_a_referral_puts_a_card_on_the_board_of_its_hub() -> None:
    assert card(submitted(MEALS, CARE)) == CaseRow(
        id=CASE_ID,
        scope=str(HUB),
        position=1,
        gone=False,
        person_id=ADA,
        spell_id=SPELL,
        stage="referred",
        needs=("meals", "personal_care"),
        referred_at=NOON,
        delay=SENT,
    )


def test_nothing_is_shown_of_a_case_that_nobody_referred() -> None:
    assert rows([]) == []
    assert rows(given(accepted, left, stream=STREAM)) == []


def test_a_returned_referral_stays_referred_and_says_since_when() -> None:
    assert of(card(submitted(), returned()), "stage", "returned", "returned_at") == ("referred", True, at(2))


def test_an_answered_referral_shows_its_new_needs() -> None:
    answered = card(submitted(), returned(), resubmitted(MEALS, words="Two."))
    assert of(answered, "returned", "returned_at", "needs") == (False, None, ("meals",))


def test_an_accepted_case_shows_who_plans_it() -> None:
    assert of(card(submitted(), accepted), "stage", "case_manager", "accepted_at") == ("planning", PRIYA, at(2))
    changed_hands = card(submitted(), accepted, handed_over)
    assert of(changed_hands, "case_manager", "accepted_at") == (SAM, at(2))


def test_the_pathway_decided_last_is_shown() -> None:
    names = ("pathway_needed", "pathway_given", "why_not_home")
    assert of(card(submitted(), accepted, bed_decided()), *names) == ("P1", "P2", "H15")
    home = card(submitted(), accepted, bed_decided(), decided_on(Pathway.P0, needed=Pathway.P0))
    assert of(home, *names) == ("P0", "P0", None)


def test_a_bed_for_want_of_home_with_support_is_unmet_demand_until_it_is_decided_otherwise() -> None:
    assert card(submitted(), accepted, bed_decided()).unmet_p1
    assert not card(submitted(), accepted, bed_decided(), decided_on(Pathway.P1)).unmet_p1
    assert not card(submitted(), accepted).unmet_p1


def test_home_is_asked_about_again_by_a_day_while_a_bed_is_given() -> None:
    bed = bed_decided()
    assert card(submitted(), accepted, bed).home_review_on == bed.review_on
    assert card(submitted(), accepted, bed, decided_on(Pathway.P1)).home_review_on is None
    assert card(submitted(), accepted, bed, undone(HubStep.PATHWAY)).home_review_on is None


def test_the_flags_are_those_of_the_referral_as_it_stands() -> None:
    lacks = ReferralForm(capacity=Capacity(state=CapacityState.LACKS))
    settled = ReferralForm(capacity=Capacity(state=CapacityState.NO_DOUBT))
    confused = ReferralForm(mind_and_behaviour=Mind(items=frozenset({MindItem.DELIRIUM})))
    assert card(alerted(MEALS)).flags == card(submitted()).flags == ()
    assert card(submitted(), amended(lacks), amended(confused)).flags == ("delirium", "lacks_capacity")
    assert card(submitted(), amended(lacks), amended(settled)).flags == ()


def test_a_best_interests_decision_is_a_flag_too() -> None:
    lacks = ReferralForm(capacity=Capacity(state=CapacityState.LACKS, decision=Words("Where to live")))
    decided = card(submitted(), amended(lacks), best_interests())
    assert of(decided, "flags", "position") == (("best_interests_decided", "lacks_capacity"), 3)


def test_a_best_interests_decision_about_another_decision_is_none() -> None:
    lacks = ReferralForm(capacity=Capacity(state=CapacityState.LACKS, decision=Words("Which medicines to take")))
    assert card(submitted(), amended(lacks), best_interests(about="Where to live")).flags == ("lacks_capacity",)


def test_the_flags_of_the_first_form_are_shown_at_once() -> None:
    dying = ReferralForm(needs=Needs(needs=frozenset({Need.END_OF_LIFE})))
    assert card(replace(submitted(), form=dying)).flags == ("end_of_life",)


def test_the_slot_agreed_last_is_shown() -> None:
    later = TOMORROW + timedelta(hours=2)
    row = card(submitted(), accepted, planned(), planned(later))
    assert of(row, "leave_at", "leave_from") == (later, "lounge")


def test_who_left_stands_in_the_next_column_and_goes_back_when_they_came_back() -> None:
    past = [submitted(), accepted, left]
    assert of(card(*past), "stage", "left_at", "gone") == ("left_hospital", at(3), False)
    assert of(card(*past, back), "stage", "left_at", "position") == ("planning", None, 4)
    assert card(submitted(), left, back).stage == "referred"


def test_a_closed_case_leaves_the_board_and_says_why() -> None:
    assert of(card(submitted(), closed(Outcome.DIED)), "stage", "outcome", "gone") == ("closed", "died", True)


@pytest.mark.parametrize(
    ("before", "stage"),
    [
        ([submitted()], "referred"),
        ([submitted(), returned()], "referred"),
        ([submitted(), accepted], "planning"),
        ([submitted(), accepted, left], "left_hospital"),
        ([submitted(), left], "left_hospital"),
        ([submitted(), accepted, left, back], "planning"),
    ],
)
def test_a_reopened_case_is_back_in_the_column_it_came_from(before: list[object], stage: str) -> None:
    row = card(*before, closed(Outcome.PERSON_DECLINED), reopened())
    assert of(row, "stage", "outcome", "gone", "position") == (stage, None, False, len(before) + 2)
    assert of(row, "returned", "left_at") == of(card(*before), "returned", "left_at")


def test_what_was_asked_for_a_package_that_was_given_up_counts_on_no_card() -> None:
    asked_for_care = (*READY, sent(EAST, WEST))
    assert of(card(*asked_for_care), "stage", "asked") == ("finding_a_service", {"asked": 2})
    bed = (*asked_for_care, bed_decided(), bed_described)
    assert of(card(*bed), "stage", "asked", "answer_by") == ("planning", None, None)
    for_the_bed = RequestSent(
        request_id=uid(170),
        round=Round.BROADCAST,
        package=BED,
        asked=(Asked(offer_id=uid(171), service_id=WEST, organisation_id=OTHERS, expires_at=BY_FOUR),),
    )
    assert of(card(*bed, for_the_bed), "stage", "asked") == ("finding_a_service", {"asked": 1})
