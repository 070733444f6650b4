"""Nobody is sent elsewhere by a link to our sign-in page."""

import re

import pytest
from fastapi.routing import APIRoute

from app.api import pages
from app.api.way_back import HOME, WhyNot, own_page, sign_in_address

CASE = "/cases/0b1f0a6d-2f0c-4b1e-8f7a-5d1f3c9e7a20"
OFFER = "/provider/plain/0b1f0a6d-2f0c-4b1e-8f7a-5d1f3c9e7a20/in-principle"
FEED = "/feeds/0b1f0a6d-2f0c-4b1e-8f7a-5d1f3c9e7a20"


FILLED = {"message_id": "7", "part": "roster", "practice": "decline_codes"}
BEFORE_ANYBODY_IS_SIGNED_IN = {"/", "/sign-in"}


def test_every_page_is_led_back_to() -> None:
    routes = [route.path for route in pages.router.routes if isinstance(route, APIRoute)]
    for path in {*routes} - BEFORE_ANYBODY_IS_SIGNED_IN:
        page = re.sub(r"{(\w+)}", lambda named: FILLED.get(named[1], CASE.rpartition("/")[2]), path)
        assert own_page(page) == page


@pytest.mark.parametrize(
    "page",
    [
        "/board",
        "/wards",
        "/lists",
        "/feeds",
        "/feeds/messages/7",
        FEED,
        CASE,
        "/provider/plain",
        OFFER,
        "/system/lists/decline_codes",
    ],
)
def test_our_own_pages_are_led_back_to(page: str) -> None:
    assert own_page(page) == page


@pytest.mark.parametrize(
    "page",
    [
        "",
        "//elsewhere.example",
        "https://elsewhere.example",
        "/cases/ada",
        "/sign-out",
        "/board\n",
        '/board"><script>',
        "board",
    ],
)
def test_everything_else_is_home(page: str) -> None:
    assert own_page(page) == HOME
    assert sign_in_address(page) == "/sign-in"


def test_a_refusal_keeps_the_way_back() -> None:
    assert sign_in_address(CASE, why=WhyNot.REFUSED) == "/sign-in?refused=1&to=%2Fcases%2F" + CASE[7:] + "#refused"
