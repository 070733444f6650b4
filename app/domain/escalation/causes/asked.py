"""Questions that nobody answers: keep or release, and whether somebody given a bed can go home now."""

from collections.abc import Iterator
from uuid import UUID

from app.domain.case.state import Case, Planning
from app.domain.escalation.cause import Cause, Situation, from_day
from app.domain.values import OrganisationId


def keep_unanswered(now: Situation) -> Iterator[Cause]:
    """Each who holds something and does not say whether it is kept, since they were asked first (DOMAIN rule 10)."""
    asked = now.case.holding.asked
    for holder in sorted(asked, key=lambda each: (asked[each].asked_at, each)):
        owner = _whose(now.case, holder)
        yield Cause(trigger="keep_unanswered", since=asked[holder].asked_at, owner_id=owner, each_owner=True)


def home_review_passed(now: Situation) -> Iterator[Cause]:
    """The day has begun by which *can she go home now?* was to be asked, and she waits for the bed (DOMAIN rule 3)."""
    decided = now.case.pathway
    if decided and decided.review_on and isinstance(now.case.stage, Planning):
        yield from_day("home_review_passed", decided.review_on)


def _whose(case: Case, holder: UUID) -> OrganisationId | None:
    offer, task = case.requests.offers.get(holder), case.tasks.items.get(holder)
    return offer.organisation_id if offer else task.owner_id if task else None
