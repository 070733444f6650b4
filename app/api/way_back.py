"""The way back to the page that somebody asked for before they signed in; only ever a page of our own."""

import re
from urllib.parse import urlencode

HOME = "/"
_PAGE = re.compile(
    r"/(?:board|tasks|delays|weekend|wards|lists|feeds|feeds/messages/[0-9]{1,19}"
    r"|system|system/[a-z]{1,20}|system/lists/[a-z_]{1,40}"
    r"|provider|provider/plain(?:/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?:/[a-z-]{1,20})?)?"
    r"|(?:wards|cases|lists|feeds|delays)/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})"
)


def own_page(path: str) -> str:
    """This path if it is one of our pages, else home: nobody is sent elsewhere by a link that looks like ours."""
    return path if _PAGE.fullmatch(path) else HOME


def sign_in_address(to: str = HOME, *, refused: bool = False) -> str:
    """The sign-in page, which leads on to `to`."""
    asked = ({"refused": "1"} if refused else {}) | ({"to": to} if own_page(to) != HOME else {})
    address = f"/sign-in?{urlencode(asked)}" if asked else "/sign-in"
    return f"{address}#refused" if refused else address
