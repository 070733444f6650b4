"""An assessment as the pages send it, of the case that a test opened."""

from datetime import UTC, datetime
from typing import Any
from uuid import UUID, uuid4

import httpx

from app.api.erasing import erase_person
from app.domain.values import PersonId, Role
from tests.api.desk import CLINICIAN, MANAGER, Desk

ANSWERS: dict[str, list[Any]] = {
    "agreement.agrees": ["agrees"],
    "agreement.capacity": ["no_doubt"],
    "health.reason": ["Fell at home and broke a hip."],
    "moving.carers": [1],
    "medicines.help": ["prompt"],
    "signing.declared": [True],
    "signing.copy": ["given"],
}
TWO = ANSWERS | {"moving.carers": [2], "moving.why-two": ["Turns in bed only with two."]}


def signing(answers: dict[str, list[Any]] = ANSWERS, **more: Any) -> dict[str, Any]:
    said = {
        "signing_id": str(uuid4()),
        "form": "trusted-assessment",
        "form_version": "1",
        "answers": answers,
        "competency": "occupational_therapist",
        "agreement": "home_care",
        "employer": "Northmoor Hospitals",
        "seen_at": "2026-11-20T10:00:00Z",
        "seen_where": "on_ward",
        "seen_with": "Her daughter",
    }
    return said | more


async def sign(
    here: Desk, case: str, assessment: str, body: dict[str, Any], role: Role = CLINICIAN, **headers: str
) -> httpx.Response:
    return await here.put(f"/cases/{case}/assessments/{assessment}", body, role, **headers)


async def signed(here: Desk) -> tuple[str, str]:
    """The ids of a new case in planning and of its signed assessment."""
    case, _ = await here.planning()
    assessment = str(uuid4())
    assert (await sign(here, case, assessment, signing())).status_code == 200
    return case, assessment


async def read(here: Desk, case: str, assessment: str, more: str = "") -> dict[str, Any]:
    answer = await here.get(f"/cases/{case}/assessments/{assessment}{more}")
    assert answer.status_code == 200, answer.text
    page: dict[str, Any] = answer.json()
    return page


async def a_service(here: Desk, line: str = "home_care", name: str = "North Care") -> str:
    """The id of a service that is listed."""
    service = str(uuid4())
    body = {"name": name, "organisation_id": str(here.place.trust), "line": line, "pathway": "P1"}
    assert (await here.put(f"/services/{service}", body, MANAGER)).status_code == 200
    return service


async def erase(here: Desk, case: str) -> None:
    """Forget whose case this is."""
    person = PersonId(UUID((await here.get(f"/cases/{case}")).json()["person"]["person_id"]))
    place, at = here.place, datetime.now(UTC)
    await erase_person(place.database, place.hints, place.system, person, by=place.by(MANAGER), at=at)
