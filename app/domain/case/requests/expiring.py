"""Time that passes: silence is a no, and where others wait, so is a yes whose hold ran out (DOMAIN rule 8)."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from app.domain.case.command import CaseCommand
from app.domain.case.facts import CaseFacts
from app.domain.case.requests.ending import OfferEnded, ended
from app.domain.case.requests.sending import NextAsked, next_asked
from app.domain.case.requests.state import EndedBecause, OfferState
from app.domain.case.state import Case
from app.domain.codes.decline_codes import NO_ANSWER
from app.domain.rejections import NotKnown


@dataclass(frozen=True, slots=True, kw_only=True)
class LetOfferExpire(CaseCommand):
    """The time to answer has passed, or that of a hold. Said by the system, as often as it likes."""

    offer_id: UUID


def let_offer_expire(command: LetOfferExpire, case: Case, facts: CaseFacts) -> list[OfferEnded | NextAsked]:
    """Nothing, unless the time really has passed. A yes stands on without its hold while nobody else is to be asked."""
    requests, offer = case.requests, case.requests.offers.get(command.offer_id)
    if offer is None:
        raise NotKnown(what="offer")
    match offer.state:
        case OfferState.ASKED if _passed(offer.expires_at, command):
            end = ended(requests, command.offer_id, EndedBecause.NO_ANSWER, code=NO_ANSWER)
            return [end, *next_asked(requests, command.offer_id, facts)]
        case OfferState.IN_PRINCIPLE | OfferState.ASSESSED if _passed(offer.hold_until, command):
            asked = next_asked(requests, command.offer_id, facts)
            return [ended(requests, command.offer_id, EndedBecause.HOLD_RAN_OUT), *asked] if asked else []
        case _:
            return []


def _passed(until: datetime | None, command: LetOfferExpire) -> bool:
    return until is not None and until <= command.at
