"""Fields of the referral are gaps, are answered, and are answered anew; nothing is said twice."""

from dataclasses import replace

import pytest

from app.domain.case.form import (
    NO_ANSWERS,
    Agreement,
    Agrees,
    Capacity,
    CapacityState,
    Criteria,
    Readiness,
    ReferralField,
    ReferralForm,
)
from app.domain.case.outcome import Outcome
from app.domain.case.referral import AmendedAfterClosing, AnswerTheReturn, NotReferredYet, ReferralResubmitted
from app.domain.values import Words
from tests.domain.case.commands import amend, submit
from tests.domain.case.events import accepted, alerted, amended, closed, left, returned, submitted
from tests.domain.case.way import after, case_after, known, saying

AGREES = ReferralForm(told_and_agrees=Agreement(agrees=Agrees.AGREES))
DOUBT = ReferralForm(capacity=Capacity(state=CapacityState.DOUBT, decision=Words("Where to live")))
BOTH = ReferralForm(told_and_agrees=AGREES.told_and_agrees, capacity=DOUBT.capacity)
STAYS = Readiness(criteria=Criteria.NO_LONGER_MEETS)


@pytest.mark.parametrize("past", [[submitted()], [submitted(), accepted], [submitted(), accepted, left]])
def test_a_gap_is_filled_at_any_stage_of_a_live_case(past: list[object]) -> None:
    assert after(*past, then=amend(AGREES)) == [amended(AGREES)]
    assert case_after(*past, amended(AGREES)).form == saying().after(AGREES)


def test_only_what_is_new_is_said() -> None:
    assert after(submitted(), amended(AGREES), then=amend(AGREES)) == []
    assert after(submitted(), amended(AGREES), then=amend(BOTH)) == [amended(DOUBT)]
    assert after(submitted(), then=amend(NO_ANSWERS)) == []


def test_a_gap_takes_nothing_away() -> None:
    assert case_after(submitted(), amended(DOUBT), amended(AGREES)).form == saying().after(BOTH)


def test_what_the_hub_waits_for_is_sent_and_not_only_added() -> None:
    asked = returned(ReferralField.CAPACITY)
    with pytest.raises(AnswerTheReturn) as refused:
        after(submitted(), asked, then=amend(DOUBT))
    assert refused.value.details == {"fields": "capacity"}
    assert after(submitted(), asked, then=amend(AGREES)) == [amended(AGREES)]


def test_a_returned_referral_comes_back_with_only_what_was_asked() -> None:
    asked = returned(ReferralField.CAPACITY)
    answer = replace(submit(), form=DOUBT)
    assert after(submitted(), asked, then=answer) == [ReferralResubmitted(form=DOUBT)]
    assert after(submitted(), asked, ReferralResubmitted(form=DOUBT), then=answer) == []


def test_there_is_nothing_to_add_to_before_the_referral_and_after_the_end() -> None:
    with pytest.raises(NotReferredYet):
        after(alerted(), then=amend(AGREES))
    with pytest.raises(AmendedAfterClosing):
        after(submitted(), closed(Outcome.NO_LONGER_NEEDED), then=amend(AGREES))


def test_readiness_is_what_the_stay_says_whoever_sends() -> None:
    claimed = replace(submit(), form=saying().after(ReferralForm(readiness=Readiness(criteria=Criteria.MEETS))))
    [sent] = after(then=claimed, facts=known(readiness=STAYS))
    assert sent.form.readiness == STAYS


def test_the_first_send_come_late_is_known_also_after_it_was_added_to() -> None:
    more = ReferralForm(why_in_hospital=Words("Fell twice."))
    assert after(submitted(), amended(more), then=submit()) == []
    assert after(submitted(), amended(more), accepted, then=submit()) == []


def test_the_form_says_which_fields_are_gaps() -> None:
    assert saying().answered == {ReferralField.WHY_IN_HOSPITAL, ReferralField.NEEDS}
    assert {field.value for field in ReferralField} == {*ReferralForm.__dataclass_fields__}
    assert BOTH.only(frozenset({ReferralField.CAPACITY})) == DOUBT
