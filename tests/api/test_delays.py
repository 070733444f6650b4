"""Why people are still here, over HTTP: the reason at hand, what is recorded, a night, and every refusal in words."""

import asyncio
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

from app.api.recent import SECONDS
from app.domain.local_time import local_date, midnight_after
from app.domain.spell import FreezeNight
from app.domain.values import SpellId
from app.events.midnight import MIDNIGHT
from tests.api.desk import CLINICIAN, HUB, NURSE, PROVIDER, Desk, twice

NO_LONGER = {"outcome": "no_longer_meets", "criteria": []}
STOP = {"reason": "WB2", "owner": "council", "stops_leaving": True, "words": "Raised with the team."}
READY = datetime.now(UTC) - timedelta(days=3)


async def test_everybody_ready_stands_with_their_one_reason_and_what_it_costs(here: Desk) -> None:
    spell = await _ready(here)
    assert await twice(here, f"/spells/{spell}/hub-need", {"need": "yes"}) == [1, 0]
    found = await _found(here, spell, reason="HP3")
    assert (found["spell_id"], found["reason"], found["how"], found["open"]) == (spell, "HP3", "stage", ["HP3"])
    assert (found["days"], found["nights"], found["cost"]) == (3, 3, 3 * 562)
    assert (found["owner"], found["owners"]) == ("hospital", [str(here.place.trust)])
    page = await _page(here, spell)
    assert (page["owner"], page["owners"]) == (found["owner"], found["owners"])
    assert (await here.get(f"/delays?hub_id={here.place.hub}")).json()["people"] == []
    assert (await here.get("/delays", PROVIDER)).status_code == 403


async def test_a_child_and_a_stay_of_no_night_yet_are_on_the_ward_list_and_no_delay(here: Desk) -> None:
    """DOMAIN rule 2: every adult in-patient of one night or more; who has no birth date on record counts."""
    today = local_date(datetime.now(UTC))
    admitted = local_date(READY - timedelta(days=1))
    eighteen = admitted.replace(year=admitted.year - 18, day=min(admitted.day, 28))
    adult = await _ready(here, bed="A2", birth_date=eighteen)
    child = await _ready(here, bed="A3", birth_date=eighteen + timedelta(days=4))
    unknown = await _ready(here, bed="A4")
    await _found(here, unknown)
    came_today = str((await here.place.admit(bed="A5", at=midnight_after(today - timedelta(days=1))))[1])
    assert (await here.put(f"/spells/{came_today}/reviews/{uuid4()}", NO_LONGER, CLINICIAN)).status_code == 200
    listed = {each["spell_id"] for each in (await here.get("/delays", HUB)).json()["people"]}
    assert {adult, unknown} <= listed
    assert listed.isdisjoint({child, came_today})
    of_ward = {row["id"] for row in (await here.get(f"/wards/{here.place.ward}/list", NURSE)).json()["rows"]}
    assert {adult, unknown, child, came_today} <= of_ward


async def test_ward_staff_read_of_their_own_ward(here: Desk) -> None:
    spell = await _ready(here)
    await _found(here, spell)
    assert spell in {each["spell_id"] for each in (await here.get("/delays", NURSE)).json()["people"]}
    assert (await here.get(f"/delays?ward_id={here.place.other_ward}", NURSE)).status_code == 403
    assert (await here.get(f"/delays?ward_id={here.place.other_ward}", HUB)).json()["people"] == []


async def test_what_stops_leaving_is_the_reason_until_it_is_over(here: Desk) -> None:
    spell, key = await _ready(here), uuid4()
    path = f"/spells/{spell}/blockers/{key}"
    assert await twice(here, path, STOP) == [1, 0]
    page = await _page(here, spell)
    assert (page["spans"][-1]["reason"], page["owner"], page["owners"]) == ("WB2", "council", [])
    assert await twice(here, f"{path}/mark", {"stops_leaving": False}) == [1, 0]
    assert (await _page(here, spell))["spans"][-1]["reason"] == "HP7"
    assert (await here.put(f"{path}/end", {})).json()["recorded"] == 1
    [blocker] = (await _page(here, spell))["blockers"]
    assert (blocker["words"], blocker["stops_leaving"], blocker["fits"]) == ("Raised with the team.", False, True)
    assert blocker["end"]


async def test_a_reason_is_set_by_hand_with_words_and_the_derived_one_counts_again(here: Desk) -> None:
    spell, path = await _ready(here), f"set-reasons/{uuid4()}"
    own = {"reason": "IP10", "words": "She pays for her own care."}
    assert (await here.put(f"/spells/{spell}/{path}", {"reason": "IP10"})).status_code == 422
    assert await twice(here, f"/spells/{spell}/{path}", own) == [1, 0]
    latest = (await _page(here, spell))["spans"][-1]
    assert (latest["reason"], latest["how"]) == ("IP10", "override")
    assert (await here.put(f"/spells/{spell}/{path}/end", {})).json()["recorded"] == 1
    assert (await _page(here, spell))["spans"][-1]["reason"] == "HP7"


async def test_a_frozen_night_is_contested_and_a_late_correction_shows_beside_it(here: Desk) -> None:
    spell = await _ready(here)
    night = local_date(datetime.now(UTC)) - timedelta(days=1)
    of = f"/spells/{spell}/nights/{night}"
    other = {"reason": "HP2", "words": "The round was late."}
    await _refused(here, f"{of}/contest", other, "night-not-frozen")
    freeze = FreezeNight(spell_id=SpellId(UUID(spell)), night=night, by=MIDNIGHT, at=datetime.now(UTC))
    await here.place.do(freeze)
    await _refused(here, f"{of}/contest", {**other, "reason": "HP7"}, "nothing-to-contest")
    await _refused(here, f"{of}/settlement", other, "not-contested")
    assert await twice(here, f"{of}/contest", other) == [1, 0]
    late = {**STOP, "at": (READY + timedelta(hours=1)).isoformat()}
    await here.put(f"/spells/{spell}/blockers/{uuid4()}", late)
    [latest] = [each for each in (await _page(here, spell))["nights"] if each["night"] == str(night)]
    assert (latest["frozen"], latest["reason"], latest["now_known"], latest["reported"]) == (True, "HP7", "WB2", "HP7")
    assert [each["words"] for each in latest["contested"]] == ["The round was late."]
    assert await _found(here, spell, contested=1)


async def test_what_cannot_be_is_refused_in_words_with_a_code(here: Desk) -> None:
    spell = await _ready(here)
    early = {**STOP, "at": (READY - timedelta(days=300)).isoformat()}
    await _refused(here, f"/spells/{spell}/blockers/{uuid4()}", early, "delay-outside-stay")
    assert (await here.put(f"/spells/{spell}/blockers/{uuid4()}", {**STOP, "reason": "XX1"})).status_code == 422
    assert (await here.put(f"/spells/{spell}/blockers/{uuid4()}/end", {})).status_code == 404
    assert (await here.get(f"/spells/{uuid4()}/delay")).status_code == 404
    assert (await here.put(f"/spells/{spell}/blockers/{uuid4()}", STOP, PROVIDER)).status_code == 403


async def _ready(here: Desk, **who: Any) -> str:
    """Somebody who is ready for three days, by what a clinician says now of then."""
    spell = str((await here.place.admit(at=READY - timedelta(days=1), **who))[1])
    reviewed = {**NO_LONGER, "at": READY.isoformat()}
    assert (await here.put(f"/spells/{spell}/reviews/{uuid4()}", reviewed, CLINICIAN)).status_code == 200
    return spell


async def _found(here: Desk, spell: str, **expected: Any) -> dict[str, Any]:
    """Their line among those of the ward, once it says so: many screens share an answer for a moment."""
    async with asyncio.timeout(10):
        while True:
            people = (await here.get(f"/delays?ward_id={here.place.ward}", NURSE)).json()["people"]
            for each in people:
                if each["spell_id"] == spell and expected.items() <= each.items():
                    return dict(each)
            await asyncio.sleep(SECONDS)


async def _page(here: Desk, spell: str) -> dict[str, Any]:
    page: dict[str, Any] = (await here.get(f"/spells/{spell}/delay", HUB)).json()
    return page


async def _refused(here: Desk, path: str, body: dict[str, Any], code: str) -> None:
    answer = await here.put(path, body)
    assert (answer.status_code, answer.json()["code"]) == (409, code)
