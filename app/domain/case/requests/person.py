"""What the person, or who speaks for them, says to a service that was found (DOMAIN rule 4)."""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from app.domain.case.command import CaseCommand
from app.domain.case.facts import CaseFacts
from app.domain.case.requests.ending import OfferEnded, ended
from app.domain.case.requests.sending import NextAsked, next_asked
from app.domain.case.requests.state import EndedBecause, PersonSaid
from app.domain.case.state import Case
from app.domain.rejections import NotKnown, Rejection
from app.domain.values import Words


class SaidBy(StrEnum):
    """Who said it."""

    PERSON = "person"
    FAMILY_WITH_THEM = "family_with_them"
    ATTORNEY_OR_DEPUTY = "attorney_or_deputy"
    BEST_INTERESTS = "best_interests"


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonAnswered:
    """The answer. `interim_explained`: that this may be for now only, until the place they want is free."""

    offer_id: UUID
    said: PersonSaid
    said_by: SaidBy
    interim_explained: bool
    words: Words | None
    answer_id: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordPersonAnswer(CaseCommand):
    """Record what the person said to a service found."""

    offer_id: UUID
    said: PersonSaid
    said_by: SaidBy
    interim_explained: bool
    words: Words | None
    answer_id: UUID


def record_person_answer(
    command: RecordPersonAnswer, case: Case, facts: CaseFacts
) -> list[PersonAnswered | OfferEnded | NextAsked]:
    """A no ends the offer and frees what it held; who wants another service has that said in words."""
    requests = case.requests
    if command.answer_id in requests.answered:
        return []
    offer = requests.offers.get(command.offer_id)
    if offer is None:
        raise NotKnown(what="offer")
    if not offer.is_open:
        raise OfferIsOver
    if command.said is not PersonSaid.AGREES and not command.words:
        raise AnswerInWords(fields="words")
    answered = PersonAnswered(
        offer_id=command.offer_id,
        said=command.said,
        said_by=command.said_by,
        interim_explained=command.interim_explained,
        words=command.words,
        answer_id=command.answer_id,
    )
    if command.said is not PersonSaid.DECLINES:
        return [answered]
    end = ended(requests, command.offer_id, EndedBecause.PERSON_DECLINED)
    return [answered, end, *next_asked(requests, command.offer_id, facts)]


class OfferIsOver(Rejection):
    """This service is not asked any more, or has confirmed. Record the answer where the person is still asked."""


class AnswerInWords(Rejection):
    """Say in the person's words what they want instead, or why they say no."""
