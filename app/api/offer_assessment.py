"""The trusted assessment as the service reads it that is asked for the person: by its tier, and once it says so."""

from datetime import datetime
from typing import Any
from uuid import UUID

from pydantic import BaseModel
from pydantic_core import to_jsonable_python

from app.access.me import Me
from app.api.assessment_items import DifferencePart, ItemPart, differences, item_parts
from app.api.offer_reading import OfferRead, read_offer_of
from app.api.state import State
from app.api.telling import who
from app.domain.assessment.sealing import as_answers
from app.domain.assessment.validity import valid_until
from app.domain.case import AssessmentSigned
from app.domain.case.assessed import signed_last
from app.domain.case.requests.reading import DetailNotOpened, has_come
from app.domain.decider import Recorded
from app.domain.rejections import NotKnown
from app.domain.values import CaseId
from app.forms import title_of
from app.people.veil import BLANK

TELLS_WHO = frozenset(
    {
        *("person.preferred-name", "person.gp", "person.next-of-kin", "person.carer", "person.key-holders"),
        "agreement.representative",
    }
)
"""The items whose answers are names and numbers: blanked whole until the service has confirmed, and wherever else."""


class OfferAssessmentPage(BaseModel):
    """The assessment that was signed last. `answers` are None until the service says that it reads this version.

    Names, numbers and addresses are blanked until the service has confirmed; only then `by`, `employer` and `seen_with`
    are told. `items` and `found_different` are what this service said itself, with the replies to it; `may_report` says
    that the person has come, so that what is found different may be said.
    """

    assessment_id: UUID
    form: str
    form_version: str
    title: str
    number: int
    signed_at: datetime
    valid_until: datetime
    valid: bool
    competency: str
    agreement: str
    seen_at: datetime
    seen_where: str
    read: bool
    answers: dict[str, list[Any]] | None = None
    changed: list[str]
    items: list[ItemPart]
    found_different: list[DifferencePart]
    may_report: bool
    by: str | None = None
    employer: str | None = None
    seen_with: str | None = None


async def offer_assessment(
    homeward: State, me: Me, case_id: CaseId, offer_id: UUID, now: datetime
) -> OfferAssessmentPage:
    """Read it. Raises NotKnown where nothing is signed, and DetailNotOpened where the service may not read it."""
    its = await read_offer_of(homeward, me, case_id, offer_id)
    latest = signed_last(its.read.case.assessments)
    if not its.shows_detail:
        raise DetailNotOpened
    if latest is None:
        raise NotKnown(what="assessment")
    page = _page(its, its.read.signings(latest.assessment_id)[-1], now)
    return page if its.confirmed else _veiled(page, its)


def _page(its: OfferRead, signed: Recorded[AssessmentSigned], now: datetime) -> OfferAssessmentPage:
    event, service = signed.event, its.offer.service_id
    until = valid_until(its.read.case.assessments[event.assessment_id].said_at)
    read = (event.assessment_id, event.number) in its.offer.read
    return OfferAssessmentPage(
        assessment_id=event.assessment_id,
        form=event.form,
        form_version=event.form_version,
        title=title_of(event.form),
        number=event.number,
        signed_at=signed.at,
        valid_until=until,
        valid=now < until,
        competency=event.competency,
        agreement=event.agreement,
        seen_at=event.seen_at,
        seen_where=event.seen_where,
        read=read,
        answers=as_answers(event.answers) if read else None,
        changed=sorted(event.changed),
        items=item_parts(its.read, event.assessment_id, service),
        found_different=differences(its.read, event.assessment_id, service),
        may_report=has_come(its.offer, its.read.case),
        by=who(signed.by, its.read.names),
        employer=event.employer,
        seen_with=event.seen_with,
    )


def _veiled(page: OfferAssessmentPage, its: OfferRead) -> OfferAssessmentPage:
    """What was written, without who it is; the rest of a page are codes, times and ids."""
    named = as_answers(its.read.case.assessments[page.assessment_id].latest.answers)
    others = [str(said) for link_id in TELLS_WHO for said in named.get(link_id, [])]
    blanked = {link_id: [BLANK] for link_id in TELLS_WHO & {*(page.answers or ())}}
    written = to_jsonable_python({"items": page.items, "found_different": page.found_different})
    answers = None if page.answers is None else its.shown(page.answers, others) | blanked
    unnamed = {"answers": answers, "by": None, "employer": None, "seen_with": None}
    return OfferAssessmentPage.model_validate(page.model_dump() | its.shown(written, others) | unnamed)
