"""A review of the criteria to reside: what it said, and the reviews of a stay in the order of their times."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol, TypeVar
from uuid import UUID

from app.domain.codes.criteria import Criterion
from app.domain.values import Words


class ReviewOutcome(StrEnum):
    """What a ward clinician decided."""

    MEETS = "meets"
    NO_LONGER_MEETS = "no_longer_meets"


@dataclass(frozen=True, slots=True, kw_only=True)
class CriteriaReviewed:
    """A ward clinician reviewed the criteria to reside: which are met, or that none is any longer."""

    review_id: UUID
    outcome: ReviewOutcome
    criteria: frozenset[Criterion]
    words: Words | None


@dataclass(frozen=True, slots=True)
class Review:
    """What was said of the criteria, and of which moment."""

    at: datetime
    said: CriteriaReviewed

    @property
    def no_longer_meets(self) -> bool:
        """Whether none of the criteria was met."""
        return self.said.outcome is ReviewOutcome.NO_LONGER_MEETS


class Judged(Protocol):
    """Somebody said of a moment whether the person still has to be in the bed, in hospital or in the community."""

    @property
    def at(self) -> datetime:
        """Of which moment."""

    @property
    def no_longer_meets(self) -> bool:
        """Whether nothing keeps the person there any longer."""


J = TypeVar("J", bound=Judged)


def timeline(reviews: Sequence[J], opened_at: datetime, until: datetime) -> list[J]:
    """The reviews within the stay by time, both ends included; those of one time stay as they were recorded."""
    return sorted((review for review in reviews if opened_at <= review.at <= until), key=lambda review: review.at)
