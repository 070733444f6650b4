"""Whether the agreed start and the agreed slot go together: nobody is expected too early, nor left alone for long."""

from datetime import datetime, timedelta

ALONE = timedelta(days=1)
"""So long after leaving somebody may wait for the service that they need. Local default: framework, P1 within a day."""


def is_before_leaving(arrive_to: datetime, leave_at: datetime) -> bool:
    """The service would come, or take them in, before they are there."""
    return arrive_to < leave_at


def is_long_after(arrive_from: datetime, leave_at: datetime) -> bool:
    """They would be without the service for more than a day."""
    return arrive_from > leave_at + ALONE


def fits(arrive_from: datetime, arrive_to: datetime, leave_at: datetime) -> bool:
    """Neither."""
    return not (is_before_leaving(arrive_to, leave_at) or is_long_after(arrive_from, leave_at))
