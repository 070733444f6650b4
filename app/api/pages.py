"""The pages: shells that load the UI. Nothing about a person is in them or in their addresses."""

from uuid import UUID

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from app.access import sessions
from app.access.me import Me
from app.api.state import HomewardState, State
from app.api.way_back import HOME, own_page, sign_in_address
from app.domain.system import SystemIsArchived
from app.domain.values import Role

router = APIRouter(include_in_schema=False)


@router.get("/")
async def home(request: Request, homeward: HomewardState) -> Response:
    """Where this person's work begins."""
    me = await who_asks(request, homeward)
    if me is None:
        return RedirectResponse("/sign-in", status_code=303)
    return RedirectResponse(_home_of(me), status_code=303)


@router.get("/sign-in")
async def sign_in_page(homeward: HomewardState, to: str = HOME) -> Response:
    """The only page for somebody who is not signed in; it leads back to where they wanted to go."""
    return _shell(homeward, "sign-in", to=own_page(to))


@router.get("/board")
async def board_page(request: Request, homeward: HomewardState) -> Response:
    """The hub's board."""
    return await _signed_in(request, homeward, "board")


@router.get("/board/since")
async def since_page(request: Request, homeward: HomewardState) -> Response:
    """What happened on the board's cases since a round."""
    return await _signed_in(request, homeward, "since")


@router.get("/cases/{case_id}")
async def case_page(case_id: UUID, request: Request, homeward: HomewardState) -> Response:
    """One case."""
    return await _signed_in(request, homeward, "case")


@router.get("/cases/{case_id}/assessment")
async def assessment_page(case_id: UUID, request: Request, homeward: HomewardState) -> Response:
    """The assessment of one case."""
    return await _signed_in(request, homeward, "assessment")


@router.get("/cases/{case_id}/for-the-person")
async def for_the_person_page(case_id: UUID, request: Request, homeward: HomewardState) -> Response:
    """What is handed to the person and carer of one case."""
    return await _signed_in(request, homeward, "for-the-person")


@router.get("/wards")
async def wards_page(request: Request, homeward: HomewardState) -> Response:
    """The wards to choose from."""
    return await _signed_in(request, homeward, "wards")


@router.get("/wards/{ward_id}")
async def ward_page(ward_id: UUID, request: Request, homeward: HomewardState) -> Response:
    """One ward's list."""
    return await _signed_in(request, homeward, "ward")


@router.get("/wards/{ward_id}/refer/{spell_id}")
async def referral_page(ward_id: UUID, spell_id: UUID, request: Request, homeward: HomewardState) -> Response:
    """The referral form for somebody on a ward."""
    return await _signed_in(request, homeward, "referral")


@router.get("/tasks")
async def tasks_page(request: Request, homeward: HomewardState) -> Response:
    """What is still to be done across cases, list by list."""
    return await _signed_in(request, homeward, "tasks")


@router.get("/delays")
async def delays_page(request: Request, homeward: HomewardState) -> Response:
    """Why people who are ready to leave are still here."""
    return await _signed_in(request, homeward, "delays")


@router.get("/delays/{spell_id}")
async def delay_page(spell_id: UUID, request: Request, homeward: HomewardState) -> Response:
    """Why one person is still here."""
    return await _signed_in(request, homeward, "delays")


@router.get("/weekend")
async def weekend_page(request: Request, homeward: HomewardState) -> Response:
    """Who leaves at the weekend, what is missing, and what is handed over."""
    return await _signed_in(request, homeward, "weekend")


@router.get("/who-frees-what")
async def exit_chain_page(request: Request, homeward: HomewardState) -> Response:
    """Who could go when, by a place that somebody leaves."""
    return await _signed_in(request, homeward, "who-frees-what")


@router.get("/stays")
async def stays_page(request: Request, homeward: HomewardState) -> Response:
    """Who is in a service, and what is due there."""
    return await _signed_in(request, homeward, "stays")


@router.get("/escalations")
async def escalations_page(request: Request, homeward: HomewardState) -> Response:
    """What is escalated: one's own first, by level and by when it is to be answered."""
    return await _signed_in(request, homeward, "escalations")


@router.get("/feeds")
async def feeds_page(request: Request, homeward: HomewardState) -> Response:
    """How the feeds are, and what they sent that was not placed."""
    return await _signed_in(request, homeward, "feeds")


@router.get("/feeds/{feed_id}")
async def feed_page(feed_id: UUID, request: Request, homeward: HomewardState) -> Response:
    """How one feed is read."""
    return await _signed_in(request, homeward, "feeds")


@router.get("/feeds/messages/{message_id}")
async def feed_message_page(message_id: int, request: Request, homeward: HomewardState) -> Response:
    """One message of a feed."""
    return await _signed_in(request, homeward, "feeds")


@router.get("/lists")
async def lists_page(request: Request, homeward: HomewardState) -> Response:
    """Where a list that was kept before is brought in."""
    return await _signed_in(request, homeward, "lists")


@router.get("/lists/{list_id}")
async def list_page(list_id: UUID, request: Request, homeward: HomewardState) -> Response:
    """One list that was brought in, or is to be."""
    return await _signed_in(request, homeward, "lists")


@router.get("/reference")
async def reference_page(request: Request, homeward: HomewardState) -> Response:
    """Where the tables by which homes are routed are loaded."""
    return await _signed_in(request, homeward, "reference")


@router.get("/system")
@router.get("/system/{part}")
@router.get("/system/lists/{practice}")
async def system_page(request: Request, homeward: HomewardState) -> Response:
    """What the system is made of and how it works: its parts, one part, or one local list."""
    return await _signed_in(request, homeward, "system")


@router.get("/services")
async def services_page(request: Request, homeward: HomewardState) -> Response:
    """The directory of services, or a provider's own."""
    return await _signed_in(request, homeward, "services")


@router.get("/services/{service_id}")
async def service_page(service_id: UUID, request: Request, homeward: HomewardState) -> Response:
    """One service."""
    return await _signed_in(request, homeward, "services")


@router.get("/provider")
async def provider_page(request: Request, homeward: HomewardState) -> Response:
    """What a service is asked, and who starts there."""
    return await _signed_in(request, homeward, "provider")


@router.get("/brokerage")
async def brokerage_page(request: Request, homeward: HomewardState) -> Response:
    """The hub's requests to services: what is out, who has said what, what expires next."""
    return await _signed_in(request, homeward, "brokerage")


def _home_of(me: Me) -> str:
    if me.role is Role.PROVIDER:
        return "/provider"
    if me.role in {Role.WARD_NURSE, Role.WARD_CLINICIAN}:
        return f"/wards/{me.ward_ids[0]}" if me.ward_ids else "/wards"
    return "/board"


async def _signed_in(request: Request, homeward: State, page: str) -> Response:
    if await who_asks(request, homeward) is None:
        return RedirectResponse(sign_in_address(request.url.path), status_code=303)
    return _shell(homeward, page)


async def who_asks(request: Request, homeward: State) -> Me | None:
    """Who asks for a page; None where nobody is signed in, and so is led to sign in."""
    token = request.cookies.get(homeward.cookie)
    try:
        return None if token is None else await sessions.who(homeward.database, token)
    except SystemIsArchived:
        return None  # where they sign in they are told why that leads nowhere


def _shell(homeward: State, page: str, to: str = HOME) -> HTMLResponse:
    html = (homeward.web / "pages" / f"{page}.html").read_text()
    filled = html.replace("{build}", homeward.build).replace("{to}", to)
    return HTMLResponse(filled, headers={"Cache-Control": "no-store"})
