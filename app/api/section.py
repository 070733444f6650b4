"""Routes that a request passes by at once, unless one of them begins as its path does.

Tried one by one, the routes before a command's own were most of what the framework does for it.
"""

from fastapi import APIRouter
from fastapi.routing import APIRoute, APIWebSocketRoute
from starlette.routing import BaseRoute, Match
from starlette.types import Scope


class Section(APIRouter):
    """The routes of `router`, to be included under `prefix`."""

    def __init__(self, router: APIRouter, prefix: str = "") -> None:
        super().__init__(routes=router.routes)
        self._begins = tuple({prefix + _begin(route) for route in router.routes})

    def matches(self, scope: Scope) -> tuple[Match, Scope]:
        """As the framework has it, where a route may match at all."""
        return super().matches(scope) if scope["path"].startswith(self._begins) else (Match.NONE, {})


def _begin(route: BaseRoute) -> str:
    """What stands before its first parameter."""
    assert isinstance(route, APIRoute | APIWebSocketRoute), "nothing else is declared"
    return route.path.partition("{")[0]
