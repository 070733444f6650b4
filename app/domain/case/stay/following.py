"""Who is discharged from a service leaves a place: it is free again in the same turn."""

from app.domain.case.stay.events import StayEnded
from app.domain.decider import Recorded
from app.domain.service import GiveUpPlace


def frees(recorded: Recorded[StayEnded]) -> list[GiveUpPlace]:
    """What was booked for the stay."""
    event = recorded.event
    return [GiveUpPlace(hold_id=event.offer_id, service_id=event.service_id, by=recorded.by, at=recorded.at)]
