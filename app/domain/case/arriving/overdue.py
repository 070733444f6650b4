"""When somebody who left is to be where they go and to be met, and since when that is overdue (DOMAIN rule 11).

All of it runs on the wall clock, at weekends too. A closed case and a return to hospital end it.
"""

from datetime import datetime, timedelta
from uuid import UUID

from app.domain.case.arriving.booking import awaited, waits
from app.domain.case.arriving.command import offer_of
from app.domain.case.arriving.state import Missed
from app.domain.case.state import Away, Case
from app.domain.case.stay.state import is_in_service
from app.domain.case.tasks.standing import open_stops
from app.domain.codes.ways_out import WayOut

ARRIVES_WITHIN = timedelta(hours=3)
"""From leaving to arrival. Local default (hub practice 9, C16)."""

CONFIRMED_WITHIN = timedelta(hours=2)
"""From when it was to happen to when it must be confirmed. Local default (hub practice 8)."""

_STILL_THE_HOSPITALS = {WayOut.TRANSFERRED, WayOut.VIRTUAL_WARD}


def arrival_due(case: Case, booking: UUID | None = None) -> datetime | None:
    """When they should be there: from hospital, or from the service that they are discharged from.

    `booking` is where; None: where they are awaited.

    None where that is known, or nobody takes them anywhere: by their own discharge, while they are in a service, and
    after one where no other awaits them.
    """
    away, of = _followed(case), booking or awaited(case)
    if away is None or away.how is WayOut.SELF_DISCHARGE:
        return None
    if away.of(of).is_there or is_in_service(case.stays):
        return None
    ends = [stay.ended.at for stay in case.stays.values() if stay.ended and stay.ended.at >= away.left_at]
    if ends and not (of and waits(case.stays, of)):
        return None
    return max([away.left_at, *ends]) + ARRIVES_WITHIN


def contact_due(case: Case, booking: UUID | None = None) -> datetime | None:
    """When the booked service should have met them: by the end of the time that was agreed, not before they left.

    `booking` is with whom; None: with whom they are awaited.
    """
    away, of = _followed(case), booking or awaited(case)
    offer = offer_of(case, of)
    if away is None or of is None or offer is None or away.of(of).contact_at or not waits(case.stays, of):
        return None
    agreed = offer.arrive_to or offer.arrive_from
    return max(agreed, away.left_at) if agreed else None


def not_met(case: Case) -> list[Missed]:
    """The contacts that failed, the first first, while nobody has met them and no other time or service is agreed.

    Whoever nobody is booked for any more is still to be met; who is in another service is looked after there.
    """
    away, booking = _followed(case), awaited(case)
    if away is None or is_in_service(case.stays):
        return []
    known, offer = away.of(booking), offer_of(case, booking)
    starts = offer.arrive_from if offer else None
    since = [each for each in known.missed if starts in (None, each.starts) or starts <= each.at]
    return [] if known.contact_at else sorted(since, key=_when)


def not_met_again(case: Case) -> list[Missed]:
    """Those of them that were not the first with this service: that another time was agreed makes it none the less."""
    tried = case.stage.of(awaited(case)).missed if isinstance(case.stage, Away) else ()
    return [each for each in not_met(case) if each != min(tried, key=_when)]


def arrival_overdue(case: Case, now: datetime) -> datetime | None:
    """Since when an arrival is not confirmed that should be; None while all is well."""
    return _overdue(arrival_due(case), now)


def contact_overdue(case: Case, now: datetime) -> datetime | None:
    """Since when a first contact is not confirmed that should be; None while all is well."""
    return _overdue(contact_due(case), now)


def left_with_stops_open(case: Case) -> tuple[UUID, ...]:
    """The tasks that were to be done before leaving and are not, of somebody who has left: allowed, and named."""
    return tuple(open_stops(case)) if isinstance(case.stage, Away) else ()


def _followed(case: Case) -> Away | None:
    """The leaving of somebody whom the hub had accepted, and who is not in another hospital's care."""
    stage = case.stage
    if not isinstance(stage, Away) or not case.accepted_with:
        return None
    return None if stage.how in _STILL_THE_HOSPITALS else stage


def _when(missed: Missed) -> datetime:
    return missed.at


def _overdue(due: datetime | None, now: datetime) -> datetime | None:
    since = due + CONFIRMED_WITHIN if due else None
    return since if since and since <= now else None
