"""Putting the package to services: all at once, or one after another until one can (DOMAIN rule 8)."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from app.domain.case.command import CaseCommand
from app.domain.case.facts import CaseFacts
from app.domain.case.form import Agrees
from app.domain.case.requests.packaging import PathwayNotDecided, require_line_of
from app.domain.case.requests.previous import require_previous_first
from app.domain.case.requests.state import OfferState, Requests, Round, offer_id_of
from app.domain.case.state import Case, is_planned
from app.domain.case.stay.state import begun
from app.domain.case.triage import NotInPlanning
from app.domain.package import Package
from app.domain.rejections import NotKnown, Rejection
from app.domain.service.matching import match
from app.domain.values import OrganisationId, ServiceId, Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One service that is asked, and until when it may answer; None: it is asked when those before it cannot."""

    offer_id: UUID
    service_id: ServiceId
    organisation_id: OrganisationId
    expires_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestSent:
    """The package, as it was then, was put to these services, in their order.

    `words` say why the previous provider does not come first, where one is known.
    """

    request_id: UUID
    round: Round
    package: Package
    asked: tuple[Asked, ...]
    words: Words | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NextAsked:
    """It is this service's turn: those before it could not."""

    offer_id: UUID
    expires_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class SendRequest(CaseCommand):
    """Put the package to these services, in their order; `words` say why not to the previous provider first."""

    request_id: UUID
    round: Round
    services: tuple[ServiceId, ...]
    words: Words | None = None


def send_request(command: SendRequest, case: Case, facts: CaseFacts) -> list[RequestSent]:
    """Only what the person agreed to share is put to anybody, and only to services that could do it."""
    requests = case.requests
    if command.request_id in requests.sent:
        return []
    if facts.request_elsewhere:
        raise RequestSentBefore
    if not is_planned(case.stage):
        raise NotInPlanning
    if requests.package is None:
        raise PackageMissing
    if requests.booking and not begun(case.stays, requests.booking):
        raise AlreadyBooked
    if case.pathway is None:
        raise PathwayNotDecided
    require_line_of(case.pathway.given, requests.package.line, facts.lists.lines)
    _require_agreement(case)
    services = tuple(dict.fromkeys(command.services))
    for service in services:
        _require_suited(requests, service, requests.package, facts, command.at)
    require_previous_first(command, requests, requests.package, facts)
    at_once = services[:1] if command.round.one_at_a_time else services
    asked = [_asked(command, service, facts, now=service in at_once) for service in services]
    return [
        RequestSent(
            request_id=command.request_id,
            round=command.round,
            package=requests.package,
            asked=tuple(asked),
            words=command.words,
        )
    ]


def next_asked(requests: Requests, ended: UUID, facts: CaseFacts) -> list[NextAsked]:
    """Whose turn it is when this offer ends, where services are asked one after another."""
    request = requests.offers[ended].request_id
    of_round = {key: offer for key, offer in requests.offers.items() if offer.request_id == request and key != ended}
    if any(offer.is_open and offer.state is not OfferState.NEXT for offer in of_round.values()):
        return []
    waiting = [key for key, offer in of_round.items() if offer.state is OfferState.NEXT]
    return [NextAsked(offer_id=key, expires_at=facts.expiries[of_round[key].service_id]) for key in waiting[:1]]


def _asked(command: SendRequest, service: ServiceId, facts: CaseFacts, *, now: bool) -> Asked:
    listed = facts.services[service].listed
    assert listed, "a service that suits is listed"
    return Asked(
        offer_id=offer_id_of(command.request_id, service),
        service_id=service,
        organisation_id=listed.organisation_id,
        expires_at=facts.expiries[service] if now else None,
    )


def _require_agreement(case: Case) -> None:
    said = case.form.told_and_agrees
    if said is None or said.agrees not in (Agrees.AGREES, Agrees.BEST_INTERESTS):
        raise SharingNotAgreed


def _require_suited(requests: Requests, service: ServiceId, package: Package, facts: CaseFacts, at: datetime) -> None:
    if any(offer.service_id == service and offer.is_open for offer in requests.offers.values()):
        raise AskedAlready(service_id=str(service))
    its = facts.services.get(service)
    if its is None or its.listed is None:
        raise NotKnown(what="service")
    suited = match(package, its, at, facts.lists.lines.of(package.line))
    if not suited.fits:
        raise CannotMeetNeed(service_id=str(service), why=", ".join(each.why for each in suited.why_not))


class PackageMissing(Rejection):
    """Nobody can answer before it is said what is needed. Describe the package first."""


class RequestSentBefore(Rejection):
    """A request with this id was sent before, for another case. Send yours with an id of its own."""


class AlreadyBooked(Rejection):
    """A service has confirmed for this person. Cancel that booking first, if another service is to be asked."""


class SharingNotAgreed(Rejection):
    """The person has not agreed that this is shared with services. Ask them, and answer *told and agrees*, first."""


class AskedAlready(Rejection):
    """This service is asked already and may still answer. Leave it out, or withdraw that request first."""


class CannotMeetNeed(Rejection):
    """This service cannot do what is needed, however much it has free. Leave it out, or change the package."""
