"""Who somebody is: found again by their numbers, kept as last told, never joined on a doubtful number."""

from datetime import date
from typing import Any

import pytest

from app.domain.person import Detail
from app.domain.values import stream
from app.events.stream import read_stream
from app.people.details import BY_HAND
from app.people.registry import Match
from tests.facts import Installation, an_nhs_number
from tests.people.registering import changed, find, keep, kept_of, number, somebody


async def test_somebody_is_found_again_by_a_checked_nhs_number(quiet: Installation) -> None:
    nhs = an_nhs_number()
    ada = await somebody(quiet, nhs_number=nhs, nhs_number_checked=True)
    assert await find(quiet, nhs_number=nhs, nhs_number_checked=True) == Match(ada)


async def test_somebody_is_found_again_by_a_hospital_number(quiet: Installation) -> None:
    ada = await somebody(quiet, hospital_numbers=(number("H1"), number("H2")))
    assert await find(quiet, hospital_numbers=(number("H2"),)) == Match(ada)


async def test_one_number_of_two_hospitals_is_two_people(quiet: Installation) -> None:
    ada = await somebody(quiet, hospital_numbers=(number("H1", "PAS"),))
    ben = await somebody(quiet, hospital_numbers=(number("H1", "OTHER"),))
    assert ada != ben
    assert await find(quiet, hospital_numbers=(number("H1", "PAS"),)) == Match(ada)
    assert await find(quiet, hospital_numbers=(number("H1", "OTHER"),)) == Match(ben)
    assert await find(quiet, hospital_numbers=(number("H1", "THIRD"),)) == Match(None)


async def test_an_unchecked_nhs_number_never_joins_two_tellings(quiet: Installation) -> None:
    await somebody(quiet, nhs_number="9990000011")
    assert await find(quiet, nhs_number="9990000011") == Match(None)
    assert await find(quiet, nhs_number="9990000011", nhs_number_checked=True) == Match(None)


async def test_an_unchecked_nhs_number_does_not_find_who_has_it_checked(quiet: Installation) -> None:
    nhs = an_nhs_number()
    await somebody(quiet, nhs_number=nhs, nhs_number_checked=True)
    assert await find(quiet, nhs_number=nhs) == Match(None)


async def test_nobody_is_found_without_a_number(quiet: Installation) -> None:
    await somebody(quiet, birth_date=date(1941, 3, 2))
    assert await find(quiet, family="Example", given="Ada", birth_date=date(1941, 3, 2)) == Match(None)


async def test_numbers_of_two_people_name_both_and_the_hospitals_own_decides(quiet: Installation) -> None:
    nhs = an_nhs_number()
    ada = await somebody(quiet, nhs_number=nhs, nhs_number_checked=True)
    ben = await somebody(quiet, hospital_numbers=(number("H1"),))
    told = {"nhs_number": nhs, "nhs_number_checked": True, "hospital_numbers": (number("H1"),)}
    assert await find(quiet, **told) == Match(ben, conflict=ada)


async def test_a_number_that_leads_to_somebody_is_not_taken_over_by_another(quiet: Installation) -> None:
    ada = await somebody(quiet, hospital_numbers=(number("H1"),))
    ben = await somebody(quiet)
    assert await changed(quiet, ben, hospital_numbers=(number("H1"),)) == set()
    assert await find(quiet, hospital_numbers=(number("H1"),)) == Match(ada)


async def test_a_number_learnt_later_finds_them_too(quiet: Installation) -> None:
    nhs = an_nhs_number()
    ada = await somebody(quiet, hospital_numbers=(number("H1"),))
    assert await changed(quiet, ada, nhs_number=nhs, nhs_number_checked=True) == {Detail.NHS_NUMBER}
    assert await find(quiet, nhs_number=nhs, nhs_number_checked=True) == Match(ada)


async def test_only_what_differs_is_corrected_and_named(quiet: Installation) -> None:
    ada = await somebody(quiet, birth_date=date(1941, 3, 2), phone="01632 960001", address=("1 Mill Lane", "Northmoor"))
    same = {"family": "Example", "given": "Ada", "birth_date": date(1941, 3, 2)}
    assert await changed(quiet, ada, **same, address=("1 Mill Lane", "Northmoor")) == set()
    assert await changed(quiet, ada, **same, phone="01632 960002", postcode="ZZ9 9ZZ") == {
        Detail.PHONE,
        Detail.ADDRESS,
    }
    kept = await kept_of(quiet, ada)
    assert kept is not None
    assert (kept.phone, kept.postcode, kept.address) == ("01632 960002", "ZZ9 9ZZ", ("1 Mill Lane", "Northmoor"))


async def test_what_is_not_told_stays_and_what_is_told_empty_goes(quiet: Installation) -> None:
    ada = await somebody(quiet, prefix="Mrs", phone="01632 960001", address=("1 Mill Lane",))
    assert await changed(quiet, ada, family="Example", phone=None, address=None) == set()
    assert await changed(quiet, ada, phone="", address=(), prefix="") == {Detail.PHONE, Detail.ADDRESS, Detail.NAME}
    kept = await kept_of(quiet, ada)
    assert kept is not None
    assert (kept.phone or None, kept.address, kept.prefix or None) == (None, (), None)
    assert await changed(quiet, ada, phone="", address=()) == set()


async def test_the_log_hears_that_details_changed_and_never_what_they_are(quiet: Installation) -> None:
    ada = await somebody(quiet, phone="01632 960001")
    await changed(quiet, ada, phone="01632 960002")
    await changed(quiet, ada, phone="01632 960002")
    stored = await quiet.database.reads.fetch(
        "SELECT type, data::text FROM event WHERE system_id = $1 AND stream = $2 ORDER BY version",
        quiet.system,
        f"person:{ada}",
    )
    assert [tuple(row) for row in stored] == [
        ("person.registered.1", f'{{"person_id": "{ada}"}}'),
        ("person.details_changed.1", '{"details": ["phone"]}'),
    ]


async def test_a_person_of_another_system_is_not_found(quiet: Installation, elsewhere: Installation) -> None:
    nhs = an_nhs_number()
    ada = await somebody(quiet, nhs_number=nhs, nhs_number_checked=True)
    assert await find(elsewhere, nhs_number=nhs, nhs_number_checked=True) == Match(None)
    assert await kept_of(elsewhere, ada) is None


@pytest.mark.parametrize("checked", [True, False])
async def test_a_page_says_whether_the_nhs_number_is_checked(quiet: Installation, checked: bool) -> None:
    kept = await kept_of(quiet, await somebody(quiet, nhs_number=an_nhs_number(), nhs_number_checked=checked))
    assert kept is not None
    assert kept.nhs_number_verified is checked


async def test_every_registration_has_a_key_of_its_own(quiet: Installation) -> None:
    people = [(await keep(quiet, family="Example")).person for _ in range(2)]
    async with quiet.database.reads.acquire() as connection:
        keys = await connection.fetch("SELECT key FROM person_key WHERE person_id = ANY($1)", people)
        read = await read_stream(connection, quiet.system, stream("person", people[0]))
    assert len({row["key"] for row in keys}) == 2
    assert len(read.key or b"") == 32


async def test_a_number_that_a_ward_typed_in_may_be_any_hospitals(quiet: Installation) -> None:
    ada = await somebody(quiet, hospital_numbers=(number("H7", "PAS"),))
    assert await find(quiet, hospital_numbers=(number("H7", BY_HAND),)) == Match(ada)


async def test_a_typed_number_of_two_people_is_a_conflict(quiet: Installation) -> None:
    ada = await somebody(quiet, hospital_numbers=(number("H8", "PAS"),))
    ben = await somebody(quiet, hospital_numbers=(number("H8", "OTHER"),))
    found = await find(quiet, hospital_numbers=(number("H8", BY_HAND),))
    assert {found.person, found.conflict} == {ada, ben}


IDA: dict[str, Any] = {"family": "O'Neil", "given": "Ida", "birth_date": date(1941, 3, 2)}
OTHERS: list[dict[str, Any]] = [{"family": "Marrow"}, {"birth_date": date(1941, 3, 3)}]


@pytest.mark.parametrize("other", OTHERS, ids=["name", "birth date"])
@pytest.mark.parametrize("authority", ["PAS", BY_HAND])
async def test_a_typed_number_by_itself_leads_to_nobody_of_another_name_or_birth_date(
    quiet: Installation, authority: str, other: dict[str, Any]
) -> None:
    ida = await somebody(quiet, **IDA, hospital_numbers=(number("H9", authority),))
    typed = {"hospital_numbers": (number("H9", BY_HAND),)}
    assert await find(quiet, **IDA | other, **typed) == Match(None, conflict=ida)
    assert await find(quiet, **IDA | {"family": "ONEIL"}, **typed) == Match(ida)
    assert await find(quiet, family="O'Neil", **typed) == Match(ida)


async def test_a_feeds_number_leads_to_whom_a_ward_typed_it_in_for_if_both_are_told_and_agree(
    quiet: Installation,
) -> None:
    ida = await somebody(quiet, **IDA, hospital_numbers=(number("H10", BY_HAND),))
    told = {"hospital_numbers": (number("H10", "PAS"),)}
    assert await find(quiet, **IDA, **told) == Match(ida)
    untold: dict[str, Any] = {"birth_date": None}
    for other in [*OTHERS, untold]:
        assert await find(quiet, **IDA | other, **told) == Match(None, conflict=ida)


async def test_a_checked_nhs_number_leads_to_them_whatever_they_are_called_now(quiet: Installation) -> None:
    nhs = an_nhs_number()
    known = {"nhs_number": nhs, "nhs_number_checked": True, "hospital_numbers": (number("H11", BY_HAND),)}
    ida = await somebody(quiet, **IDA, **known)
    assert await find(quiet, **IDA | {"family": "Marrow"}, **known) == Match(ida)


async def test_a_number_that_fails_its_check_does_not_replace_one_that_passed(quiet: Installation) -> None:
    nhs = an_nhs_number()
    ada = await somebody(quiet, nhs_number=nhs, nhs_number_checked=True)

    await keep(quiet, ada, nhs_number="9990000011")

    kept = await kept_of(quiet, ada)
    assert kept is not None
    assert (kept.nhs_number, kept.nhs_number_verified) == (nhs, True)
