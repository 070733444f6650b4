"""What a wrong death lost stands on the case's page until services are asked again, whatever stands again meanwhile."""

from uuid import UUID

from app.api.holder_page import lost_parts
from app.domain.case.requests.giving_back import Lost, LostBecause, OffersGivenBack
from app.domain.case.requests.state import OfferState
from tests.domain.case.requests.asking import AT_WEST, EAST, WEST, sent
from tests.domain.case.stay.test_booked_again import BACK
from tests.domain.given import given

gone = Lost(offer_id=AT_WEST, service_id=WEST, was=OfferState.CONFIRMED, why=LostBecause.PLACE_GONE)
LOST = OffersGivenBack(given_back=(), lost=(gone,))
NAMES: dict[UUID, str] = {WEST: "West Reablement", EAST: "East Reablement"}


def lost_after(*past: object) -> list[str]:
    return [each.service for each in lost_parts(given(*past), NAMES)]


def test_what_was_lost_is_named_until_services_are_asked_again() -> None:
    assert lost_after(LOST) == ["West Reablement"]
    assert lost_after(LOST, BACK) == ["West Reablement"]
    assert lost_after(LOST, BACK, sent(EAST)) == []
