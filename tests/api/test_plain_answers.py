"""Answering a request as a plain form: without scripts, by the same rules, with what was typed kept when refused."""

from datetime import datetime
from typing import Any
from uuid import uuid4

import httpx
import pytest

from app.api.plain.forms import FORMS
from tests.access.commanded import API, PUTS
from tests.api.desk import HUB, NURSE, PROVIDER, Desk
from tests.api.finding import PERSON, a_service, answer, asked, done, offer_of, packaged, says, soon
from tests.api.plain_desk import LIST, PlainDesk, Shown
from tests.api.routes import document


async def an_offer(here: Desk, *, of_another: bool = False, usable: int = 1) -> str:
    """The id of an offer for somebody new at a service that has so many places."""
    service, case = await a_service(here, of_another=of_another, usable=usable), await packaged(here)
    return offer_of(await asked(here, case, service), service)


async def card(here: Desk, offer: str) -> dict[str, Any]:
    row: dict[str, Any] = (await here.get(f"/offers/{offer}", PROVIDER)).json()["card"]
    return row


def taken(sent: httpx.Response, offer: str, what: str) -> None:
    assert (sent.status_code, sent.headers["location"]) == (303, f"{LIST}/{offer}?said={what}"), sent.text


def test_every_form_is_a_route_of_the_api_with_its_own_body_and_command() -> None:
    schemas = document()["paths"]
    for what, form in FORMS.items():
        route = f"{API}/offers/{{offer_id}}/{what}"
        assert PUTS[route] is form.command
        sent = schemas[route]["put"]["requestBody"]["content"]["application/json"]["schema"]["$ref"]
        assert sent.endswith(form.body.__name__)
        assert {field.name for field in form.fields} <= set(form.body.model_fields)


async def test_a_request_is_read_held_and_confirmed_page_by_page(here: Desk) -> None:
    offer, at = await an_offer(here), PlainDesk(here)
    listed = await at.get()
    assert f"{LIST}/{offer}" in listed.links
    assert f"Service {(await card(here, offer))['service_id']}" in listed.text
    request = await at.get(f"{LIST}/{offer}")
    assert "Answer by" in request.text
    assert "fell." not in request.text
    taken(await at.fill(offer, "interest"), offer, "interest")
    detail = await at.get(f"{LIST}/{offer}?said=interest")
    assert "That is logged." in detail.text
    assert "fell." in detail.text
    held = await at.get(f"{LIST}/{offer}/in-principle")
    assert held.values["units"] == ["am"]
    taken(await at.fill(offer, "in-principle"), offer, "in-principle")
    assert (await card(here, offer))["state"] == "in_principle"
    taken(await at.fill(offer, "assessment", how="own_visit"), offer, "assessment")
    taken(await at.fill(offer, "confirmation"), offer, "confirmation")
    known = await at.get(f"{LIST}/{offer}?said=confirmation")
    assert f"{PERSON['family'].upper()}, {PERSON['given']}" in known.text
    assert f"{LIST}/{offer}/failed-start" in known.links
    taken(await at.fill(offer, "failed-start", words="Two carers are ill."), offer, "failed-start")
    over = await at.get(f"{LIST}/{offer}")
    assert "over for you: failed start" in over.text
    assert f"{LIST}/{offer}/decline" not in over.links


@pytest.mark.parametrize(
    ("what", "typed", "state"),
    [
        ("query", {"words": "Which sling?\nThe blue one?"}, "queried"),
        ("counter", {"start_on": "2030-01-04"}, "countered"),
        ("decline", {"code": "D05", "earliest": "2030-01-05"}, "countered"),
        ("decline", {"code": "D99", "words": "The roof leaks."}, "ended"),
    ],
)
async def test_a_service_asks_proposes_or_says_no(here: Desk, what: str, typed: dict[str, str], state: str) -> None:
    offer, at = await an_offer(here), PlainDesk(here)
    taken(await at.fill(offer, what, **typed), offer, what)
    assert (await card(here, offer))["state"] == state


async def test_an_answer_sent_twice_is_one(here: Desk) -> None:
    offer, at = await an_offer(here), PlainDesk(here)
    form = await at.get(f"{LIST}/{offer}/query")
    filled = form.values | {"words": "Which sling?"}
    head = await here.head()
    for _ in range(2):
        taken(await at.send(f"{LIST}/{offer}/query", filled), offer, "query")
    assert await here.head() == head + 1


@pytest.mark.parametrize(
    ("what", "typed", "field", "words"),
    [
        ("query", {"words": "  "}, "words", "Fill this in."),
        ("query", {"words": "x" * 4_001}, "words", "Use at most 4000 characters."),
        ("counter", {"start_on": "soon", "words": "Later"}, "start_on", "Give a date such as 2026-11-22."),
        ("counter", {}, "start_on", "Say what you could do instead: from which day, or in words."),
        ("decline", {"words": "Not us"}, "code", "Fill this in."),
        ("decline", {"code": "D99"}, "words", "Say in words why you cannot, or choose one of the other reasons."),
        ("in-principle", {"units": []}, "units", "Choose at least 1."),
        ("in-principle", {"until": "2031-01-01T10:00"}, "until", "A place is held from now on and for at most seven"),
        ("confirmation", {"how": ""}, "how", "A service assesses before it provides."),
    ],
)
async def test_what_is_wrong_is_said_at_its_field_and_what_was_typed_is_kept(
    here: Desk, what: str, typed: dict[str, Any], field: str, words: str
) -> None:
    offer, at = await an_offer(here), PlainDesk(here)
    head = await here.head()
    refused = await at.fill(offer, what, **typed)
    page = Shown.of(refused)
    assert page.status in {409, 422}
    assert page.errors == [field]
    assert words in page.text
    assert f"#{field}" in page.links
    kept = {name: value.strip() for name, value in typed.items() if isinstance(value, str) and value.strip()}
    assert {name: page.values[name][0] for name in kept} == kept
    assert page.text.lstrip().startswith("Error: ")
    assert await here.head() == head


async def test_a_place_that_is_gone_is_taken_all_the_same_where_the_service_says_so(here: Desk) -> None:
    east, one, other = await a_service(here), await packaged(here), await packaged(here)
    first, second = [offer_of(await asked(here, case, east), east) for case in (one, other)]
    await done(await says(here, first, "in-principle", answer(units=["am"], until=soon(24)), PROVIDER))
    at = PlainDesk(here)
    refused = Shown.of(await at.fill(second, "in-principle", units=["am"]))
    assert (refused.status, refused.values["units"]) == (409, ["am"])
    taken(await at.fill(second, "in-principle", units=["am"], over_count="yes"), second, "in-principle")


async def test_nothing_typed_becomes_markup(here: Desk) -> None:
    offer, at = await an_offer(here), PlainDesk(here)
    typed = '</textarea><script>alert("1")</script>{build}{main}'
    refused = await at.fill(offer, "decline", words=typed)
    assert "<script" not in refused.text
    assert Shown.of(refused).values["words"] == [typed]


async def test_a_form_of_another_site_is_not_carried_out(here: Desk) -> None:
    offer, at = await an_offer(here), PlainDesk(here)
    filled = {"answer_id": str(uuid4()), "words": "Which sling?"}
    path, head = f"{LIST}/{offer}/query", await here.head()
    for header in ({"Origin": "https://elsewhere.example"}, {"Sec_Fetch_Site": "cross-site"}):
        assert (await at.send(path, filled, **header)).status_code == 403
    assert await here.head() == head
    own = {"Origin": "http://127.0.0.1:8000", "Sec_Fetch_Site": "same-origin"}
    taken(await at.send(path, filled, **own), offer, "query")


async def test_what_is_anothers_or_is_not_there_is_not_shown_and_nobody_unasked_answers(here: Desk) -> None:
    theirs, mine = await an_offer(here, of_another=True), await an_offer(here)
    at, head = PlainDesk(here), await here.head()
    assert f"{LIST}/{theirs}" not in (await at.get()).links
    for offer in (theirs, str(uuid4())):
        for path in (f"{LIST}/{offer}", f"{LIST}/{offer}/decline"):
            page = await at.get(path)
            assert (page.status, "not here, or not for you to see" in page.text) == (404, True)
        assert (await at.send(f"{LIST}/{offer}/decline", {"answer_id": str(uuid4()), "code": "D01"})).status_code == 404
    assert (await at.get(f"{LIST}/{mine}/song")).status == 404
    nurse = PlainDesk(here, NURSE)
    assert [(await nurse.get(path)).status for path in (LIST, f"{LIST}/{mine}")] == [403, 403]
    assert (await nurse.send(f"{LIST}/{mine}/decline", {"code": "D01"})).status_code == 403
    assert await here.head() == head
    taken(await PlainDesk(here, HUB).fill(mine, "decline", code="D01"), mine, "decline")


async def test_who_is_not_signed_in_is_led_to_sign_in_and_back(here: Desk) -> None:
    offer = str(uuid4())
    for method in ("GET", "POST"):
        answer_ = await here.client.request(method, f"{LIST}/{offer}/query")
        assert answer_.status_code == 303
        assert answer_.headers["location"] == f"/sign-in?to=%2Fprovider%2Fplain%2F{offer}%2Fquery"


async def test_times_are_those_of_england(here: Desk) -> None:
    offer, at = await an_offer(here), PlainDesk(here)
    typed = {"arrive_from": "2030-07-01T10:00", "arrive_to": "2030-07-01T12:00", "how": "remote"}
    taken(await at.fill(offer, "confirmation", **typed), offer, "confirmation")
    arrives = datetime.fromisoformat((await card(here, offer))["arrive_from"])
    assert arrives == datetime.fromisoformat("2030-07-01T09:00:00+00:00")
