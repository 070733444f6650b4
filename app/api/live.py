"""The websocket of one screen: a ticket, what it watches, then rows as they change, and a beat every few seconds."""

import asyncio
from contextlib import suppress
from functools import partial

import structlog
from fastapi import APIRouter, WebSocket, WebSocketDisconnect
from pydantic import ValidationError

from app.access import sessions
from app.access.me import Me
from app.access.policy import may_see, row_filter
from app.api.live_messages import Hello, beat_message, problem_message, rows_message
from app.api.session_watch import SessionWatch, Standing
from app.api.state import HomewardState, State
from app.domain.system import SystemIsArchived
from app.events.loading import FirstView, Loaded
from app.events.screen import Screen
from app.events.unavailable import is_unavailable
from app.measuring import SCREENS_LET_GO
from app.views.kinds import KINDS

FIRST_MESSAGE_SECONDS = 10.0
LAGGARD_SECONDS = 4.5  # noticed at a beat at the latest, and a second for last words: gone within 10 s

BAD_MESSAGE, SIGN_IN, FORBIDDEN, TRY_AGAIN = 4400, 4401, 4403, 1013

router = APIRouter()
log = structlog.get_logger()


class _Closed(Exception):
    """The screen is told why, and let go."""

    def __init__(self, code: int, problem: str, words: str) -> None:
        super().__init__(words)
        self.code, self.problem, self.words = code, problem, words


@router.websocket("/live")
async def live(websocket: WebSocket, homeward: HomewardState) -> None:
    """Follow what is watched until the screen goes, falls behind, or its session ends."""
    await websocket.accept()
    try:
        await _serve(websocket, homeward)
    except WebSocketDisconnect:
        pass
    except _Closed as why:
        await _let_go(websocket, why)
    except SystemIsArchived as archived:
        await _let_go(websocket, _Closed(FORBIDDEN, archived.code(), archived.words()))
    except Exception as error:
        if not is_unavailable(error):
            raise
        await _let_go(websocket, _Closed(TRY_AGAIN, "unavailable", "The database is away. Reconnect in a moment."))


async def _serve(websocket: WebSocket, homeward: State) -> None:
    _check_origin(websocket, homeward)
    hello = await _hello(websocket)
    me = await _who(homeward, hello)
    watch = SessionWatch(homeward.database, me, homeward.beat_seconds)
    screen = Screen(me.system, _watches(hello, me), partial(row_filter, me))
    async with homeward.live.watching(screen):
        await _first(websocket, homeward, screen, hello)
        tasks = [asyncio.create_task(each) for each in (_follow(websocket, homeward, screen, watch), _drain(websocket))]
        try:
            done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
            for task in done:
                task.result()
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)


def _check_origin(websocket: WebSocket, homeward: State) -> None:
    origin = websocket.headers.get("origin")
    if origin is not None and origin not in homeward.settings.allowed_origins:
        raise _Closed(FORBIDDEN, "origin-not-allowed", "This page may not open the live feed.")


async def _hello(websocket: WebSocket) -> Hello:
    try:
        async with asyncio.timeout(FIRST_MESSAGE_SECONDS):
            return Hello.model_validate_json(await websocket.receive_text())
    except (ValidationError, KeyError) as error:
        raise _Closed(BAD_MESSAGE, "bad-message", "Send a ticket and what you watch, as the manual says.") from error
    except TimeoutError as error:
        raise _Closed(BAD_MESSAGE, "no-message", "Send a ticket and what you watch within 10 seconds.") from error


async def _who(homeward: State, hello: Hello) -> Me:
    me = await sessions.use_ticket(homeward.database, hello.ticket)
    if me is None:
        raise _Closed(SIGN_IN, "ticket-spent", "This ticket is spent or too old. Ask for another, or sign in.")
    return me


def _watches(hello: Hello, me: Me) -> dict[str, frozenset[str]]:
    watches: dict[str, frozenset[str]] = {}
    for watch in hello.watch:
        if watch.kind not in KINDS:
            # A page of a newer version came to a worker of the one before: another will know.
            raise _Closed(TRY_AGAIN, "kind-not-known", f"There are no rows of the kind {watch.kind!r} here. Try again.")
        if not may_see(me, watch.kind):
            raise _Closed(FORBIDDEN, "not-allowed", f"You may not watch rows of the kind {watch.kind!r}.")
        watches[watch.kind] = watches.get(watch.kind, frozenset()) | {watch.scope}
    return watches


async def _first(websocket: WebSocket, homeward: State, screen: Screen, hello: Hello) -> None:
    """What changed since the screen's position, or a whole snapshot; never a part of either."""
    came: FirstView | Loaded | None = await _since(homeward, screen, hello)
    snapshot = came is None
    came = came or await homeward.live.first_view(screen)
    screen.epoch = came.epoch
    screen.reach(came.position, came.hash)
    await _send(websocket, rows_message(came.epoch, came.position, came.hash, came.rows, snapshot=snapshot))


async def _since(homeward: State, screen: Screen, hello: Hello) -> Loaded | None:
    """None where the screen holds nothing, or what means nothing now."""
    if hello.epoch is None or hello.position is None or hello.hash is None:
        return None
    loaded = await homeward.live.load(screen, hello.position, hello.hash)
    return loaded if hello.epoch == loaded.epoch and loaded.known else None


async def _follow(websocket: WebSocket, homeward: State, screen: Screen, watch: SessionWatch) -> None:
    beat_at = _clock()
    while True:
        with suppress(TimeoutError):
            async with asyncio.timeout_at(beat_at):
                await screen.ready.wait()
        _check_standing(await watch.look())  # before anything is sent, so that nobody's name goes to who has left
        if screen.ready.is_set():
            await _send_rows(websocket, screen)
        elif beat_at <= _clock():
            feeds = await homeward.heard.feeds(screen.system) if may_see(watch.me, "feed") else ()
            if screen.ready.is_set():
                continue  # the position is that of rows not sent yet; the beat comes after them
            if homeward.live.sees(screen.system):
                await _send(websocket, beat_message(screen, feeds))
            beat_at = _clock() + homeward.beat_seconds


async def _send_rows(websocket: WebSocket, screen: Screen) -> None:
    if screen.over:
        raise _Closed(TRY_AGAIN, "built-anew", "What this screen shows was built anew. Reconnect for all of it.")
    position, hash, rows = screen.position, screen.hash, screen.take()
    await _send(websocket, rows_message(screen.epoch, position, hash, rows, snapshot=False))


def _check_standing(standing: Standing) -> None:
    match standing:
        case Standing.ENDED:
            raise _Closed(SIGN_IN, "session-ended", "Your session has ended. Sign in again.")
        case Standing.CHANGED:
            raise _Closed(TRY_AGAIN, "may-see-other-rows", "What you may see has changed. Reconnect for all of it.")
        case Standing.SAME:
            return


async def _drain(websocket: WebSocket) -> None:
    """A screen has nothing more to say; what it says anyway is dropped, and its going is noticed here."""
    while True:
        await websocket.receive()
        if websocket.client_state.name == "DISCONNECTED":
            return


async def _send(websocket: WebSocket, message: str) -> None:
    try:
        async with asyncio.timeout(LAGGARD_SECONDS):
            await websocket.send_text(message)
    except TimeoutError as error:
        raise _Closed(
            TRY_AGAIN, "too-slow", "This screen fell behind. Reconnect with the position you hold."
        ) from error


async def _let_go(websocket: WebSocket, why: _Closed) -> None:
    log.info("screen_let_go", problem=why.problem)
    SCREENS_LET_GO.labels(why.problem).inc()
    body = problem_message(why.problem, why.words)
    with suppress(WebSocketDisconnect, RuntimeError, TimeoutError):
        async with asyncio.timeout(1):
            await websocket.send_text(body)
            await websocket.close(why.code)


def _clock() -> float:
    return asyncio.get_running_loop().time()
