"""A command through the whole turn: decided, recorded, shown, repeated."""

from datetime import UTC, datetime
from uuid import uuid4

import pytest

from app.domain.case import AcceptReferral, DecidePathway, NameCaseManager
from app.domain.case.referral import AlreadyHasLiveCase
from app.domain.codes.pathways import Pathway
from app.domain.codes.ways_out import WayOut
from app.domain.spell import EndSpell, OpenSpell, ReverseEnd
from app.domain.values import CaseId, PersonId, Role, SpellId
from tests.facts import Installation
from tests.promises.shown import server_shows


async def test_a_referral_is_recorded_once_and_shown_on_the_board(place: Installation) -> None:
    _, spell = await place.admit()
    referral = place.referral(spell)

    first = await place.do(referral)
    again = await place.do(referral)

    assert (first.version, first.recorded) == (1, 1)
    assert (again.version, again.recorded, again.position) == (1, 0, first.position)
    assert [key for _, _, key in await server_shows(place.database, place.system, ["case"])] == [str(referral.case_id)]


async def test_a_person_with_a_live_case_is_not_referred_again(place: Installation) -> None:
    _, spell = await place.admit()
    first = place.referral(spell)
    await place.do(first)

    with pytest.raises(AlreadyHasLiveCase) as refused:
        await place.do(place.referral(spell, CaseId(uuid4())))

    assert refused.value.details == {"case_id": str(first.case_id)}


async def test_a_wrong_death_is_taken_back_even_where_the_case_cannot_follow(place: Installation) -> None:
    _, spell = await place.admit()
    nurse, now = place.by(Role.WARD_NURSE), datetime.now(UTC)
    first = place.referral(spell)
    await place.do(first)
    await place.do(EndSpell(spell_id=spell, how=WayOut.DIED, by=nurse, at=now))
    person = await _person_of(place, spell)
    second = SpellId(uuid4())
    await place.do(OpenSpell(spell_id=second, person_id=person, ward_id=place.ward, bed="A1-02", by=nurse, at=now))
    await place.do(place.referral(second))

    taken_back = await place.do(ReverseEnd(spell_id=spell, by=nurse, at=now))

    assert taken_back.recorded == 1
    shown = await server_shows(place.database, place.system, ["case", "spell"])
    assert {key for kind, _, key in shown if kind == "spell"} == {str(spell), str(second)}
    assert str(first.case_id) not in {key for _, _, key in shown}


async def test_the_receipt_of_a_part_carries_the_version_that_changes_it(place: Installation) -> None:
    _, spell = await place.admit()
    referral, lead = place.referral(spell), place.by(Role.HUB_LEAD)
    case, now = referral.case_id, datetime.now(UTC)
    manager = place.staff[Role.CASE_MANAGER]
    home = DecidePathway(
        case_id=case,
        needed=Pathway.P1,
        given=Pathway.P1,
        why_not_home=None,
        words=None,
        home_possible_if=None,
        review_on=None,
        by=lead,
        at=now,
    )
    await place.do(referral)
    await place.do(AcceptReferral(case_id=case, case_manager=manager, by=lead, at=now))
    decided = await place.do(home)
    await place.do(NameCaseManager(case_id=case, case_manager=place.staff[Role.HUB_LEAD], by=lead, at=now))

    again = await place.do(home)

    # Tasks follow from what is decided, so the case has gone on; the part has not.
    assert (again.version, again.etag) == (7, decided.etag) == (7, '"4"')


async def _person_of(place: Installation, spell: SpellId) -> PersonId:
    async with place.database.reads.acquire() as connection:
        found = await connection.fetchval("SELECT person_id FROM spell_1 WHERE id = $1", spell)
    return PersonId(found)
