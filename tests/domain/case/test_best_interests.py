"""Deciding for somebody who lacks capacity: what is recorded first, and what waits for it (DOMAIN rule 4)."""

from typing import Any

import pytest

from app.domain.case.best_interests import (
    AnotherDecisionNamed,
    BestInterestsAboutAnother,
    BestInterestsMissing,
    CapacityInDoubt,
    CapacityNotLacking,
    DecisionNotNamed,
)
from app.domain.case.form import Capacity, CapacityState, ReferralForm
from app.domain.case.leaving import CaseIsClosed
from app.domain.case.outcome import Outcome
from app.domain.codes.pathways import Pathway
from app.domain.values import Words
from tests.domain.case.commands import decide_in_best_interests, decide_on
from tests.domain.case.events import accepted, alerted, amended, best_interests, closed, left, returned, submitted
from tests.domain.case.way import REVIEW_ON, TEAM, after


def capacity(state: CapacityState, decision: str | None = "Where to live") -> Any:
    named = Words(decision) if decision else None
    return amended(ReferralForm(capacity=Capacity(state=state, decision=named)))


LACKS, DOUBT, NO_DOUBT = (
    capacity(state) for state in (CapacityState.LACKS, CapacityState.DOUBT, CapacityState.NO_DOUBT)
)


def give(pathway: Pathway) -> Any:
    said: dict[str, Any] = {}
    if not pathway.is_home:
        said = {"why": "H01", "words": "Nights.", "possible_if": "Sleeps.", "review_on": REVIEW_ON}
    senior = Words("Helen Marsh, hub lead") if pathway is Pathway.P3 else None
    on_day_13 = {"review_on": REVIEW_ON.replace(month=11, day=15)} if pathway is Pathway.P3 else {}
    return decide_on(pathway, pathway, **said | on_day_13, decided_by=TEAM, senior_yes=senior)


@pytest.mark.parametrize("meanwhile", [[], [returned()], [accepted], [accepted, left]])
def test_what_was_decided_in_somebodys_best_interests_is_recorded(meanwhile: list[object]) -> None:
    assert after(submitted(), LACKS, *meanwhile, then=decide_in_best_interests()) == [best_interests()]


def test_the_same_again_changes_nothing_and_a_later_decision_takes_its_place() -> None:
    past = [submitted(), LACKS, best_interests()]
    assert after(*past, then=decide_in_best_interests()) == []
    assert after(*past, closed(Outcome.DIED), then=decide_in_best_interests()) == []
    assert after(*past, then=decide_in_best_interests("Home after all.")) == [best_interests("Home after all.")]


@pytest.mark.parametrize(
    "said", [[submitted()], [submitted(), DOUBT], [submitted(), LACKS, NO_DOUBT], [alerted()]], ids=str
)
def test_who_is_not_said_to_lack_capacity_decides_for_themselves(said: list[object]) -> None:
    with pytest.raises(CapacityNotLacking):
        after(*said, then=decide_in_best_interests())


def test_nothing_is_decided_on_a_closed_case() -> None:
    with pytest.raises(CaseIsClosed):
        after(submitted(), LACKS, closed(Outcome.DIED), then=decide_in_best_interests())


ABOUT_MEDICINES = capacity(CapacityState.LACKS, "Which medicines to take")


def test_what_is_decided_is_about_the_decision_that_the_referral_names() -> None:
    with pytest.raises(DecisionNotNamed):
        after(submitted(), capacity(CapacityState.LACKS, None), then=decide_in_best_interests())
    with pytest.raises(AnotherDecisionNamed):
        after(submitted(), ABOUT_MEDICINES, then=decide_in_best_interests(about="Where to live"))
    [decided] = after(submitted(), ABOUT_MEDICINES, then=decide_in_best_interests())
    assert decided.about == "Which medicines to take"


def test_once_the_referral_names_another_decision_the_earlier_one_settles_it_no_longer() -> None:
    past = [submitted(), LACKS, accepted, best_interests(), ABOUT_MEDICINES]
    with pytest.raises(BestInterestsAboutAnother):
        after(*past, then=give(Pathway.P2))
    about_these = best_interests(about="Which medicines to take")
    assert after(*past, then=decide_in_best_interests(about=about_these.about)) == [about_these]
    assert after(*past, about_these, then=give(Pathway.P2))
    assert after(*past, LACKS, then=give(Pathway.P2))


@pytest.mark.parametrize("about", ["Where to live", None])
def test_a_repeat_that_comes_after_another_decision_was_named_records_nothing(about: str | None) -> None:
    past = [submitted(), LACKS, best_interests(), ABOUT_MEDICINES]
    assert after(*past, then=decide_in_best_interests(about=about)) == []


def test_a_decision_of_before_this_was_kept_is_about_what_the_referral_named_then() -> None:
    old = best_interests(about=None)
    assert after(submitted(), LACKS, accepted, old, then=give(Pathway.P2))
    with pytest.raises(BestInterestsAboutAnother):
        after(submitted(), LACKS, accepted, old, ABOUT_MEDICINES, then=give(Pathway.P2))


@pytest.mark.parametrize("bed", [Pathway.P2, Pathway.P3])
def test_a_bed_for_who_lacks_capacity_waits_for_a_best_interests_decision(bed: Pathway) -> None:
    with pytest.raises(BestInterestsMissing):
        after(submitted(), LACKS, accepted, then=give(bed))
    assert after(submitted(), LACKS, accepted, best_interests(), then=give(bed))


def test_a_care_home_waits_until_doubt_is_settled_and_a_short_term_bed_does_not() -> None:
    with pytest.raises(CapacityInDoubt):
        after(submitted(), DOUBT, accepted, then=give(Pathway.P3))
    assert after(submitted(), DOUBT, accepted, then=give(Pathway.P2))
    assert after(submitted(), DOUBT, NO_DOUBT, accepted, then=give(Pathway.P3))


@pytest.mark.parametrize("home", [Pathway.P0, Pathway.P1])
@pytest.mark.parametrize("said", [LACKS, DOUBT, NO_DOUBT])
def test_home_waits_for_neither(home: Pathway, said: object) -> None:
    assert after(submitted(), said, accepted, then=give(home))
