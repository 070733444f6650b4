"""Two records are merged while one of them is referred, in processes of their own: one live case, and nothing is lost.

16 rounds of two processes, with and without a case of the other before; 1,000 when run by hand.
"""

from uuid import UUID, uuid4

import pytest

from app.domain.case import Case
from app.domain.case.state import Ended
from app.domain.spell import Spell
from app.domain.spell.state import person_of
from app.domain.values import CaseId, PersonId, SpellId, stream
from app.events.stream import Past, read_stream
from tests.events.test_turns import closing, wards
from tests.facts import Installation
from tests.intake.adt.feeding import assert_sound
from tests.intake.test_merging import merged

ROUNDS = 16
SOAK = pytest.param(1_000, marks=pytest.mark.soak)

SAID = {"Lives alone.", "Fell at home."}
"""What referrals say here: the other process's, and those before."""

MAY_COME = {
    False: {("referred", "merged")},
    True: {("referred", "both-have-live-cases"), ("already-has-live-case", "merged")},
}
"""What may come of the two, by whether the other record had a live case before."""


@pytest.mark.parametrize("rounds", [ROUNDS, SOAK])
async def test_a_merge_and_a_referral_at_once_end_in_one_live_case(place: Installation, rounds: int) -> None:
    async with wards(place, 2) as (ward, office):
        for n in range(rounds):
            ada, double = await place.admit(given="Ada"), await place.admit(given="Adah")
            referred, other = (ada, double) if n % 2 else (double, ada)
            before = [await referral_of(place, other[1])] if n % 4 < 2 else []
            case = CaseId(uuid4())
            telling = [
                (ward, {"spell": str(referred[1]), "cases": [str(case)]}),
                (office, {"merge": [str(ada[0]), str(double[0])]}),
            ]
            for process, line in telling if n % 8 < 4 else reversed(telling):
                await process.tell(line)
            [answer], merging = await ward.hear(), await office.hear()
            assert (answer, merging) in MAY_COME[bool(before)]
            if merging == "both-have-live-cases":  # as its refusal says: close one, and place the message again
                await place.do(closing(place, before[0]))
                await merged(place, (ada[0], double[0]))
            told = [*before, case] if answer == "referred" else before
            await assert_one_live_case(place, ada[0], told, [ada[1], double[1]])
    await assert_sound(place.database, place.system)


async def referral_of(place: Installation, spell: SpellId) -> CaseId:
    referral = place.referral(spell)
    await place.do(referral)
    return referral.case_id


async def assert_one_live_case(place: Installation, ada: PersonId, told: list[CaseId], stays: list[SpellId]) -> None:
    """Every stay and every case that was told is hers; of the cases one is live, and what each says can be read."""
    cases: list[Case] = [(await past_of(place, "case", each)).state for each in told]
    spells: list[Spell] = [(await past_of(place, "spell", each)).state for each in stays]
    assert {each.person_id for each in cases} | {person_of(each) for each in spells} == {ada}
    assert {each.form.why_in_hospital for each in cases} <= SAID
    live = [key for key, case in zip(told, cases, strict=True) if not isinstance(case.stage, Ended)]
    shown = await place.database.reads.fetch(
        "SELECT id FROM case_1 WHERE system_id = $1 AND person_id = $2 AND NOT gone", place.system, ada
    )
    assert len(live) == 1
    assert [row["id"] for row in shown] == live


async def past_of(place: Installation, kind: str, key: UUID) -> Past:
    async with place.database.reads.acquire() as connection:
        return (await read_stream(connection, place.system, stream(kind, key))).past
