"""Whose services an invented case had asked at an instant: those with an open offer, and the one that is booked."""

from datetime import timedelta
from uuid import UUID

from app.domain.case.delay import delay_facts
from app.domain.case.requests.ending import OfferEnded
from app.domain.case.requests.state import EndedBecause, Round
from app.domain.delay.owners import asked_at
from app.domain.values import OrganisationId, ServiceId
from tests.domain.case.requests.asking import (
    AT_EAST,
    AT_WEST,
    CARERS,
    EAST,
    OTHERS,
    READY,
    WEST,
    confirmed,
    sent,
)
from tests.domain.case.way import STREAM
from tests.domain.given import NOON, given

TWO = (*READY, sent(EAST, WEST))


def asked(*past: object, hours: float = 1) -> set[OrganisationId]:
    _, history = delay_facts(given(*past, stream=STREAM))
    return {*asked_at(history, NOON + timedelta(hours=hours))}


def no_of(offer: UUID, service: ServiceId, hours: float = 0.5) -> tuple[object, ...]:
    return NOON + timedelta(hours=hours), OfferEnded(
        offer_id=offer, service_id=service, why=EndedBecause.DECLINED, held=False
    )


def test_who_has_an_open_offer_was_asked_and_who_said_no_is_not_any_more() -> None:
    assert asked(*READY) == set()
    assert asked(*TWO) == {CARERS, OTHERS}
    assert asked(*TWO, no_of(AT_EAST, EAST)) == {OTHERS}
    assert asked(*TWO, no_of(AT_EAST, EAST), no_of(AT_WEST, WEST)) == set()


def test_the_booked_service_alone_counts_once_the_others_are_let_go() -> None:
    let_go = (NOON + timedelta(minutes=31), no_of(AT_WEST, WEST)[1])
    assert asked(*TWO, (NOON + timedelta(minutes=30), confirmed()), let_go) == {CARERS}


def test_whose_turn_has_not_come_was_not_asked() -> None:
    assert asked(*READY, sent(EAST, WEST, round_=Round.RANKED)) == {CARERS}


def test_what_happened_later_does_not_count_though_it_is_known_by_now() -> None:
    assert asked(*TWO, no_of(AT_EAST, EAST, hours=2)) == {CARERS, OTHERS}
