"""Every route of the API that is for staff, as its OpenAPI document describes it."""

from dataclasses import dataclass
from functools import cache
from typing import Any
from uuid import uuid4

from fastapi import FastAPI
from fastapi.routing import APIRoute

from app.api import (
    arriving,
    assessment_forms,
    assessment_work,
    assessments,
    board_rounds,
    calendars,
    cases,
    codes,
    delay_commands,
    delay_measures,
    delays,
    drafts,
    escalations,
    exit_chain,
    feed_messages,
    feeds,
    for_the_person,
    half_ways,
    home_routing,
    lists,
    matches,
    medicines,
    notes,
    offer_assessments,
    offers,
    own_nights,
    people,
    places,
    practice,
    questionnaire_responses,
    reference,
    requests,
    reversals,
    services,
    sessions,
    setting_history,
    snapshots,
    spells,
    staff,
    stay_delays,
    stays,
    system_file,
    tasks,
    undoing,
    weekend,
)

PUBLIC = {"/api/v1/example-sign-ins"}
MODULES = (
    *(
        sessions,
        codes,
        cases,
        medicines,
        requests,
        offers,
        offer_assessments,
        arriving,
        stays,
        undoing,
        half_ways,
        drafts,
        notes,
        board_rounds,
        spells,
        reversals,
        people,
        home_routing,
        for_the_person,
    ),
    *(places, services, matches, staff, feeds, feed_messages, lists, reference),
    *(calendars, setting_history, practice, system_file, tasks, escalations),
    *(snapshots, delay_measures, delays, delay_commands, stay_delays, own_nights, weekend, exit_chain),
    *(assessments, assessment_work, assessment_forms, questionnaire_responses),
)


@dataclass(frozen=True)
class Route:
    """`template` is the address with its ids in braces; `body` is the example of the document, if it takes one."""

    method: str
    template: str
    document: dict[str, Any]
    body: Any = None

    def __str__(self) -> str:
        return f"{self.method} {self.template}"

    def path(self, **ids: object) -> str:
        """The address, with ids of nothing where none are given; what must be asked for is asked for."""
        parts = self.template.split("{")
        filled = parts[0] + "".join(_filled(part, ids) for part in parts[1:])
        return f"{filled}?scope={ids.get('scope', uuid4())}" if self.needs_scope else filled

    @property
    def needs_scope(self) -> bool:
        """Whether the address asks for a scope."""
        return any(each["name"] == "scope" for each in self.document.get("parameters", ()))

    @property
    def in_document(self) -> str:
        """Its operation id, for who reads a failure."""
        return str(self.document["operationId"])


@cache
def document() -> dict[str, Any]:
    """The OpenAPI document of the routes under /api/v1."""
    app = FastAPI()
    for module in MODULES:
        app.include_router(module.router, prefix="/api/v1")
    return app.openapi()


@cache
def routes() -> list[Route]:
    """The routes that ask who is there."""
    described = document()
    return [
        Route(method.upper(), template, operation, example(operation))
        for template, methods in described["paths"].items()
        for method, operation in methods.items()
        if template not in PUBLIC
    ]


def schema_of(operation: dict[str, Any]) -> dict[str, Any] | None:
    """The schema of what a route is sent; None when it is sent nothing."""
    if "requestBody" not in operation:
        return None
    name = operation["requestBody"]["content"]["application/json"]["schema"]["$ref"].rpartition("/")[2]
    schema: dict[str, Any] = document()["components"]["schemas"][name]
    return schema


def example(operation: dict[str, Any]) -> Any:
    """The example of what a route is sent."""
    schema = schema_of(operation)
    return schema and schema.get("example")


def handlers() -> dict[str, APIRoute]:
    """The routes themselves, by operation id."""
    found = [route for module in MODULES for route in module.router.routes if isinstance(route, APIRoute)]
    return {route.name: route for route in found}


def _filled(part: str, ids: dict[str, object]) -> str:
    name, _, rest = part.partition("}")
    of_nothing: dict[str, object] = {
        "message_id": 0,
        "kind": "councils",
        "practice": "quick_phrases",
        "night": "2026-11-01",
        "taken_on": "2026-11-05",
    }
    return f"{ids.get(name, of_nothing.get(name, uuid4()))}{rest}"
