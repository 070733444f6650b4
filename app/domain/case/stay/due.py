"""What is due in a stay, and since when it is overdue: reviews, six weeks, the exit plan, the follow-ups.

Days are local dates. Six weeks run from the first contact of the first stay: a readmission and a step-down do not begin
them anew (DOMAIN rule 12).
"""

from datetime import date, datetime, timedelta
from itertools import pairwise

from app.domain.case.stay.events import ExitPlanned, FollowedUp, StayExtended, StayReviewed
from app.domain.case.stay.state import Stay, Stays, open_stay
from app.domain.codes.stay_outcomes import Found, StayOutcome
from app.domain.local_time import local_date

SIX_WEEKS = timedelta(days=42)
EXIT_PLAN_BY = timedelta(days=35)
"""From first contact to the day by which it must be known how they leave. Local default (hub practice 9, A14)."""

FOLLOW_UP_DAYS = (7, 30, 91)
"""Days after discharge from service."""


def day_of(stays: Stays, now: datetime) -> int:
    """How many days ago the service first met them; stays must not be empty."""
    return (local_date(now) - _first_day(stays)).days


def six_weeks_on(stays: Stays) -> date:
    """The day on which six weeks are over."""
    return _first_day(stays) + SIX_WEEKS


def exit_plan_by(stays: Stays) -> date:
    """The day by which it must be known how they leave."""
    return _first_day(stays) + EXIT_PLAN_BY


def lasts_until(stays: Stays, stay: Stay) -> date:
    """Six weeks, or as long as it was extended."""
    extended = stay.latest(StayExtended)
    return extended.step.until if extended else six_weeks_on(stays)


def next_review_on(stay: Stay) -> date | None:
    """When the stay is to be reviewed next; None when no review is left, or it ended.

    In a bed that is reviewed daily it is the day after the last review, or after they were met there: requirements to
    remain (hub practice 9, B8). Elsewhere it is the first review day of the line that the last review came too early
    for (hub practice 1.24). A review meets the day that it is nearest to, and those before it: seen every day of the
    first week, somebody is still to be reviewed in the second.
    """
    if stay.ended:
        return None
    began = local_date(stay.started_at)
    reviewed = [local_date(each.at) for each in stay.all_of(StayReviewed)]
    if stay.review_daily:
        again = [local_date(pause.until) for pause in stay.pauses if pause.until]
        return max((began, *reviewed, *again)) + timedelta(days=1)
    seen = max(((day - began).days for day in reviewed), default=-1)
    days = pairwise((0, *sorted(stay.review_days)))
    return next((began + timedelta(days=day) for before, day in days if 2 * seen < before + day), None)


def review_overdue(stay: Stay, today: date) -> int:
    """How many days a review is overdue; 0 while none is, and while they are in hospital."""
    due = next_review_on(stay)
    return 0 if due is None or stay.paused_at else max(0, (today - due).days)


def no_exit_plan(stays: Stays, today: date) -> bool:
    """Whether it should be known by now how they leave, and is not."""
    stay = open_stay(stays)
    return bool(stay and not stay.latest(ExitPlanned) and today >= exit_plan_by(stays))


def over_time(stays: Stays, today: date) -> bool:
    """Whether a stay goes on though its six weeks, or its extension, are over."""
    stay = open_stay(stays)
    return bool(stay and today >= lasts_until(stays, stay))


def follow_ups(stay: Stay) -> dict[int, date]:
    """When to ask how they are, day by day, of those not asked yet; none of whoever has died."""
    if stay.ended is None or died_of(stay):
        return {}
    asked, ended = {each.step.day for each in stay.all_of(FollowedUp)}, local_date(stay.ended.at)
    return {day: ended + timedelta(days=day) for day in FOLLOW_UP_DAYS if day not in asked}


def died_of(stay: Stay) -> bool:
    """Whether the stay ended with a death, or they were found to have died since."""
    found = (each.step.found for each in stay.all_of(FollowedUp))
    return bool(stay.ended and stay.ended.step.outcome is StayOutcome.DIED) or Found.DIED in found


def _first_day(stays: Stays) -> date:
    return local_date(min(stay.started_at for stay in stays.values()))
