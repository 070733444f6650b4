"""What of an earlier referral is offered to a later one: what may still be true, and never what must be asked again."""

from datetime import date

import pytest

from app.domain.case.form import (
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
    Help,
    Level,
    Lives,
    Mind,
    Needs,
    People,
    ReferralForm,
    Risks,
    WhatMatters,
    Willing,
)
from app.domain.case.form.lasting import lasting
from app.domain.values import Words

HOME = Destination(going_to=GoingTo.WITH_FAMILY, words=Words("Her niece’s."))
MATTERS = WhatMatters(person=Words("My cat."))


def test_where_they_go_and_what_matters_are_offered_as_they_were_said() -> None:
    said = ReferralForm(person=HOME, what_matters=MATTERS)
    assert lasting(said) == said


def test_what_they_agreed_to_is_asked_again_and_how_to_speak_with_them_is_not() -> None:
    said = Agreement(
        agrees=Agrees.DOES_NOT_AGREE,
        why=Words("Not now."),
        language=Words("Polish"),
        accessible=frozenset({Accessible.LARGE_PRINT}),
    )
    kept = Agreement(agrees=Agrees.NOT_YET_ASKED, language=said.language, accessible=said.accessible)
    assert lasting(ReferralForm(told_and_agrees=said)) == ReferralForm(told_and_agrees=kept)


def test_how_they_lived_is_offered_but_not_until_when_a_package_was_held() -> None:
    said = Before(lives=Lives.ALONE, help=frozenset({Help.PACKAGE_PAUSED}), held_until=date(2026, 8, 3))
    kept = Before(lives=Lives.ALONE, help=frozenset({Help.PACKAGE_PAUSED}))
    assert lasting(ReferralForm(before=said)).before == kept


def test_of_what_they_manage_only_what_they_did_before() -> None:
    said = Function(
        walking=Change(before=Level.ALONE, now=Level.CANNOT), stairs=Change(now=Level.CANNOT), toilet=Change()
    )
    assert lasting(ReferralForm(function=said)).function == Function(walking=Change(before=Level.ALONE))


def test_who_the_carer_is_but_never_that_they_are_willing() -> None:
    said = People(
        carer=Words("Her niece"), carer_willing=Willing.YES, waits_for_therapy=True, therapist_seen_on=date(2026, 8, 1)
    )
    assert lasting(ReferralForm(people=said)).people == People(carer=Words("Her niece"))


@pytest.mark.parametrize(
    "said",
    [
        ReferralForm(why_in_hospital=Words("Fell.")),
        ReferralForm(capacity=Capacity(state=CapacityState.LACKS)),
        ReferralForm(needs=Needs(words=Words("Meals.")), mind_and_behaviour=Mind(), risks=Risks()),
        ReferralForm(told_and_agrees=Agreement(agrees=Agrees.AGREES)),
        ReferralForm(function=Function(walking=Change(now=Level.ALONE))),
        ReferralForm(people=People(carer_willing=Willing.NO)),
        ReferralForm(),
    ],
    ids=["why", "capacity", "this stay", "agreed", "now", "willing", "nothing"],
)
def test_what_was_true_of_that_stay_alone_is_not_offered(said: ReferralForm) -> None:
    assert lasting(said) == ReferralForm()
