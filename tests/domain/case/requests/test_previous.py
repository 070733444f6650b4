"""The previous provider first (DOMAIN rule 8): who that is, and that asking others before them has a reason."""

from dataclasses import replace
from typing import Any

import pytest

from app.domain.case.requests.previous import KnownFrom, Previous, PreviousProviderFirst, Runs, previous_of
from app.domain.case.requests.state import Round
from app.domain.codes.service_lines import ServiceLine
from app.domain.practice import ServiceLines
from app.domain.service import ClosedFor, ServiceClosed
from app.domain.values import OrganisationId, ServiceId
from tests.domain.case.requests.asking import (
    AT_EAST,
    CARERS,
    EAST,
    FACTS,
    NORTH,
    OTHERS,
    READY,
    SERVICES,
    WEST,
    WORDS,
    over,
    send,
    sent,
)
from tests.domain.case.way import LISTS, after
from tests.domain.given import uid

LAPWING = Runs(service_id=EAST, organisation_id=CARERS, names=("Lapwing Home Care, Northmoor", "Lapwing Ltd"))
CURLEW = Runs(service_id=WEST, organisation_id=OTHERS, names=("Curlew Home Care", "Curlew"))
CURLEW_NORTH = Runs(service_id=NORTH, organisation_id=OTHERS, names=("Curlew North", "Curlew"))
ALL = (LAPWING, CURLEW, CURLEW_NORTH)
KNOWN = replace(FACTS, previous=Previous(service_id=EAST, known_from=KnownFrom.REFERRAL))


@pytest.mark.parametrize(
    ("named", "service"),
    [
        ("Lapwing Homecare", EAST),
        ("LAPWING LTD, two calls a day", EAST),
        ("curlew", WEST),
        ("Two calls a day", None),
        ("Home Care", None),
        ("Ltd", None),
        (None, None),
    ],
)
def test_who_the_referral_names_is_known_whatever_the_spelling_and_not_who_could_be_several(
    named: str | None, service: ServiceId | None
) -> None:
    known = previous_of(ALL, named, None)
    assert (known and known.service_id) == service


def test_who_was_booked_after_an_earlier_stay_is_known_by_their_service_or_by_their_organisation() -> None:
    had = replace(CURLEW_NORTH, names=())
    assert previous_of(ALL, None, had) == Previous(service_id=NORTH, known_from=KnownFrom.EARLIER_CASE)
    elsewhere = replace(had, service_id=ServiceId(uid(199)))
    assert previous_of(ALL, None, elsewhere) == Previous(service_id=WEST, known_from=KnownFrom.EARLIER_CASE)
    assert previous_of(ALL, None, replace(had, organisation_id=OrganisationId(uid(198)))) is None


def test_what_the_referral_says_now_comes_before_what_was_once() -> None:
    known = previous_of(ALL, "Lapwing", CURLEW)
    assert known == Previous(service_id=EAST, known_from=KnownFrom.REFERRAL)


@pytest.mark.parametrize(
    "command",
    [
        send(EAST, WEST, round_=Round.PREVIOUS_FIRST),
        send(EAST, WEST, round_=Round.RANKED),
        send(EAST),
        replace(send(WEST, EAST), words=WORDS),
    ],
    ids=["first", "ranked", "alone", "with a reason"],
)
def test_the_previous_provider_is_asked_first_or_a_reason_is_kept(command: Any) -> None:
    [request] = after(*READY, then=command, facts=KNOWN)
    assert request.words == command.words


@pytest.mark.parametrize(
    "command",
    [send(WEST), send(EAST, WEST), send(WEST, EAST, round_=Round.RANKED)],
    ids=["another", "beside others", "second"],
)
def test_others_first_without_a_reason_is_refused(command: Any) -> None:
    with pytest.raises(PreviousProviderFirst) as refused:
        after(*READY, then=command, facts=KNOWN)
    assert refused.value.details == {"service_id": str(EAST)}


def test_who_was_asked_already_or_could_not_do_it_need_not_come_first() -> None:
    assert after(*READY, sent(EAST), over(AT_EAST), then=send(WEST, request=uid(122)), facts=KNOWN)
    closed = replace(SERVICES[EAST], closed=ServiceClosed(why=ClosedFor.OUTBREAK))
    assert after(*READY, then=send(WEST), facts=replace(KNOWN, services=SERVICES | {EAST: closed}))


def test_a_line_of_which_the_hub_does_not_say_so_has_no_first() -> None:
    rules = [line for line in LISTS.lines.lines if line.code is not ServiceLine.REAB]
    reab = replace(LISTS.lines.of(ServiceLine.REAB), previous_provider_first=False)
    facts = replace(KNOWN, lists=replace(LISTS, lines=ServiceLines((*rules, reab))))
    assert after(*READY, then=send(WEST), facts=facts)


def test_a_request_sent_again_records_nothing_whoever_is_known_by_then() -> None:
    assert after(*READY, sent(WEST), then=send(WEST), facts=KNOWN) == []
