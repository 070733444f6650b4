"""A service accepts, queries or rejects item by item; the assessor replies or signs a new version."""

from typing import Any

import pytest

from app.domain.case import CASE, CaseFacts
from app.domain.case.item_answers import ItemAnswer, ItemNotInForm, NothingAsked, ReasonMissing
from app.domain.case.item_standing import Standing
from app.domain.case.outcome import Outcome
from app.domain.rejections import NotKnown
from tests.domain.case.assessing import (
    ASSESSMENT,
    FORM,
    FORM_KNOWN,
    NORTH_CARE,
    answer,
    found,
    item_accepted,
    queried,
    rejected,
    replied,
    reply,
    report,
    second_signed,
    signed,
)
from tests.domain.case.events import closed, submitted
from tests.domain.case.way import STREAM, after
from tests.domain.given import given

ACCEPT, QUERY, REJECT = ItemAnswer


def standing(*past: object) -> Standing | None:
    state = CASE.fold(given(submitted(), signed(), *past, stream=STREAM))
    found: Standing | None = state.assessments[ASSESSMENT].items.get((NORTH_CARE, "carers"))
    return found


@pytest.mark.parametrize(
    ("command", "records"),
    [(answer(ACCEPT, None), item_accepted()), (answer(QUERY), queried()), (answer(REJECT), rejected())],
    ids=["accept", "query", "reject"],
)
def test_a_service_answers_item_by_item_and_once(command: object, records: object) -> None:
    assert after(submitted(), signed(), then=command, facts=FORM_KNOWN) == [records]
    assert after(submitted(), signed(), records, then=command, facts=FORM_KNOWN) == []
    assert after(submitted(), signed(), records, replied(), second_signed(), then=command, facts=FORM_KNOWN) == []


def test_accepted_again_is_accepted_once() -> None:
    assert after(submitted(), signed(), item_accepted(), then=answer(ACCEPT, n=2), facts=FORM_KNOWN) == []


@pytest.mark.parametrize("what", [QUERY, REJECT])
def test_a_query_and_a_rejection_say_why(what: ItemAnswer) -> None:
    with pytest.raises(ReasonMissing):
        after(submitted(), signed(), then=answer(what, None), facts=FORM_KNOWN)


def test_only_an_item_of_the_form_a_known_service_and_a_signed_assessment_are_answered() -> None:
    with pytest.raises(ItemNotInForm):
        after(submitted(), signed(), then=answer(QUERY, link_id="gone"), facts=FORM_KNOWN)
    with pytest.raises(NotKnown):
        after(submitted(), signed(), then=answer(QUERY), facts=CaseFacts(form=FORM, service_known=False))
    with pytest.raises(NotKnown):
        after(submitted(), then=answer(QUERY), facts=FORM_KNOWN)


def test_a_rejected_item_is_put_right_by_a_new_version_that_says_it_otherwise() -> None:
    assert standing(rejected()) is Standing.REJECTED
    assert standing(rejected(), second_signed()) is Standing.CHANGED
    unchanged = signed(n=2, changed=frozenset({"why"}))
    assert standing(rejected(), unchanged) is Standing.REJECTED


def test_what_was_accepted_is_not_accepted_any_more_once_it_says_something_else() -> None:
    assert standing(item_accepted(), second_signed()) is Standing.CHANGED
    again = after(submitted(), signed(), item_accepted(), second_signed(), then=answer(ACCEPT, n=2), facts=FORM_KNOWN)
    assert again == [item_accepted(2, number=2)]


def test_a_query_is_replied_to_once() -> None:
    assert after(submitted(), signed(), queried(), then=reply()) == [replied()]
    assert after(submitted(), signed(), queried(), replied(), then=reply()) == []
    assert standing(queried(), replied()) is Standing.ANSWERED
    assert standing(queried(), replied(), queried("Still why?", n=2)) is Standing.QUERIED


@pytest.mark.parametrize("past", [[], [item_accepted()], [queried(), replied(n=2)], [rejected(), second_signed()]])
def test_there_is_nothing_to_reply_to_where_no_service_waits(past: list[Any]) -> None:
    with pytest.raises(NothingAsked):
        after(submitted(), signed(), *past, then=reply())


def test_what_was_found_different_is_reported_once_and_after_closing_too() -> None:
    assert after(submitted(), signed(), then=report(), facts=FORM_KNOWN) == [found()]
    assert after(submitted(), signed(), found(), then=report(), facts=FORM_KNOWN) == []
    assert after(submitted(), signed(), closed(Outcome.SETTLED), then=report(), facts=FORM_KNOWN) == [found()]
    assert after(submitted(), signed(), second_signed(), then=report(n=2), facts=FORM_KNOWN) == [found(n=2, number=2)]


def test_what_is_not_in_the_form_cannot_be_found_different() -> None:
    with pytest.raises(ItemNotInForm):
        after(submitted(), signed(), then=report(link_id="gone"), facts=FORM_KNOWN)
