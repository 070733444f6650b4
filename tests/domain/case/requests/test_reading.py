"""A service reads the assessment once it may read the detail, and says of its items itself, also what it found."""

from dataclasses import replace
from typing import Any

import pytest

from app.domain.case import CASE, LeftHospital
from app.domain.case.item_answers import (
    FoundDifferent,
    ItemAccepted,
    ItemAnswer,
    ItemQueried,
    ItemRejected,
    ReasonMissing,
)
from app.domain.case.outcome import Outcome
from app.domain.case.requests.answer import AnotherConfirmed, RequestIsOver, TimeToAnswerPassed
from app.domain.case.requests.reading import (
    AnswerOwnItem,
    AssessmentNotRead,
    AssessmentOpened,
    DetailNotOpened,
    NotCameYet,
    NothingSignedYet,
    OpenAssessment,
    ReportOwnDifference,
)
from app.domain.case.requests.state import EndedBecause
from app.domain.rejections import NotKnown, Rejection
from app.domain.values import OrganisationId, Words
from tests.domain.case.assessing import ASSESSMENT, FORM_KNOWN, OTHER_ASSESSMENT, second_signed, signed
from tests.domain.case.events import closed
from tests.domain.case.requests.asking import (
    AT_EAST,
    AT_WEST,
    BY_FOUR,
    EAST,
    OTHERS,
    READY,
    WEST,
    confirmed,
    held,
    opened,
    over,
    saying_to,
    sent,
)
from tests.domain.case.way import STREAM, after
from tests.domain.given import given, uid

ASKED = (*READY, sent(EAST, WEST), signed())
MAY_READ = (*ASKED, opened())
READS = OpenAssessment(**saying_to(n=141))
ABOUT: dict[str, Any] = {"assessment_id": ASSESSMENT, "link_id": "carers"}


def read(n: int = 141, number: int = 1, **more: Any) -> AssessmentOpened:
    version: dict[str, Any] = {"offer_id": AT_EAST, "service_id": EAST, "assessment_id": ASSESSMENT, "number": number}
    return AssessmentOpened(**version | {"answer_id": uid(n)} | more)


def says(answer: ItemAnswer, words: str | None = "Why two?", n: int = 142, **more: Any) -> AnswerOwnItem:
    said = Words(words) if words else None
    return AnswerOwnItem(**saying_to(n=n), **ABOUT | {"answer": answer, "words": said} | more)


def said(event: Any, n: int = 142, **more: Any) -> Any:
    return event(**ABOUT, answer_id=uid(n), number=1, service_id=EAST, **more)


FOUND = ReportOwnDifference(**saying_to(n=143), **ABOUT, how=Words("Needs two."))
ACCEPTS = says(ItemAnswer.ACCEPT, None)


def test_a_version_is_read_once_and_the_next_one_again() -> None:
    assert after(*MAY_READ, then=READS) == [read()]
    assert after(*MAY_READ, read(), then=READS) == []
    assert after(*MAY_READ, read(), then=replace(READS, answer_id=uid(149))) == []
    assert after(*MAY_READ, read(), second_signed(), then=READS) == []
    assert after(*MAY_READ, read(), second_signed(), then=replace(READS, answer_id=uid(149))) == [read(149, 2)]


def test_what_is_read_is_what_was_signed_last() -> None:
    other = signed(assessment_id=OTHER_ASSESSMENT)
    assert after(*MAY_READ, other, then=READS) == [read(assessment_id=OTHER_ASSESSMENT)]
    assert after(*MAY_READ, other, second_signed(), then=READS) == [read(number=2)]


def test_who_has_confirmed_reads_it_without_more() -> None:
    assert after(*ASKED, confirmed(), then=READS) == [read()]
    assert after(*ASKED, confirmed(), closed(Outcome.SETTLED), then=READS) != []


@pytest.mark.parametrize(
    ("past", "refused"),
    [
        (ASKED, DetailNotOpened),
        ((*ASKED, held()), DetailNotOpened),
        ((*READY, sent(EAST, WEST), opened()), NothingSignedYet),
        ((*MAY_READ, confirmed(AT_WEST, at=WEST), over(why=EndedBecause.ANOTHER_CONFIRMED)), AnotherConfirmed),
        ((*MAY_READ, closed(Outcome.NO_LONGER_NEEDED)), RequestIsOver),
        ((*READY, signed()), NotKnown),
    ],
    ids=["before interest", "held unread", "nothing signed", "another confirmed", "closed", "not asked"],
)
def test_it_is_read_only_by_whom_the_detail_is_for(past: tuple[Any, ...], refused: type[Rejection]) -> None:
    with pytest.raises(refused):
        after(*past, then=READS)


def test_it_is_not_opened_after_the_time_to_answer_nor_by_another_organisation() -> None:
    with pytest.raises(TimeToAnswerPassed):
        after(*MAY_READ, then=replace(READS, at=BY_FOUR))
    for command in (READS, ACCEPTS, FOUND):
        with pytest.raises(NotKnown):
            after(*MAY_READ, read(149), then=replace(command, organisation_id=OTHERS), facts=FORM_KNOWN)
    with pytest.raises(NotKnown):
        after(*MAY_READ, then=replace(READS, organisation_id=OrganisationId(uid(999))))


@pytest.mark.parametrize(
    ("command", "records"),
    [
        (ACCEPTS, said(ItemAccepted)),
        (says(ItemAnswer.QUERY), said(ItemQueried, words=Words("Why two?"))),
        (says(ItemAnswer.REJECT), said(ItemRejected, words=Words("Why two?"))),
    ],
    ids=["accept", "query", "reject"],
)
def test_a_service_answers_its_items_itself_and_once(command: AnswerOwnItem, records: Any) -> None:
    assert after(*MAY_READ, read(), then=command, facts=FORM_KNOWN) == [records]
    assert after(*MAY_READ, read(), records, then=command, facts=FORM_KNOWN) == []
    late = (*MAY_READ, read(), records, over(why=EndedBecause.WITHDRAWN))
    assert after(*late, then=command, facts=FORM_KNOWN) == []


def test_only_the_version_that_was_read_is_answered_by_the_rules_of_items() -> None:
    with pytest.raises(AssessmentNotRead):
        after(*MAY_READ, then=ACCEPTS, facts=FORM_KNOWN)
    with pytest.raises(AssessmentNotRead):
        after(*MAY_READ, read(), second_signed(), then=ACCEPTS, facts=FORM_KNOWN)
    with pytest.raises(ReasonMissing):
        after(*MAY_READ, read(), then=says(ItemAnswer.REJECT, None), facts=FORM_KNOWN)
    with pytest.raises(NotKnown):
        after(*MAY_READ, read(), then=says(ItemAnswer.QUERY, assessment_id=OTHER_ASSESSMENT), facts=FORM_KNOWN)
    with pytest.raises(RequestIsOver):
        after(*MAY_READ, read(), over(why=EndedBecause.WITHDRAWN), then=ACCEPTS, facts=FORM_KNOWN)


def test_what_was_found_different_is_said_once_the_person_has_come_and_after_closing_too() -> None:
    different = FoundDifferent(**ABOUT, report_id=uid(143), number=1, how=Words("Needs two."), service_id=EAST)
    came = (*ASKED, confirmed(), LeftHospital())
    assert after(*came, then=FOUND, facts=FORM_KNOWN) == [different]
    assert after(*came, different, then=FOUND, facts=FORM_KNOWN) == []
    assert after(*came, closed(Outcome.SETTLED), then=FOUND, facts=FORM_KNOWN) == [different]
    for past in (
        (*ASKED, confirmed()),
        (*ASKED, opened(), LeftHospital()),
        (*ASKED, confirmed(), closed(Outcome.SETTLED)),
    ):
        with pytest.raises(NotCameYet):
            after(*past, then=FOUND, facts=FORM_KNOWN)


def test_the_state_says_which_versions_a_service_has_read() -> None:
    case = CASE.fold(given(*MAY_READ, read(), second_signed(), read(149, 2), stream=STREAM))
    assert case.requests.offers[AT_EAST].read == {(ASSESSMENT, 1), (ASSESSMENT, 2)}
    assert case.requests.offers[AT_WEST].read == frozenset()
