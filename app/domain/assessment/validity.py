"""How long an assessment may be relied on: 72 hours from its signing, or from when somebody said *still true*."""

from datetime import datetime, timedelta

VALID_FOR = timedelta(hours=72)
"""Local default (hub practice); beyond it the assessor is asked whether it is still true."""


def valid_until(at: datetime) -> datetime:
    """Until when what was signed or confirmed at this instant may be relied on."""
    return at + VALID_FOR
