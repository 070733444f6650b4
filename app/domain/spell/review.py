"""A ward clinician reviews the criteria to reside. Every review is kept; a late one is placed by its own time."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from app.domain.codes.criteria import Criterion
from app.domain.rejections import Rejection
from app.domain.spell.command import SpellCommand
from app.domain.spell.criteria import CriteriaReviewed, ReviewOutcome
from app.domain.spell.state import Spell, SpellWasCancelled, Voided, admission_of
from app.domain.values import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewCriteria(SpellCommand):
    """Record one review; `review_id` is made by who asks, so that asking again changes nothing."""

    review_id: UUID
    outcome: ReviewOutcome
    criteria: frozenset[Criterion]
    words: Words | None = None


def review_criteria(command: ReviewCriteria, spell: Spell) -> list[CriteriaReviewed]:
    """*Meets* says which, *no longer meets* says none; the review lies within the stay."""
    reviewed = CriteriaReviewed(
        review_id=command.review_id, outcome=command.outcome, criteria=command.criteria, words=command.words
    )
    if _answered(reviewed, spell):
        return []
    _require_criteria(command)
    _require_within_stay(command.at, spell)
    return [reviewed]


class ReviewAnsweredBefore(Rejection):
    """This review was already recorded with another answer. Make a new review; the earlier one is kept."""


class CriterionNeeded(Rejection):
    """Say which of the criteria to reside this person meets: at least one."""


class CriteriaNotWanted(Rejection):
    """A person who no longer meets the criteria to reside meets none of them. Clear the list, or choose *meets*."""


class ReviewBeforeAdmission(Rejection):
    """This review is timed before the admission. Check its time."""


class ReviewAfterLeaving(Rejection):
    """This review is timed after the person left. Check its time, or cancel the discharge if they are still here."""


def _answered(reviewed: CriteriaReviewed, spell: Spell) -> bool:
    earlier = [review.said for review in spell.reviews if review.said.review_id == reviewed.review_id]
    if earlier and reviewed not in earlier:
        raise ReviewAnsweredBefore
    return bool(earlier)


def _require_criteria(command: ReviewCriteria) -> None:
    match command.outcome:
        case ReviewOutcome.MEETS:
            if not command.criteria:
                raise CriterionNeeded
        case ReviewOutcome.NO_LONGER_MEETS:
            if command.criteria:
                raise CriteriaNotWanted


def _require_within_stay(at: datetime, spell: Spell) -> None:
    admission = admission_of(spell)
    if isinstance(spell.stage, Voided):
        raise SpellWasCancelled
    if at < admission.at:
        raise ReviewBeforeAdmission
    if spell.left_bed_at and at > spell.left_bed_at:
        raise ReviewAfterLeaving
