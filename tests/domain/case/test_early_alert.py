"""The hub is told early, once, and the referral that follows is the same case."""

import pytest

from app.domain.case.closing import CaseClosed
from app.domain.case.outcome import Outcome
from app.domain.case.referral import AlreadyHasLiveCase, ReturnedForAnotherStay, SpellNotOpen
from app.domain.case.state import Alerted, AwaitingTriage
from app.domain.case.triage import NothingToAccept
from app.domain.case.withdrawing import Withdrawal
from app.domain.system.unknown import HubNotKnown
from tests.domain.case.commands import accept, alert, submit, withdraw
from tests.domain.case.events import alerted, submitted
from tests.domain.case.way import ADA, CARE, HUB, MEALS, OTHER_CASE, OTHER_HUB, OTHER_SPELL, after, case_after, known


def test_a_ward_tells_the_hub_early_with_what_it_knows() -> None:
    assert after(then=alert(MEALS, words="Lives alone.")) == [alerted(MEALS, words="Lives alone.")]
    assert after(then=alert()) == [alerted()]
    assert isinstance(case_after(alerted()).stage, Alerted)


def test_told_twice_is_told_once_also_when_the_referral_came_meanwhile() -> None:
    assert after(alerted(MEALS), then=alert(CARE)) == []
    assert after(alerted(), submitted(), then=alert()) == []


def test_a_person_with_a_live_case_is_known_to_the_hub_already() -> None:
    with pytest.raises(AlreadyHasLiveCase) as refused:
        after(then=alert(), facts=known(live_case=OTHER_CASE))
    assert refused.value.details == {"case_id": str(OTHER_CASE)}
    with pytest.raises(AlreadyHasLiveCase):
        after(alerted(), then=alert(spell=OTHER_SPELL))


def test_only_somebody_who_is_here_and_only_a_hub_of_this_system() -> None:
    with pytest.raises(SpellNotOpen):
        after(then=alert(), facts=known(spell_person=None))
    with pytest.raises(HubNotKnown):
        after(then=alert(), facts=known(hub_known=False))


def test_the_referral_goes_on_with_the_case_of_the_alert() -> None:
    facts = known(live_case=OTHER_CASE)  # the alert's own case is the live one
    assert after(alerted(MEALS), then=submit(), facts=facts) == [submitted()]
    stands = case_after(alerted(MEALS), submitted())
    assert (stands.stage, stands.person_id, stands.hub_id) == (AwaitingTriage(), ADA, HUB)


def test_the_referral_after_an_alert_is_for_the_same_stay_and_hub() -> None:
    for other in (submit(spell=OTHER_SPELL), submit(hub=OTHER_HUB)):
        with pytest.raises(ReturnedForAnotherStay):
            after(alerted(), then=other)


def test_an_alert_is_no_referral_to_accept_and_may_be_taken_back() -> None:
    with pytest.raises(NothingToAccept):
        after(alerted(), then=accept())
    taken_back = CaseClosed(outcome=Outcome.NO_LONGER_NEEDED, words=None, closure_id=None)
    assert after(alerted(), then=withdraw(Withdrawal.NO_LONGER_NEEDED)) == [taken_back]
