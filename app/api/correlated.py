"""Each request has one id, by which its answer, its log lines, its events and what screens are sent are found."""

from collections.abc import Iterable
from time import perf_counter

import structlog
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app import correlation, tracing

REQUEST_ID = "X-Request-ID"
SLOW_SECONDS = 1.0
log = structlog.get_logger()


class Correlated:
    """Wraps the whole application, the guard too."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Take the caller's id or make one; answer with it, and say what came of the request."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        traceparent, request_id = _told(scope["headers"])
        with correlation.begun(correlation.accepted(traceparent, request_id)) as this:
            if scope["type"] == "websocket":
                await self._app(scope, receive, send)
            else:
                with tracing.span("request", traceparent=traceparent):
                    await self._answered(scope, receive, send, (_NAME, this.hex.encode()))

    async def _answered(self, scope: Scope, receive: Receive, send: Send, header: tuple[bytes, bytes]) -> None:
        began, status = perf_counter(), 0

        async def send_with_id(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                message["headers"] = [*message["headers"], header]
            await send(message)

        try:
            await self._app(scope, receive, send_with_id)
        finally:
            seconds = perf_counter() - began
            # The route and not the path: nothing that a caller wrote.
            method, route = _method(scope), _route(scope)
            said = {"method": method, "route": route, "status": status, "seconds": round(seconds, 4)}
            (log.info if seconds > SLOW_SECONDS else log.debug)("request answered", **said)
            told: dict[str, str | int] = {"http.request.method": method, "http.route": route}
            tracing.tell(f"{method} {route}", **told, **{"http.response.status_code": status})


_NAME = REQUEST_ID.lower().encode()
_METHODS = {"GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE"}


def _told(headers: Iterable[tuple[bytes, bytes]]) -> tuple[str, str]:
    traceparent = request_id = b""
    for name, value in headers:
        if name == b"traceparent":
            traceparent = value
        elif name == _NAME:
            request_id = value
    return traceparent.decode("latin-1"), request_id.decode("latin-1")


def _method(scope: Scope) -> str:
    return scope["method"] if scope["method"] in _METHODS else "other"


def _route(scope: Scope) -> str:
    return getattr(scope.get("route"), "path", "")
