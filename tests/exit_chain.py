"""People in a service and people who wait for it: Ada leaves the first service tomorrow by noon."""

from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

from app.domain.local_time import local_date
from tests.api.desk import HUB, NURSE, Desk
from tests.api.finding import a_service, answer, arrival, asked, done, offer_of, packaged, says, soon


def tomorrow() -> date:
    """The local date of tomorrow."""
    return local_date(datetime.now(UTC)) + timedelta(days=1)


async def in_the_service(here: Desk, service: str) -> tuple[str, str]:
    """The ids of a case, and of its stay in this service."""
    case, stay = await packaged(here), str(uuid4())
    offer = offer_of(await asked(here, case, service), service)
    await done(await says(here, offer, "confirmation", arrival(), HUB))
    await done(await here.put(f"/cases/{case}/departure", {"left_at": soon(-2)}, NURSE))
    await done(await here.put(f"/cases/{case}/first-contacts/{stay}", {"at": soon(-1), "seen_by": "Rosa"}))
    return case, stay


async def leaves(here: Desk, case: str, stay: str, on: date) -> None:
    """Their exit is planned."""
    plan = {"leave_on": on.isoformat(), "destination": "home_no_support", "words": "Her son moves in."}
    await done(await here.put(f"/cases/{case}/stays/{stay}/exit-plans/{uuid4()}", plan))


async def a_chain(here: Desk) -> dict[str, str]:
    """Ada leaves the first service, which Ben waits for in the second one, whose place Cai waits for in hospital."""
    first, second = await a_service(here), await a_service(here)
    ada, adas = await in_the_service(here, first)
    ben, bens = await in_the_service(here, second)
    await leaves(here, ada, adas, tomorrow())
    await asked(here, ben, first)
    cai = await packaged(here)
    no = offer_of(await asked(here, cai, first), first)
    await done(await says(here, no, "decline", answer(code="D01"), HUB))
    return {"ada": ada, "ben": ben, "bens": bens, "cai": cai, "first": first, "second": second}
