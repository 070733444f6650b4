"""Whatever is put to whichever route, by whoever may: an answer in words, and never a fault."""

from collections.abc import AsyncIterator
from typing import Any
from uuid import uuid4

import pytest
from hypothesis import given as for_all
from hypothesis import strategies as st

from app.access.commands import MAY_COMMAND
from tests.access.commanded import PUTS
from tests.api.desk import HUB, Desk
from tests.api.routes import Route, routes
from tests.properties import a_few

TEXT = st.text(max_size=12) | st.sampled_from(
    ["\x00", "\ud800", " ", "9990000018", "９９９０００００１８", "-0", "é" * 5000]
)
TIMES = st.sampled_from(
    [
        "0001-01-01T00:00:00+14:00",
        "9999-12-31T23:59:59-14:00",
        "2026-10-25T01:30:00+01:00",
        "2026-10-20T10:00:00Z",
        "1900-01-01T00:00:00Z",
        "0001-01-01",
        "9999-12-31",
    ]
)
NUMBERS = st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.sampled_from([10**400, -1, 0])
ANYTHING = st.recursive(
    st.none() | st.booleans() | NUMBERS | TEXT | TIMES | st.uuids().map(str),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXT, inner, max_size=3),
    max_leaves=6,
)
PUT_ROUTES = [route for route in routes() if route.method == "PUT" and route.template in PUTS and route.body]


@pytest.fixture
async def ids(here: Desk) -> AsyncIterator[dict[str, str]]:
    """A case in planning, which can still be read whatever was put to it."""
    case, spell = await here.planning()
    yield {"case_id": case, "spell_id": spell}
    for page in (f"/cases/{case}", f"/spells/{spell}", f"/cases?scope={here.place.hub}"):
        assert (await here.get(page)).status_code == 200


@pytest.mark.parametrize("route", PUT_ROUTES, ids=str)
@a_few(4)
@for_all(data=st.data())
async def test_any_body_is_answered(here: Desk, ids: dict[str, str], route: Route, data: st.DataObject) -> None:
    body = data.draw(ANYTHING | st.fixed_dictionaries({}, optional=dict.fromkeys(route.body, ANYTHING)))
    await answered(here, route, ids, body)


@pytest.mark.parametrize("route", PUT_ROUTES, ids=str)
@a_few(4)
@for_all(data=st.data())
async def test_any_one_field_is_answered(here: Desk, ids: dict[str, str], route: Route, data: st.DataObject) -> None:
    field = data.draw(st.sampled_from(sorted(route.body)))
    fits = isinstance(route.body[field], str) and data.draw(st.booleans())
    value = data.draw(TEXT | TIMES if fits else ANYTHING)
    if isinstance(route.body[field], dict) and data.draw(st.booleans()):
        value = route.body[field] | {data.draw(st.sampled_from(sorted(route.body[field]))): value}
    await answered(here, route, ids, known(here, ids, route.body) | {field: value})


@a_few(4)
@for_all(words=ANYTHING)
async def test_any_search_is_answered(here: Desk, words: Any) -> None:
    headers = await here.headers(HUB)
    content = Desk.json({"words": words})
    answer = await here.client.post("/api/v1/people/search", content=content, headers=headers)
    assert answer.status_code in {200, 422}


@a_few(4)
@for_all(tag=st.text(st.characters(codec="latin-1", exclude_categories=["Cc"]), max_size=20))
async def test_any_if_match_is_answered(here: Desk, tag: str) -> None:
    raw = {name.encode(): value.encode() for name, value in (await here.headers(HUB)).items()}
    answer = await here.client.put(
        f"/api/v1/cases/{uuid4()}/closure",
        content=b'{"outcome": "died"}',
        headers={**raw, b"If-Match": tag.strip().encode("latin-1"), b"Content-Type": b"application/json"},
    )
    assert answer.status_code == 404


async def answered(here: Desk, route: Route, ids: dict[str, str], body: Any) -> None:
    path = route.path() if route.template.endswith(("_id}", "/referral")) else route.path(**ids)
    role = sorted(MAY_COMMAND[PUTS[route.template]])[0]
    headers = await here.headers(role) | {"Content-Type": "application/json"}
    answer = await here.client.put(path, content=Desk.json(body), headers=headers)
    assert answer.status_code in {200, 404, 409, 422, 428}, answer.text
    assert answer.status_code == 200 or answer.json()["detail"].endswith(".")


def known(here: Desk, ids: dict[str, str], body: Any) -> dict[str, Any]:
    """The example with ids of this system, so that what follows the ids is reached too."""
    place = here.place
    places = {"ward_id": place.ward, "hub_id": place.hub, "site_id": place.site, "organisation_id": place.trust}
    here_known: dict[str, Any] = ids | here.manager() | {name: str(key) for name, key in places.items()}
    return {name: here_known.get(name, value) for name, value in body.items()}
