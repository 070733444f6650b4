"""Needs the hub? Yes, no or don't know of anybody in a bed; nobody having answered is none of them."""

from dataclasses import replace
from datetime import datetime

import pytest

from app.domain.codes.hub_needs import HubNeed
from app.domain.rejections import NotKnown
from app.domain.spell import SayHubNeed
from app.domain.spell.state import SpellIsOver, SpellWasCancelled
from tests.domain.given import NURSE
from tests.domain.spell.stay import SPELL_ID, after, ended, expected, hours, hub_need, opened, spell_after, voided

YES, NO, DONT_KNOW = HubNeed.YES, HubNeed.NO, HubNeed.DONT_KNOW


def say(need: HubNeed, n: float = 2) -> SayHubNeed:
    return SayHubNeed(spell_id=SPELL_ID, by=NURSE, at=hours(n), need=need)


def kept_in_the_page(command: SayHubNeed, said: datetime) -> SayHubNeed:
    """The same, said on a page that had lost its connection."""
    return replace(command, at=said, told_at=said)


@pytest.mark.parametrize("need", HubNeed)
def test_the_ward_says_whether_somebody_needs_the_hub(need: HubNeed) -> None:
    assert after(opened, then=say(need)) == [hub_need(need)]
    assert spell_after(opened, hub_need(need)).hub_need is need


def test_until_somebody_has_answered_there_is_no_answer() -> None:
    assert spell_after(opened).hub_need is None


def test_the_same_answer_again_is_no_news_and_another_is() -> None:
    past = (opened, hub_need(DONT_KNOW))
    assert after(*past, then=say(DONT_KNOW)) == []
    assert after(*past, then=say(NO)) == [hub_need(NO)]
    assert after(*past, (hours(1), hub_need(NO)), then=say(DONT_KNOW)) == [hub_need(DONT_KNOW)]


def test_an_answer_that_waited_in_a_page_gives_way_to_one_said_since() -> None:
    past = (opened, (hours(3), hub_need(NO)))
    waited = kept_in_the_page(say(YES), hours(2))
    assert after(*past, then=waited) == [hub_need(YES)]
    assert spell_after(*past, (hours(2), hub_need(YES), hours(2))).hub_need is NO


def test_an_answer_sent_again_because_its_receipt_was_lost_is_one() -> None:
    sent = (hours(2), hub_need(YES), hours(2))
    again = kept_in_the_page(say(YES), hours(2))
    assert after(opened, sent, then=again) == []
    assert after(opened, sent, (hours(3), hub_need(NO)), then=again) == []
    assert after(opened, sent, (hours(3), hub_need(NO)), then=replace(again, told_at=hours(4))) == []


def test_what_waited_may_come_after_the_person_left_if_it_was_said_before() -> None:
    past = (opened, (hours(3), ended()))
    assert after(*past, then=kept_in_the_page(say(YES), hours(2))) == [hub_need(YES)]
    with pytest.raises(SpellIsOver):
        after(*past, then=kept_in_the_page(say(YES), hours(4)))


def test_nobody_is_asked_about_who_is_not_here() -> None:
    with pytest.raises(SpellIsOver):
        after(opened, ended(), then=say(YES))
    with pytest.raises(SpellWasCancelled):
        after(opened, voided, then=say(YES))
    for past in ((), (expected(),)):
        with pytest.raises(NotKnown):
            after(*past, then=say(YES))


def test_an_answer_that_confirms_what_stood_is_kept_of_its_moment_where_that_was_said() -> None:
    past = (opened, (hours(1), hub_need(YES), hours(1)))
    confirmed = kept_in_the_page(say(YES), hours(3))
    assert after(*past, then=confirmed) == [hub_need(YES)]
    told = (*past, (hours(3), hub_need(YES), hours(3)))
    assert after(*told, then=confirmed) == []
    no_in_between = (hours(2), hub_need(NO), hours(2))
    assert spell_after(*told, no_in_between).hub_need is YES
