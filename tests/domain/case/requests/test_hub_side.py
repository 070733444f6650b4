"""What the hub does while it waits, what the person says, and how a request or a booking comes to nothing."""

from typing import Any

import pytest

from app.domain.case.outcome import Outcome
from app.domain.case.requests.confirming import NothingBooked
from app.domain.case.requests.hub_side import (
    AnswerQuery,
    EndBooking,
    EndBookingBecause,
    FailStart,
    NothingAsked,
    NothingCountered,
    OfferAskedAgain,
    TakeCounter,
    WithdrawOffer,
    WithdrawRequest,
)
from app.domain.case.requests.person import AnswerInWords, OfferIsOver, RecordPersonAnswer, SaidBy
from app.domain.case.requests.sending import NextAsked
from app.domain.case.requests.state import EndedBecause, OfferState, PersonSaid, Round
from app.domain.rejections import NotKnown
from app.domain.values import OrganisationId
from tests.domain.case.commands import close, depart
from tests.domain.case.events import back, closed, left
from tests.domain.case.requests.asking import (
    AT_EAST,
    AT_WEST,
    BY_FOUR,
    CARERS,
    EAST,
    FACTS,
    LATER,
    OTHERS,
    READY,
    REQUEST,
    WEST,
    WORDS,
    confirmed,
    countered,
    held,
    over,
    person_said,
    queried,
    saying_to,
    sent,
)
from tests.domain.case.way import CASE_ID, after, case_after
from tests.domain.given import NURSE, uid

ASKED = (*READY, sent(EAST, WEST))
RANKED = (*READY, sent(EAST, WEST, round_=Round.RANKED))
NEXT = NextAsked(offer_id=AT_WEST, expires_at=BY_FOUR)
BOOKED = (*READY, sent(EAST), held(), confirmed())


def withdraw(request: Any = REQUEST) -> WithdrawRequest:
    return WithdrawRequest(case_id=CASE_ID, by=NURSE, at=LATER, request_id=request, words=WORDS)


def withdraw_one(offer: Any = AT_EAST) -> WithdrawOffer:
    return WithdrawOffer(case_id=CASE_ID, by=NURSE, at=LATER, offer_id=offer, words=WORDS)


def end(why: EndBookingBecause = EndBookingBecause.FAILED_START) -> EndBooking:
    return EndBooking(**saying_to(n=145), why=why, words=WORDS)


def fails(organisation: OrganisationId) -> FailStart:
    return FailStart(**saying_to(n=145), words=WORDS, organisation_id=organisation)


def says(said: PersonSaid, n: int = 136, words: Any = WORDS) -> RecordPersonAnswer:
    who: dict[str, Any] = {"said_by": SaidBy.PERSON, "interim_explained": False}
    return RecordPersonAnswer(**saying_to(n=n), said=said, words=words, **who)


def again(n: int, *, taken: bool) -> OfferAskedAgain:
    words = None if taken else WORDS
    return OfferAskedAgain(offer_id=AT_EAST, words=words, counter_taken=taken, expires_at=BY_FOUR, answer_id=uid(n))


def test_a_query_is_answered_once_and_the_time_to_answer_begins_anew() -> None:
    answering = AnswerQuery(**saying_to(n=146), words=WORDS)
    assert after(*ASKED, queried(), then=answering, facts=FACTS) == [again(146, taken=False)]
    assert after(*ASKED, queried(), again(146, taken=False), held(), then=answering, facts=FACTS) == []
    with pytest.raises(NothingAsked):
        after(*ASKED, then=answering, facts=FACTS)


def test_a_counter_is_taken_once() -> None:
    taking = TakeCounter(**saying_to(n=147))
    assert after(*ASKED, countered(), then=taking, facts=FACTS) == [again(147, taken=True)]
    assert after(*ASKED, countered(), again(147, taken=True), held(), then=taking, facts=FACTS) == []
    with pytest.raises(NothingCountered):
        after(*ASKED, then=taking, facts=FACTS)


def test_a_request_is_withdrawn_from_all_who_may_still_answer() -> None:
    ended = after(*RANKED, held(), then=withdraw(), facts=FACTS)
    taken_in: dict[str, Any] = {"why": EndedBecause.WITHDRAWN, "words": WORDS}
    assert ended == [over(held=True, **taken_in), over(AT_WEST, **taken_in)]
    assert after(*RANKED, held(), *ended, then=withdraw(), facts=FACTS) == []
    with pytest.raises(NotKnown):
        after(*RANKED, then=withdraw(uid(129)), facts=FACTS)


def test_a_booking_is_not_withdrawn_with_its_request() -> None:
    assert after(*BOOKED, then=withdraw(), facts=FACTS) == []


def test_one_service_is_asked_no_more_and_the_next_one_is() -> None:
    ended = over(why=EndedBecause.WITHDRAWN, words=WORDS)
    assert after(*RANKED, then=withdraw_one(), facts=FACTS) == [ended, NEXT]
    assert after(*RANKED, ended, NEXT, then=withdraw_one(), facts=FACTS) == []
    [waiting] = after(*RANKED, then=withdraw_one(AT_WEST), facts=FACTS)
    assert waiting == over(AT_WEST, why=EndedBecause.WITHDRAWN, words=WORDS)


@pytest.mark.parametrize("why", EndBookingBecause)
def test_a_booking_that_does_not_hold_is_ended_with_its_reason(why: EndBookingBecause) -> None:
    [ended] = after(*BOOKED, then=end(why), facts=FACTS)
    assert ended == over(why=EndedBecause(why), held=True, words=WORDS, answer_id=uid(145))
    requests = case_after(*BOOKED, ended).requests
    assert (requests.booking, requests.offers[AT_EAST].state) == (None, OfferState.ENDED)
    assert after(*BOOKED, ended, then=end(why), facts=FACTS) == []


def test_a_failed_start_is_told_by_the_service_itself_and_by_no_other() -> None:
    assert after(*BOOKED, left, then=fails(CARERS), facts=FACTS)
    with pytest.raises(NotKnown):
        after(*BOOKED, then=fails(OTHERS), facts=FACTS)
    with pytest.raises(NothingBooked):
        after(*ASKED, then=end(), facts=FACTS)


def test_the_person_says_yes() -> None:
    yes = says(PersonSaid.AGREES, words=None)
    assert after(*ASKED, held(), then=yes, facts=FACTS) == [person_said()]
    assert after(*ASKED, held(), person_said(), then=yes, facts=FACTS) == []


def test_a_persons_no_ends_the_offer_and_asks_the_next() -> None:
    no = person_said(PersonSaid.DECLINES)
    ended = over(why=EndedBecause.PERSON_DECLINED, held=True)
    assert after(*RANKED, held(), then=says(PersonSaid.DECLINES), facts=FACTS) == [no, ended, NEXT]
    assert after(*RANKED, held(), no, ended, NEXT, then=says(PersonSaid.DECLINES), facts=FACTS) == []


@pytest.mark.parametrize("said", [PersonSaid.DECLINES, PersonSaid.WANTS_OTHER])
def test_what_they_want_instead_is_in_their_words(said: PersonSaid) -> None:
    with pytest.raises(AnswerInWords):
        after(*ASKED, then=says(said, words=None), facts=FACTS)


@pytest.mark.parametrize("past", [(*ASKED, over()), BOOKED], ids=["ended", "booked"])
def test_the_person_answers_while_they_are_asked(past: Any) -> None:
    with pytest.raises(OfferIsOver):
        after(*past, then=says(PersonSaid.AGREES), facts=FACTS)


def ends(*past: object, then: Any) -> dict[Any, tuple[EndedBecause, bool]]:
    ended = after(*past, then=then, facts=FACTS)[1:]
    return {each.offer_id: (each.why, each.held) for each in ended}


def test_who_leaves_without_a_service_needs_none_and_what_was_held_is_free() -> None:
    assert ends(*ASKED, held(), then=depart(LATER)) == {
        AT_EAST: (EndedBecause.LEFT, True),
        AT_WEST: (EndedBecause.LEFT, False),
    }


def test_who_leaves_for_a_service_keeps_it() -> None:
    assert ends(*BOOKED, then=depart(LATER)) == {}


@pytest.mark.parametrize("outcome", [Outcome.DIED, Outcome.NO_LONGER_NEEDED, Outcome.OTHER_HOSPITAL])
def test_a_case_that_is_closed_otherwise_gives_everything_up(outcome: Outcome) -> None:
    assert ends(*BOOKED, then=close(outcome)) == {AT_EAST: (EndedBecause.CASE_ENDED, True)}
    assert ends(*RANKED, held(), then=close(outcome)) == {
        AT_EAST: (EndedBecause.CASE_ENDED, True),
        AT_WEST: (EndedBecause.CASE_ENDED, False),
    }


def test_what_was_given_up_is_not_there_when_they_are_back() -> None:
    gone = [over(why=EndedBecause.LEFT), over(AT_WEST, why=EndedBecause.LEFT)]
    assert case_after(*ASKED, left, *gone, back).requests.open == ()
    assert case_after(*BOOKED, left, closed(Outcome.SETTLED)).requests.booking == AT_EAST
