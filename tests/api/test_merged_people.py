"""Whoever still holds the id of a retired record is led to the person: on pages, in searches, in late retries."""

from datetime import UTC, datetime
from uuid import UUID, uuid4

from app.domain.values import PersonId, Role
from app.events.handler import taken
from app.intake.merging import merge
from tests.api.desk import NURSE, Desk
from tests.facts import an_nhs_number


async def test_pages_and_searches_show_the_survivor_and_a_late_retry_is_still_a_repeat(here: Desk) -> None:
    nhs, case, spell = an_nhs_number(), str(uuid4()), str(uuid4())
    admission = here.admission(given="Adah", nhs_number=nhs)
    await here.put(f"/spells/{spell}", admission, NURSE)
    await here.put(f"/cases/{case}/referral", here.referral(spell), NURSE)
    other = await here.admitted(given="Ada")
    double, ada = [await _person(here, each) for each in (spell, other)]

    async with taken(here.place.database, here.place.hints, here.place.system) as turn:
        await merge(turn, ada, double, by=here.place.by(Role.HUB_LEAD), at=datetime.now(UTC))

    page = (await here.get(f"/cases/{case}")).json()
    assert (page["person"]["person_id"], page["person"]["given"]) == (str(ada), "Ada")
    assert (page["case"]["person_id"], page["spell"]["person_id"]) == (str(ada), str(ada))
    assert page["case"]["person"]["died_at"] is None
    assert "This case now belongs to another record" in " ".join(line["words"] for line in page["timeline"])
    [found] = (await here.post("/people/search", {"words": nhs})).json()["people"]
    assert (found["person_id"], found["case_id"]) == (str(ada), case)

    before = await here.head()
    again = await here.put(f"/spells/{spell}", admission, NURSE)
    assert (again.status_code, await here.head()) == (200, before)


async def _person(here: Desk, spell: str) -> PersonId:
    return PersonId(UUID((await here.get(f"/spells/{spell}")).json()["spell"]["person_id"]))
