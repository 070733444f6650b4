"""A date or time of a year that cannot be right is a 422 in words, wherever one is sent: never a fault."""

from collections.abc import Iterator
from typing import Any

import pytest

from tests.api.desk import HUB, Desk, refusal
from tests.api.routes import Route, document, routes, schema_of

FAR_DAYS = ("0001-01-01", "1899-12-31", "2200-01-01", "9999-12-31")
FAR_TIMES = ("0001-01-01T00:00:00+14:00", "0001-01-01T00:00:00-14:00", "9999-12-31T23:59:59-14:00", "9999-12-31T23:59Z")
FAR = {"date": FAR_DAYS, "date-time": FAR_TIMES}
WORDS = "This year cannot be right. Check the date."

At = tuple[str | int, ...]
"""Where in a body a field stands; 0 is the first of a list."""


def formats(schema: dict[str, Any], at: At = (), above: frozenset[str] = frozenset()) -> Iterator[tuple[At, str]]:
    """Every place of a date or time in what a route is sent."""
    if name := schema.get("$ref", "").rpartition("/")[2]:
        if name not in above:
            yield from formats(document()["components"]["schemas"][name], at, above | {name})
        return
    if schema.get("format") in FAR:
        yield at, schema["format"]
    for each in (*schema.get("anyOf", ()), *schema.get("oneOf", ()), *schema.get("allOf", ())):
        yield from formats(each, at, above)
    for name, each in schema.get("properties", {}).items():
        yield from formats(each, (*at, name), above)
    if isinstance(schema.get("items"), dict):
        yield from formats(schema["items"], (*at, 0), above)


def parameters(route: Route) -> list[tuple[str, str, str]]:
    """Name, place and format of each date or time in the address."""
    given = route.document.get("parameters", ())
    return [(each["name"], each["in"], found) for each in given for _, found in formats(each["schema"])]


IN_ADDRESS = [(route, *each) for route in routes() for each in parameters(route)]
IN_BODY = [(route, *each) for route in routes() for each in formats(schema_of(route.document) or {})]


def test_they_are_found() -> None:
    assert {name for _, name, *_ in IN_ADDRESS} >= {"known_at", "leaves_before", "taken_on", "night"}
    assert {at[-1] for _, at, _ in IN_BODY} >= {"leave_at", "start_on", "birth_date", "starts_on"}
    assert len(IN_BODY) > 60


@pytest.mark.parametrize(("route", "name", "where", "kind"), IN_ADDRESS, ids=str)
async def test_in_an_address_it_is_refused_in_words(here: Desk, route: Route, name: str, where: str, kind: str) -> None:
    for far in FAR[kind]:
        in_path = where == "path"
        answer = await here.client.request(
            route.method,
            route.path(**{name: far} if in_path else {}),
            params=None if in_path else {name: far},
            json=None if route.method == "GET" else route.body,
            headers=await here.headers(HUB),
        )
        assert (refusal(answer), said_of(answer.json(), name)) == ((422, "wrong-shape"), WORDS), far


@pytest.mark.parametrize(("route", "at", "kind"), IN_BODY, ids=str)
async def test_in_a_body_it_is_refused_in_words(here: Desk, route: Route, at: At, kind: str) -> None:
    for far in FAR[kind]:
        answer = await here.client.request(
            route.method, route.path(), json=put_in(route.body or {}, at, far), headers=await here.headers(HUB)
        )
        if "{offer_id}" in route.template:  # the case of an offer is looked up before its body is read
            assert refusal(answer) == (404, "not-known"), far
            continue
        assert (refusal(answer), said_of(answer.json(), at[-1])) == ((422, "wrong-shape"), WORDS), far


def said_of(problem: dict[str, Any], name: str | int) -> str | None:
    """What is said of the field of this name, wherever in the body it stands."""
    said = {each["field"].rpartition(".")[2]: each["words"] for each in problem["errors"]}
    return said.get(str(name))


def put_in(body: Any, at: At, far: str) -> Any:
    """The example with this in that place."""
    if not at:
        return far
    first, *rest = at
    if first == 0:
        return [put_in(body[0] if body else {}, tuple(rest), far)]
    return (body or {}) | {first: put_in((body or {}).get(first), tuple(rest), far)}
