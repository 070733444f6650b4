"""The plain pages of requests: all of them, one of them, and one answer to it with its fields."""

from collections.abc import Mapping, Sequence
from datetime import datetime, time, timedelta
from typing import Any
from uuid import UUID, uuid4

from app.access.me import Me
from app.api.offer_page import OfferPage
from app.api.offer_reading import read_offer_of
from app.api.plain.cards import detail_of, needs_of, person_of, state_of, title_of
from app.api.plain.fields import Typed, drawn
from app.api.plain.forms import FORMS, PlainForm
from app.api.plain.markup import Html, element, together
from app.api.plain.page import LIST, back
from app.api.state import State
from app.domain.local_time import LOCAL
from app.domain.practice import DeclineCodes, ServiceLines
from app.domain.replacing import replace
from app.domain.service import SERVICE, Service
from app.domain.service.counting import free_units
from app.domain.service.matching import match
from app.domain.values import CaseId, stream
from app.events.practice import practice_in
from app.events.stream import read_stream
from app.views.days_off import days_off
from app.views.phrases import Names, where
from app.views.timeline_service import say_unit

HOLD_FOR = timedelta(hours=24)
"""Until when a place is held if nobody says otherwise."""

_HINT = "This page works without JavaScript, and does not follow what happens: load it again to see what is new."

Errors = Mapping[str, str]
"""What is wrong, in words, by field; "" is what is about no field."""


def list_page(cards: Sequence[Mapping[str, Any]], names: Names) -> Html:
    """Every request, what waits first; those that are confirmed last."""
    in_order = sorted(cards, key=lambda card: (card["state"] == "confirmed", card["expires_at"] or "", card["id"]))
    shown = [
        element(
            "li",
            element("h2", element("a", title_of(card, names), href=f"{LIST}/{card['id']}"), class_="nhsuk-heading-xs"),
            element("p", element("strong", state_of(card))),
            element("p", where(names, UUID(card["service_id"])), class_="hw-quiet"),
            class_="hw-offer",
        )
        for card in in_order
    ]
    nothing = element("p", "You are asked for nobody just now.", class_="hw-empty")
    heading = element("h1", "Requests", class_="nhsuk-heading-m")
    return together(heading, element("p", _HINT), element("ul", shown, class_="hw-offers") if shown else nothing)


def offer_view(offer_id: UUID, its: OfferPage, names: Names, said: str | None) -> Html:
    """One request, as far as it is told, and what can be answered; `said` is the answer that was just taken."""
    card, done = its.card, FORMS.get(said or "")
    ways = [] if card["gone"] else [form for form in FORMS.values() if form.when(card)]
    links = [_way(offer_id, form) for form in ways]
    return together(
        element("p", done.done, class_="hw-done", role="status") if done else None,
        element("h1", title_of(card, names), class_="nhsuk-heading-m"),
        element("p", element("strong", state_of(card))),
        element("p", where(names, UUID(card["service_id"])), class_="hw-quiet"),
        person_of(its.person),
        needs_of(card),
        detail_of(its),
        element("h2", "Answer", class_="nhsuk-heading-s") if links else None,
        element("ul", links, class_="nhsuk-list") if links else None,
        back(),
    )


def _way(offer_id: UUID, form: PlainForm) -> Html:
    return element("li", element("a", form.title, href=f"{LIST}/{offer_id}/{form.what}"))


def form_view(
    offer_id: UUID, card: Mapping[str, Any], names: Names, form: PlainForm, typed: Typed, errors: Errors
) -> Html:
    """One answer, to be filled in; sent twice it is one, by the id that the page gives it."""
    answer_id = next(iter(typed.get("answer_id", ())), str(uuid4()))
    fields = [drawn(field, typed, errors.get(field.name)) for field in form.fields]
    return together(
        _summary(form, errors) if errors else None,
        element("h1", form.title, class_="nhsuk-heading-m"),
        element("p", title_of(card, names), ". ", state_of(card)),
        element(
            "form",
            element("input", type="hidden", name="answer_id", value=answer_id),
            fields,
            element("button", form.action, class_="nhsuk-button nhsuk-button--small", type="submit"),
            method="post",
            action=f"{LIST}/{offer_id}/{form.what}",
            novalidate=True,
        ),
        element("p", element("a", "Back to the request", href=f"{LIST}/{offer_id}")),
    )


def _summary(form: PlainForm, errors: Errors) -> Html:
    of_fields = {field.name for field in form.fields} & {*errors}
    links = [
        element("li", element("a", errors[field.name], href=f"#{field.name}"))
        for field in form.fields
        if field.name in of_fields
    ]
    others = [element("p", words) for name, words in errors.items() if name not in of_fields]
    title = element("h2", "There is a problem", class_="nhsuk-error-summary__title")
    listed = element("ul", links, class_="nhsuk-list nhsuk-error-summary__list") if links else None
    body = element("div", others, listed, class_="nhsuk-error-summary__body")
    return element("div", title, body, class_="nhsuk-error-summary hw-errors", role="alert")


async def with_units(
    homeward: State, me: Me, case_id: CaseId, offer_id: UUID, form: PlainForm, now: datetime
) -> tuple[PlainForm, Typed]:
    """The form with the service's units and the hub's reasons to choose from, and what it begins with."""
    its = await read_offer_of(homeward, me, case_id, offer_id)
    async with homeward.database.reads.acquire() as connection:
        past = (await read_stream(connection, me.system, stream("service", its.offer.service_id))).past
        declines = await practice_in(connection, me.system, DeclineCodes)
        lines = await practice_in(connection, me.system, ServiceLines)
        off = await days_off(connection, me.system, [its.offer.service_id])
    service: Service = replace(SERVICE.fold(past.events), off=off[its.offer.service_id])
    package = its.read.case.requests.sent[its.offer.request_id]
    units = its.offer.units or match(package, service, now, lines.of(package.line)).units
    first = datetime.combine(package.start_on, time(10), LOCAL)
    begun = {
        "units": units,
        "until": [_typed(now + HOLD_FOR)],
        "arrive_from": [_typed(first)],
        "arrive_to": [_typed(first + timedelta(hours=2))],
    }
    why_not = [(line.code, line.words) for line in declines.lines if not line.by_system]
    return form.choosing("units", _options(service, units, now)).choosing("code", why_not), begun


def _options(service: Service, units: Sequence[str], now: datetime) -> list[tuple[str, str]]:
    """Each unit once, or as often as the package would have it."""
    free = free_units(service, now)
    return [
        (unit.key, f"{unit.key}: {say_unit(unit)}. {free[unit.key]} free")
        for unit in service.units
        for _ in range(max(1, units.count(unit.key)))
    ]


def _typed(at: datetime) -> str:
    return f"{at.astimezone(LOCAL):%Y-%m-%dT%H:%M}"
