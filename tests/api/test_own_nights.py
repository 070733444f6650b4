"""A provider reads the nights that are put down to its services, and says over HTTP whether it agrees."""

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

from app.domain.local_time import local_date
from app.domain.spell import FreezeNight
from app.domain.values import SpellId
from app.events.midnight import MIDNIGHT
from tests.api.desk import CLINICIAN, HUB, NURSE, PROVIDER, Desk, refusal, twice
from tests.api.finding import PERSON, a_service, answer, arrival, asked, done, offer_of, packaged, says
from tests.api.test_two_tiers import TELLING, whose

NO_LONGER = {"outcome": "no_longer_meets", "criteria": []}
OTHER = {"reason": "HP4", "words": "The place was free from noon."}


async def test_a_service_agrees_to_or_contests_a_night_without_learning_who_it_was(at_desk: Desk) -> None:
    here = at_desk
    east, case = await a_service(here), await packaged(here)
    at_east = offer_of(await asked(here, case, east), east)
    spell = await _frozen(here, case)
    [night] = await _nights(here)
    assert (night["reason"], night["line"], night["offer_id"], night["name"]) == ("IP1", "reab", at_east, None)
    of = f"/nights/{night['night_id']}"
    assert await twice(here, f"{of}/agreement", {}, PROVIDER) == [1, 0]
    assert await twice(here, f"{of}/contest", OTHER, PROVIDER) == [1, 0]
    answered = (await here.put(f"{of}/contest", OTHER, PROVIDER)).text
    theirs = {"reason": "CA1", "words": f"{PERSON['given']} {PERSON['family']} was told on the ward."}
    date = night["night"]
    await done(await here.put(f"/spells/{spell}/nights/{date}/settlement", theirs, HUB))
    [night] = await _nights(here)
    assert [(each["organisation"], each["said"], each["reason"]) for each in night["said"]] == [
        ("Northmoor Trust", "contests", "HP4"),
        ("Northmoor Trust", "would_settle", "CA1"),
    ]
    assert night["said"][1]["words"] == "[…] […] was told on the ward."
    told = [str(night), answered]
    telling = [*TELLING, *await whose(here, case)]
    assert [each for each in telling if each.casefold() in " ".join(told).casefold()] == []

    await done(await says(here, at_east, "interest", answer(), PROVIDER))
    await done(await says(here, at_east, "confirmation", arrival(), PROVIDER))
    [night] = await _nights(here)
    assert night["name"] == "FINCHFIELD, Philomena"
    assert PERSON["family"] in night["said"][1]["words"]


async def test_a_night_that_is_not_theirs_is_not_shown_and_is_refused_in_words(at_desk: Desk) -> None:
    here = at_desk
    west, case = await a_service(here, of_another=True), await packaged(here)
    await asked(here, case, west)
    spell = await _frozen(here, case)
    assert await _nights(here) == []
    page = (await here.get(f"/spells/{spell}/delay")).json()
    [night] = [each for each in page["nights"] if each["frozen"]]
    assert len(night["owners"]) == 1
    key = await here.place.database.reads.fetchval("SELECT id FROM night_1 WHERE spell_id = $1", UUID(spell))
    for what, body in (("agreement", {}), ("contest", OTHER), ("settlement", OTHER)):
        assert refusal(await here.put(f"/nights/{key}/{what}", body, PROVIDER)) == (409, "not-your-night")
    assert refusal(await here.put(f"/nights/{uuid4()}/contest", OTHER, PROVIDER))[0] == 404
    assert (await here.get("/nights", NURSE)).status_code == 403
    assert (await here.put(f"/nights/{key}/agreement", {}, NURSE)).status_code == 200, (
        "the ward is heard on every night"
    )


async def _frozen(here: Desk, case: str) -> str:
    """The stay of this case, of which tonight is frozen already."""
    spell = str((await here.get(f"/cases/{case}")).json()["case"]["spell_id"])
    now = datetime.now(UTC)
    reviewed = {**NO_LONGER, "at": (now - timedelta(minutes=5)).isoformat()}
    await done(await here.put(f"/spells/{spell}/reviews/{uuid4()}", reviewed, CLINICIAN))
    freeze = FreezeNight(
        spell_id=SpellId(UUID(spell)), night=local_date(now), by=MIDNIGHT, at=now + timedelta(days=1, hours=1)
    )
    await here.place.do(freeze)
    return spell


async def _nights(here: Desk) -> list[dict[str, Any]]:
    page = await here.get("/nights", PROVIDER)
    assert page.status_code == 200, page.text
    found: list[dict[str, Any]] = page.json()["nights"]
    return found
