"""The OpenAPI document says what each route may answer, and its examples are right."""

import re
from typing import Any

import httpx
import pytest
from fastapi.routing import APIRoute
from pydantic import BaseModel

from tests.api.routes import Route, document, handlers, routes

WITH_BODY = [route for route in routes() if route.body is not None]
PROBLEM = "application/problem+json"


async def test_the_document_that_is_served_describes_these_routes(client: httpx.AsyncClient) -> None:
    served = (await client.get("/api/v1/openapi.json")).json()
    mine = {path: described for path, described in served["paths"].items() if path.startswith("/api/v1")}
    assert mine == document()["paths"]


@pytest.mark.parametrize("route", routes(), ids=str)
def test_every_route_documents_its_problems(route: Route) -> None:
    answers = route.document["responses"]
    done = "204" if route.method == "DELETE" else "200"
    assert {done, "401", "403", "422", "503"} <= set(answers)
    for status in set(answers) - {done}:
        problem = answers[status]["content"][PROBLEM]["example"]
        assert problem["status"] == int(status)
        assert "application/json" not in answers[status]["content"]


@pytest.mark.parametrize("route", routes(), ids=str)
def test_every_route_says_in_a_sentence_what_it_does(route: Route) -> None:
    assert re.fullmatch(r"[A-Z].*\.", route.document["description"], re.DOTALL)


@pytest.mark.parametrize("route", [route for route in routes() if route.method in {"PUT", "POST"}], ids=str)
def test_every_body_has_an_example(route: Route) -> None:
    assert ("requestBody" in route.document) is (route.body is not None)


@pytest.mark.parametrize("route", WITH_BODY, ids=str)
def test_every_example_is_of_the_right_shape(route: Route) -> None:
    body = body_of(handlers()[name_of(route)])
    body.model_validate_json(as_json(route.body))


@pytest.mark.parametrize("route", WITH_BODY, ids=str)
def test_an_unknown_field_is_refused_by_every_body(route: Route) -> None:
    body = body_of(handlers()[name_of(route)])
    assert body.model_config["extra"] == "forbid"


def name_of(route: Route) -> str:
    return next(name for name in handlers() if str(route.document["operationId"]).startswith(f"{name}_api_v1_"))


def body_of(route: APIRoute) -> type[BaseModel]:
    assert route.body_field is not None
    body = route.body_field.field_info.annotation
    assert isinstance(body, type)
    assert issubclass(body, BaseModel)
    return body


def as_json(value: Any) -> str:
    return httpx.Response(200, json=value).text
