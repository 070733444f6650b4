"""Nothing of one system is to be had from another: by any route, with any id, on any screen.

A system with one of everything is asked for from two others that are made alike: from one by its ids, from the other
by ids of nothing. Both are answered alike, word for word, and of the first nothing is ever shown, nor changed.
"""

import json
from collections.abc import Iterator
from contextlib import AsyncExitStack
from typing import Any
from urllib.parse import urlencode

import httpx
import pytest

from app.access.policy import MAY_SEE
from app.api.state import COOKIE
from app.database import Database
from app.domain.values import Role
from app.embedded import EmbeddedPostgres
from app.events.hints import Hints
from app.views.kinds import KINDS
from tests.access.route_table import allowed
from tests.api.desk import Desk
from tests.api.elsewhere import CANARY, ID, Theirs, is_shared, lived_in, uuids_in
from tests.api.routes import Route, routes
from tests.facts import Installation, a_system
from tests.promises.screens import Desk as LiveDesk
from tests.promises.serving import one_worker

MADE_BY_WHO_ASKS = {"amendment_id", "replay_id", "import_id", "confirmation_id", "signing_id", "reply_id", "answer_id"}
"""Ids of what is only being made, of which another system may have none."""

NAMES = {"night", "taken_on", "practice", "kind", "form_id", "version", "link_id"}
"""What an address names that is the same in every system."""

Ids = dict[str, str]


@pytest.fixture(scope="module")
async def alike(client: httpx.AsyncClient, database: Database) -> tuple[Desk, Desk]:
    """Two systems made alike, which ask."""
    first, second = [Desk(client, await a_system(database, Hints(database))) for _ in range(2)]
    return first, second


@pytest.fixture(scope="module")
async def other(client: httpx.AsyncClient, database: Database) -> Desk:
    """The system that is asked for."""
    return Desk(client, await a_system(database, Hints(database)))


@pytest.fixture(scope="module")
async def theirs(other: Desk) -> Theirs:
    """What is in it."""
    return await lived_in(other)


def test_everything_that_an_address_names_is_there_to_be_asked_for(theirs: Theirs) -> None:
    named = {name for route in routes() for name in _named_in(route)}
    assert named <= {*theirs.ids, *NAMES, *MADE_BY_WHO_ASKS}


async def test_every_route_answers_as_if_what_is_anothers_were_not_there(
    alike: tuple[Desk, Desk], other: Desk, theirs: Theirs
) -> None:
    before, differences, sent = await other.head(), [], set[str]()
    for route in sorted(routes(), key=lambda route: route.method):  # what is there already is read first
        told = [
            await _asked(desk, route, ids) for desk, ids in zip(alike, (theirs.ids, theirs.of_nothing), strict=True)
        ]
        differences += list(_differences(route, theirs, sent, *told))
    assert differences == []
    assert await other.head() == before


async def test_what_is_ones_own_takes_up_nothing_of_another(
    alike: tuple[Desk, Desk], other: Desk, theirs: Theirs
) -> None:
    before, differences, own, sent = await other.head(), [], [], set(theirs.ids.values())
    for desk in alike:
        case, spell = await desk.planning()
        place = desk.place
        places = {"ward_id": place.ward, "hub_id": place.hub, "site_id": place.site, "organisation_id": place.trust}
        own.append({"case_id": case, "spell_id": spell, **{name: str(value) for name, value in places.items()}})
    for route in routes():
        if route.body and uuids_in(json.dumps(route.body)):
            told = [
                await _asked(desk, route, ids, mine)
                for desk, ids, mine in zip(alike, (theirs.ids, theirs.of_nothing), own, strict=True)
            ]
            differences += list(_differences(route, theirs, sent, *told))
    assert differences == []
    assert await other.head() == before


async def test_a_search_finds_nobody_of_another_system(alike: tuple[Desk, Desk], other: Desk, theirs: Theirs) -> None:
    for desk, found in ((alike[0], False), (other, True)):
        people = (await desk.post("/people/search", {"words": CANARY})).json()["people"]
        assert bool(people) is found


async def test_no_screen_shows_a_row_of_another_system(
    postgres: EmbeddedPostgres, place: Installation, other: Desk, theirs: Theirs
) -> None:
    """Whoever watches whatever scope, at first and as both systems move."""
    async with AsyncExitStack() as stack:
        address = await stack.enter_async_context(one_worker(postgres.url(role="app")))
        client = httpx.AsyncClient(base_url=f"http://{address}", trust_env=False, timeout=30)
        await stack.enter_async_context(client)
        screens = []
        for role in Role:
            desk = LiveDesk(client, {"Cookie": f"{COOKIE}={await place.session(role)}"})
            screens.append(await stack.enter_async_context(desk.socket()))
            await screens[-1].send(json.dumps({"ticket": await desk.ticket(), "watch": _watches(role, theirs)}))
        shown = [str(await screen.recv()) for screen in screens]
        await other.place.admit(bed="A1-77")
        await place.admit(bed="A1-78")
        head = await place.database.reads.fetchval("SELECT head FROM system WHERE id = $1", place.system)
        for screen in screens:
            shown.append(str(await screen.recv()))
            while json.loads(shown[-1])["position"] < head:
                shown.append(str(await screen.recv()))
    for message in shown:
        assert not _theirs_in(message, theirs)
        assert CANARY not in message
        assert "A1-77" not in message
    assert any("A1-78" in message for message in shown)


def _watches(role: Role, theirs: Theirs) -> list[dict[str, str]]:
    """Every kind of row that the role may see, everywhere, and in a scope of theirs."""
    kinds = [kind for kind in KINDS if role in MAY_SEE[kind]]
    scopes = {kind: ["*", *(scope for scope in theirs.scopes[kind] if scope != "*")][:2] for kind in kinds}
    return [{"kind": kind, "scope": scope} for kind in kinds for scope in scopes[kind]]


def _theirs_in(text: str, theirs: Theirs) -> set[str]:
    return {each for each in uuids_in(text) & theirs.all_ids if not is_shared(each)}


async def _asked(desk: Desk, route: Route, ids: Ids, own: Ids | None = None) -> httpx.Response:
    """By these ids wherever the route takes one; `own` are for the address."""
    role = next(role for role in Role if allowed(route, role))
    path = route.path(**{**ids, **(own or {})})
    more = {} if own else {name: ids[name] for name in _queried(route) if name in ids and f"{name}=" not in path}
    if more:
        path += ("&" if "?" in path else "?") + urlencode(more)
    headers, body = await desk.headers(role), _with(route.body, ids, desk.place.system.hex)
    return await desk.client.request(route.method, path, json=body, headers=headers)


def _with(body: Any, ids: Ids, mine: str, name: str = "") -> Any:
    """The example with these ids in the place of its own, and `mine` in what is of the whole installation."""
    match body:
        case dict():
            return {key: _with(value, ids, mine, key) for key, value in body.items()}
        case list():
            return [_with(value, ids, mine, name) for value in body]
        case str() if name in {"username", "application"}:
            return f"{body}-{mine}"
        case str() if ID.fullmatch(body):
            return ids.get(name, body)
        case _:
            return body


def _differences(
    route: Route, theirs: Theirs, sent: set[str], by_theirs: httpx.Response, by_nothing: httpx.Response
) -> Iterator[str]:
    """What the two answers differ in, and what is shown of theirs that was not `sent` here, now or before."""
    told, nothing = [_outcome(answer) for answer in (by_theirs, by_nothing)]
    if told != nothing:
        yield f"{route}: {told}, where of nothing it is {nothing}"
    if by_theirs.status_code >= 500:
        yield f"{route}: {by_theirs.text}"
    sent |= uuids_in(str(by_theirs.request.url) + by_theirs.request.content.decode())
    if shown := _theirs_in(by_theirs.text, theirs) - sent:
        yield f"{route}: shows {sorted(shown)}"
    if CANARY.lower() in by_theirs.text.lower():
        yield f"{route}: shows a name"


def _outcome(answer: httpx.Response) -> tuple[Any, ...]:
    """What can be compared: the status, of a refusal its code and words, else how much there is of everything."""
    if "json" not in answer.headers.get("content-type", ""):
        return answer.status_code, len(answer.text) > 0
    body = answer.json()
    if answer.status_code >= 400:
        return answer.status_code, body["code"], body["detail"]
    return answer.status_code, _shape(body)


def _shape(body: Any) -> Any:
    match body:
        case dict():
            return {key: _shape(value) for key, value in body.items()}
        case list():
            return len(body)
        case _:
            return body is None


def _named_in(route: Route) -> set[str]:
    return {part.partition("}")[0] for part in route.template.split("{")[1:]}


def _queried(route: Route) -> list[str]:
    """The ids for which a route asks beside its address."""
    asked = [each for each in route.document.get("parameters", ()) if each["in"] == "query"]
    return [each["name"] for each in asked if "uuid" in json.dumps(each["schema"])]
