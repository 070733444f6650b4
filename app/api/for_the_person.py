"""The page for the person and carer: read by ward and hub, who print it, or give it as a file that names nobody."""

from datetime import datetime
from uuid import UUID

from fastapi import APIRouter
from fastapi.responses import HTMLResponse

from app.access.me import Me as Asking
from app.access.policy import check_hands_to_person
from app.api.for_the_person_file import file_of
from app.api.problems import problems
from app.api.state import HomewardState, Me, Now, State
from app.domain.case import CASE
from app.domain.case.state import Case
from app.domain.rejections import NotKnown
from app.domain.values import CaseId, stream
from app.events.stream import read_stream
from app.people.lookup import Identity, identity
from app.views.for_the_person.around import known_of
from app.views.for_the_person.page import NoPageAfterDeath, PersonPage, page_for

router = APIRouter(prefix="/cases/{case_id}/for-the-person", tags=["cases"])


@router.get("", responses=problems(404, 409))
async def read_for_the_person(case_id: UUID, homeward: HomewardState, me: Me, now: Now) -> PersonPage:
    """Where, when, who comes first, whom to ring, what is free: in plain words, with what is not known yet."""
    return await _read(homeward, me, CaseId(case_id), now)


@router.get("/file", response_class=HTMLResponse, responses=problems(404, 409))
async def read_for_the_person_as_a_file(case_id: UUID, homeward: HomewardState, me: Me, now: Now) -> HTMLResponse:
    """The same as one HTML file that needs nothing else, to send or to print elsewhere."""
    page = await _read(homeward, me, CaseId(case_id), now)
    headers = {"Content-Disposition": 'attachment; filename="plan-for-leaving-hospital.html"'}
    return HTMLResponse(file_of(homeward.web, page), headers=headers)


async def _read(homeward: State, me: Asking, case_id: CaseId, now: datetime) -> PersonPage:
    check_hands_to_person(me)
    async with homeward.database.reads.acquire() as connection:
        past = (await read_stream(connection, me.system, stream("case", case_id))).past
        case: Case = CASE.fold(past.events)
        if case.person_id is None:
            raise NotKnown(what="case")
        known = await known_of(connection, me.system, case, now)
    async with homeward.database.engine.connect() as connected:
        person = await identity(connected, me.system, case.person_id)
    if person and person.died_at:
        raise NoPageAfterDeath
    return page_for(known, _called(person))


def _called(person: Identity | None) -> str | None:
    """As they are spoken to, not as a list has them."""
    parts = (person.prefix, person.given, person.family) if person else ()
    return " ".join(part for part in parts if part) or None
