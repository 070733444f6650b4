"""The outermost net: whatever no route foresaw is still answered."""

from collections.abc import Callable

from starlette.types import ASGIApp, Message, Receive, Scope, Send


class Faults:
    """Wraps the routes inside the guard, so that these answers carry its headers too."""

    def __init__(self, app: ASGIApp, answer: Callable[[Scope, Exception], ASGIApp]) -> None:
        self._app = app
        self._answer = answer

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on; answer in its stead when it raises before anything was sent."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        begun = False

        async def send_and_note(message: Message) -> None:
            nonlocal begun
            begun = True
            await send(message)

        try:
            await self._app(scope, receive, send_and_note)
        except Exception as error:  # the last place that can answer
            if begun:
                raise
            await self._answer(scope, error)(scope, receive, send)
