"""A request in words on a plain page: what is asked, how it stands, the detail, who it is; as far as it is told."""

import re
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from app.api.offer_page import OfferPage
from app.api.plain.markup import Html, element
from app.api.referral_codes import FUNCTION_ROWS, WORDS
from app.domain.codes import sexes, skills, windows
from app.domain.practice import PracticeKind
from app.people.lookup import Identity
from app.people.nhs_number import spaced
from app.views.phrases import Names, coded, moment, plain, weekday

Card = Mapping[str, Any]

_OVER = "This request is over for you"
_PARTS = {"person": "In their own words", "family": "The family says", "words": "In words"}
_CODE = re.compile(r"[a-z][a-z0-9_]*")


def title_of(card: Card, names: Names) -> str:
    """Such as "Reablement at home, from Fri 27 Nov"."""
    line = coded(names, PracticeKind.SERVICE_LINES, card["line"])
    return f"{line}, from {weekday(date.fromisoformat(card['start_on']))}"


def state_of(card: Card) -> str:
    """What waits for whom, and until when."""
    match card["state"]:
        case "ended":
            return f"{_OVER}: {plain(card['ended'])}."
        case _ if card["gone"]:
            return f"{_OVER}."
        case "confirmed":
            return f"Arrives {_at(card['arrive_from'])}, until {_at(card['arrive_to'])}."
        case "queried":
            return "You asked: the hub will answer."
        case "countered":
            return "You proposed: the hub will answer."
        case _ if card["hold_until"]:
            agrees = " The person agrees." if card["person_said"] == "agrees" else ""
            return f"You hold a place until {_at(card['hold_until'])}.{agrees}"
        case _:
            return f"Answer by {_at(card['expires_at'])}."


def needs_of(card: Card) -> Html:
    """What the card asks of the service."""
    calls = [
        f"{windows.WORDS[call['window']]}: {call['minutes']} min{_carers(call['carers'])}" for call in card["calls"]
    ]
    facts = [
        *(("Call", words) for words in calls),
        ("Bed", _bed(card["bed"])),
        ("Where", f"postcode sector {card['sector']}" if card["sector"] else None),
        ("Needs skill in", ", ".join(skills.WORDS[each] for each in card["skills"])),
        ("Staff must know", ", ".join(_said(each) for each in card["risks"])),
        ("Way in", _said(card["way_in"]) if card["way_in"] else None),
        ("Trusted assessment", _assessment(card)),
    ]
    return _facts(facts)


def detail_of(page: OfferPage) -> Html | None:
    """What ward and hub say of the person's needs, once the service may read it."""
    if page.detail is None:
        return None
    facts = [(_said(field), _said(value)) for field, value in page.detail.items()]
    heading = element("h2", "What ward and hub say", class_="nhsuk-heading-s")
    return element("section", heading, _facts([*facts, ("From the hub", page.words)]))


def person_of(person: Identity | None) -> Html | None:
    """Who it is, once the service has confirmed."""
    if person is None:
        return None
    facts = [
        ("Name", person.name),
        ("Born", f"{person.birth_date:%-d %B %Y}" if person.birth_date else None),
        ("NHS number", _number(person)),
        ("Address", ", ".join(filter(None, (*person.address, person.postcode)))),
        ("Phone", person.phone),
    ]
    return element("section", element("h2", "Who it is", class_="nhsuk-heading-s"), _facts(facts))


def _number(person: Identity) -> str | None:
    if person.nhs_number is None:
        return None
    doubt = "" if person.nhs_number_verified else " (does not check)"
    return f"{spaced(person.nhs_number)}{doubt}"


def _facts(facts: list[tuple[str, str | None]]) -> Html:
    rows = [
        element(
            "div",
            element("dt", name, class_="nhsuk-summary-list__key"),
            element("dd", words, class_="nhsuk-summary-list__value"),
            class_="nhsuk-summary-list__row",
        )
        for name, words in facts
        if words
    ]
    return element("dl", rows, class_="nhsuk-summary-list hw-facts hw-fields")


def _bed(bed: Card | None) -> str | None:
    if bed is None:
        return None
    kinds = (sexes.WORDS[bed["sex"]] if bed["sex"] else None, bed["side_room"] and "side room")
    return ", ".join(filter(None, ("Bed", *kinds, bed["ground_floor"] and "ground floor", bed["weight"])))


def _carers(number: int) -> str:
    return f" by {number} carers" if number > 1 else ""


def _assessment(card: Card) -> str | None:
    if card["assessment_number"] is None:
        return None
    return f"version {card['assessment_number']}, relied on until {_at(card['assessment_until'])}"


def _said(value: Any) -> str:
    """A code by its words, a part by its parts; what somebody wrote as they wrote it."""
    match value:
        case dict():
            return "; ".join(f"{_part(name)}: {_said(part)}" for name, part in value.items() if part not in (None, []))
        case list():
            return ", ".join(_said(each) for each in value)
        case bool():
            return "yes" if value else "no"
        case str() if value in FUNCTION_ROWS:
            return FUNCTION_ROWS[value]
        case str() if _CODE.fullmatch(value):
            return WORDS.get(value, plain(value).capitalize())
        case _:
            return str(value)


def _part(name: str) -> str:
    """What a part of an answer is called; a part may bear the name of a field and mean something else."""
    return _PARTS.get(name) or _said(name)


def _at(iso: str) -> str:
    return moment(datetime.fromisoformat(iso))
