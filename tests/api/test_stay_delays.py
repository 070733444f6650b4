"""Why people are still in community beds, over HTTP: the service and the hub read and say it, and nobody else."""

import asyncio
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

from app.api.erasing import erase_person
from app.api.recent import SECONDS
from app.domain.case.remaining.freezing import FreezeStayNight
from app.domain.local_time import local_date
from app.domain.values import CaseId, PersonId
from app.events.midnight import MIDNIGHT
from tests.api.desk import HUB, MANAGER, NURSE, PROVIDER, Desk, refusal, twice
from tests.events.in_a_bed import in_a_bed

READY = datetime.now(UTC) - timedelta(days=3)
STOP = {"reason": "WB4", "owner": "council", "stops_leaving": True, "words": "No key to the flat."}


async def test_everybody_who_could_leave_their_bed_stands_with_the_reason_or_unexplained(here: Desk) -> None:
    case, stay = await _ready(here)
    found = await _found(here, stay, reason=None)
    assert (found["how"], found["days"], found["nights"], found["contested"]) == ("unexplained", 3, 3, 0)
    goes = {"leave_on": _in_days(9), "destination": "home_long_term", "words": "Two calls a day."}
    assert (await here.put(f"/cases/{case}/stays/{stay}/exit-plans/{uuid4()}", goes, PROVIDER)).status_code == 200
    told = await _found(here, stay, reason="CT2")
    assert (told["how"], told["owner"], told["owners"]) == ("stage", "hub", [str(here.place.trust)])
    assert (await here.get("/stays/delays", NURSE)).status_code == 403


async def test_the_service_records_what_is_in_the_way_and_the_hub_sets_the_reason(here: Desk) -> None:
    case, stay = await _ready(here)
    path, key, own = f"/cases/{case}/stays/{stay}", uuid4(), uuid4()
    assert await twice(here, f"{path}/blockers/{key}", STOP, PROVIDER) == [1, 0]
    assert (await _page(here, path, PROVIDER))["spans"][-1]["reason"] == "WB4"
    assert await twice(here, f"{path}/blockers/{key}/mark", {"stops_leaving": False}, PROVIDER) == [1, 0]
    said = {"reason": "IP10", "words": "She pays for her own care."}
    assert await twice(here, f"{path}/set-reasons/{own}", said, HUB) == [1, 0]
    assert (await _page(here, path))["spans"][-1]["reason"] == "IP10"
    assert (await here.put(f"{path}/set-reasons/{own}/end", {})).json()["recorded"] == 1
    assert (await here.put(f"{path}/blockers/{key}/end", {}, PROVIDER)).json()["recorded"] == 1
    assert (await here.put(f"{path}/blockers/{uuid4()}/withdrawal", {})).status_code == 404
    page = await _page(here, path)
    assert (page["ready"], page["days"], page["spans"][-1]["reason"]) == (True, 3, None)
    assert [each["words"] for each in page["blockers"]] == ["No key to the flat."]
    words = [each["words"] for each in (await here.get(f"/cases/{case}")).json()["timeline"]]
    assert any("In the way: Issues with discharge destination readiness (WB4)" in each for each in words)


async def test_a_provider_contests_the_night_of_its_own_bed_and_of_no_other(here: Desk) -> None:
    case, stay = await _ready(here)
    night = local_date(datetime.now(UTC)) - timedelta(days=1)
    of = f"/cases/{case}/stays/{stay}/nights/{night}"
    other = {"reason": "CT2", "words": "The hub had not asked anybody."}
    assert refusal(await here.put(f"{of}/contest", other, PROVIDER)) == (409, "night-not-frozen")
    freeze: dict[str, Any] = {"case_id": CaseId(UUID(case)), "stay_id": UUID(stay), "night": night, "by": MIDNIGHT}
    await here.place.do(FreezeStayNight(**freeze, at=datetime.now(UTC)))
    assert refusal(await here.put(f"{of}/settlement", other)) == (409, "not-contested")
    assert await twice(here, f"{of}/contest", other, PROVIDER) == [1, 0]
    [shown] = [
        each for each in (await _page(here, f"/cases/{case}/stays/{stay}"))["nights"] if each["night"] == str(night)
    ]
    assert (shown["frozen"], shown["reason"], shown["reported"]) == (True, None, None)
    assert [each["words"] for each in shown["contested"]] == ["The hub had not asked anybody."]
    assert await _found(here, stay, contested=1)
    assert await twice(here, f"{of}/agreement", {}, PROVIDER) == [1, 0]
    assert (await here.get(f"/cases/{case}/stays/{uuid4()}/delay", PROVIDER)).status_code == 404


async def test_nobody_reads_what_was_said_of_the_night_of_somebody_who_was_erased(here: Desk) -> None:
    case, stay = await _ready(here)
    night, now = local_date(datetime.now(UTC)) - timedelta(days=1), datetime.now(UTC)
    freeze: dict[str, Any] = {"case_id": CaseId(UUID(case)), "stay_id": UUID(stay), "night": night, "by": MIDNIGHT}
    await here.place.do(FreezeStayNight(**freeze, at=now))
    said = {"reason": "CT2", "words": "Philomena waits for the hub."}
    assert (await here.put(f"/cases/{case}/stays/{stay}/nights/{night}/contest", said, PROVIDER)).status_code == 200
    whom, by = PersonId(UUID((await here.get(f"/cases/{case}")).json()["case"]["person_id"])), here.place.by(MANAGER)
    await erase_person(here.place.database, here.place.hints, here.place.system, whom, by=by, at=now)
    [row] = await here.place.database.reads.fetch(
        "SELECT contested::text, settling::text FROM stay_night_1 WHERE system_id = $1 AND stay_id = $2",
        here.place.system,
        UUID(stay),
    )
    assert "Philomena" not in row["contested"]
    assert '"words": "(erased)"' in row["contested"]
    assert '"reason": "CT2"' in row["contested"]
    assert row["settling"] == "{}"


async def _ready(here: Desk) -> tuple[str, str]:
    """Somebody in a bed who no longer meets the requirements to remain for three days."""
    search, stay = await in_a_bed(here.place, days=5)
    review = {"at": READY.isoformat(), "remains": "no_longer_meets", "words": "Walks to the gate."}
    put = await here.put(f"/cases/{search.case}/stays/{stay}/reviews/{uuid4()}", review, PROVIDER)
    assert put.status_code == 200, put.text
    return str(search.case), str(stay)


async def _found(here: Desk, stay: str, **expected: Any) -> dict[str, Any]:
    """Their line among those of the service, once it says so: many screens share an answer for a moment."""
    async with asyncio.timeout(10):
        while True:
            for each in (await here.get("/stays/delays", PROVIDER)).json()["people"]:
                if each["stay_id"] == stay and expected.items() <= each.items():
                    return dict(each)
            await asyncio.sleep(SECONDS)


async def _page(here: Desk, path: str, role: Any = HUB) -> dict[str, Any]:
    page: dict[str, Any] = (await here.get(f"{path}/delay", role)).json()
    return page


def _in_days(n: int) -> str:
    return (datetime.now(UTC) + timedelta(days=n)).date().isoformat()
