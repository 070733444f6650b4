"""Field 3, *readiness*: what the stay said when the referral was sent. The review sets it, never this form."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.domain.values import Words


class Criteria(StrEnum):
    """What the latest review said, as the ward list shows it."""

    MEETS = "meets"
    NO_LONGER_MEETS = "no_longer_meets"
    NOT_REVIEWED = "not_reviewed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Readiness:
    """`criteria` is the latest review, `since` the ready date; `words` are what the ward adds.

    Only a ward clinician says whether criteria are met, and does so in the review: the system fills in the rest.
    """

    criteria: Criteria | None = None
    since: date | None = None
    expected_discharge: date | None = None
    words: Words | None = None
