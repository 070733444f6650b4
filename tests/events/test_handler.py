"""A command through the whole turn: decided, recorded, shown, repeated."""

from uuid import uuid4

import pytest
from facts import Installation

from app.domain.case.referral import AlreadyHasLiveCase
from app.domain.values import CaseId
from app.events.live import load


async def test_a_referral_is_recorded_once_and_shown_on_the_board(place: Installation) -> None:
    _, spell = await place.admit()
    referral = place.referral(spell)

    first = await place.do(referral)
    again = await place.do(referral)

    assert (first.version, first.recorded) == (1, 1)
    assert (again.version, again.recorded, again.position) == (1, 0, first.position)
    shown = await load(place.database, place.system, ("case",), None)
    assert [row.id for row in shown.rows] == [referral.case_id]


async def test_a_person_with_a_live_case_is_not_referred_again(place: Installation) -> None:
    _, spell = await place.admit()
    first = place.referral(spell)
    await place.do(first)

    with pytest.raises(AlreadyHasLiveCase) as refused:
        await place.do(place.referral(spell, CaseId(uuid4())))

    assert refused.value.details == {"case_id": str(first.case_id)}
