"""Who is heard on a frozen night: of hubs the one that works for the person, and any while none does."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest

from app.domain.codes.delay_reasons import DelayReason
from app.domain.delay.owners import NotYourNight
from app.domain.local_time import local_date
from app.domain.spell import AgreeNight, ContestNight, FreezeNight, ReviewCriteria, ReviewOutcome
from app.domain.system import AddHub, AddStaff
from app.domain.values import Actor, HubId, OrganisationId, Role, SpellId, StaffId, Words
from app.events.midnight import MIDNIGHT
from tests.facts import Installation

NIGHT = local_date(datetime.now(UTC)) - timedelta(days=1)


async def a_frozen_night(place: Installation) -> SpellId:
    """Of somebody who has been ready for three days."""
    now = datetime.now(UTC)
    _, spell = await place.admit(at=now - timedelta(days=4))
    ready: dict[str, Any] = {"outcome": ReviewOutcome.NO_LONGER_MEETS, "criteria": frozenset(), "words": None}
    by = place.by(Role.WARD_CLINICIAN)
    await place.do(
        ReviewCriteria(spell_id=spell, review_id=uuid4(), by=by, at=now - timedelta(days=3), told_at=now, **ready)
    )
    await place.do(FreezeNight(spell_id=spell, night=NIGHT, by=MIDNIGHT, at=now))
    return spell


async def the_lead_of_another_hub(place: Installation) -> Actor:
    hub, staff = HubId(uuid4()), StaffId(uuid4())
    said: dict[str, Any] = {"by": place.by(Role.MANAGER), "at": datetime.now(UTC), "organisation_id": place.trust}
    await place.do(AddHub(system_id=place.system, hub_id=hub, name="Valley Hub", **said))
    await place.do(AddStaff(staff_id=staff, role=Role.HUB_LEAD, hub_id=hub, ward_ids=frozenset(), **said))
    return replace(place.by(Role.HUB_LEAD), id=str(staff))


async def test_a_lead_of_another_hub_is_heard_until_a_hub_works_for_the_person(place: Installation) -> None:
    spell, elsewhere = await a_frozen_night(place), await the_lead_of_another_hub(place)
    of: dict[str, Any] = {"spell_id": spell, "night": NIGHT, "organisation_id": OrganisationId(place.trust)}
    contest = ContestNight(reason=DelayReason.HP2, words=Words("Late."), by=elsewhere, at=datetime.now(UTC), **of)
    assert (await place.do(contest)).recorded == 1
    await place.do(place.referral(spell))
    agree = AgreeNight(by=elsewhere, at=datetime.now(UTC), **of)
    with pytest.raises(NotYourNight):
        await place.do(agree)
    assert (await place.do(replace(agree, by=place.by(Role.HUB_LEAD)))).recorded == 1
