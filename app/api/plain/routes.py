"""Requests answered as plain forms: the same commands, bodies and policy as by the API, said and refused in words."""

from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import TypeAlias
from urllib.parse import parse_qs
from uuid import UUID

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response
from pydantic import ValidationError

from app.access.me import Me
from app.access.policy import NotAllowed, check_sight
from app.api.answering import Answering, answering
from app.api.offer_page import offer_page
from app.api.pages import who_asks
from app.api.plain.fields import Typed, sent
from app.api.plain.forms import FORMS, PlainForm
from app.api.plain.offers import Errors, form_view, list_page, offer_view, with_units
from app.api.plain.page import LIST, not_shown, page
from app.api.rows import rows_page
from app.api.shape_words import shape_error
from app.api.state import Handling, HomewardState, Now, State
from app.api.telling import names_of
from app.api.way_back import sign_in_address
from app.domain.rejections import NotKnown, Rejection
from app.events.unavailable import is_unavailable, not_now
from app.views.phrases import Names

router = APIRouter(prefix=LIST, include_in_schema=False)

Shown: TypeAlias = Callable[[Me], Awaitable[Response]]


@router.get("")
async def requests_page(request: Request, homeward: HomewardState) -> Response:
    """The requests to my services."""

    async def shown(me: Me) -> Response:
        check_sight(me, "offer")
        found = await rows_page(homeward, me, "offer", "*")
        return page(homeward, "Requests", list_page(found.rows, await _names(homeward, me)))

    return await _signed_in(request, homeward, shown)


@router.get("/{offer_id}")
async def request_page(
    offer_id: UUID, request: Request, homeward: HomewardState, now: Now, said: str | None = None
) -> Response:
    """One request, as far as it is told; `said` names the answer that was just taken."""

    async def shown(me: Me) -> Response:
        mine = await answering(offer_id, homeward, me, now)
        its = await offer_page(homeward, me, mine.case_id, offer_id)
        return page(homeward, "Request", offer_view(offer_id, its, await _names(homeward, me), said))

    return await _signed_in(request, homeward, shown)


@router.get("/{offer_id}/{what}")
async def answer_page(offer_id: UUID, what: str, request: Request, homeward: HomewardState, now: Now) -> Response:
    """One answer, to be filled in."""

    async def shown(me: Me) -> Response:
        mine = await answering(offer_id, homeward, me, now)
        return await _form(homeward, me, mine, _form_of(what), now)

    return await _signed_in(request, homeward, shown)


@router.post("/{offer_id}/{what}")
async def answer(offer_id: UUID, what: str, request: Request, homeward: HomewardState, now: Now) -> Response:
    """Give the answer; where it is refused the form comes back with why, and with all that was typed."""
    typed = parse_qs((await request.body()).decode(errors="replace"))

    async def shown(me: Me) -> Response:
        form, mine = _form_of(what), await answering(offer_id, homeward, me, now)
        refused = await _given(homeward, me, mine, form, typed)
        if refused is None:
            return RedirectResponse(f"{LIST}/{offer_id}?said={what}", status_code=303)
        return await _form(homeward, me, mine, form, now, typed, refused)

    return await _signed_in(request, homeward, shown)


class Refused(tuple[int, Errors]):
    """The status of the page, and what is wrong."""

    __slots__ = ()


async def _given(homeward: State, me: Me, mine: Answering, form: PlainForm, typed: Typed) -> Refused | None:
    """Give the command of the form; None where it was taken."""
    values = {"answer_id": typed.get("answer_id", [""])[0]}
    for field in form.fields:
        values |= sent(field, typed)
    try:
        body = form.body.model_validate(values)
        await Handling(homeward, me, Response(), None)(form.command(**mine.common, **body.values()))
    except ValidationError as error:
        wrong = [shape_error({**each, "loc": ("body", *each["loc"])}) for each in error.errors()]
        return Refused((422, {each["field"].partition(".")[0]: each["words"] for each in wrong}))
    except NotKnown:
        raise
    except Rejection as refused:
        return Refused((409, {refused.details.get("fields", ""): refused.words()}))
    except Exception as error:
        if not is_unavailable(error):
            raise
        words = not_now(error).__doc__
        return Refused((503, {"": words or ""}))
    return None


async def _form(
    homeward: State,
    me: Me,
    mine: Answering,
    form: PlainForm,
    now: datetime,
    typed: Typed | None = None,
    refused: Refused | None = None,
) -> Response:
    status, errors = refused or (200, {})
    its = await offer_page(homeward, me, mine.case_id, mine.offer_id)
    choosing, begun = await with_units(homeward, me, mine.case_id, mine.offer_id, form, now)
    names = await _names(homeward, me)
    view = form_view(mine.offer_id, its.card, names, choosing, begun if typed is None else typed, errors)
    return page(homeward, f"Error: {form.title}" if errors else form.title, view, status)


async def _names(homeward: State, me: Me) -> Names:
    async with homeward.database.engine.connect() as connection:
        return await names_of(connection, me.system)


def _form_of(what: str) -> PlainForm:
    if what not in FORMS:
        raise NotKnown(what="answer")
    return FORMS[what]


async def _signed_in(request: Request, homeward: State, shown: Shown) -> Response:
    me = await who_asks(request, homeward)
    if me is None:
        return RedirectResponse(sign_in_address(request.url.path), status_code=303)
    try:
        return await shown(me)
    except (NotAllowed, NotKnown) as why:
        return not_shown(homeward, why)
