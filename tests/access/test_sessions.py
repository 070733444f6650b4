"""Signing in, staying signed in, and signing out; tickets for the live feed."""

import asyncio
from datetime import timedelta
from hashlib import sha256

import httpx
import pytest
from sqlalchemy import AsyncAdaptedQueuePool, func, update
from sqlalchemy.sql.base import Executable

from app.access import sessions
from app.access.tables import session, ticket
from app.api.state import COOKIE
from app.domain.values import Role
from tests.api.desk import Desk, refusal
from tests.facts import PASSWORD, username_of

SLACK = timedelta(seconds=5)


async def signed_in(here: Desk, role: Role = Role.HUB_LEAD) -> str:
    """The token of a new session."""
    return (await here.place.sign_in(here.client, role))["Cookie"].partition("=")[2]


async def alive(here: Desk, token: str) -> bool:
    answer = await here.client.get("/api/v1/me", headers={"Cookie": f"{COOKIE}={token}"})
    assert answer.status_code in {200, 401}
    return answer.status_code == 200


async def a_ticket(here: Desk, token: str) -> str:
    answer = await here.client.post("/api/v1/live/tickets", headers={"Cookie": f"{COOKIE}={token}"})
    return str(answer.json()["ticket"])


async def spend(here: Desk, given: str) -> bool:
    return await sessions.use_ticket(here.place.database, given) is not None


async def run(here: Desk, statement: Executable) -> None:
    async with here.place.database.engine.begin() as connection:
        await connection.execute(statement)


def hashed(token: str) -> bytes:
    return sha256(token.encode()).digest()


async def attempt(here: Desk, username: str, password: str) -> httpx.Response:
    answer = await here.client.post("/sign-in", data={"username": username, "password": password})
    here.client.cookies.clear()
    return answer


def refused(answer: httpx.Response) -> bool:
    """Whether the browser is sent back to the form, which then says so; nobody is signed in."""
    location = answer.headers["location"].partition("#")[0]
    return (answer.status_code, location, "set-cookie" in answer.headers) == (303, "/sign-in?refused=1", False)


async def test_name_and_password_open_a_session(here: Desk) -> None:
    answer = await attempt(here, f"  {username_of(here.place.system, Role.MANAGER)} ", PASSWORD)
    assert (answer.status_code, answer.headers["location"]) == (303, "/")
    assert await alive(here, answer.cookies[COOKIE])


@pytest.mark.parametrize("password", ["", "wrong", PASSWORD + " ", PASSWORD.upper(), "\x00", "ü" * 5000])
async def test_a_wrong_password_opens_nothing(here: Desk, password: str) -> None:
    answer = await attempt(here, username_of(here.place.system, Role.MANAGER), password)
    assert refused(answer)


@pytest.mark.parametrize("username", ["", "nobody", "\x00", "' OR '1'='1", "%"])
async def test_an_unknown_name_is_answered_as_a_wrong_password_is(here: Desk, username: str) -> None:
    answer = await attempt(here, username, PASSWORD)
    assert refused(answer)


@pytest.mark.parametrize("form", [b"", b"%00=%00&&&=", b"\xff\xfe", b"username=%ED%A0%80&password=%ED%A0%80", b"{}"])
async def test_a_form_that_makes_no_sense_is_refused_as_any_other(here: Desk, form: bytes) -> None:
    answer = await here.client.post("/sign-in", content=form)
    assert refused(answer)


async def test_the_cookie_is_for_this_site_and_not_for_scripts(here: Desk) -> None:
    answer = await attempt(here, username_of(here.place.system, Role.MANAGER), PASSWORD)
    _, *flags = answer.headers["set-cookie"].lower().split("; ")
    assert {"httponly", "samesite=strict", "path=/"} <= set(flags)
    assert not any(flag.startswith(("domain", "expires", "max-age")) for flag in flags)


async def test_the_token_is_kept_as_a_hash_only(here: Desk) -> None:
    token = await signed_in(here)
    kept = await here.place.database.reads.fetch("SELECT s::text FROM session s")
    assert not any(token in row["s"] for row in kept)


async def test_signing_out_ends_the_session_and_its_outstanding_tickets_and_no_other(here: Desk) -> None:
    token, other = await signed_in(here), await signed_in(here)
    given, others = await a_ticket(here, token), await a_ticket(here, other)
    answer = await here.client.post("/sign-out", headers={"Cookie": f"{COOKIE}={token}"})
    assert (answer.status_code, answer.headers["location"]) == (303, "/sign-in")
    assert f'{COOKIE}=""' in answer.headers["set-cookie"]
    assert not await alive(here, token)
    assert not await spend(here, given)
    assert await alive(here, other)
    assert await spend(here, others)


async def test_who_has_been_signed_out_meanwhile_still_signs_out_to_the_sign_in_page(here: Desk) -> None:
    for cookie in ({}, {"Cookie": f"{COOKIE}=made-up"}):
        answer = await here.client.post("/sign-out", headers=cookie)
        assert (answer.status_code, answer.headers["location"]) == (303, "/sign-in")


@pytest.mark.parametrize(
    ("column", "limit"), [("used_at", sessions.IDLE), ("opened_at", sessions.LONGEST)], ids=["idle", "absolute"]
)
async def test_a_session_ends_when_unused_and_at_the_latest_after_its_longest(
    here: Desk, column: str, limit: timedelta
) -> None:
    token = await signed_in(here)
    mine = update(session).where(session.c.token_hash == hashed(token))
    await run(here, mine.values({column: func.now() - (limit - SLACK)}))
    assert await alive(here, token)
    await run(here, mine.values({column: func.now() - (limit + SLACK)}))
    assert not await alive(here, token)


@pytest.mark.parametrize(
    ("column", "limit"), [("used_at", sessions.IDLE), ("opened_at", sessions.LONGEST)], ids=["idle", "absolute"]
)
async def test_who_signs_in_sweeps_up_the_sessions_that_have_ended(here: Desk, column: str, limit: timedelta) -> None:
    ended, still = await signed_in(here), await signed_in(here)
    for token, age in ((ended, limit + SLACK), (still, limit - SLACK)):
        await run(here, update(session).where(session.c.token_hash == hashed(token)).values({column: func.now() - age}))
    await signed_in(here)
    kept = await here.place.database.reads.fetch("SELECT token_hash FROM session")
    assert {hashed(ended), hashed(still)} & {row["token_hash"] for row in kept} == {hashed(still)}


async def test_no_connection_is_held_while_a_password_is_hashed(here: Desk) -> None:
    engine = here.place.database.engine
    pool = engine.pool
    assert isinstance(pool, AsyncAdaptedQueuePool)
    signing_in = asyncio.create_task(sessions.sign_in(engine, username_of(here.place.system, Role.MANAGER), "wrong"))
    held = []
    while not signing_in.done():
        held.append(pool.checkedout())
        await asyncio.sleep(0.001)
    assert await signing_in is None
    assert held[-1] == 0


async def test_a_session_in_use_is_not_idle(here: Desk) -> None:
    token = await signed_in(here)
    mine = update(session).where(session.c.token_hash == hashed(token))
    for _ in range(3):
        await run(here, mine.values(used_at=session.c.used_at - (sessions.IDLE - SLACK)))
        assert await alive(here, token)


async def test_a_ticket_opens_once(here: Desk) -> None:
    given = await a_ticket(here, await signed_in(here))
    assert await spend(here, given)
    assert not await spend(here, given)
    assert not await spend(here, "made-up")


async def test_a_ticket_lasts_30_seconds(here: Desk) -> None:
    assert timedelta(seconds=30) == sessions.TICKET_LIFE
    token = await signed_in(here)
    for age, opens in ((SLACK, True), (sessions.TICKET_LIFE + SLACK, False)):
        given = await a_ticket(here, token)
        older = update(ticket).where(ticket.c.token_hash == hashed(given))
        await run(here, older.values(expires_at=ticket.c.expires_at - age))
        assert await spend(here, given) is opens


async def test_a_ticket_of_a_session_that_has_ended_opens_nothing(here: Desk) -> None:
    token = await signed_in(here)
    given = await a_ticket(here, token)
    over = update(session).where(session.c.token_hash == hashed(token))
    await run(here, over.values(opened_at=func.now() - sessions.LONGEST - SLACK))
    assert not await spend(here, given)


async def test_a_ticket_is_no_session(here: Desk) -> None:
    given = await a_ticket(here, await signed_in(here))
    assert refusal(await here.client.get("/api/v1/me", headers={"Cookie": f"{COOKIE}={given}"})) == (
        401,
        "not-signed-in",
    )
