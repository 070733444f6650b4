"""The search for a service in words, as the timeline tells it."""

from dataclasses import replace
from typing import Any
from uuid import UUID

import pytest

from app.domain.case.requests.evolving import REQUEST_EVENTS
from app.domain.practice import PracticeKind, line_id
from app.events.practice import SHIPPED_WORDS
from app.views.timeline import say_case
from tests.events.request_examples import EAST, REQUEST_EXAMPLES, WEST

NAMES: dict[UUID, str] = {**SHIPPED_WORDS, EAST: "Reablement East", WEST: "Reablement West"}
LINES = {
    "package.described.1": "Package needed: Intermediate care unit; from 28 Nov. “Zoë would like to see the garden.”",
    "request.sent.1": "Request to services (ranked): Reablement East, Reablement West.",
    "offer.next_asked.1": "The next service was asked, to answer by Fri 27 Nov 16:00.",
    "offer.detail_opened.1": "A service that was asked read the detail.",
    "offer.assessment_opened.1": "Reablement East read the assessment, version 2.",
    "offer.held_in_principle.1": (
        "Reablement East would take them, and holds a place until Fri 27 Nov 16:00, beyond what it had counted."
    ),
    "offer.assessed.1": "The service assessed: own visit.",
    "offer.countered.1": "A service could otherwise from 30 Nov. “With one carer until then.”",
    "offer.queried.1": "A service asks about function, moving. “Which sling?”",
    "offer.asked_again.1": "The service was answered; it may answer by Fri 27 Nov 16:00. “The blue one.”",
    "offer.confirmed.1": "Start agreed with Reablement East: Sat 28 Nov 10:00 to 12:30. A spot purchase.",
    "offer.start_changed.1": "Start with Reablement East is now Sat 28 Nov 10:00 to 12:30. “Her key is with the son.”",
    "offer.person_answered.1": "Wants another service than the one found (family with them). “Nearer to Zoë.”",
    "offer.ended.1": "Reablement East: cannot, other. “The roof leaks.”",
    "offers.given_back.1": "Stands again: Reablement East. Lost: Reablement West (the place is taken since).",
}


@pytest.mark.parametrize("name", REQUEST_EXAMPLES)
def test_an_event_of_the_search_is_told_in_words(name: str) -> None:
    event: Any = REQUEST_EXAMPLES[name]
    assert say_case(event, NAMES) == LINES[name]


def test_a_no_is_told_in_the_words_of_the_hubs_own_list_or_by_its_code() -> None:
    no = replace(REQUEST_EXAMPLES["offer.ended.1"], code="L01", words=None)
    own = {line_id(PracticeKind.DECLINE_CODES, "L01"): "Festival week"}
    assert say_case(no, NAMES | own) == "Reablement East: cannot, festival week."
    assert say_case(no, NAMES) == "Reablement East: cannot, L01."


def test_every_event_of_the_search_is_told() -> None:
    assert {type(event) for event in REQUEST_EXAMPLES.values()} == set(REQUEST_EVENTS)
