"""What every answer carries, and which requests are turned away before any route: other origins, bodies too large."""

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.api.problems import problem

LARGEST_BODY = 256 * 1024

_POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "frame-ancestors 'none'",
        "base-uri 'none'",
    )
)
_HEADERS = {
    "Content-Security-Policy": _POLICY,
    "X-Content-Type-Options": "nosniff",
    # Not `no-referrer`: with that a browser sends a form with `Origin: null`, which is turned away below.
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Strict-Transport-Security": "max-age=31536000",
}
_RAW = [(name.lower().encode(), value.encode()) for name, value in _HEADERS.items()]
"""As they go out; no route sets any of them."""

_SAFE = {"GET", "HEAD", "OPTIONS"}


class Guard:
    """Wraps the whole application."""

    def __init__(self, app: ASGIApp, origins: frozenset[str]) -> None:
        self._app = app
        self._origins = origins

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Turn the request away with a problem, or pass it on and add the headers."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message["headers"], *_RAW]
                MutableHeaders(scope=message).setdefault("Cache-Control", "no-store")
            await send(message)

        refusal = self._refusal(scope["method"], Headers(scope=scope))
        await (refusal or self._app)(scope, receive, send_with_headers)

    def _refusal(self, method: str, headers: Headers) -> ASGIApp | None:
        if method in _SAFE:
            return None
        origin, site = headers.get("origin"), headers.get("sec-fetch-site")
        if (origin is not None and origin not in self._origins) or site in {"cross-site", "same-site"}:
            return problem(403, "other-origin", "This request came from another site, so it was not carried out.")
        length = headers.get("content-length", "")
        if "chunked" in headers.get("transfer-encoding", "") or (length.isdecimal() and int(length) > LARGEST_BODY):
            return problem(413, "too-large", f"Send at most {LARGEST_BODY // 1024} KiB, with its length.")
        return None
