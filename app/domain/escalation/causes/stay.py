"""What goes wrong in a bed, case or not (DOMAIN rule 2: everyone on the ward list)."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from app.domain.case.state import Alerted, NotReferred
from app.domain.codes.hub_needs import HubNeed
from app.domain.escalation.cause import Cause, Situation, from_day
from app.domain.escalation.causes.whose import whose
from app.domain.local_time import local_date
from app.domain.spell.ready import ready as readiness
from app.domain.spell.state import Open, Spell


def not_reviewed(now: Situation) -> Iterator[Cause]:
    """Each day asks for a review: by a time on the day after the last one, and before that is a day old."""
    told = now.spell.admission
    if told and isinstance(now.spell.stage, Open):
        last = max((review.at for review in now.spell.reviews), default=told.at)
        yield from_day("not_reviewed_today", local_date(last) + timedelta(days=1))
        yield Cause(trigger="not_reviewed_24_hours", since=last)


def expected_date_passed(now: Situation) -> Iterator[Cause]:
    """The day on which the person was expected to leave is over once the next begins."""
    expected = now.spell.expected_discharge
    if expected and _is_here(now.spell):
        yield from_day("expected_date_passed", expected + timedelta(days=1))


def no_referral(now: Situation) -> Iterator[Cause]:
    """The person is ready, the ward says that they need the hub, and the hub has no referral."""
    since = ready_at(now.spell)
    if since and now.spell.hub_need is HubNeed.YES and isinstance(now.case.stage, NotReferred | Alerted):
        yield Cause(trigger="no_referral", since=since)


def ready(now: Situation) -> Iterator[Cause]:
    """Ready and still here: the longer, the higher; and once a week somebody looks at why.

    It is the problem of whoever the reason waits for.
    """
    since = ready_at(now.spell)
    if since:
        of = whose(now)
        yield Cause(trigger="ready", since=since, **of)
        yield Cause(trigger="ready_a_week", since=since, **of)


def ready_at(spell: Spell) -> datetime | None:
    """Since when somebody who is in a bed has not needed it."""
    told = spell.admission
    if told is None or not isinstance(spell.stage, Open):
        return None
    until = max((review.at for review in spell.reviews), default=told.at)
    return readiness(spell.reviews, told.at, None, until, spell.virtual_ward_before).ready_at


def _is_here(spell: Spell) -> bool:
    return spell.admission is not None and isinstance(spell.stage, Open)
