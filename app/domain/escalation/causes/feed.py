"""A hospital's feed that says nothing: the boards grow old without anybody noticing (DOMAIN rule 16)."""

from datetime import datetime

from app.domain.escalation.cause import Cause

FEED_SILENT = "feed_silent"


def feed_silent(heard_at: datetime) -> Cause:
    """Every feed is silent since it was heard last; the policy says for how long that is well."""
    return Cause(trigger=FEED_SILENT, since=heard_at)
