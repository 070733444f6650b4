"""Two records become one: stays and cases go with it, both live cases stop it, and erasing forgets all of it."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest

from app.api.erasing import erase_person
from app.domain.case import CloseCase, ReopenCase, ReturnReferral
from app.domain.case.form import ReferralField
from app.domain.case.outcome import Outcome
from app.domain.case.referral import AlreadyHasLiveCase
from app.domain.decider import Command
from app.domain.person import PERSON, Person, RecordDeath, ReverseDeath
from app.domain.rejections import NotKnown
from app.domain.spell import EndSpell, MovePerson, ReverseAdmission, WayOut
from app.domain.values import CaseId, PersonId, Role, SpellId, Stream, Words, stream
from app.events.handler import taken
from app.events.sealing import ERASED
from app.events.stream import read_stream
from app.intake.merging import BothHaveLiveCases, merge
from tests.facts import Installation, an_nhs_number
from tests.intake.adt.feeding import assert_sound
from tests.people.registering import MONDAY, kept_of
from tests.promises.shown import head, server_shows

CANARY = "canary-7d1e"


@dataclass(frozen=True)
class Known:
    """Somebody in hospital, and their case."""

    person: PersonId
    spell: SpellId
    case: CaseId


async def merged(place: Installation, *pairs: tuple[PersonId, PersonId]) -> None:
    """Into the first of each pair goes the second, in one turn."""
    async with taken(place.database, place.hints, place.system) as turn:
        for survivor, retired in pairs:
            await merge(turn, survivor, retired, by=place.by(Role.HUB_LEAD), at=MONDAY)


async def referred(place: Installation, bed: str = "A1-01", words: str = CANARY, **details: Any) -> Known:
    person, spell = await place.admit(bed=bed, **details)
    referral = place.referral(spell, words=words)
    await place.do(referral)
    return Known(person, spell, referral.case_id)


def close(place: Installation, case: CaseId) -> CloseCase:
    by, at = place.by(Role.HUB_LEAD), datetime.now(UTC)
    return CloseCase(case_id=case, outcome=Outcome.NO_LONGER_NEEDED, words=None, by=by, at=at)


def reopen(place: Installation, case: CaseId) -> ReopenCase:
    return ReopenCase(case_id=case, words=None, by=place.by(Role.HUB_LEAD), at=datetime.now(UTC))


def send_back(place: Installation, case: CaseId, words: str) -> ReturnReferral:
    fields, by = frozenset({ReferralField.RISKS}), place.by(Role.HUB_LEAD)
    return ReturnReferral(case_id=case, fields=fields, words=Words(words), by=by, at=datetime.now(UTC))


async def words_in(place: Installation, *streams: Stream) -> set[str]:
    """Every word about a person that can be read in these streams."""
    read = set[str]()
    for each in streams:
        async with place.database.reads.acquire() as connection:
            past = (await read_stream(connection, place.system, each)).past
        read |= {event.event.words for event in past.events if getattr(event.event, "words", None)}
        forms = [event.event.form for event in past.events if hasattr(event.event, "form")]
        read |= {form.why_in_hospital for form in forms if form.why_in_hospital}
    return read


async def recorded(place: Installation, person: PersonId) -> list[str]:
    rows = await place.database.reads.fetch(
        "SELECT type FROM event WHERE system_id = $1 AND stream = $2 ORDER BY version", place.system, f"person:{person}"
    )
    return [row["type"] for row in rows]


async def whose(place: Installation) -> dict[str, str]:
    """The name under which each stay and each case is shown."""
    shown = await server_shows(place.database, place.system, ("spell", "case"))
    return {f"{kind} {key}": row["person"]["name"] for (kind, _, key), row in shown.items()}


async def test_stay_and_case_are_the_survivors_and_stand_where_they_stood(place: Installation) -> None:
    double = await referred(place, given="Adah")
    ada, other = await place.admit(bed="A1-02")
    await merged(place, (ada, double.person))

    name = "EXAMPLE, Ada"
    assert await whose(place) == {f"spell {double.spell}": name, f"spell {other}": name, f"case {double.case}": name}
    assert await recorded(place, double.person) == ["person.registered.1", "person.merged_into.1"]
    assert await recorded(place, ada) == ["person.registered.1"]
    await assert_sound(place.database, place.system)


async def test_what_is_over_goes_too(place: Installation) -> None:
    double, ada = await referred(place), (await place.admit(bed="A1-02"))[0]
    await place.do(close(place, double.case))
    by = place.by(Role.WARD_NURSE)
    await place.do(EndSpell(spell_id=double.spell, how=WayOut.DISCHARGED, by=by, at=datetime.now(UTC)))
    await merged(place, (ada, double.person))

    for table in ("spell_1", "case_1"):
        rows = await place.database.reads.fetch(f"SELECT person_id FROM {table} WHERE system_id = $1", place.system)
        assert {row["person_id"] for row in rows} == {ada}


async def test_the_survivors_screens_hear_of_the_numbers_they_got(place: Installation) -> None:
    nhs = an_nhs_number()
    double, _ = await place.admit(nhs_number=nhs, nhs_number_checked=True)
    ada, _ = await place.admit(bed="A1-02")
    await merged(place, (ada, double))
    assert await recorded(place, ada) == ["person.registered.1", "person.details_changed.1"]
    kept = await kept_of(place, double)
    assert kept is not None
    assert (kept.person_id, kept.nhs_number) == (ada, nhs)


async def test_two_live_cases_stop_the_merge_before_anything_is_written(place: Installation) -> None:
    ada, double = await referred(place), await referred(place, bed="A1-02", given="Adah")
    before, shown = await head(place.database, place.system), await whose(place)
    with pytest.raises(BothHaveLiveCases) as stopped:
        await merged(place, (ada.person, double.person))
    assert {stopped.value.details["case_id"], stopped.value.details["other_case_id"]} == {
        str(ada.case),
        str(double.case),
    }
    assert (await head(place.database, place.system), await whose(place)) == (before, shown)
    assert await kept_of(place, double.person) != await kept_of(place, ada.person)

    await place.do(close(place, double.case))
    await merged(place, (ada.person, double.person))
    with pytest.raises(AlreadyHasLiveCase):
        await place.do(reopen(place, double.case))
    await place.do(close(place, ada.case))
    await place.do(reopen(place, double.case))
    await assert_sound(place.database, place.system)


async def test_merged_twice_or_in_a_circle_is_merged_once(place: Installation) -> None:
    double, ada = await referred(place), (await place.admit(bed="A1-02"))[0]
    await merged(place, (ada, double.person))
    before = await head(place.database, place.system)
    await merged(place, (ada, double.person), (double.person, ada), (ada, ada), (double.person, double.person))
    assert await head(place.database, place.system) == before


@pytest.mark.parametrize("at_once", [True, False], ids=["in one turn", "one by one"])
@pytest.mark.parametrize("order", [[(1, 0), (2, 1)], [(2, 1), (1, 0)]], ids=["from its beginning", "from its end"])
async def test_a_chain_of_merges_ends_at_its_last_survivor(
    place: Installation, order: list[tuple[int, int]], at_once: bool
) -> None:
    first = await referred(place, given="Adah")
    people = [first.person, (await place.admit(bed="A1-02", given="Ad"))[0], (await place.admit(bed="A1-03"))[0]]
    pairs = [(people[survivor], people[retired]) for survivor, retired in order]
    for part in [pairs] if at_once else [[pair] for pair in pairs]:
        await merged(place, *part)
    assert set((await whose(place)).values()) == {"EXAMPLE, Ada"}
    assert len(await whose(place)) == 4
    await assert_sound(place.database, place.system)


async def test_nobody_is_merged_with_somebody_who_is_not_kept(place: Installation) -> None:
    ada, _ = await place.admit()
    for pair in ((ada, PersonId(uuid4())), (PersonId(uuid4()), ada)):
        with pytest.raises(NotKnown):
            await merged(place, pair)


async def test_a_stay_goes_on_after_the_merge(place: Installation) -> None:
    double, (ada, hers) = await referred(place), await place.admit(bed="A1-02")
    await merged(place, (ada, double.person))
    by, at = place.by(Role.WARD_NURSE), datetime.now(UTC)
    await place.do(ReverseAdmission(spell_id=hers, by=by, at=at))
    await place.do(MovePerson(spell_id=double.spell, ward_id=place.other_ward, bed="B1", by=by, at=at))
    await place.do(EndSpell(spell_id=double.spell, how=WayOut.DISCHARGED, by=by, at=at))
    [case] = (await server_shows(place.database, place.system, ("case",))).values()
    assert (case["stage"], case["person_id"]) == ("left_hospital", str(ada))
    await assert_sound(place.database, place.system)


@pytest.mark.parametrize("named", ["survivor", "retired"])
async def test_erasing_by_either_id_erases_every_word_of_both(place: Installation, named: str) -> None:
    double, (ada, spell) = await referred(place), await place.admit(bed="A1-02")
    await merged(place, (ada, double.person))
    await place.do(send_back(place, double.case, f"{CANARY} after"))
    await place.do(close(place, double.case))
    referral = place.referral(spell, words=f"{CANARY} of the survivor")
    await place.do(referral)
    streams = [stream("case", double.case), stream("case", referral.case_id)]
    assert await words_in(place, *streams) == {CANARY, f"{CANARY} after", f"{CANARY} of the survivor"}

    person = ada if named == "survivor" else double.person
    by, at = place.by(Role.MANAGER), datetime.now(UTC)
    for _ in range(2):
        await erase_person(place.database, place.hints, place.system, person, by=by, at=at)

    assert await words_in(place, *streams) == {ERASED}
    assert [await kept_of(place, each) for each in (ada, double.person)] == [None, None]
    assert (await recorded(place, ada)).count("person.details_changed.1") == 1
    await assert_sound(place.database, place.system)


@pytest.mark.parametrize(("taken_back", "expected"), [(False, MONDAY), (True, None)])
async def test_a_death_goes_with_the_record(place: Installation, taken_back: bool, expected: datetime | None) -> None:
    (double, _), (ada, stay) = await place.admit(), await place.admit(bed="A1-02")
    common: dict[str, Any] = {"person_id": double, "by": place.by(Role.WARD_NURSE), "at": MONDAY}
    deaths: list[Command] = [RecordDeath(**common, told_at=MONDAY + timedelta(hours=1))]
    deaths += [ReverseDeath(**common, told_at=MONDAY + timedelta(hours=2))] if taken_back else []
    for death in deaths:
        await place.do(death)
    await place.do(EndSpell(spell_id=stay, how=WayOut.DISCHARGED, by=place.by(Role.WARD_NURSE), at=datetime.now(UTC)))
    await merged(place, (ada, double))
    async with place.database.reads.acquire() as connection:
        past = (await read_stream(connection, place.system, stream("person", ada))).past
    person: Person = PERSON.fold(past.events)
    assert person.died_at == expected
    shown = (await server_shows(place.database, place.system, ("spell",))).values()
    at = expected and expected.isoformat()
    assert [row["person"]["died_at"] for row in shown if row["person_id"] == str(ada)] == [at] * len(shown)
