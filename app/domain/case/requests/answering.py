"""The answers of a service on the way to a yes or a no: interest, in principle, assessed, counter, query, decline."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from uuid import UUID

from app.domain.case.facts import CaseFacts
from app.domain.case.requests.answer import AnswerCommand, offer_of, open_offer
from app.domain.case.requests.ending import OfferEnded, ended
from app.domain.case.requests.relying import require_reliable
from app.domain.case.requests.sending import NextAsked, next_asked
from app.domain.case.requests.state import EndedBecause, OfferState
from app.domain.case.state import Case
from app.domain.codes.decline_codes import CANNOT_START_BY_THEN
from app.domain.practice.declines import Asks
from app.domain.rejections import Rejection
from app.domain.values import ServiceId, Words

LONGEST_HOLD = timedelta(days=7)


class Assessed(StrEnum):
    """How the service knows what the person needs, before it provides (hub practice 1.7)."""

    OWN_VISIT = "own_visit"
    TRUSTED_ASSESSMENT = "trusted_assessment"
    REMOTE = "remote"


@dataclass(frozen=True, slots=True, kw_only=True)
class DetailOpened:
    """The service was interested and read the detail."""

    offer_id: UUID
    answer_id: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldInPrinciple:
    """The service would take the person, and keeps a place until then."""

    offer_id: UUID
    service_id: ServiceId
    units: tuple[str, ...]
    until: datetime
    over_count: bool
    answer_id: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferAssessed:
    """The service knows enough of the person's needs to say that it can meet them."""

    offer_id: UUID
    how: Assessed
    answer_id: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferCountered:
    """The service could, but otherwise than asked: from another day, or as it says in words."""

    offer_id: UUID
    start_on: date | None
    words: Words | None
    answer_id: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferQueried:
    """The service must know more first; `items` are items of the assessment or fields of the referral."""

    offer_id: UUID
    words: Words
    items: frozenset[str]
    answer_id: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenDetail(AnswerCommand):
    """Read the detail: the service is interested."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HoldInPrinciple(AnswerCommand):
    """Say yes in principle, and keep a place. `over_count`: beyond what the service had declared."""

    units: tuple[str, ...]
    until: datetime
    over_count: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordAssessed(AnswerCommand):
    """Say how the person's needs were assessed."""

    how: Assessed


@dataclass(frozen=True, slots=True, kw_only=True)
class CounterOffer(AnswerCommand):
    """Say what the service could do instead."""

    start_on: date | None
    words: Words | None


@dataclass(frozen=True, slots=True, kw_only=True)
class QueryOffer(AnswerCommand):
    """Ask the hub."""

    words: Words
    items: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class DeclineOffer(AnswerCommand):
    """Say that the service cannot, by a code of the hub's list; `earliest` goes with *cannot start by then*."""

    code: str
    words: Words | None = None
    earliest: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeBackOffer(AnswerCommand):
    """Take a yes in principle back."""

    words: Words


def open_detail(command: OpenDetail, case: Case) -> list[DetailOpened]:
    """Read once is read; it is recorded the first time. Whoever has confirmed may read it in any case."""
    offer = offer_of(command, case)
    if offer.opened or offer.state is OfferState.CONFIRMED:
        return []
    open_offer(command, case)
    return [DetailOpened(offer_id=command.offer_id, answer_id=command.answer_id)]


def hold_in_principle(command: HoldInPrinciple, case: Case) -> list[HeldInPrinciple]:
    """A place is held, for days and not for weeks; held already, it is held as said now."""
    if command.answer_id in case.requests.answered:
        return []
    offer = open_offer(command, case)
    if not command.at < command.until <= command.at + LONGEST_HOLD:
        raise HoldOutOfReach(fields="until")
    if not command.units:
        raise NothingHeld(fields="units")
    return [
        HeldInPrinciple(
            offer_id=command.offer_id,
            service_id=offer.service_id,
            units=command.units,
            until=command.until,
            over_count=command.over_count,
            answer_id=command.answer_id,
        )
    ]


def record_assessed(command: RecordAssessed, case: Case) -> list[OfferAssessed]:
    """Only who would take the person assesses them."""
    if command.answer_id in case.requests.answered:
        return []
    offer = open_offer(command, case)
    if not offer.holds:
        raise NotInPrincipleYet
    if command.how is Assessed.TRUSTED_ASSESSMENT:
        require_reliable(offer.service_id, case, command.at)
    return [OfferAssessed(offer_id=command.offer_id, how=command.how, answer_id=command.answer_id)]


def counter_offer(command: CounterOffer, case: Case) -> list[OfferCountered]:
    """Another start, or something in words."""
    if command.answer_id in case.requests.answered:
        return []
    open_offer(command, case)
    if command.start_on is None and not command.words:
        raise CounterSaysNothing(fields="start_on")
    return [
        OfferCountered(
            offer_id=command.offer_id,
            start_on=command.start_on,
            words=command.words,
            answer_id=command.answer_id,
        )
    ]


def query_offer(command: QueryOffer, case: Case) -> list[OfferQueried]:
    """The time to answer stands still until the hub has answered."""
    if command.answer_id in case.requests.answered:
        return []
    open_offer(command, case)
    return [
        OfferQueried(offer_id=command.offer_id, words=command.words, items=command.items, answer_id=command.answer_id)
    ]


def decline_offer(command: DeclineOffer, case: Case, facts: CaseFacts) -> list[OfferEnded | OfferCountered | NextAsked]:
    """By a code; *cannot start by then* with a date is a counter, since somebody may wait for it."""
    if command.answer_id in case.requests.answered:
        return []
    open_offer(command, case)
    line = facts.lists.declines.chosen(command.code)
    if line is None:
        raise NoSuchDecline(fields="code")
    if line.asks is Asks.WORDS and not command.words:
        raise DeclineInWords(fields="words")
    if command.code == CANNOT_START_BY_THEN and command.earliest:
        said = OfferCountered(
            offer_id=command.offer_id, start_on=command.earliest, words=command.words, answer_id=command.answer_id
        )
        return [said]
    return _over(command, case, facts, EndedBecause.DECLINED)


def take_back_offer(
    command: TakeBackOffer, case: Case, facts: CaseFacts
) -> list[OfferEnded | OfferCountered | NextAsked]:
    """What was a yes is none."""
    if command.answer_id in case.requests.answered:
        return []
    open_offer(command, case)
    return _over(command, case, facts, EndedBecause.TAKEN_BACK)


def _over(
    command: DeclineOffer | TakeBackOffer, case: Case, facts: CaseFacts, why: EndedBecause
) -> list[OfferEnded | OfferCountered | NextAsked]:
    code = command.code if isinstance(command, DeclineOffer) else None
    end = ended(case.requests, command.offer_id, why, code=code, words=command.words, answer_id=command.answer_id)
    return [end, *next_asked(case.requests, command.offer_id, facts)]


class HoldOutOfReach(Rejection):
    """A place is held from now on and for at most seven days. Choose an end within that time."""


class NothingHeld(Rejection):
    """Say which place you keep: a bed, or a call in each window that is needed."""


class NotInPrincipleYet(Rejection):
    """Say first that you would take this person, so that a place is kept while they are assessed."""


class CounterSaysNothing(Rejection):
    """Say what you could do instead: from which day, or in words."""


class NoSuchDecline(Rejection):
    """There is no such reason on the hub's list, or no more. Choose one that is on it; *other* is said in words."""


class DeclineInWords(Rejection):
    """Say in words why you cannot, or choose one of the other reasons."""
