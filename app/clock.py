"""What time it is: the machine's clock, for everybody. A story that tests tell may happen at another time.

Sign-ins, leases and the ageing of drafts are the machine's own affair and do not ask here.
"""

from contextvars import ContextVar
from datetime import UTC, datetime, timedelta

_AHEAD = ContextVar("ahead", default=timedelta())


def now() -> datetime:
    """This instant, in UTC."""
    return datetime.now(UTC) + _AHEAD.get()


def live_at(at: datetime | None) -> None:
    """It is then, and time goes on from there, for whoever says it and what it starts; None: as the machine says."""
    _AHEAD.set(at - datetime.now(UTC) if at else timedelta())
