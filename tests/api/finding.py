"""Finding a service over HTTP: somebody whose package is described, and services of two organisations to ask."""

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import httpx

from app.domain.case.requests.state import offer_id_of
from app.domain.codes.weekdays import Weekday
from app.domain.values import Role, ServiceId
from tests.api.desk import HUB, MANAGER, NURSE, Desk
from tests.facts import an_nhs_number

PERSON: dict[str, Any] = {"family": "Finchfield", "given": "Philomena"}
ADDRESS, POSTCODE, PHONE = ("17 Finch Row", "Birdham"), "ZZ97 1QQ", "01632 960961"
TELLING = f"Philomena Finchfield of 17 Finch Row fell. Ring {PHONE}, ask for Xanthippe. NHS no "
CALLS = [{"window": "morning", "carers": 2, "minutes": 45}]
RUN = {"key": "am", "commissioned": 2, "usable": 1, "occupied": 0, "run": {"window": "morning", "carers": 2}}
BED = {"key": "side", "commissioned": 2, "usable": 1, "occupied": 0, "beds": {"side_room": True}}


def soon(hours: float) -> str:
    """So many hours from now."""
    return (datetime.now(UTC) + timedelta(hours=hours)).isoformat()


def a_package(line: str = "reab") -> dict[str, Any]:
    """Home care of one double-up in the morning, or a bed in a side room."""
    asked = {"calls": CALLS, "sector": "ZZ97 1"} if line == "reab" else {"bed": {"side_room": True}}
    return {"line": line, "start_on": (datetime.now(UTC) + timedelta(days=2)).date().isoformat(), **asked}


def answer(**more: Any) -> dict[str, Any]:
    """An answer with an id of its own."""
    return {"answer_id": str(uuid4()), **more}


def arrival(**more: Any) -> dict[str, Any]:
    """A yes with a time of arrival."""
    return answer(arrive_from=soon(40), arrive_to=soon(42), units=["am"], how="remote", **more)


def offer_of(request: str, service: str) -> str:
    """The id of what this service is asked in this request."""
    return str(offer_id_of(UUID(request), ServiceId(UUID(service))))


async def done(put: httpx.Response) -> dict[str, Any]:
    """What a command answered, which was carried out."""
    assert put.status_code == 200, put.text
    receipt: dict[str, Any] = put.json()
    return receipt


async def a_service(here: Desk, line: str = "reab", *, of_another: bool = False, usable: int = 1) -> str:
    """The id of a new service with so many places, of the organisation of the test's staff or of another one."""
    organisation, service = str(uuid4()) if of_another else str(here.place.trust), str(uuid4())
    if of_another:
        body = {"code": uuid4().hex[:8], "name": "Another provider", "kind": "provider"}
        await done(await here.put(f"/organisations/{organisation}", body, MANAGER))
    listing = {"organisation_id": organisation, "line": line, "pathway": "P1" if line == "reab" else "P2"}
    await done(await here.put(f"/services/{service}", {"name": f"Service {service}", **listing}, MANAGER))
    if line != "reab":  # the line of reablement admits every day
        await done(await here.put(f"/services/{service}/description", {"admits_on": [*Weekday]}, MANAGER))
    unit = (RUN if line == "reab" else BED) | {"usable": usable}
    await done(await here.put(f"/services/{service}/capacity", {"counted_at": soon(-1), "units": [unit]}, MANAGER))
    return service


async def packaged(here: Desk, pathway: dict[str, Any] | None = None, line: str = "reab") -> str:
    """The id of a case of somebody whose package is described; they agreed to sharing it."""
    number = an_nhs_number()
    whole: dict[str, Any] = {
        "nhs_number": number,
        "nhs_number_checked": True,
        "address": ADDRESS,
        "postcode": POSTCODE,
        "phone": PHONE,
    }
    _, spell = await here.place.admit(**PERSON, **whole)
    case, told = str(uuid4()), {"told_and_agrees": {"agrees": "agrees"}}
    people = {"people": {"carer": "Xanthippe, daughter", "carer_phone": "01632 960962"}}
    referral = here.referral(str(spell), TELLING + number, **told, **people)
    await done(await here.put(f"/cases/{case}/referral", referral, NURSE))
    await done(await here.put(f"/cases/{case}/acceptance", here.manager()))
    await done(await here.put(f"/cases/{case}/pathway", pathway or {"needed": "P1", "given": "P1"}))
    package = {"package": a_package(line), "words": "Philomena prefers to be up by nine."}
    await done(await here.put(f"/cases/{case}/package", package))
    return case


async def asked(here: Desk, case: str, *services: str, round_: str = "broadcast") -> str:
    """The id of a new request to these services."""
    request = str(uuid4())
    body = {"round": round_, "services": list(services)}
    await done(await here.put(f"/cases/{case}/requests/{request}", body))
    return request


async def says(here: Desk, offer: str, what: str, body: dict[str, Any], role: Role = HUB) -> httpx.Response:
    """A service's answer."""
    return await here.put(f"/offers/{offer}/{what}", body, role)
