"""In whatever order the messages of a stay come, and however often: the same stay, person and case."""

from dataclasses import asdict, replace
from typing import Any
from uuid import UUID, uuid4

from hypothesis import given, note
from hypothesis import strategies as st

from app.database import Database
from app.domain.person import PERSON
from app.domain.values import CaseId, SpellId, stream
from app.events.stream import read_stream
from app.views.spell import SpellRow, rows
from tests.intake.adt.feeding import Hospital, assert_sound, fetch
from tests.intake.adt.stories import Message, again, stories
from tests.intake.adt.systems import a_hospital
from tests.properties import a_few

told_in_any_order = stories.flatmap(lambda told: st.tuples(st.just(told), st.permutations(range(len(told)))))
told_again = stories.flatmap(
    lambda told: st.tuples(st.just(told), st.lists(st.integers(0, len(told) - 1), max_size=5), st.booleans())
)


@a_few(12)
@given(told_in_any_order)
async def test_in_any_order(database: Database, told: tuple[list[Message], list[int]]) -> None:
    messages, order = told
    one, other = await a_hospital(database), await a_hospital(database)
    await tell(one, messages, range(len(messages)))
    await tell(other, messages, order)
    await assert_same(other, one)


@a_few(12)
@given(told_again)
async def test_however_often(database: Database, told: tuple[list[Message], list[int], bool]) -> None:
    """The very same bytes again, or resent by an interface under another control id."""
    messages, again, resent = told
    one, other = await a_hospital(database), await a_hospital(database)
    await tell(one, messages, range(len(messages)))
    written = await tell(other, messages, range(len(messages)))
    for index in again:
        await other.send(written[index].replace(b"|M", b"|R", 1) if resent else written[index])
    await assert_same(other, one)


@a_few(12)
@given(told_in_any_order)
async def test_with_a_case(database: Database, told: tuple[list[Message], list[int]]) -> None:
    messages, order = told
    one, other = await a_hospital(database), await a_hospital(database)
    await tell(one, messages, range(len(messages)), referred=True)
    await tell(other, messages, [0, *(index for index in order if index)], referred=True)
    await assert_same(other, one)


@a_few(10)
@given(again.flatmap(lambda told: st.tuples(st.just(told), st.permutations(range(1, len(told))))))
async def test_whoever_comes_and_goes_with_a_case(database: Database, told: tuple[list[Message], list[int]]) -> None:
    """A case follows its person into the same stay, whichever of these was heard first, and heard twice."""
    messages, order = told
    one, other = await a_hospital(database), await a_hospital(database)
    await tell(one, messages, range(len(messages)), referred=True)
    await tell(other, messages, [0, *order, *order[:2]], referred=True)
    await assert_same(other, one)


async def tell(hospital: Hospital, messages: list[Message], order: Any, *, referred: bool = False) -> list[bytes]:
    """Send these in this order; after the first, the ward refers the person to the hub."""
    written = [hospital.write(**message) for message in messages]
    for index in order:
        await hospital.send(written[index])
        if referred and index == 0:
            spell = (await hospital.spell())["id"]
            await hospital.place.do(hospital.place.referral(SpellId(spell), CaseId(uuid4())))
    return written


async def assert_same(hospital: Hospital, other: Hospital) -> None:
    note(f"{await hospital.came_of()}\n{await other.came_of()}")
    assert await ended(hospital) == await ended(other)
    await assert_sound(hospital.place.database, hospital.place.system)


async def ended(hospital: Hospital) -> dict[str, Any]:
    """What the system shows of everybody in the end, without the ids and positions that each system has of its own."""
    place = hospital.place
    people = {row["person_id"]: row for row in await fetch(hospital, _PEOPLE)}
    stays = [(await past(hospital, f"spell:{row['spell_id']}"), row) for row in await fetch(hospital, _VISITS)]
    wards = {place.ward: "ASH", place.other_ward: "BIRCH"}
    return {
        "stays": [_of_any_system(rows(events)[-1:], wards) for events, _ in stays],
        "people": [{key: value for key, value in row.items() if key not in _OWN} for row in people.values()],
        "whose": [people[row["person_id"]]["numbers"] for _, row in stays],
        "died": [PERSON.fold(await past(hospital, stream("person", each))).died_at for each in people],
        "cases": [tuple(row) for row in await fetch(hospital, _CASES)],
        "beds": await hospital.beds(),
    }


async def past(hospital: Hospital, stream: Any) -> list[Any]:
    async with hospital.place.database.reads.acquire() as connection:
        return (await read_stream(connection, hospital.place.system, stream)).past.events


def _of_any_system(shown: list[SpellRow], wards: dict[Any, str]) -> list[dict[str, Any]]:
    nobody = UUID(int=0)
    return [
        asdict(replace(row, id=nobody, person_id=nobody, position=0, scope=""))
        | {"ward_id": wards[row.ward_id], "next_ward_id": wards.get(row.next_ward_id)}
        for row in shown
    ]


_OWN = {"system_id", "person_id", "registered_at", "said_at"}

_PEOPLE = """
    SELECT person.*, ARRAY(SELECT kind || value FROM person_identifier number WHERE number.system_id = $1
        AND number.person_id = person.person_id ORDER BY 1) AS numbers
    FROM person WHERE system_id = $1 ORDER BY numbers"""

_VISITS = "SELECT spell_id, person_id FROM visit WHERE system_id = $1 ORDER BY number"

_CASES = """
    SELECT kase.stage, outcome, CASE WHEN kase.stage = 'left_hospital' AND ended_at IS NOT NULL THEN left_at END,
        ARRAY(SELECT number FROM visit WHERE system_id = $1
            AND spell_id = ANY(kase.past_spells || kase.spell_id) ORDER BY 1)
    FROM case_1 kase JOIN LATERAL (
        SELECT ended_at FROM spell_1 WHERE system_id = kase.system_id AND id = kase.spell_id
        ORDER BY gone, ended_at NULLS LAST LIMIT 1
    ) spell ON true
    WHERE kase.system_id = $1 ORDER BY kase.stage"""
