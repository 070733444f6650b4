"""The answer that holds: the place is the person's, with a time of arrival; everything else closes (DOMAIN rule 8)."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from app.domain.case.command import CaseCommand
from app.domain.case.facts import CaseFacts
from app.domain.case.leaving import CaseIsClosed
from app.domain.case.requests.answer import AnswerCommand, open_offer
from app.domain.case.requests.answering import Assessed, OfferAssessed
from app.domain.case.requests.ending import OfferEnded, all_ended
from app.domain.case.requests.relying import require_reliable
from app.domain.case.requests.state import EndedBecause, Offer, PersonSaid
from app.domain.case.state import Case, Ended, is_planned
from app.domain.case.triage import NotInPlanning
from app.domain.codes.service_lines import UnitKind, counted_in
from app.domain.codes.weekdays import EVERY_DAY
from app.domain.local_time import local_date
from app.domain.rejections import Rejection
from app.domain.service.state import Service
from app.domain.values import ServiceId, Words


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferConfirmed:
    """Start agreed: the person arrives between these times. `spot`: bought for this one booking."""

    offer_id: UUID
    service_id: ServiceId
    units: tuple[str, ...]
    arrive_from: datetime
    arrive_to: datetime
    over_count: bool
    spot: bool
    answer_id: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class StartChanged:
    """The person arrives at another time than was agreed."""

    offer_id: UUID
    service_id: ServiceId
    units: tuple[str, ...]
    arrive_from: datetime
    arrive_to: datetime
    spot: bool
    words: Words
    answer_id: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfirmOffer(AnswerCommand):
    """Say yes. `units` where none is held yet, `how` where the needs were assessed only now."""

    arrive_from: datetime
    arrive_to: datetime
    units: tuple[str, ...] = ()
    how: Assessed | None = None
    over_count: bool = False
    spot: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeStart(CaseCommand):
    """Agree another time of arrival, and say why."""

    answer_id: UUID
    arrive_from: datetime
    arrive_to: datetime
    words: Words


def confirm_offer(
    command: ConfirmOffer, case: Case, facts: CaseFacts
) -> list[OfferAssessed | OfferConfirmed | OfferEnded]:
    """Whoever provides has assessed, and the person has said yes to a bed; the first to confirm has it."""
    if command.answer_id in case.requests.answered:
        return []
    offer = open_offer(command, case)
    if not is_planned(case.stage):
        raise NotInPlanning
    _require_window(command, command.at)
    _require_open(command, facts.services.get(offer.service_id))
    _require_yes(offer, case)
    units = command.units or offer.units
    if not units:
        raise NoPlaceNamed(fields="units")
    assessed = _assessed(command, offer, case)
    confirmed = OfferConfirmed(
        offer_id=command.offer_id,
        service_id=offer.service_id,
        units=units,
        arrive_from=command.arrive_from,
        arrive_to=command.arrive_to,
        over_count=command.over_count,
        spot=command.spot,
        answer_id=command.answer_id,
    )
    others = all_ended(case.requests, EndedBecause.ANOTHER_CONFIRMED, but=command.offer_id)
    return [*assessed, confirmed, *others]


def change_start(command: ChangeStart, case: Case, facts: CaseFacts) -> list[StartChanged]:
    """Only a booking that stands has a start; the same start again changes nothing."""
    if command.answer_id in case.requests.answered:
        return []
    if isinstance(case.stage, Ended):
        raise CaseIsClosed
    booking = case.requests.booking
    if booking is None:
        raise NothingBooked
    offer = case.requests.offers[booking]
    if (offer.arrive_from, offer.arrive_to) == (command.arrive_from, command.arrive_to):
        return []
    _require_window(command, command.at)
    _require_open(command, facts.services.get(offer.service_id))
    return [
        StartChanged(
            offer_id=booking,
            service_id=offer.service_id,
            units=offer.units,
            arrive_from=command.arrive_from,
            arrive_to=command.arrive_to,
            spot=offer.spot,
            words=command.words,
            answer_id=command.answer_id,
        )
    ]


def _assessed(command: ConfirmOffer, offer: Offer, case: Case) -> list[OfferAssessed]:
    if command.how is Assessed.TRUSTED_ASSESSMENT:
        require_reliable(offer.service_id, case, command.at)
    if command.how:
        return [OfferAssessed(offer_id=command.offer_id, how=command.how, answer_id=command.answer_id)]
    if not offer.assessed:
        raise NotAssessedYet(fields="how")
    return []


def _require_yes(offer: Offer, case: Case) -> None:
    if offer.person_said is PersonSaid.WANTS_OTHER:
        raise PersonWantsOther
    to_a_bed = counted_in(case.requests.sent[offer.request_id].line) is UnitKind.BEDS
    if to_a_bed and offer.person_said is not PersonSaid.AGREES:
        raise PersonNotAsked


def _require_window(command: ConfirmOffer | ChangeStart, now: datetime) -> None:
    if command.arrive_to < command.arrive_from or command.arrive_to <= now:
        raise ArrivalOutOfOrder(fields="arrive_from")


def _require_open(command: ConfirmOffer | ChangeStart, service: Service | None) -> None:
    """By what the service says itself: the days of its line are no word of its own, and its yes counts for more."""
    if service is None:
        return
    week = (service.described.admits_on if service.described else None) or EVERY_DAY
    if not service.off.admits(local_date(command.arrive_from), week):
        raise ServiceClosedThatDay(fields="arrive_from")


class NotAssessedYet(Rejection):
    """A service assesses before it provides. Say how: by your own visit, the trusted assessment, or remotely."""


class NoPlaceNamed(Rejection):
    """Say which place it is: a bed, or a call in each window that is needed."""


class PersonNotAsked(Rejection):
    """The person, or who decides for them, has not said yes to this place. Ask the hub to record their answer first."""


class PersonWantsOther(Rejection):
    """The person wants another service than this one. Ask the hub what they say now."""


class ArrivalOutOfOrder(Rejection):
    """The time of arrival lies in the past, or ends before it begins. Correct the times."""


class ServiceClosedThatDay(Rejection):
    """On this day the service takes nobody in, by the days that it has said or by its own calendar. Agree another day;
    or put right first what the service says of its days.
    """


class NothingBooked(Rejection):
    """No service has confirmed for this person, so there is no start to change or cancel."""
