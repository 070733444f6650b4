"""Who was booked after an earlier stay is known when the same person needs care again."""

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest

from app.domain.case import RecordDeparture
from app.domain.case.arriving.contact import ConfirmFirstContact
from app.domain.case.requests.previous import PreviousProviderFirst
from app.domain.case.stay.ending import EndStay
from app.domain.codes.stay_outcomes import Destination, StayOutcome
from app.domain.codes.ways_out import WayOut
from app.domain.service import ClosedFor, CloseService
from app.domain.spell import EndSpell, OpenSpell
from app.domain.values import Role, SpellId, Words
from tests.events.searching import a_search, a_service
from tests.facts import Installation


async def test_the_service_of_the_last_stay_is_asked_first_at_the_next_one_while_it_can(place: Installation) -> None:
    before, other = await a_service(place, usable=2), await a_service(place)
    person, spell = await place.admit()
    first = await a_search(place, spell)
    [offer], stay = await first.ask(before), uuid4()
    for command in (
        first.yes(offer),
        RecordDeparture(**first.said()),
        ConfirmFirstContact(contact_id=stay, seen_by=Words("Rosa"), **first.said()),
        EndStay(
            stay_id=stay,
            step_id=uuid4(),
            outcome=StayOutcome.LOWER,
            destination=Destination.HOME_NO_SUPPORT,
            **first.said(),
        ),
    ):
        await place.do(command)

    again = SpellId(uuid4())
    ward: dict[str, Any] = {"by": place.by(Role.WARD_NURSE), "at": datetime.now(UTC) - timedelta(minutes=1)}
    await place.do(EndSpell(spell_id=spell, how=WayOut.DISCHARGED, **ward))
    await place.do(OpenSpell(spell_id=again, person_id=person, ward_id=place.ward, bed="A1-02", **ward))
    second = await a_search(place, again)
    with pytest.raises(PreviousProviderFirst) as refused:
        await second.ask(other)
    assert refused.value.details == {"service_id": str(before)}
    closing: dict[str, Any] = {"by": place.by(Role.PROVIDER), "at": datetime.now(UTC)}
    await place.do(CloseService(service_id=before, why=ClosedFor.OUTBREAK, **closing))
    assert len(await second.ask(other)) == 1
