"""The way back to the page that somebody asked for before they signed in; only ever a page of our own."""

import re
from enum import StrEnum
from urllib.parse import urlencode

HOME = "/"
_ID = r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"
_PAGES = (
    r"board(?:/since)?|tasks|delays|weekend|who-frees-what|stays|escalations|brokerage|reference",
    rf"(?:wards|lists|services)(?:/{_ID})?|(?:cases|delays)/{_ID}|wards/{_ID}/refer/{_ID}",
    rf"cases/{_ID}/(?:assessment|for-the-person)",
    rf"feeds(?:/{_ID}|/messages/[0-9]{{1,19}})?",
    r"system(?:/[a-z]{1,20}|/lists/[a-z_]{1,40})?",
    rf"provider(?:/plain(?:/{_ID}(?:/[a-z-]{{1,20}})?)?)?",
)
_PAGE = re.compile(f"/(?:{'|'.join(_PAGES)})")


def own_page(path: str) -> str:
    """This path if it is one of our pages, else home: nobody is sent elsewhere by a link that looks like ours."""
    return path if _PAGE.fullmatch(path) else HOME


class WhyNot(StrEnum):
    """Why nobody was signed in: the name of the words on the page that say so."""

    REFUSED = "refused"
    ARCHIVED = "archived"


def sign_in_address(to: str = HOME, *, why: WhyNot | None = None) -> str:
    """The sign-in page, which leads on to `to`, and says why one stands there again."""
    asked = ({why: "1"} if why else {}) | ({"to": to} if own_page(to) != HOME else {})
    address = f"/sign-in?{urlencode(asked)}" if asked else "/sign-in"
    return f"{address}#{why}" if why else address
