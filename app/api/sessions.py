"""Signing in and out, and who is signed in."""

from collections.abc import Sequence
from urllib.parse import parse_qsl
from uuid import UUID

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response
from pydantic import BaseModel
from sqlalchemy import select

from app.access import sessions
from app.access.policy import abilities, audiences
from app.api.problems import problem, problems
from app.api.shapes import NUL
from app.api.state import HomewardState, Me, SignIn
from app.api.way_back import HOME, WhyNot, own_page, sign_in_address
from app.domain.system import SystemIsArchived
from app.domain.values import Role
from app.events.tables import system

router = APIRouter(tags=["sign-in"])
forms = APIRouter(include_in_schema=False)


class MeOut(BaseModel):
    """Who is signed in, where they work, which commands their role may give, and whose notes they read and write."""

    staff_id: UUID
    name: str
    role: Role
    role_words: str
    organisation_id: UUID
    hub_id: UUID | None
    ward_ids: list[UUID]
    system_id: UUID
    system_name: str
    may: list[str]
    audiences: list[str]


class TicketOut(BaseModel):
    """Opens one websocket within 30 seconds."""

    ticket: str


@router.get("/me", responses=problems())
async def read_me(me: Me, homeward: HomewardState) -> MeOut:
    """Who is asking, and what they may do."""
    async with homeward.database.engine.connect() as connection:
        name = await connection.scalar(select(system.c.name).where(system.c.id == me.system))
    return MeOut(
        staff_id=me.staff_id,
        name=me.name,
        role=me.role,
        role_words=me.role.replace("_", " ").capitalize(),
        organisation_id=me.organisation_id,
        hub_id=me.hub_id,
        ward_ids=list(me.ward_ids),
        system_id=me.system,
        system_name=name or "",
        may=abilities(me),
        audiences=[*audiences(me)],
    )


@router.post("/live/tickets", responses=problems())
async def give_ticket(me: Me, homeward: HomewardState) -> TicketOut:
    """A single-use ticket for the websocket, which cannot be trusted to carry a cookie."""
    async with homeward.database.engine.begin() as connection:
        return TicketOut(ticket=await sessions.give_ticket(connection, me))


@router.get("/example-sign-ins", responses=problems(404), response_model=list[SignIn])
async def example_sign_ins(homeward: HomewardState) -> Sequence[SignIn] | Response:
    """The sign-ins of the example system; 404 in any other."""
    if not homeward.example_sign_ins:
        return problem(404, "no-example", "This is not the example system, so it has no example sign-ins.")
    return homeward.example_sign_ins


@forms.post("/sign-in")
async def sign_in(request: Request, homeward: HomewardState) -> Response:
    """Open a session; a plain form, so that it works without scripts."""
    form = dict(parse_qsl((await request.body()).decode(errors="replace")))
    username, password = form.get("username", "").strip(), form.get("password", "")
    to = own_page(form.get("to", HOME))
    try:
        token = await sessions.sign_in(homeward.database.engine, username.replace(NUL, ""), password)
    except SystemIsArchived:
        return RedirectResponse(sign_in_address(to, why=WhyNot.ARCHIVED), status_code=303)
    if token is None:
        return RedirectResponse(sign_in_address(to, why=WhyNot.REFUSED), status_code=303)
    response = RedirectResponse(to, status_code=303)
    secure = homeward.settings.is_https
    response.set_cookie(homeward.cookie, token, httponly=True, samesite="strict", secure=secure, path="/")
    return response


@forms.post("/sign-out")
async def sign_out(request: Request, homeward: HomewardState) -> Response:
    """End the session, if it has not ended by itself."""
    async with homeward.database.engine.begin() as connection:
        await sessions.sign_out(connection, request.cookies.get(homeward.cookie, ""))
    response = RedirectResponse("/sign-in", status_code=303)
    # A browser takes a change of the cookie only where it is marked as the cookie was.
    response.delete_cookie(
        homeward.cookie, path="/", httponly=True, samesite="strict", secure=homeward.settings.is_https
    )
    return response
