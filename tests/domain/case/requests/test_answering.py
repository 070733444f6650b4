"""What a service says on the way to a yes or a no: each once, each in its time, each only for its own offer."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from app.domain.case.outcome import Outcome
from app.domain.case.requests.answer import (
    AnotherConfirmed,
    AnswerCommand,
    AnsweredAlready,
    ConfirmedAlready,
    HoldRanOut,
    NotYourTurn,
    PersonSaidNo,
    RequestIsOver,
    TimeToAnswerPassed,
)
from app.domain.case.requests.answering import Assessed as How
from app.domain.case.requests.answering import (
    CounterOffer,
    CounterSaysNothing,
    DeclineInWords,
    HoldOutOfReach,
    NoSuchDecline,
    NothingHeld,
    NotInPrincipleYet,
    OpenDetail,
    QueryOffer,
    RecordAssessed,
    TakeBackOffer,
)
from app.domain.case.requests.hub_side import FailStart
from app.domain.case.requests.reading import AnswerOwnItem, OpenAssessment, ReportOwnDifference
from app.domain.case.requests.sending import NextAsked
from app.domain.case.requests.state import EndedBecause, OfferState, Round
from app.domain.practice import DeclineCodes
from app.domain.rejections import NotKnown
from app.domain.values import Words
from tests.domain.case.events import closed
from tests.domain.case.requests.asking import (
    AT_EAST,
    AT_WEST,
    BY_FOUR,
    CARERS,
    EAST,
    FACTS,
    NORTH,
    OTHERS,
    READY,
    WEST,
    WORDS,
    assessed,
    confirm,
    confirmed,
    countered,
    decline,
    held,
    hold,
    opened,
    over,
    queried,
    saying_to,
    sent,
)
from tests.domain.case.way import LISTS, after, case_after
from tests.domain.given import NOON, uid

ASKED = (*READY, sent(EAST, WEST))
EVERY_ANSWER = [
    OpenDetail(**saying_to()),
    hold(),
    RecordAssessed(**saying_to(), how=How.REMOTE),
    confirm(),
    CounterOffer(**saying_to(), start_on=date(2026, 11, 11), words=None),
    QueryOffer(**saying_to(), words=WORDS),
    decline(),
    TakeBackOffer(**saying_to(), words=WORDS),
]
NAMES = [type(each).__name__ for each in EVERY_ANSWER]


def state_after(*past: object) -> OfferState:
    return case_after(*past).requests.offers[AT_EAST].state


def test_interest_opens_the_detail_once() -> None:
    assert after(*ASKED, then=OpenDetail(**saying_to(n=130))) == [opened()]
    assert after(*ASKED, opened(), then=OpenDetail(**saying_to(n=140))) == []


def test_who_has_confirmed_may_read_the_detail_and_who_was_refused_may_not() -> None:
    assert after(*ASKED, confirmed(), then=OpenDetail(**saying_to(n=140))) == []
    with pytest.raises(AnotherConfirmed):
        after(*ASKED, over(why=EndedBecause.ANOTHER_CONFIRMED), then=OpenDetail(**saying_to()))


def test_a_place_is_held_in_principle() -> None:
    assert after(*ASKED, then=hold()) == [held()]
    assert state_after(*ASKED, held()) is OfferState.IN_PRINCIPLE


@pytest.mark.parametrize("until", [NOON, NOON + timedelta(days=8)], ids=["past", "weeks"])
def test_a_hold_ends_ahead_and_within_a_week(until: Any) -> None:
    with pytest.raises(HoldOutOfReach):
        after(*ASKED, then=hold(until=until))


def test_a_hold_names_what_is_held() -> None:
    with pytest.raises(NothingHeld):
        after(*ASKED, then=hold(units=()))


def test_a_hold_is_made_longer_and_what_was_assessed_stays_so() -> None:
    longer = NOON + timedelta(days=3)
    past = [*ASKED, held(), assessed()]
    [again] = after(*past, then=hold(n=141, until=longer))
    assert again == replace(held(n=141), until=longer)
    assert state_after(*past, again) is OfferState.ASSESSED


def test_who_holds_a_place_assesses() -> None:
    how = How.REMOTE
    assert after(*ASKED, held(), then=RecordAssessed(**saying_to(n=132), how=how)) == [assessed()]
    with pytest.raises(NotInPrincipleYet):
        after(*ASKED, then=RecordAssessed(**saying_to(), how=how))


def test_another_start_is_a_counter() -> None:
    on = date(2026, 11, 11)
    assert after(*ASKED, then=CounterOffer(**saying_to(n=134), start_on=on, words=None)) == [countered()]
    with pytest.raises(CounterSaysNothing):
        after(*ASKED, then=CounterOffer(**saying_to(), start_on=None, words=None))


def test_cannot_start_by_then_with_a_date_is_a_counter_and_without_one_a_no() -> None:
    on = date(2026, 11, 11)
    assert after(*ASKED, then=decline("D05", n=134, earliest=on), facts=FACTS) == [countered()]
    [no] = after(*ASKED, then=decline("D05"), facts=FACTS)
    assert (no.why, no.code) == (EndedBecause.DECLINED, "D05")


def test_a_query_says_what_about() -> None:
    asking = QueryOffer(**saying_to(n=135), words=Words("Which sling?"), items=frozenset({"6"}))
    assert after(*ASKED, then=asking) == [queried()]


@pytest.mark.parametrize("said", [countered(), queried()], ids=["counter", "query"])
def test_what_waits_for_the_hub_does_not_run_out(said: Any) -> None:
    late = BY_FOUR + timedelta(hours=2)
    assert after(*ASKED, said, then=hold(n=142, at=late))


def test_a_no_has_a_code_of_the_list_and_other_has_words() -> None:
    no = over(code="D01", answer_id=uid(133))
    assert after(*ASKED, then=decline(), facts=FACTS) == [no]
    for wrong, refusal in (("D77", NoSuchDecline), ("D22", NoSuchDecline), ("D99", DeclineInWords)):
        with pytest.raises(refusal):
            after(*ASKED, then=decline(wrong), facts=FACTS)
    [other] = after(*ASKED, then=decline("D99", words=WORDS), facts=FACTS)
    assert other.words == WORDS


LOCAL = DeclineCodes.parse(
    [
        {"code": "L01", "words": "Festival week", "family": "capacity"},
        {"code": "L02", "words": "Something else", "family": "other", "asks": "words"},
        {"code": "L03", "words": "Nobody rang", "family": "response", "by_system": True},
    ]
)
OWN = replace(FACTS, lists=replace(LISTS, declines=LOCAL))


def test_a_service_chooses_a_code_that_the_hub_added() -> None:
    assert after(*ASKED, then=decline("L01"), facts=OWN) == [over(code="L01", answer_id=uid(133))]


@pytest.mark.parametrize(("code", "refusal"), [("D01", NoSuchDecline), ("L02", DeclineInWords), ("L03", NoSuchDecline)])
def test_the_hubs_own_list_says_which_codes_there_are_and_what_each_asks(code: str, refusal: type[Any]) -> None:
    with pytest.raises(refusal):
        after(*ASKED, then=decline(code), facts=OWN)


def test_a_no_that_was_recorded_stands_when_its_code_leaves_the_list() -> None:
    no = over(code="D01", answer_id=uid(133))
    assert after(*ASKED, no, then=decline("D01"), facts=OWN) == []


def test_a_yes_that_is_taken_back_frees_what_was_held() -> None:
    taking = TakeBackOffer(**saying_to(n=137), words=WORDS)
    ended = over(why=EndedBecause.TAKEN_BACK, held=True, words=WORDS, answer_id=uid(137))
    assert after(*ASKED, held(), then=taking, facts=FACTS) == [ended]


def test_a_no_asks_the_next_in_the_same_turn() -> None:
    ranked = [*READY, sent(EAST, WEST, NORTH, round_=Round.RANKED)]
    [no, following] = after(*ranked, then=decline(), facts=FACTS)
    assert following == NextAsked(offer_id=AT_WEST, expires_at=BY_FOUR)
    west_no = after(*ranked, no, following, then=decline(offer=AT_WEST, n=143), facts=FACTS)
    assert [type(each).__name__ for each in west_no] == ["OfferEnded", "NextAsked"]


def test_a_no_to_a_broadcast_asks_nobody_else() -> None:
    assert len(after(*ASKED, then=decline(), facts=FACTS)) == 1


@pytest.mark.parametrize("answer", EVERY_ANSWER, ids=NAMES)
def test_an_answer_sent_twice_is_recorded_once(answer: Any) -> None:
    past = [*ASKED, held(n=129)]
    first = after(*past, then=answer, facts=FACTS)
    assert first
    assert after(*past, *first, then=answer, facts=FACTS) == []


@pytest.mark.parametrize("answer", EVERY_ANSWER, ids=NAMES)
def test_nobody_answers_for_another_organisation(answer: Any) -> None:
    with pytest.raises(NotKnown):
        after(*ASKED, then=replace(answer, organisation_id=OTHERS), facts=FACTS)
    with pytest.raises(NotKnown):
        after(*READY, then=replace(answer, organisation_id=CARERS), facts=FACTS)


@pytest.mark.parametrize("answer", EVERY_ANSWER, ids=NAMES)
def test_after_the_time_to_answer_it_is_too_late(answer: Any) -> None:
    with pytest.raises(TimeToAnswerPassed):
        after(*ASKED, then=replace(answer, at=BY_FOUR), facts=FACTS)


@pytest.mark.parametrize("answer", EVERY_ANSWER, ids=NAMES)
def test_before_its_turn_a_service_waits(answer: Any) -> None:
    ranked = [*READY, sent(WEST, EAST, round_=Round.RANKED)]
    with pytest.raises(NotYourTurn):
        after(*ranked, then=answer, facts=FACTS)


@pytest.mark.parametrize("answer", EVERY_ANSWER, ids=NAMES)
@pytest.mark.parametrize(
    ("why", "refusal"),
    [
        (EndedBecause.ANOTHER_CONFIRMED, AnotherConfirmed),
        (EndedBecause.NO_ANSWER, TimeToAnswerPassed),
        (EndedBecause.HOLD_RAN_OUT, HoldRanOut),
        (EndedBecause.DECLINED, AnsweredAlready),
        (EndedBecause.TAKEN_BACK, AnsweredAlready),
        (EndedBecause.PERSON_DECLINED, PersonSaidNo),
        (EndedBecause.WITHDRAWN, RequestIsOver),
        (EndedBecause.LEFT, RequestIsOver),
    ],
)
def test_when_it_came_to_nothing_the_answer_says_why(answer: Any, why: EndedBecause, refusal: Any) -> None:
    with pytest.raises(refusal):
        after(*ASKED, over(why=why), then=answer, facts=FACTS)


@pytest.mark.parametrize("answer", EVERY_ANSWER[1:], ids=NAMES[1:])
def test_after_its_own_yes_a_service_changes_the_start_instead(answer: Any) -> None:
    with pytest.raises(ConfirmedAlready):
        after(*ASKED, confirmed(n=128), then=answer, facts=FACTS)


@pytest.mark.parametrize("answer", EVERY_ANSWER[1:], ids=NAMES[1:])
def test_nothing_is_answered_on_a_closed_case(answer: Any) -> None:
    with pytest.raises(RequestIsOver):
        after(*ASKED, confirmed(n=128), closed(Outcome.SETTLED), then=answer, facts=FACTS)


def test_every_answer_is_walked_here() -> None:
    of_the_assessment = {each.__name__ for each in (OpenAssessment, AnswerOwnItem, ReportOwnDifference)}
    walked = {*NAMES, FailStart.__name__, *of_the_assessment}
    assert walked == {each.__name__ for each in AnswerCommand.__subclasses__()}
