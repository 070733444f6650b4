"""What speaks for telling the hub early of somebody, as far as their feed is trusted to propose it."""

from typing import Any

from app.domain.codes.alert_reasons import AlertReason
from app.domain.spell import ProposeEarlyAlert
from app.intake.adt.visit import Visit
from app.intake.settings import FeedSettings, Trusted


def proposed_alerts(
    visit: Visit | None, settings: FeedSettings, timed: dict[str, Any], *, opens: bool
) -> list[ProposeEarlyAlert]:
    """Where the person came from (PV1-14), whenever that is told; whether the hub knows them, once as they come.

    A source that is told anew takes back what another spoke for.
    """
    if Trusted.EARLY_ALERT not in settings.trusted:
        return []
    proposals = [ProposeEarlyAlert(reason=AlertReason.KNOWN_TO_HUB, **timed)] if opens else []
    if visit is None or not visit.came_from:
        return proposals
    told = settings.admit_sources.get(visit.came_from)
    reasons = sorted(set(settings.admit_sources.values()))
    return [*proposals, *(ProposeEarlyAlert(reason=each, taken_back=each is not told, **timed) for each in reasons)]
