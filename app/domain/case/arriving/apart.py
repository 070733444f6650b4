"""A person is in one service at a time: nobody arrives at the next, or is met there, before they left."""

from datetime import datetime
from uuid import UUID

from app.domain.case.stay.state import Stays
from app.domain.rejections import Rejection


def require_apart(stays: Stays, booking: UUID | None, at: datetime) -> None:
    """Who was in hospital meanwhile goes on with the stay that they had; one ends in the moment the next begins."""
    for stay in stays.values():
        if stay.offer_id != booking and (stay.ended is None or at < stay.ended.at):
            raise StaysOverlap(stay_id=str(stay.stay_id))


class StaysOverlap(Rejection):
    """At that time they were still in another service. Record the discharge from there first, or correct the time."""
