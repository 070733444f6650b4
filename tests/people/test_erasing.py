"""Erasing a person: the key and the identity go, the words in the log with them, and the log still holds."""

from datetime import UTC, datetime
from uuid import uuid4

import asyncpg
import pytest

from app.api.erasing import erase_person
from app.domain.case import ReferralSubmitted, ReturnReferral
from app.domain.case.form import ReferralField
from app.domain.person import Detail, PersonDetailsChanged
from app.domain.values import PersonId, Role, Words, stream
from app.events.sealing import ERASED, NoKey
from app.events.stream import read_stream
from app.events.verify import Verdict, verify
from app.people.registry import Match, erase
from tests.facts import Installation, an_nhs_number
from tests.people.registering import find, found_by, kept_of
from tests.promises.shown import head, server_shows

TOLD = "Fell at home; ring the neighbour."


async def forget(place: Installation, person: PersonId) -> None:
    async with place.database.turns.acquire() as connection, connection.transaction():
        await erase(connection, place.system, person)


async def verdict(place: Installation) -> Verdict:
    connection = await asyncpg.connect(place.database.url)
    try:
        return await verify(connection, place.system)
    finally:
        await connection.close()


async def test_an_erased_person_is_gone_and_nobody_finds_them(place: Installation) -> None:
    nhs = an_nhs_number()
    ada, _ = await place.admit(nhs_number=nhs, nhs_number_checked=True)
    await forget(place, ada)

    assert await kept_of(place, ada) is None
    assert await find(place, nhs_number=nhs, nhs_number_checked=True) == Match(None)
    assert await found_by(place, nhs) | await found_by(place, "Example") == set()


async def test_the_words_about_them_cannot_be_read_again_and_the_rest_can(place: Installation) -> None:
    ada, spell = await place.admit()
    referral = place.referral(spell, words=TOLD)
    await place.do(referral)
    await forget(place, ada)

    async with place.database.reads.acquire() as connection:
        [first] = (await read_stream(connection, place.system, stream("case", referral.case_id))).past.events
    assert isinstance(first.event, ReferralSubmitted)
    assert (first.event.form.why_in_hospital, first.event.form.needs) == (ERASED, referral.form.needs)


async def test_the_log_still_verifies(place: Installation) -> None:
    ada, spell = await place.admit()
    await place.do(place.referral(spell, words=TOLD))
    before = await verdict(place)
    await forget(place, ada)
    assert await verdict(place) == before
    assert before.broken_at is None


async def test_no_new_words_are_recorded_about_them(place: Installation) -> None:
    ada, spell = await place.admit()
    referral = place.referral(spell)
    await place.do(referral)
    await forget(place, ada)

    asking = ReturnReferral(
        case_id=referral.case_id,
        fields=frozenset({ReferralField.RISKS}),
        words=Words("Which?"),
        by=place.by(Role.HUB_LEAD),
        at=datetime.now(UTC),
    )
    with pytest.raises(NoKey):
        await place.do(asking)


async def test_screens_hear_that_every_detail_went(place: Installation) -> None:
    ada, _ = await place.admit()
    for _ in range(2):
        await erase_person(
            place.database, place.hints, place.system, ada, by=place.by(Role.MANAGER), at=datetime.now(UTC)
        )

    async with place.database.reads.acquire() as connection:
        past = (await read_stream(connection, place.system, stream("person", ada))).past
    assert [each.event for each in past.events[1:]] == [PersonDetailsChanged(details=frozenset(Detail))]
    assert await kept_of(place, ada) is None
    shown = await server_shows(place.database, place.system, ("spell",))
    assert [row["person"]["name"] for row in shown.values()] == [""]


async def test_erasing_somebody_unknown_registers_nobody(place: Installation) -> None:
    before = await head(place.database, place.system)
    nobody = PersonId(uuid4())
    await erase_person(
        place.database, place.hints, place.system, nobody, by=place.by(Role.MANAGER), at=datetime.now(UTC)
    )
    assert await head(place.database, place.system) == before


async def test_others_are_left_as_they_were(place: Installation) -> None:
    ada, _ = await place.admit()
    ben, spell = await place.admit(bed="A1-02", given="Ben")
    await forget(place, ada)
    await place.do(place.referral(spell, words=TOLD))
    assert await found_by(place, "Example") == {ben}
