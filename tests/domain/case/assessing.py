"""The assessment of the invented case: what is signed, asked and found; what tests seldom care about is filled in."""

from datetime import datetime, timedelta
from typing import Any

from app.domain.assessment.sealing import as_words
from app.domain.case import (
    AnswerItem,
    AssessmentReaffirmed,
    AssessmentSigned,
    ConfirmStillTrue,
    FoundDifferent,
    ItemAccepted,
    ItemAnswered,
    ItemQueried,
    ItemRejected,
    ReplyToService,
    ReportDifference,
    SignAssessment,
)
from app.domain.case.item_answers import ItemAnswer
from app.domain.codes.assessors import SeenWhere
from app.domain.values import Actor, ActorKind, Role, ServiceId, Words
from tests.domain.assessment.asking import asked, form_of
from tests.domain.case.way import CASE_ID, known
from tests.domain.given import NOON, uid

THERAPIST = Actor(kind=ActorKind.STAFF, id=str(uid(93)), role=Role.WARD_CLINICIAN)
FORM = form_of(asked("reason", "text", required=True), asked("carers", "integer"), asked("why", "text"))
FORM_KNOWN = known(form=FORM)
ASSESSMENT, OTHER_ASSESSMENT = uid(61), uid(62)
NORTH_CARE = ServiceId(uid(65))
WHO_AND_WHERE: dict[str, Any] = {
    "competency": "occupational_therapist",
    "agreement": "home_care",
    "employer": Words("Northmoor Hospitals"),
    "seen_at": NOON - timedelta(hours=1),
    "seen_where": SeenWhere.ON_WARD,
    "seen_with": Words("Her daughter"),
}
FIRST: dict[str, list[Any]] = {"reason": ["Fell at home."], "carers": [1]}
SECOND: dict[str, list[Any]] = {"reason": ["Fell at home."], "carers": [2], "why": ["Turns in bed."]}


def sign(
    answers: dict[str, Any] = FIRST, *, n: int = 1, by: Actor = THERAPIST, version: str = "1", **more: Any
) -> SignAssessment:
    said: dict[str, Any] = {"assessment_id": ASSESSMENT, **WHO_AND_WHERE, "at": NOON, **more}
    return SignAssessment(
        case_id=CASE_ID,
        by=by,
        signing_id=uid(500 + n),
        form="small",
        form_version=version,
        answers=answers,
        **said,
    )


def signed(
    answers: dict[str, Any] = FIRST, *, n: int = 1, changed: frozenset[str] = frozenset(), **more: Any
) -> AssessmentSigned:
    said: dict[str, Any] = {"assessment_id": ASSESSMENT, **WHO_AND_WHERE, **more}
    return AssessmentSigned(
        signing_id=uid(500 + n),
        form="small",
        form_version="1",
        number=n,
        answers=as_words(answers),
        changed=changed,
        **said,
    )


def second_signed() -> AssessmentSigned:
    return signed(SECOND, n=2, changed=frozenset({"carers", "why"}))


def still_true(n: int = 1, *, by: Actor = THERAPIST, at: datetime = NOON) -> ConfirmStillTrue:
    return ConfirmStillTrue(case_id=CASE_ID, by=by, at=at, assessment_id=ASSESSMENT, confirmation_id=uid(520 + n))


def reaffirmed(n: int = 1, *, number: int = 1) -> AssessmentReaffirmed:
    return AssessmentReaffirmed(assessment_id=ASSESSMENT, confirmation_id=uid(520 + n), number=number)


def answer(
    what: ItemAnswer, words: str | None = "Why two?", *, n: int = 1, link_id: str = "carers", of: ServiceId = NORTH_CARE
) -> AnswerItem:
    return AnswerItem(
        case_id=CASE_ID,
        by=THERAPIST,
        at=NOON,
        assessment_id=ASSESSMENT,
        answer_id=uid(540 + n),
        service_id=of,
        link_id=link_id,
        answer=what,
        words=Words(words) if words else None,
    )


def _about(n: int, number: int = 1) -> dict[str, Any]:
    about = {"assessment_id": ASSESSMENT, "answer_id": uid(540 + n), "number": number}
    return about | {"service_id": NORTH_CARE, "link_id": "carers"}


def item_accepted(n: int = 1, *, number: int = 1) -> ItemAccepted:
    return ItemAccepted(**_about(n, number))


def queried(words: str = "Why two?", *, n: int = 1, number: int = 1) -> ItemQueried:
    return ItemQueried(**_about(n, number), words=Words(words))


def rejected(words: str = "Why two?", *, n: int = 1, number: int = 1) -> ItemRejected:
    return ItemRejected(**_about(n, number), words=Words(words))


def reply(words: str = "She turns in bed.", *, n: int = 1) -> ReplyToService:
    said: dict[str, Any] = {"service_id": NORTH_CARE, "link_id": "carers", "words": Words(words)}
    return ReplyToService(
        case_id=CASE_ID, by=THERAPIST, at=NOON, assessment_id=ASSESSMENT, reply_id=uid(560 + n), **said
    )


def replied(words: str = "She turns in bed.", *, n: int = 1) -> ItemAnswered:
    said: dict[str, Any] = {"service_id": NORTH_CARE, "link_id": "carers", "words": Words(words)}
    return ItemAnswered(assessment_id=ASSESSMENT, reply_id=uid(560 + n), **said)


def report(how: str = "Needs two to stand.", *, n: int = 1, link_id: str = "carers") -> ReportDifference:
    said: dict[str, Any] = {"link_id": link_id, "how": Words(how), "service_id": NORTH_CARE}
    return ReportDifference(
        case_id=CASE_ID, by=THERAPIST, at=NOON, assessment_id=ASSESSMENT, report_id=uid(580 + n), **said
    )


def found(how: str = "Needs two to stand.", *, n: int = 1, number: int = 1) -> FoundDifferent:
    said: dict[str, Any] = {"link_id": "carers", "how": Words(how), "service_id": NORTH_CARE}
    return FoundDifferent(assessment_id=ASSESSMENT, report_id=uid(580 + n), number=number, **said)
