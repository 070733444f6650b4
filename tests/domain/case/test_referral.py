"""Referring a person, the hub's questions, and the answers."""

from typing import Any

import pytest

from app.domain.case import CaseFacts
from app.domain.case.form import ReferralField
from app.domain.case.outcome import Outcome
from app.domain.case.referral import (
    AlreadyHasLiveCase,
    NothingAskedFor,
    NothingToReturn,
    ReferralAlreadySubmitted,
    ReturnedForAnotherStay,
    SpellNotOpen,
)
from app.domain.case.state import AwaitingTriage, WithWard
from app.domain.rejections import NotKnown
from app.domain.system.unknown import HubNotKnown
from app.domain.values import Words
from tests.domain.case.commands import accept, close, decide_on_bed, depart, hand_to, plan, reopen, send_back, submit
from tests.domain.case.events import accepted, closed, left, resubmitted, returned, submitted
from tests.domain.case.way import ADA, CARE, MEALS, OTHER_CASE, OTHER_HUB, OTHER_SPELL, PRIYA, after, stage_after

FUNCTION, RISKS = ReferralField.FUNCTION, ReferralField.RISKS


def test_a_person_on_the_ward_is_referred_to_the_hub() -> None:
    assert after(then=submit(CARE, MEALS)) == [submitted(CARE, MEALS)]
    assert stage_after(submitted()) == AwaitingTriage()


def test_a_referral_sent_twice_is_sent_once() -> None:
    assert after(submitted(), then=submit()) == []


def test_a_late_repeat_of_the_first_send_records_nothing_whatever_happened_meanwhile() -> None:
    for meanwhile in ([returned()], [accepted], [accepted, left], [closed(Outcome.PERSON_DECLINED)]):
        assert after(submitted(), *meanwhile, then=submit()) == []


def test_a_referral_goes_to_a_hub_of_this_system() -> None:
    with pytest.raises(HubNotKnown):
        after(then=submit(), facts=CaseFacts(spell_person=ADA, hub_known=False))


def test_only_somebody_in_a_bed_here_is_referred() -> None:
    with pytest.raises(SpellNotOpen):
        after(then=submit(), facts=CaseFacts(spell_person=None))


def test_a_person_with_a_live_case_leads_to_it_and_is_not_referred_again() -> None:
    with pytest.raises(AlreadyHasLiveCase) as refused:
        after(then=submit(), facts=CaseFacts(spell_person=ADA, live_case=OTHER_CASE))
    assert refused.value.details == {"case_id": str(OTHER_CASE)}


def test_a_referral_already_with_the_hub_is_not_sent_with_other_words() -> None:
    for meanwhile in ([], [accepted], [accepted, left], [closed(Outcome.PERSON_DECLINED)]):
        with pytest.raises(ReferralAlreadySubmitted):
            after(submitted(), *meanwhile, then=submit(words="Fell twice."))


def test_the_hub_asks_the_ward_for_more_on_named_fields() -> None:
    assert after(submitted(), then=send_back(FUNCTION, RISKS)) == [returned(FUNCTION, RISKS)]
    assert stage_after(submitted(), returned(RISKS, words="Which?")) == WithWard(frozenset({RISKS}), Words("Which?"))


def test_a_return_asked_twice_is_asked_once() -> None:
    assert after(submitted(), returned(FUNCTION), then=send_back(FUNCTION)) == []


@pytest.mark.parametrize("other", [send_back(RISKS), send_back(FUNCTION, words="With a frame?")])
def test_a_second_question_is_not_lost_in_the_first(other: Any) -> None:
    with pytest.raises(NothingToReturn):
        after(submitted(), returned(FUNCTION), then=other)


def test_a_return_names_at_least_one_field() -> None:
    with pytest.raises(NothingAskedFor):
        after(submitted(), then=send_back())


def test_what_the_hub_accepted_or_closed_is_not_sent_back() -> None:
    for meanwhile in ([accepted], [accepted, left], [closed(Outcome.PERSON_DECLINED)]):
        with pytest.raises(NothingToReturn):
            after(submitted(), *meanwhile, then=send_back(FUNCTION))


def test_the_wards_answer_brings_the_referral_back_to_the_hub() -> None:
    answer = resubmitted(CARE, MEALS, words="Two to transfer.")
    assert after(submitted(), returned(), then=submit(CARE, MEALS, words="Two to transfer.")) == [answer]
    assert stage_after(submitted(), returned(), answer) == AwaitingTriage()


def test_an_answer_sent_twice_is_sent_once() -> None:
    answer = resubmitted(words="Two to transfer.")
    assert after(submitted(), returned(), answer, then=submit(words="Two to transfer.")) == []
    assert after(submitted(), returned(), answer, returned(RISKS), then=submit(words="Two to transfer.")) == []


@pytest.mark.parametrize(
    "elsewhere", [submit(words="Two.", spell=OTHER_SPELL), submit(words="Two.", hub=OTHER_HUB), submit(hub=OTHER_HUB)]
)
def test_an_answer_goes_to_the_hub_that_asked_and_is_about_the_same_stay(elsewhere: Any) -> None:
    with pytest.raises(ReturnedForAnotherStay):
        after(submitted(), returned(), then=elsewhere)


@pytest.mark.parametrize(
    "command",
    [
        send_back(FUNCTION),
        send_back(),
        accept(),
        hand_to(PRIYA),
        decide_on_bed(),
        plan(),
        depart(),
        close(Outcome.DIED),
        reopen(),
    ],
    ids=lambda command: type(command).__name__,
)
def test_nothing_is_done_on_a_case_that_nobody_referred(command: Any) -> None:
    with pytest.raises(NotKnown) as refused:
        after(then=command)
    assert refused.value.details == {"what": "case"}
