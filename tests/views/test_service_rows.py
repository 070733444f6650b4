"""What a service's row says, its history in words, and that a service read from its row is the one of the stream."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from app.domain.codes.pathways import Pathway
from app.domain.codes.service_lines import ServiceLine
from app.domain.codes.sexes import Sex
from app.domain.codes.windows import Window
from app.domain.package import Package
from app.domain.practice import ServiceLines
from app.domain.rejections import Rejection
from app.domain.service import SERVICE, Beds, ListService, Run, Unit
from app.domain.service.counting import count
from app.domain.service.matching import match
from app.domain.values import ServiceId, stream
from app.events.overwriting import MatchFailed, MatchRequired
from app.events.practice import SHIPPED_WORDS
from app.events.stream import read_stream
from app.views.offering import offerings
from app.views.timeline_service import say_service, say_unit
from tests.events.examples import EXAMPLES
from tests.events.invented import TRUST
from tests.events.service_examples import SERVICE_EXAMPLES
from tests.facts import Installation
from tests.promises.places import of_a_service
from tests.promises.teller import Teller


def test_every_event_of_a_service_is_told_in_a_sentence() -> None:
    said = {
        name: say_service(event, {**SHIPPED_WORDS, TRUST: "Northmoor Trust"})
        for name, event in SERVICE_EXAMPLES.items()
    }
    assert said == {
        "service.listed.1": "Listed as Reablement East: reablement at home, P1 (home with support), "
        "run by Northmoor Trust.",
        "service.described.1": "Described. Patch: ZZ97 1, ZZ98. Can do: distress or aggression, nursing. "
        "Admits Mon, Fri until 16:00. Ring 01632 960123. Counts are believed for 12 hours.",
        "service.closed.1": "Closed: outbreak. Looks again on Mon 30 Nov.",
        "service.reopened.1": "Takes people again.",
        "service.capacity_declared.1": "Counted. Morning double-ups: 8 of 10 usable, 7 occupied, 1 kept back. "
        "Side rooms: 2 of 2 usable, 1 occupied. First visits: 4 of 4 usable, 0 occupied.",
        "service.capacity_unchanged.1": "Nothing changed since the last count.",
        "service.place_held.1": "Held 1 × Side rooms until Tue 24 Nov 12:00, beyond its count.",
        "service.place_taken.1": "Booked 1 × Side rooms from Tue 24 Nov 14:00, bought for this one booking.",
        "service.place_given_up.1": "A place that was kept is free again.",
    }
    assert "Booked a place" in say_service(replace(EXAMPLES["service.place_taken.1"], units=()), {})


def test_a_unit_is_told_by_what_it_is() -> None:
    plain = Unit(key="a", commissioned=1, usable=1, occupied=0)
    run = Run(window=Window.TEA, carers=1, sectors=frozenset({"ZZ98", "ZZ97 1"}), starts_on=date(2026, 11, 30))
    assert say_unit(plain) == "Places"
    assert say_unit(replace(plain, run=run)) == "Tea calls, 1 carer, in ZZ97 1, ZZ98, from Mon 30 Nov"
    assert say_unit(replace(plain, beds=Beds())) == "Either sex"
    beds = Beds(sex=Sex.FEMALE, side_room=True, ground_floor=True, max_weight_kg=180)
    assert say_unit(replace(plain, beds=beds)) == "Female only, side room, ground floor, up to 180 kg"


async def test_a_service_read_from_its_row_counts_and_matches_as_its_stream_does(place: Installation) -> None:
    teller = Teller(place, 5)
    for n in range(1, 6):
        line = teller.one_of([ServiceLine.IC_UNIT, ServiceLine.HOME_CARE, ServiceLine.REHAB_HOME])
        what: dict[str, Any] = {"organisation_id": place.trust, "line": line, "pathway": Pathway.P1}
        await place.do(ListService(service_id=ServiceId(UUID(int=n)), name=f"{n}", **what, **teller.said()))
    for _ in range(250):
        teller.now += timedelta(minutes=teller.chance.randint(1, 90))
        try:
            await place.do(of_a_service(teller))
        except (Rejection, MatchRequired, MatchFailed):
            continue
    await _agree(place, teller.now)


async def _agree(place: Installation, at: datetime) -> None:
    async with place.database.reads.acquire() as connection:
        found = await offerings(connection, place.system)
        assert len(found) == 5
        for each in found:
            past = (await read_stream(connection, place.system, stream("service", each.service_id))).past
            service = SERVICE.fold(past.events)
            assert each.service.units == service.units
            for unit in service.units:
                assert count(each.service, unit, at) == count(service, unit, at)
            package = Package(line=each.listed.line, start_on=at.date(), sector="ZZ97 1")
            rule = ServiceLines().of(each.listed.line)
            assert match(package, each.service, at, rule) == match(package, service, at, rule)
