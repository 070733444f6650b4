"""Whom a stay that lasts is put to: whoever its reason waits for, by the rule by which its nights are put down."""

from datetime import timedelta

import pytest

from app.domain.codes.delay_reasons import DelayReason
from app.domain.codes.hub_needs import HubNeed
from app.domain.codes.owners import Owner
from app.domain.values import OrganisationId
from tests.domain.case.events import submitted
from tests.domain.case.requests.asking import (
    AT_EAST,
    AT_WEST,
    CARERS,
    EAST,
    MONDAY,
    WEST,
    confirmed,
    described,
    over,
    sent,
)
from tests.domain.escalation.test_causes import ADMITTED, PLANNED, READY, held_up
from tests.domain.escalation.watching import OFFICE, TRUST, Clock, Told, later, rules, story, wrong_after
from tests.domain.spell.stay import hub_need

WAITS = (ADMITTED, READY, *PLANNED[1:], (later(2.5), described))
BOTH = (*WAITS, (later(3), sent(EAST, WEST)))
ONE = (*BOTH, (later(4), over(AT_WEST)))


@pytest.mark.parametrize(
    ("told", "owner", "owner_id"),
    [
        ((ADMITTED, READY), Owner.HOSPITAL, None),
        ((ADMITTED, (later(-25), hub_need(HubNeed.NO)), READY), None, None),
        ((ADMITTED, READY, (later(), submitted())), Owner.HUB, None),
        (WAITS, Owner.HUB, None),
        (BOTH, Owner.SERVICE, None),
        (ONE, Owner.SERVICE, CARERS),
        ((*ONE, (later(5), confirmed())), Owner.SERVICE, CARERS),
        ((*BOTH, (later(4), over(AT_EAST)), (later(5), over(AT_WEST))), Owner.SERVICE, None),
        ((*ONE, held_up(DelayReason.WB2, Owner.COUNCIL)), Owner.COUNCIL, None),
    ],
    ids=[
        "decision",
        "nothing tells",
        "pathway",
        "requests",
        "two asked",
        "one asked",
        "booked",
        "nobody can",
        "a stop",
    ],
)
def test_a_ready_person_is_the_problem_of_whoever_is_waited_for(
    told: tuple[Told, ...], owner: Owner | None, owner_id: OrganisationId | None
) -> None:
    wrong = wrong_after(*told)
    for trigger in ("ready", "ready_a_week"):
        assert (wrong[trigger].owner, wrong[trigger].owner_id) == (owner, owner_id)


@pytest.mark.parametrize(
    ("told", "whose"),
    [((ADMITTED, READY), TRUST), (WAITS, OFFICE), (BOTH, OFFICE), (ONE, CARERS)],
    ids=["the ward", "the hub", "several services", "one service"],
)
def test_it_rings_on_their_ladder_though_it_was_raised_on_that_of_who_was_waited_for_before(
    told: tuple[Told, ...], whose: OrganisationId
) -> None:
    clock = Clock(story(*told), rules(), of_stay=True)
    clock.look_at([later(days=n / 2) for n in range(4)])
    assert clock.the("ready").terms.owner_id == whose


def test_once_the_agreed_start_is_past_it_is_not_the_services_any_more_though_nobody_told_anything() -> None:
    clock = Clock(story(*ONE, (later(5), confirmed())), rules(), of_stay=True)
    clock.look_at([later(30)])
    assert clock.the("ready").terms.owner_id == CARERS
    days = MONDAY - later()
    clock.look_at([MONDAY + timedelta(minutes=1), later(days=days.days + 8)])
    assert clock.the("ready").terms.owner_id == OFFICE, "nobody can explain it, and the hub looks"
