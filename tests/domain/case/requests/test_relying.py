"""A service relies on the trusted assessment only where there is one that it does not still ask about."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from app.domain.case.requests.answering import Assessed as How
from app.domain.case.requests.answering import OfferAssessed, RecordAssessed
from app.domain.case.requests.relying import AssessmentTooOld, ItemsStillOpen, NothingToRelyOn
from tests.domain.case.assessing import queried, rejected, replied, signed
from tests.domain.case.requests.asking import AT_EAST, EAST, READY, WEST, confirm, confirmed, held, saying_to, sent
from tests.domain.case.way import after
from tests.domain.given import uid

ASKED = (*READY, sent(EAST, WEST))
RELIES = RecordAssessed(**saying_to(n=132), how=How.TRUSTED_ASSESSMENT)
KNOWN = OfferAssessed(offer_id=AT_EAST, how=How.TRUSTED_ASSESSMENT, answer_id=uid(132))


def by(service: Any, said: Any) -> Any:
    return replace(said, service_id=service)


def test_what_is_signed_may_be_relied_on() -> None:
    assert after(*ASKED, signed(), held(), then=RELIES) == [KNOWN]
    assert after(*ASKED, signed(), then=confirm(how=How.TRUSTED_ASSESSMENT))[:2] == [KNOWN, confirmed()]


def test_where_nothing_is_signed_there_is_nothing_to_rely_on() -> None:
    with pytest.raises(NothingToRelyOn):
        after(*ASKED, held(), then=RELIES)
    with pytest.raises(NothingToRelyOn):
        after(*ASKED, then=confirm(how=How.TRUSTED_ASSESSMENT))


@pytest.mark.parametrize("said", [queried(), rejected()], ids=["queried", "rejected"])
def test_who_waits_for_an_answer_about_an_item_does_not_rely_on_it_yet(said: Any) -> None:
    past = [*ASKED, signed(), held(), by(EAST, said)]
    with pytest.raises(ItemsStillOpen):
        after(*past, then=RELIES)
    with pytest.raises(ItemsStillOpen):
        after(*past, then=confirm(how=How.TRUSTED_ASSESSMENT))
    assert after(*past, by(EAST, replied()), then=RELIES) == [KNOWN]
    assert after(*past, then=replace(RELIES, how=How.OWN_VISIT)) == [replace(KNOWN, how=How.OWN_VISIT)]


def test_what_another_service_asks_stands_in_nobodys_way() -> None:
    assert after(*ASKED, signed(), held(), by(WEST, rejected()), then=RELIES) == [KNOWN]


def test_after_72_hours_it_must_be_said_to_be_still_true() -> None:
    late = replace(RELIES, at=RELIES.at + timedelta(hours=73))
    with pytest.raises(AssessmentTooOld):
        after(*ASKED, signed(), held(), then=late)
