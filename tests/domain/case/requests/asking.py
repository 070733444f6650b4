"""The search for a service for Ada: what is needed, who is asked, and what they say."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

from app.domain.case.form import Agreement, Agrees, ReferralForm
from app.domain.case.requests.answering import (
    Assessed,
    DeclineOffer,
    DetailOpened,
    HeldInPrinciple,
    HoldInPrinciple,
    OfferAssessed,
    OfferCountered,
    OfferQueried,
)
from app.domain.case.requests.confirming import ConfirmOffer, OfferConfirmed
from app.domain.case.requests.ending import OfferEnded
from app.domain.case.requests.packaging import PackageDescribed
from app.domain.case.requests.person import PersonAnswered, SaidBy
from app.domain.case.requests.sending import Asked, RequestSent, SendRequest
from app.domain.case.requests.state import EndedBecause, PersonSaid, Round, offer_id_of
from app.domain.codes.pathways import Pathway
from app.domain.codes.service_lines import ServiceLine
from app.domain.codes.windows import Window
from app.domain.package import BedNeeded, Call, Package
from app.domain.service import Run, Service, ServiceListed, Unit
from app.domain.values import OrganisationId, ServiceId, Words
from tests.domain.case.events import accepted, amended, bed_decided, decided_on, submitted
from tests.domain.case.way import CASE_ID, known
from tests.domain.given import NOON, NURSE, uid

EAST, WEST, NORTH = ServiceId(uid(101)), ServiceId(uid(102)), ServiceId(uid(103))
CARERS, OTHERS = OrganisationId(uid(111)), OrganisationId(uid(112))
REQUEST = uid(121)
AT_EAST, AT_WEST, AT_NORTH = (offer_id_of(REQUEST, each) for each in (EAST, WEST, NORTH))
BY_FOUR = NOON + timedelta(hours=4)
LATER = NOON + timedelta(hours=1)
MONDAY, MONDAY_NOON = datetime(2026, 11, 9, 8, 0, tzinfo=UTC), datetime(2026, 11, 9, 12, 0, tzinfo=UTC)
WORDS = Words("As agreed on the telephone.")

CALLS = Package(
    line=ServiceLine.REAB,
    start_on=date(2026, 11, 9),
    sector="ZZ97 1",
    calls=(Call(window=Window.MORNING, carers=2, minutes=45),),
)
BED = Package(line=ServiceLine.IC_UNIT, start_on=date(2026, 11, 9), bed=BedNeeded(side_room=True))

agrees = amended(ReferralForm(told_and_agrees=Agreement(agrees=Agrees.AGREES)))
described, bed_described = PackageDescribed(package=CALLS), PackageDescribed(package=BED)
PLANNED = (submitted(), agrees, accepted, decided_on(Pathway.P1))
READY = (*PLANNED, described)
"""Everything before a request can be sent for home care; `READY_FOR_BED` the same for a bed."""
READY_FOR_BED = (submitted(), agrees, accepted, bed_decided(), bed_described)


def service(of: OrganisationId = CARERS, line: ServiceLine = ServiceLine.REAB, usable: int = 1) -> Service:
    """A service of one morning run of two carers."""
    run = Unit(key="am", commissioned=1, usable=usable, occupied=0, run=Run(window=Window.MORNING, carers=2))
    listed = ServiceListed(name="A service", organisation_id=of, line=line, pathway=Pathway.P1)
    return Service(listed=listed, units=(run,), confirmed_at=NOON)


SERVICES = {EAST: service(), WEST: service(OTHERS), NORTH: service(OTHERS)}
FACTS = known(services=SERVICES, expiries=dict.fromkeys(SERVICES, BY_FOUR))


def sent(*services: ServiceId, round_: Round = Round.BROADCAST, package: Package = CALLS) -> RequestSent:
    """These were asked; one after another, the first of them."""
    return RequestSent(
        request_id=REQUEST,
        round=round_,
        package=package,
        asked=tuple(
            Asked(
                offer_id=offer_id_of(REQUEST, each),
                service_id=each,
                organisation_id=CARERS if each == EAST else OTHERS,
                expires_at=None if n and round_.one_at_a_time else BY_FOUR,
            )
            for n, each in enumerate(services)
        ),
    )


def send(*services: ServiceId, round_: Round = Round.BROADCAST, request: UUID = REQUEST) -> SendRequest:
    return SendRequest(case_id=CASE_ID, by=NURSE, at=NOON, request_id=request, round=round_, services=services)


def saying_to(offer: UUID = AT_EAST, n: int = 131, at: datetime = LATER, **more: Any) -> dict[str, Any]:
    """What every command on an offer has."""
    return {"case_id": CASE_ID, "by": NURSE, "at": at, "offer_id": offer, "answer_id": uid(n)} | more


def hold(offer: UUID = AT_EAST, n: int = 131, **more: Any) -> HoldInPrinciple:
    until = NOON + timedelta(days=1)
    return HoldInPrinciple(**saying_to(offer, n) | {"units": ("am",), "until": until} | more)


def confirm(offer: UUID = AT_EAST, n: int = 132, **more: Any) -> ConfirmOffer:
    when = {"arrive_from": MONDAY, "arrive_to": MONDAY_NOON, "units": ("am",), "how": Assessed.REMOTE}
    return ConfirmOffer(**saying_to(offer, n) | when | more)


def decline(code: str = "D01", offer: UUID = AT_EAST, n: int = 133, **more: Any) -> DeclineOffer:
    return DeclineOffer(**saying_to(offer, n), code=code, **more)


def opened(offer: UUID = AT_EAST, n: int = 130) -> DetailOpened:
    return DetailOpened(offer_id=offer, answer_id=uid(n))


def held(
    offer: UUID = AT_EAST, n: int = 131, at: ServiceId = EAST, until: datetime = NOON + timedelta(days=1)
) -> HeldInPrinciple:
    return HeldInPrinciple(
        offer_id=offer, service_id=at, units=("am",), until=until, over_count=False, answer_id=uid(n)
    )


def assessed(offer: UUID = AT_EAST, n: int = 132) -> OfferAssessed:
    return OfferAssessed(offer_id=offer, how=Assessed.REMOTE, answer_id=uid(n))


def confirmed(offer: UUID = AT_EAST, n: int = 132, at: ServiceId = EAST) -> OfferConfirmed:
    return OfferConfirmed(
        offer_id=offer,
        service_id=at,
        units=("am",),
        arrive_from=MONDAY,
        arrive_to=MONDAY_NOON,
        over_count=False,
        spot=False,
        answer_id=uid(n),
    )


def countered(start_on: date | None = date(2026, 11, 11), n: int = 134) -> OfferCountered:
    return OfferCountered(offer_id=AT_EAST, start_on=start_on, words=None, answer_id=uid(n))


def queried(n: int = 135) -> OfferQueried:
    return OfferQueried(offer_id=AT_EAST, words=Words("Which sling?"), items=frozenset({"6"}), answer_id=uid(n))


def person_said(said: PersonSaid = PersonSaid.AGREES, offer: UUID = AT_EAST, n: int = 136) -> PersonAnswered:
    words = None if said is PersonSaid.AGREES else WORDS
    return PersonAnswered(
        offer_id=offer, said=said, said_by=SaidBy.PERSON, interim_explained=False, words=words, answer_id=uid(n)
    )


def over(offer: UUID = AT_EAST, why: EndedBecause = EndedBecause.DECLINED, **more: Any) -> OfferEnded:
    """The end of an offer that held nothing, unless it is said that it did."""
    at = {AT_EAST: EAST, AT_WEST: WEST, AT_NORTH: NORTH}[offer]
    return replace(OfferEnded(offer_id=offer, service_id=at, why=why, held=False), **more)
