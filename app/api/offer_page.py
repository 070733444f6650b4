"""What a service is shown of one request: the card, then the detail, and only with its own yes who it is (DOMAIN 8)."""

from dataclasses import asdict
from typing import Any
from uuid import UUID

from pydantic import BaseModel
from pydantic_core import to_jsonable_python

from app.access.me import Me
from app.api.arriving_page import left_without
from app.api.state import State
from app.api.task_page import TaskPart, task_parts
from app.api.telling import names_of
from app.domain.case import CASE
from app.domain.case.form import People, ReferralField, ReferralForm
from app.domain.case.requests.state import Offer, OfferState
from app.domain.case.state import Case
from app.domain.decider import Recorded
from app.domain.practice.tasks import DoneWhen, Owner
from app.domain.rejections import NotKnown
from app.domain.values import CaseId, stream
from app.events.stream import read_stream
from app.people.lookup import Identity, identity
from app.people.veil import veiled
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
    async with homeward.database.reads.acquire() as connection:
        events = (await read_stream(connection, me.system, stream("case", case_id))).past.events
    case: Case = CASE.fold(events)
    offer = case.requests.offers.get(offer_id)
    if offer is None or case.person_id is None or offer.state is OfferState.NEXT:
        raise NotKnown(what="offer")
    async with homeward.database.engine.connect() as connection:
        person = await identity(connection, me.system, case.person_id)
    confirmed = offer.state is OfferState.CONFIRMED
    detail, words = _detail(case, offer, person, confirmed=confirmed)
    page = OfferPage(card=_card(events, offer_id), detail=detail, words=words, person=person if confirmed else None)
    if confirmed:
        page.case_id, page.tasks = case_id, await _of_the_service(homeward, me, case)
        page.left_without = left_without(case)
    return page


async def _of_the_service(homeward: State, me: Me, case: Case) -> list[TaskPart]:
    async with homeward.database.engine.connect() as connection:
        names = await names_of(connection, me.system)
    said = {key for key, task in case.tasks.items.items() if task.line and task.line.done_when in _SAID_AS_IT_IS}
    return [task for task in task_parts(case, names) if task.owner == Owner.SERVICE and task.task_id not in said]


_SAID_AS_IT_IS = {DoneWhen.ARRIVED, DoneWhen.FIRST_CONTACT_MADE}
"""What a service says with its time and who it was, so that nobody merely ticks it."""


def _card(events: list[Recorded[Any]], offer_id: UUID) -> dict[str, Any]:
    [card] = [row for row in rows(events) if row.id == offer_id]
    shaped: dict[str, Any] = to_jsonable_python({**asdict(card), "kind": OFFER.name})
    return shaped


def _detail(
    case: Case, offer: Offer, person: Identity | None, *, confirmed: bool
) -> tuple[dict[str, Any] | None, str | None]:
    may_read = confirmed or (offer.opened and offer.is_open)
    if not may_read or person is None:
        return None, None
    said = _said(case.form)
    described = case.requests.described
    words = described.words if described else None
    if confirmed:
        return said, words
    people = case.form.people or People()
    others = [each for each in (people.carer, people.carer_phone, people.knows_best) if each]
    return veiled(said, person, others), veiled(words, person, others)


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
