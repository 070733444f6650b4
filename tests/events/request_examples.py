"""One invented event of every stored name of the search for a service: package, requests, answers, booking."""

from datetime import UTC, date, datetime, time
from typing import Any

from app.domain.case.requests.answering import (
    Assessed,
    DetailOpened,
    HeldInPrinciple,
    OfferAssessed,
    OfferCountered,
    OfferQueried,
)
from app.domain.case.requests.confirming import OfferConfirmed, StartChanged
from app.domain.case.requests.ending import OfferEnded
from app.domain.case.requests.giving_back import GivenBack, Lost, LostBecause, OffersGivenBack
from app.domain.case.requests.hub_side import OfferAskedAgain
from app.domain.case.requests.packaging import PackageDescribed
from app.domain.case.requests.person import PersonAnswered, SaidBy
from app.domain.case.requests.reading import AssessmentOpened
from app.domain.case.requests.sending import Asked, NextAsked, RequestSent
from app.domain.case.requests.state import EndedBecause, OfferState, PersonSaid, Round
from app.domain.codes.service_lines import ServiceLine
from app.domain.codes.sexes import Sex
from app.domain.codes.skills import Skill
from app.domain.codes.windows import Window
from app.domain.package import BedNeeded, Call, Package
from app.domain.values import OrganisationId, ServiceId, Words
from tests.domain.given import uid
from tests.events.invented import TRUST

EAST, WEST = ServiceId(uid(21)), ServiceId(uid(22))
REQUEST, OFFER, NEXT = uid(23), uid(24), uid(25)
BY_FOUR = datetime(2026, 11, 27, 16, 0, tzinfo=UTC)
ARRIVES: dict[str, Any] = {
    "arrive_from": datetime(2026, 11, 28, 10, 0, tzinfo=UTC),
    "arrive_to": datetime(2026, 11, 28, 12, 30, tzinfo=UTC),
}
AT_EAST: dict[str, Any] = {"offer_id": OFFER, "service_id": EAST}

HOME_CARE = Package(
    line=ServiceLine.REAB,
    start_on=date(2026, 11, 28),
    sector="ZZ97 1",
    calls=(
        Call(window=Window.MORNING, carers=2, minutes=45),
        Call(window=Window.BED, carers=1, minutes=30),
    ),
    skills=frozenset({Skill.TUBE_FEED, Skill.DISTRESS}),
)
BED = Package(
    line=ServiceLine.IC_UNIT,
    start_on=date(2026, 11, 28),
    bed=BedNeeded(sex=Sex.FEMALE, side_room=True, weight_kg=141),
    arrives_by=time(15, 30),
)

REQUEST_EXAMPLES: dict[str, Any] = {
    "package.described.1": PackageDescribed(package=BED, words=Words("Zoë would like to see the garden.")),
    "request.sent.1": RequestSent(
        request_id=REQUEST,
        round=Round.RANKED,
        package=HOME_CARE,
        asked=(
            Asked(offer_id=OFFER, service_id=EAST, organisation_id=TRUST, expires_at=BY_FOUR),
            Asked(offer_id=NEXT, service_id=WEST, organisation_id=OrganisationId(uid(26)), expires_at=None),
        ),
    ),
    "offer.next_asked.1": NextAsked(offer_id=NEXT, expires_at=BY_FOUR),
    "offer.detail_opened.1": DetailOpened(offer_id=OFFER, answer_id=uid(31)),
    "offer.assessment_opened.1": AssessmentOpened(**AT_EAST, assessment_id=uid(41), number=2, answer_id=uid(42)),
    "offer.held_in_principle.1": HeldInPrinciple(
        **AT_EAST, units=("am2", "bed"), until=BY_FOUR, over_count=True, answer_id=uid(32)
    ),
    "offer.assessed.1": OfferAssessed(offer_id=OFFER, how=Assessed.OWN_VISIT, answer_id=uid(33)),
    "offer.countered.1": OfferCountered(
        offer_id=OFFER, start_on=date(2026, 11, 30), words=Words("With one carer until then."), answer_id=uid(34)
    ),
    "offer.queried.1": OfferQueried(
        offer_id=OFFER, words=Words("Which sling?"), items=frozenset({"moving", "function"}), answer_id=uid(35)
    ),
    "offer.asked_again.1": OfferAskedAgain(
        offer_id=OFFER, words=Words("The blue one."), counter_taken=False, expires_at=BY_FOUR, answer_id=uid(36)
    ),
    "offer.confirmed.1": OfferConfirmed(
        **AT_EAST, **ARRIVES, units=("am2", "bed"), over_count=False, spot=True, answer_id=uid(37)
    ),
    "offer.start_changed.1": StartChanged(
        **AT_EAST, **ARRIVES, units=("am2",), spot=False, words=Words("Her key is with the son."), answer_id=uid(38)
    ),
    "offer.person_answered.1": PersonAnswered(
        offer_id=OFFER,
        said=PersonSaid.WANTS_OTHER,
        said_by=SaidBy.FAMILY_WITH_THEM,
        interim_explained=True,
        words=Words("Nearer to Zoë."),
        answer_id=uid(39),
    ),
    "offer.ended.1": OfferEnded(
        **AT_EAST,
        why=EndedBecause.DECLINED,
        held=True,
        code="D99",
        words=Words("The roof leaks."),
        answer_id=uid(40),
    ),
    "offers.given_back.1": OffersGivenBack(
        given_back=(
            GivenBack(
                offer_id=OFFER,
                service_id=EAST,
                state=OfferState.CONFIRMED,
                units=("am2",),
                hold_until=BY_FOUR,
                arrive_from=ARRIVES["arrive_from"],
                spot=False,
            ),
        ),
        lost=(Lost(offer_id=NEXT, service_id=WEST, was=OfferState.IN_PRINCIPLE, why=LostBecause.PLACE_GONE),),
    ),
}
"""Stored name -> the event; `EXAMPLES` holds them with all others."""
