"""The page for the person as one HTML file: its style is in it, and it asks nothing of any server."""

from functools import cache
from pathlib import Path

from app.api.plain.markup import Html, element, together
from app.views.for_the_person.page import PersonPage, Section
from app.views.for_the_person.words import Number


def file_of(web: Path, page: PersonPage) -> str:
    """The file. Its title says what it is and not whose; what is in `main` is escaped by its making."""
    size = "hw-person-page hw-person-page--large" if page.large_print else "hw-person-page"
    whole = together(element("h1", page.title), element("p", page.intro), [_section(each) for each in page.sections])
    return _shell(web).replace("{size}", size).replace("{title}", together(page.title)).replace("{main}", whole)


@cache
def _shell(web: Path) -> str:
    """What stands around it, with the very style of the page on screen and on paper."""
    shell, style = web / "pages" / "for-the-person-file.html", web / "for-the-person.css"
    return shell.read_text().replace("{style}", style.read_text())


def _section(section: Section) -> Html:
    numbers = element("dl", [_number(each) for each in section.numbers]) if section.numbers else None
    steps = element("ol", [element("li", each) for each in section.steps]) if section.steps else None
    return element(
        "section",
        element("h2", section.heading, id=f"for-{section.key}"),
        [element("p", each) for each in section.lines],
        steps,
        numbers,
        [element("p", f"{each}:", class_="hw-person-page__write") for each in section.to_write],
        aria_labelledby=f"for-{section.key}",
    )


def _number(number: Number) -> Html:
    return element("div", element("dt", number.who), element("dd", number.number))
