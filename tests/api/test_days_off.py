"""Bank holidays over HTTP: a service whose own calendar closes on them is not matched, nor asked, for one."""

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

from app.bank_holidays import ENGLAND
from app.domain.local_time import local_date
from tests.api.desk import MANAGER, PROVIDER, Desk, refusal
from tests.api.finding import a_package, a_service, answer, arrival, asked, done, offer_of, packaged, says

ALL_DAY = [{"opens": "08:00", "closes": "20:00"}]
EVERY_DAY: dict[str, Any] = {"week": [ALL_DAY] * 7, "bank_holidays": "closed"}


def ahead(*, off: bool) -> str:
    """The first bank holiday that is some days ahead, or the first other day."""
    days = (local_date(datetime.now(UTC)) + timedelta(days=n) for n in range(3, 400))
    return next(day for day in days if (day in ENGLAND) is off).isoformat()


async def the_match(here: Desk, service: str, start_on: str) -> dict[str, Any]:
    page = (await here.post("/services/matches", a_package() | {"start_on": start_on})).json()
    found: dict[str, Any] = next(each for each in page["matches"] if each["service_id"] == service)
    return found


async def test_a_service_that_closes_on_bank_holidays_is_neither_matched_nor_asked_for_one(at_desk: Desk) -> None:
    service, on = await a_service(at_desk), ahead(off=True)
    assert (await the_match(at_desk, service, on))["fits"], (
        "without a calendar it is as on a Sunday, on which it admits"
    )
    await done(await at_desk.put(f"/calendars/{service}", EVERY_DAY, MANAGER))
    match = await the_match(at_desk, service, on)
    assert (match["fits"], [each["code"] for each in match["reasons"]]) == (False, ["bank_holiday"])
    assert (await the_match(at_desk, service, ahead(off=False)))["fits"]

    case = await packaged(at_desk)
    etag = (await at_desk.get(f"/cases/{case}/requests")).json()["package"]["etag"]
    described = {"package": a_package() | {"start_on": on}, "words": None}
    await done(await at_desk.put(f"/cases/{case}/package", described, If_Match=etag))
    request = {"round": "broadcast", "services": [service]}
    refused = await at_desk.put(f"/cases/{case}/requests/{uuid4()}", request)
    assert refusal(refused) == (409, "cannot-meet-need")
    await done(await at_desk.put(f"/calendars/{service}", EVERY_DAY | {"bank_holidays": "as_usual"}, MANAGER))
    assert (await the_match(at_desk, service, on))["fits"], "a calendar that is set anew acts at once"


async def test_no_start_is_agreed_for_a_bank_holiday_on_which_the_service_closes(at_desk: Desk) -> None:
    service, case = await a_service(at_desk), await packaged(at_desk)
    offer = offer_of(await asked(at_desk, case, service), service)
    await done(await at_desk.put(f"/calendars/{service}", EVERY_DAY, MANAGER))
    closed = {"arrive_from": f"{ahead(off=True)}T10:00:00Z", "arrive_to": f"{ahead(off=True)}T12:00:00Z"}
    refused = await says(at_desk, offer, "confirmation", arrival() | closed, PROVIDER)
    assert refusal(refused) == (409, "service-closed-that-day")
    open_then = {"arrive_from": f"{ahead(off=False)}T10:00:00Z", "arrive_to": f"{ahead(off=False)}T12:00:00Z"}
    await done(await says(at_desk, offer, "confirmation", arrival() | open_then, PROVIDER))
    moved = await at_desk.put(f"/cases/{case}/booking/start", answer(words="Closed then.", **closed))
    assert refusal(moved) == (409, "service-closed-that-day")
