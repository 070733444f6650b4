"""What may be told of an assessment, at random: signed, still true, read, answered item by item, found different."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from app.domain.case import AnswerItem, ConfirmStillTrue, ReplyToService, ReportDifference, SignAssessment
from app.domain.case.item_answers import ItemAnswer
from app.domain.case.requests.answering import OpenDetail
from app.domain.case.requests.reading import AnswerOwnItem, OpenAssessment, ReportOwnDifference
from app.domain.case.requests.state import offer_id_of
from app.domain.codes.assessors import SeenWhere
from app.domain.decider import Command
from app.domain.values import CaseId, Role, ServiceId, Words
from tests.api.assessing import ANSWERS
from tests.promises.searches import SERVICES
from tests.promises.teller import Teller

ITEMS = ("moving.carers", "health.reason")
NORTH_CARE = ServiceId(UUID(int=1))


def of_an_assessment(teller: Teller, case: CaseId, assessments: list[UUID]) -> Command:
    """Any step of one of a few assessments, in no order."""
    assessment = teller.one_of(assessments)
    by = teller.place.by(Role.CASE_MANAGER)
    what: dict[str, Any] = {"case_id": case, "assessment_id": assessment, **teller.said(), "by": by}
    about: dict[str, Any] = {**what, "link_id": teller.one_of(ITEMS), "service_id": NORTH_CARE}
    words = Words(f"Why, time {teller.chance.randint(1, 9)}?")
    tellings: list[Command] = [
        *[signing(teller, what)] * 3,
        *[ConfirmStillTrue(confirmation_id=teller.new_id(), words=teller.words(), **what)] * 2,
        *(AnswerItem(answer_id=teller.new_id(), answer=each, words=words, **about) for each in ItemAnswer),
        *[ReplyToService(reply_id=teller.new_id(), words=words, **about)] * 2,
        ReportDifference(report_id=teller.new_id(), how=words, **about),
    ]
    return teller.one_of(tellings)


def of_its_reading(teller: Teller, case: CaseId, assessments: list[UUID], asked: list[UUID]) -> list[Command]:
    """A service that was asked shows interest, reads what is signed, and says of it itself; in the order of life."""
    if not asked:
        return []
    offer = offer_id_of(asked[-1], teller.one_of(SERVICES))

    def saying() -> dict[str, Any]:
        return {"case_id": case, "offer_id": offer, "answer_id": teller.new_id(), **teller.said()}

    about: dict[str, Any] = {"assessment_id": teller.one_of(assessments), "link_id": teller.one_of(ITEMS)}
    answer, words = teller.one_of(list(ItemAnswer)), Words("Why?")
    return [
        OpenDetail(**saying()),
        OpenAssessment(**saying()),
        AnswerOwnItem(answer=answer, words=words, **about, **saying()),
        ReportOwnDifference(how=words, **about, **saying()),
    ]


def signing(teller: Teller, what: dict[str, Any]) -> SignAssessment:
    """It is signed; `what` says which, on which case, by whom and when."""
    why = f"Fell at home, time {teller.chance.randint(1, 3)}."
    return SignAssessment(
        signing_id=teller.new_id(),
        form="trusted-assessment",
        form_version="1",
        answers=ANSWERS | {"health.reason": [why]},
        competency="nurse",
        agreement="system",
        employer=Words("Northmoor Hospitals"),
        seen_at=teller.now - timedelta(hours=1),
        seen_where=SeenWhere.ON_WARD,
        seen_with=teller.words(),
        **what,
    )
