"""Putting the package to services: only what may be shared, only to those who could, at once or one after another."""

from dataclasses import replace

import pytest

from app.domain.case.form import Agreement, Agrees, ReferralForm
from app.domain.case.outcome import Outcome
from app.domain.case.requests.packaging import LineOfAnotherPathway
from app.domain.case.requests.sending import (
    AlreadyBooked,
    AskedAlready,
    CannotMeetNeed,
    PackageMissing,
    RequestSentBefore,
    SharingNotAgreed,
)
from app.domain.case.requests.state import EndedBecause, Round
from app.domain.case.triage import NotInPlanning
from app.domain.codes.service_lines import ServiceLine
from app.domain.rejections import NotKnown
from app.domain.service import ClosedFor, ServiceClosed
from app.domain.values import ServiceId
from tests.domain.case.events import accepted, amended, bed_decided, closed, decided_on, left, submitted
from tests.domain.case.requests.asking import (
    AT_EAST,
    AT_WEST,
    EAST,
    FACTS,
    NORTH,
    PLANNED,
    READY,
    REQUEST,
    SERVICES,
    WEST,
    confirmed,
    described,
    over,
    send,
    sent,
    service,
)
from tests.domain.case.way import after
from tests.domain.given import uid

P1 = decided_on(bed_decided().needed)


def test_a_broadcast_asks_all_of_them_at_once() -> None:
    assert after(*READY, then=send(EAST, WEST), facts=FACTS) == [sent(EAST, WEST)]


@pytest.mark.parametrize("round_", [Round.PREVIOUS_FIRST, Round.RANKED, Round.ROTATING])
def test_other_rounds_ask_the_first_and_keep_the_others_waiting(round_: Round) -> None:
    [request] = after(*READY, then=send(EAST, WEST, NORTH, round_=round_), facts=FACTS)
    assert [bool(each.expires_at) for each in request.asked] == [True, False, False]
    assert request == sent(EAST, WEST, NORTH, round_=round_)


def test_a_service_named_twice_is_asked_once() -> None:
    assert after(*READY, then=send(EAST, WEST, EAST), facts=FACTS) == [sent(EAST, WEST)]


def test_a_request_sent_twice_is_sent_once_also_when_it_comes_late() -> None:
    past = [*READY, sent(EAST)]
    assert after(*past, then=send(EAST), facts=FACTS) == []
    assert after(*past, confirmed(), left, then=send(EAST), facts=FACTS) == []


def test_the_id_of_another_cases_request_is_not_taken() -> None:
    with pytest.raises(RequestSentBefore):
        after(*READY, then=send(EAST), facts=replace(FACTS, request_elsewhere=True))


def test_nobody_is_asked_before_the_package_is_described() -> None:
    with pytest.raises(PackageMissing):
        after(*PLANNED, then=send(EAST), facts=FACTS)


def test_nobody_is_asked_for_whose_case_is_closed() -> None:
    with pytest.raises(NotInPlanning):
        after(*READY, closed(Outcome.NO_LONGER_NEEDED), then=send(EAST), facts=FACTS)


def test_services_are_asked_for_who_has_left_without_one() -> None:
    assert after(*READY, left, then=send(EAST), facts=FACTS) == [sent(EAST)]


@pytest.mark.parametrize("said", [None, Agrees.DOES_NOT_AGREE, Agrees.NOT_YET_ASKED])
def test_nothing_is_shared_that_the_person_did_not_agree_to(said: Agrees | None) -> None:
    told = [amended(ReferralForm(told_and_agrees=Agreement(agrees=said)))] if said else []
    with pytest.raises(SharingNotAgreed):
        after(submitted(), *told, accepted, P1, described, then=send(EAST), facts=FACTS)


def test_for_who_cannot_decide_it_may_be_in_their_best_interests() -> None:
    told = amended(ReferralForm(told_and_agrees=Agreement(agrees=Agrees.BEST_INTERESTS)))
    assert after(submitted(), told, accepted, P1, described, then=send(EAST), facts=FACTS)


def test_a_package_of_another_pathway_is_put_to_nobody() -> None:
    with pytest.raises(LineOfAnotherPathway):
        after(*READY, bed_decided(), then=send(EAST), facts=FACTS)


def test_a_service_that_may_still_answer_is_not_asked_again() -> None:
    with pytest.raises(AskedAlready) as refused:
        after(*READY, sent(EAST), then=send(WEST, EAST, request=uid(122)), facts=FACTS)
    assert refused.value.details == {"service_id": str(EAST)}


def test_a_service_that_said_no_may_be_asked_in_another_request() -> None:
    [request] = after(*READY, sent(EAST), over(), then=send(EAST, request=uid(122)), facts=FACTS)
    assert request.asked[0].offer_id != AT_EAST


def test_nobody_is_asked_beside_a_booking() -> None:
    with pytest.raises(AlreadyBooked):
        after(*READY, sent(EAST), confirmed(), then=send(WEST, request=uid(122)), facts=FACTS)


def test_a_service_that_cannot_meet_the_need_is_refused_with_why() -> None:
    others = SERVICES | {
        EAST: replace(service(), closed=ServiceClosed(why=ClosedFor.OUTBREAK)),
        WEST: service(line=ServiceLine.BRIDGE),
    }
    for each, why in ((EAST, "closed"), (WEST, "line")):
        with pytest.raises(CannotMeetNeed) as refused:
            after(*READY, then=send(each), facts=replace(FACTS, services=others))
        assert refused.value.details == {"service_id": str(each), "why": why}


def test_a_service_that_is_full_may_be_asked_since_its_yes_beats_our_count() -> None:
    assert after(*READY, then=send(EAST), facts=replace(FACTS, services={EAST: service(usable=0)}))


def test_a_service_of_another_system_is_not_known() -> None:
    with pytest.raises(NotKnown):
        after(*READY, then=send(ServiceId(uid(199))), facts=FACTS)


def test_after_a_booking_failed_others_are_asked() -> None:
    failed = over(why=EndedBecause.FAILED_START, held=True)
    assert after(*READY, sent(EAST), confirmed(), failed, then=send(WEST, request=uid(122)), facts=FACTS)


def test_each_offer_has_an_id_of_its_own() -> None:
    assert len({AT_EAST, AT_WEST, REQUEST}) == 3
