"""It is proposed to tell the hub early: until somebody has said whether the person needs it, and never again."""

from typing import Any

import pytest

from app.domain.codes.alert_reasons import AlertReason
from app.domain.codes.hub_needs import HubNeed
from app.domain.rejections import NotKnown
from app.domain.spell import EarlyAlertProposed, ProposeEarlyAlert
from tests.domain.given import FEED
from tests.domain.spell.stay import SPELL_ID, after, hours, hub_need, opened, spell_after

CARE_HOME, TEMPORARY, KNOWN = AlertReason.CARE_HOME, AlertReason.TEMPORARY_HOME, AlertReason.KNOWN_TO_HUB
YES, NO, DONT_KNOW = HubNeed.YES, HubNeed.NO, HubNeed.DONT_KNOW


def propose(reason: AlertReason = CARE_HOME, n: float = 1, *, taken_back: bool = False) -> ProposeEarlyAlert:
    at = hours(n)
    return ProposeEarlyAlert(spell_id=SPELL_ID, by=FEED, at=at, told_at=at, reason=reason, taken_back=taken_back)


def proposed(reason: AlertReason = CARE_HOME, *, taken_back: bool = False) -> EarlyAlertProposed:
    return EarlyAlertProposed(reason=reason, taken_back=taken_back)


def told(n: float, event: Any) -> tuple[Any, ...]:
    """What a feed said `n` hours into the stay."""
    return (hours(n), event, hours(n))


def test_a_reason_is_proposed_once_and_another_beside_it() -> None:
    assert after(opened, then=propose()) == [proposed()]
    past = (opened, told(1, proposed()))
    assert after(*past, then=propose(n=2)) == []
    assert after(*past, then=propose(TEMPORARY, n=2)) == [proposed(TEMPORARY)]
    assert spell_after(*past, told(2, proposed(TEMPORARY))).alert_reasons == {CARE_HOME, TEMPORARY}


def test_the_feed_takes_a_reason_back_that_it_gave() -> None:
    assert after(opened, then=propose(taken_back=True)) == []
    past = (opened, told(1, proposed()))
    assert after(*past, then=propose(n=2, taken_back=True)) == [proposed(taken_back=True)]
    assert spell_after(*past, told(2, proposed(taken_back=True))).alert_reasons == frozenset()


@pytest.mark.parametrize("need", [YES, NO])
def test_who_says_whether_they_need_the_hub_has_settled_it_for_good(need: HubNeed) -> None:
    past = (opened, told(1, proposed()), told(2, hub_need(need)))
    assert spell_after(*past).alert_reasons == frozenset()
    assert after(*past, then=propose(n=3)) == []
    assert after(*past, told(3, hub_need(DONT_KNOW)), then=propose(TEMPORARY, n=4)) == []


def test_who_does_not_know_has_settled_nothing() -> None:
    assert spell_after(opened, told(1, proposed()), told(2, hub_need(DONT_KNOW))).alert_reasons == {CARE_HOME}


def test_an_answer_said_before_the_proposal_and_come_after_it_settles_it_too() -> None:
    assert spell_after(opened, told(2, proposed()), told(1, hub_need(NO))).alert_reasons == frozenset()


def test_a_proposal_said_before_the_answer_and_come_after_it_shows_nothing() -> None:
    assert spell_after(opened, told(2, hub_need(NO)), told(1, proposed())).alert_reasons == frozenset()


def test_who_is_said_to_be_known_to_the_hub_must_be() -> None:
    assert after(opened, then=propose(KNOWN)) == []
    assert after(opened, then=propose(KNOWN), known_to_hub=True) == [proposed(KNOWN)]


def test_nothing_is_proposed_of_a_stay_that_was_never_opened() -> None:
    with pytest.raises(NotKnown):
        after(then=propose())
