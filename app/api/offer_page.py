"""What a service is shown of one request: the card, then the detail, and only with its own yes who it is (DOMAIN 8)."""

from dataclasses import asdict
from typing import Any
from uuid import UUID

from pydantic import BaseModel
from pydantic_core import to_jsonable_python

from app.access.me import Me
from app.api.arriving_page import left_without
from app.api.offer_reading import OfferRead, read_offer_of
from app.api.state import State
from app.api.task_page import TaskPart, task_parts
from app.domain.case.form import ReferralField, ReferralForm
from app.domain.codes.owners import Owner
from app.domain.practice.tasks import SAID_AS_IT_IS
from app.domain.values import CaseId
from app.people.lookup import Identity
from app.views.offer import OFFER, rows

SHOWN_IN_DETAIL = frozenset(
    {
        *(ReferralField.WHY_IN_HOSPITAL, ReferralField.WHAT_MATTERS, ReferralField.BEFORE, ReferralField.FUNCTION),
        *(ReferralField.NEEDS, ReferralField.MIND_AND_BEHAVIOUR, ReferralField.RISKS),
    }
)
"""Not who it is, where they live, or who belongs to them."""


class OfferPage(BaseModel):
    """`card` is its row as the live feed sends it. `detail` is what the ward says, by field, with `words` of the hub;
    names, numbers and addresses that somebody wrote in it are blanked. Once confirmed, `person` is who it is, and
    `tasks` is what the service has to do on `case_id`, but for arrival and first contact: each is taken step by step
    under `/cases/{case_id}/tasks`.
    `left_without` is what was to be done before the person left, and is not.
    """

    card: dict[str, Any]
    detail: dict[str, Any] | None
    words: str | None
    person: Identity | None
    case_id: UUID | None = None
    tasks: list[TaskPart] = []
    left_without: list[str] = []


async def offer_page(homeward: State, me: Me, case_id: CaseId, offer_id: UUID) -> OfferPage:
    """Read one offer of a case. Raises NotKnown for one that there is not, or whose turn has not come."""
    its = await read_offer_of(homeward, me, case_id, offer_id)
    page = OfferPage(card=_card(its), detail=None, words=None, person=its.person)
    if its.shows_detail:
        described = its.read.case.requests.described
        page.detail = its.shown(_said(its.read.case.form))
        page.words = its.shown(described.words) if described else None
    if its.confirmed:
        page.case_id, page.tasks = case_id, _of_the_service(its)
        page.left_without = left_without(its.read.case)
    return page


def _of_the_service(its: OfferRead) -> list[TaskPart]:
    case = its.read.case
    said = {key for key, task in case.tasks.items.items() if task.line and task.line.done_when in SAID_AS_IT_IS}
    parts = task_parts(case, its.read.names)
    return [task for task in parts if task.owner == Owner.SERVICE and task.task_id not in said]


def _card(its: OfferRead) -> dict[str, Any]:
    [card] = [row for row in rows(its.read.past.events) if row.id == its.offer_id]
    shaped: dict[str, Any] = to_jsonable_python({**asdict(card), "kind": OFFER.name})
    return shaped


def _in_order(said: Any) -> Any:
    """Codes that are chosen have no order of their own: shown sorted, they stand where they stood."""
    match said:
        case dict():
            return {name: _in_order(value) for name, value in said.items()}
        case frozenset():
            return sorted(said)
        case _:
            return said


def _said(form: ReferralForm) -> dict[str, Any]:
    shown = {name: value for name, value in asdict(form.only(SHOWN_IN_DETAIL)).items() if value is not None}
    said: dict[str, Any] = to_jsonable_python(_in_order(shown))
    return said
