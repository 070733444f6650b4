"""A plain page as it goes out: the shell around what it says, and the page for what cannot be shown or done."""

from fastapi.responses import HTMLResponse

from app.access.policy import NotAllowed
from app.api.plain.markup import Html, element, together
from app.api.state import State
from app.domain.rejections import NotKnown

LIST = "/provider/plain"
"""Where the requests are listed."""


def page(homeward: State, title: str, main: Html, status: int = 200) -> HTMLResponse:
    """The whole page. `title` is ours and no word about a person; what is in `main` is escaped by its making."""
    shell = (homeward.web / "pages" / "plain.html").read_text()
    filled = shell.replace("{build}", homeward.build).replace("{title}", title).replace("{main}", main)
    return HTMLResponse(filled, status_code=status, headers={"Cache-Control": "no-store"})


def not_shown(homeward: State, why: NotAllowed | NotKnown) -> HTMLResponse:
    """What is not here, or not for this person to see: the same words whichever it is."""
    status = 404 if isinstance(why, NotKnown) else 403
    heading = element("h1", "This page cannot be shown", class_="nhsuk-heading-l")
    words = element("p", "This page is not here, or not for you to see.")
    return page(homeward, "Not shown", together(heading, words, back()), status)


def back() -> Html:
    """The way to the list."""
    return element("p", element("a", "All requests", href=LIST))
