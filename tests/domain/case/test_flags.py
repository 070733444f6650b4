"""The flags of a person: which answers raise them, and that gaps raise none."""

import pytest

from app.domain.case.flags import flags
from app.domain.case.form import (
    NO_ANSWERS,
    Accessible,
    Agreement,
    Agrees,
    Before,
    Capacity,
    CapacityState,
    Change,
    Destination,
    Function,
    GoingTo,
    Level,
    Lives,
    Mind,
    MindItem,
    Need,
    Needs,
    ReferralForm,
    Representative,
    Risk,
    Risks,
)
from app.domain.codes.flags import ABOUT, WORDS, Flag
from app.domain.values import Words


def agreement(
    agrees: Agrees = Agrees.AGREES,
    language: Words | None = None,
    accessible: frozenset[Accessible] = frozenset(),
) -> ReferralForm:
    return ReferralForm(told_and_agrees=Agreement(agrees=agrees, language=language, accessible=accessible))


RAISED = [
    (agreement(Agrees.DOES_NOT_AGREE), Flag.DOES_NOT_AGREE),
    (agreement(Agrees.NOT_YET_ASKED), Flag.NOT_YET_ASKED),
    (agreement(language=Words("Polish")), Flag.INTERPRETER),
    (agreement(accessible=frozenset({Accessible.LARGE_PRINT})), Flag.ACCESSIBLE_INFORMATION),
    (ReferralForm(capacity=Capacity(state=CapacityState.DOUBT)), Flag.CAPACITY_DOUBT),
    (ReferralForm(capacity=Capacity(state=CapacityState.LACKS)), Flag.LACKS_CAPACITY),
    (
        ReferralForm(
            capacity=Capacity(state=CapacityState.NO_DOUBT, representatives=frozenset({Representative.ADVOCATE_NEEDED}))
        ),
        Flag.ADVOCATE_NEEDED,
    ),
    (ReferralForm(risks=Risks(risks=frozenset({Risk.INFECTION}))), Flag.INFECTION),
    (ReferralForm(risks=Risks(risks=frozenset({Risk.OVER_WEIGHT_LIMIT}))), Flag.OVER_WEIGHT_LIMIT),
    (ReferralForm(risks=Risks(risks=frozenset({Risk.RISK_TO_STAFF}))), Flag.RISK_TO_STAFF),
    (ReferralForm(risks=Risks(safeguarding_stops_leaving=True)), Flag.SAFEGUARDING_STOPS_LEAVING),
    (ReferralForm(needs=Needs(needs=frozenset({Need.END_OF_LIFE}))), Flag.END_OF_LIFE),
    (ReferralForm(mind_and_behaviour=Mind(items=frozenset({MindItem.DELIRIUM}))), Flag.DELIRIUM),
    (ReferralForm(function=Function(transfers=Change(now=Level.TWO_PEOPLE))), Flag.TWO_PEOPLE),
    (ReferralForm(person=Destination(going_to=GoingTo.NO_FIXED_ABODE)), Flag.NO_HOME),
    (ReferralForm(before=Before(lives=Lives.NO_HOME)), Flag.NO_HOME),
]

QUIET = [
    NO_ANSWERS,
    agreement(),
    agreement(Agrees.BEST_INTERESTS),
    ReferralForm(capacity=Capacity(state=CapacityState.NO_DOUBT)),
    ReferralForm(risks=Risks(risks=frozenset({Risk.SAFEGUARDING, Risk.FALLS}), safeguarding_stops_leaving=False)),
    ReferralForm(function=Function(transfers=Change(before=Level.TWO_PEOPLE, now=Level.ALONE))),
    ReferralForm(person=Destination(going_to=GoingTo.USUAL_HOME), before=Before(lives=Lives.ALONE)),
]


@pytest.mark.parametrize(("form", "flag"), RAISED)
def test_an_answer_raises_its_flag(form: ReferralForm, flag: Flag) -> None:
    assert flags(form, best_interests=False) == (flag,)


@pytest.mark.parametrize("form", QUIET)
def test_other_answers_raise_none(form: ReferralForm) -> None:
    assert flags(form, best_interests=False) == ()


def test_a_best_interests_decision_is_a_flag_beside_the_lack_of_capacity() -> None:
    lacks = ReferralForm(capacity=Capacity(state=CapacityState.LACKS))
    assert flags(lacks, best_interests=True) == (Flag.BEST_INTERESTS_DECIDED, Flag.LACKS_CAPACITY)


def test_every_flag_can_be_raised_and_has_words_and_something_it_is_about() -> None:
    assert {flag for _, flag in RAISED} | {Flag.BEST_INTERESTS_DECIDED} == set(Flag)
    assert set(WORDS) == set(ABOUT) == set(Flag)
