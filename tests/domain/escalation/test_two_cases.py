"""Two cases of one stay: what is wrong in the bed is read from the one that was live at the time."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from app.domain.case.outcome import Outcome
from app.domain.codes.hub_needs import HubNeed
from app.domain.codes.owners import Owner
from app.domain.decider import Recorded
from app.domain.escalation.cause import Cause
from app.domain.escalation.history import chapters_of_stay, situations
from app.domain.values import Stream
from tests.domain.case.events import accepted, closed, reopened, submitted
from tests.domain.escalation.test_causes import ADMITTED, READY
from tests.domain.escalation.watching import REPORTING, Told, later, story
from tests.domain.given import uid
from tests.domain.spell.stay import hub_need

NEEDS_HUB = (later(), hub_need(HubNeed.YES))
STAY = (ADMITTED, READY, NEEDS_HUB)
FIRST = ((later(1), submitted()), (later(2), accepted), (later(30), closed(Outcome.PERSON_DECLINED)))
SECOND = ((later(50), submitted()),)


def wrong_at(hours: float, first: Sequence[Told], second: Sequence[Told]) -> dict[str, Cause]:
    """What is wrong in the bed at this time, looked at when all was told."""
    stay, one, other = story(*STAY), on("case:1", first), on("case:2", second)
    ordered = sorted([*stay, *one, *other], key=lambda each: each.recorded_at)
    placed = {id(each): n for n, each in enumerate(ordered, start=1)}

    def of(told: Sequence[Recorded[Any]]) -> list[Recorded[Any]]:
        return [replace(each, position=placed[id(each)]) for each in told]

    chapters = chapters_of_stay(situations(of(stay), [of(one), of(other)], 0, REPORTING))
    [*_, latest] = [each for each in chapters if each.begins <= later(hours)]
    return {each.trigger: each for each in latest.causes}


def on(name: str, told: Sequence[Told]) -> list[Recorded[Any]]:
    stream = Stream(f"case:{uid(int(name[-1]))}")
    return [replace(each, stream=stream) for each in story(*told)]


def test_who_was_referred_then_was_not_without_a_referral_though_another_case_counts_now() -> None:
    assert "no_referral" in wrong_at(0, FIRST, SECOND)
    assert "no_referral" not in wrong_at(10, FIRST, SECOND)


def test_the_reason_is_that_of_the_case_that_was_live() -> None:
    owners = [wrong_at(hours, FIRST, SECOND)["ready"].owner for hours in (0, 10, 40, 60)]
    assert owners == [Owner.HOSPITAL, Owner.HUB, Owner.HOSPITAL, Owner.HUB]


def test_once_the_first_is_opened_again_it_is_the_stays_again() -> None:
    over = (later(60), closed(Outcome.NO_LONGER_NEEDED))
    assert wrong_at(70, FIRST, (*SECOND, over))["ready"].owner is Owner.HOSPITAL
    assert wrong_at(90, (*FIRST, (later(80), reopened())), (*SECOND, over))["ready"].owner is Owner.HUB
