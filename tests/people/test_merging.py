"""Two records of one person: every number and every id leads to the survivor, whose details go on."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import uuid4

from app.domain.person import Detail
from app.domain.values import PersonId, SpellId
from app.people.details import Details
from app.people.lookup import Identity
from app.people.merging import join, records_of, survivor_of
from app.people.registry import Match, add_alias_number, erase, is_kept
from tests.facts import Installation, an_nhs_number
from tests.people.registering import MONDAY, find, found_by, kept_of, number, somebody, tell

TUESDAY = MONDAY + timedelta(days=1)


async def joined(place: Installation, survivor: PersonId, retired: PersonId) -> set[Detail]:
    """Which details of the survivor this changes."""
    async with place.database.turns.acquire() as connection, connection.transaction():
        return set(await join(connection, place.system, survivor, retired))


async def leads_to(place: Installation, person: PersonId) -> PersonId:
    async with place.database.turns.acquire() as connection:
        return await survivor_of(connection, place.system, person)


async def shown(place: Installation, person: PersonId) -> Identity:
    kept = await kept_of(place, person)
    assert kept is not None
    return kept


async def test_every_number_leads_to_the_survivor(quiet: Installation) -> None:
    nhs = an_nhs_number()
    ada = await somebody(quiet, hospital_numbers=(number("H1"),))
    double = await somebody(quiet, hospital_numbers=(number("H2"),), nhs_number=nhs, nhs_number_checked=True)
    assert await joined(quiet, ada, double) == {Detail.NHS_NUMBER, Detail.HOSPITAL_NUMBER}

    for told in ("H1", "H2"):
        assert await find(quiet, hospital_numbers=(number(told),)) == Match(ada)
        assert await found_by(quiet, told) == {ada}
    assert await find(quiet, nhs_number=nhs, nhs_number_checked=True) == Match(ada)
    assert (await shown(quiet, ada)).hospital_numbers == ("H1", "H2")


async def test_the_retired_id_leads_to_the_survivor(quiet: Installation) -> None:
    ada, double = await somebody(quiet), await somebody(quiet, given="Adah")
    await joined(quiet, ada, double)
    assert await leads_to(quiet, double) == ada
    assert await leads_to(quiet, ada) == ada
    assert await shown(quiet, double) == await shown(quiet, ada)
    assert await found_by(quiet, "Example") == {ada}


async def test_what_the_survivor_lacks_is_filled_and_what_they_have_stays(quiet: Installation) -> None:
    nhs = an_nhs_number()
    ada = await somebody(quiet, phone="01632 960001", nhs_number="9990000011")
    double = await somebody(
        quiet, given="Adah", birth_date=date(1941, 3, 2), phone="01632 960002", nhs_number=nhs, nhs_number_checked=True
    )
    assert await joined(quiet, ada, double) == {Detail.BIRTH_DATE, Detail.NHS_NUMBER}
    kept = await shown(quiet, ada)
    assert (kept.given, kept.birth_date, kept.phone) == ("Ada", date(1941, 3, 2), "01632 960001")
    assert (kept.nhs_number, kept.nhs_number_verified) == (nhs, True)


async def test_a_number_that_failed_its_check_fills_nothing_that_is_there(quiet: Installation) -> None:
    ada = await somebody(quiet, nhs_number="9990000011")
    double = await somebody(quiet, nhs_number="9990000012")
    assert await joined(quiet, ada, double) == set()
    assert (await shown(quiet, ada)).nhs_number == "9990000011"


async def test_what_was_filled_is_as_old_as_it_was_said(quiet: Installation) -> None:
    ada = await somebody(quiet)
    double = (await tell(quiet, None, TUESDAY, Details(phone="01632 960002"))).person
    await joined(quiet, ada, double)
    assert (await tell(quiet, ada, MONDAY, Details(phone="01632 960001"))).changed == set()
    later = TUESDAY + timedelta(hours=1)
    assert (await tell(quiet, ada, later, Details(phone="01632 960003"))).changed == {Detail.PHONE}


async def test_what_was_emptied_since_is_not_filled(quiet: Installation) -> None:
    ada = (await tell(quiet, None, TUESDAY, Details(family="Example", phone=""))).person
    double = (await tell(quiet, None, MONDAY, Details(phone="01632 960002"))).person
    assert await joined(quiet, ada, double) == set()
    assert not (await shown(quiet, ada)).phone


async def test_a_chain_of_merges_ends_at_its_last_survivor(quiet: Installation) -> None:
    people = [await somebody(quiet, hospital_numbers=(number(f"H{n}"),)) for n in range(4)]
    await joined(quiet, people[1], people[0])
    await joined(quiet, people[3], people[2])
    await joined(quiet, people[3], people[1])
    assert {await leads_to(quiet, each) for each in people} == {people[3]}
    async with quiet.database.turns.acquire() as connection:
        assert set(await records_of(connection, quiet.system, people[3])) == set(people)
    for n in range(4):
        assert await find(quiet, hospital_numbers=(number(f"H{n}"),)) == Match(people[3])


async def test_what_is_merged_or_not_known_is_merged_no_more(quiet: Installation) -> None:
    ada, double = await somebody(quiet), await somebody(quiet)
    assert await joined(quiet, ada, ada) == set()
    assert await joined(quiet, ada, PersonId(uuid4())) == set()
    await joined(quiet, ada, double)
    assert await joined(quiet, double, ada) == set()
    assert await leads_to(quiet, ada) == ada


async def test_visits_go_with_their_person(quiet: Installation) -> None:
    ada, double, spell = await somebody(quiet), await somebody(quiet), SpellId(uuid4())
    async with quiet.database.turns.acquire() as connection, connection.transaction():
        await connection.execute(
            "INSERT INTO visit (system_id, authority, number, person_id, spell_id) VALUES ($1, 'PAS', 'V1', $2, $3)",
            quiet.system,
            double,
            spell,
        )
    await joined(quiet, ada, double)
    rows = await quiet.database.reads.fetch("SELECT person_id, spell_id FROM visit WHERE system_id = $1", quiet.system)
    assert [tuple(row) for row in rows] == [(ada, spell)]


async def test_erasing_the_survivor_by_any_of_the_ids_erases_every_key_and_every_alias(quiet: Installation) -> None:
    for which in range(3):
        people = [await somebody(quiet, hospital_numbers=(number(f"E{which}{n}"),)) for n in range(3)]
        await joined(quiet, people[1], people[0])
        await joined(quiet, people[2], people[1])
        async with quiet.database.turns.acquire() as connection, connection.transaction():
            await erase(connection, quiet.system, people[which])
            for table, column in (("person_key", "person_id"), ("person_alias", "retired_id"), ("person", "person_id")):
                left = f"SELECT count(*) FROM {table} WHERE system_id = $1 AND {column} = ANY($2)"
                assert await connection.fetchval(left, quiet.system, people) == 0
        assert [await kept_of(quiet, each) for each in people] == [None] * 3
        assert await find(quiet, hospital_numbers=(number(f"E{which}0"),)) == Match(None)


async def test_another_system_knows_nothing_of_it(quiet: Installation, elsewhere: Installation) -> None:
    ada, double = await somebody(quiet), await somebody(quiet)
    await joined(quiet, ada, double)
    assert await leads_to(elsewhere, double) == double


async def test_one_person_may_be_known_by_a_further_number(quiet: Installation) -> None:
    ada, ben = await somebody(quiet, hospital_numbers=(number("H1"),)), await somebody(quiet)
    further = Details(hospital_numbers=(number("H2"),))
    async with quiet.database.turns.acquire() as connection, connection.transaction():
        assert await add_alias_number(connection, quiet.system, ada, further) == {Detail.HOSPITAL_NUMBER}
        assert await add_alias_number(connection, quiet.system, ada, further) == set()
        assert await add_alias_number(connection, quiet.system, ben, replace(further, given="Ben")) == set()
        assert await is_kept(connection, quiet.system, ada)
    for told in ("H1", "H2"):
        assert await find(quiet, hospital_numbers=(number(told),)) == Match(ada)
    assert (await shown(quiet, ben)).given == "Ada"
