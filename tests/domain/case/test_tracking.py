"""Somebody in hospital again keeps their case: it follows the new stay."""

import pytest

from app.domain.case import CaseTracked
from app.domain.case.leaving import CaseIsClosed
from app.domain.case.outcome import Outcome
from app.domain.case.referral import SpellNotOpen
from app.domain.case.state import Planning
from app.domain.case.tracking import StayOfAnotherPerson
from tests.domain.case.commands import track
from tests.domain.case.events import accepted, closed, left, submitted
from tests.domain.case.way import OTHER_SPELL, PRIYA, SPELL, SURVIVOR, after, case_after, known

followed = CaseTracked(spell_id=OTHER_SPELL)


def test_the_case_follows_the_stay_the_person_is_in_now() -> None:
    assert after(submitted(), accepted, left, then=track(OTHER_SPELL)) == [followed]
    stands = case_after(submitted(), accepted, left, followed)
    assert (stands.stage, stands.spell_id) == (Planning(PRIYA), OTHER_SPELL)


def test_followed_twice_is_followed_once() -> None:
    assert after(submitted(), then=track(SPELL)) == []
    assert after(submitted(), left, followed, then=track(OTHER_SPELL)) == []


def test_only_a_live_case_and_only_an_open_stay_of_the_same_person() -> None:
    with pytest.raises(CaseIsClosed):
        after(submitted(), closed(Outcome.SETTLED), then=track(OTHER_SPELL))
    with pytest.raises(SpellNotOpen):
        after(submitted(), left, then=track(OTHER_SPELL), facts=known(spell_person=None))
    with pytest.raises(StayOfAnotherPerson):
        after(submitted(), left, then=track(OTHER_SPELL), facts=known(spell_person=SURVIVOR))
