"""What goes wrong after leaving: nobody is known to have arrived or been met, and a stay whose work is not done.

Policy counts from these times; safety is on the wall clock (DOMAIN rules 11 and 12).
"""

from collections.abc import Iterator

from app.domain.case.arriving.command import booked
from app.domain.case.arriving.overdue import arrival_due, contact_due, not_met, not_met_again
from app.domain.case.stay.due import SIX_WEEKS, lasts_until, next_review_on
from app.domain.case.stay.events import ChargingTold, ExitPlanned
from app.domain.case.stay.state import open_stay
from app.domain.escalation.cause import Cause, Situation, from_day


def not_arrived(now: Situation) -> Iterator[Cause]:
    """They have left and should be where they go."""
    due, offer = arrival_due(now.case), booked(now.case)
    if due:
        yield Cause(trigger="arrival", since=due, owner_id=offer.organisation_id if offer else None)


def contact_not_confirmed(now: Situation) -> Iterator[Cause]:
    """The service that was booked should have met them."""
    due, offer = contact_due(now.case), booked(now.case)
    if due and offer:
        yield Cause(trigger="first_contact", since=due, owner_id=offer.organisation_id)


def nobody_met_them(now: Situation) -> Iterator[Cause]:
    """No access, refused, or nobody came: from when it happened, not from when first contact is overdue (rule 11).

    A second time is graver; where nobody is booked any more it is the hub's.
    """
    offer = booked(now.case)
    for trigger, missed in (("not_met", not_met(now.case)), ("not_met_again", not_met_again(now.case))):
        for each in missed[:1]:
            yield Cause(trigger=trigger, since=each.at, owner_id=offer.organisation_id if offer else None)


def review_overdue(now: Situation) -> Iterator[Cause]:
    """A review of the stay is due, and the person is not in hospital meanwhile."""
    stay = open_stay(now.case.stays)
    due = next_review_on(stay) if stay and not stay.paused_at else None
    if stay and due:
        yield from_day("review_overdue", due, stay.organisation_id)


def no_exit_plan(now: Situation) -> Iterator[Cause]:
    """Nobody has said how they leave: counted from first contact, through step-down and readmission."""
    stay = open_stay(now.case.stays)
    if stay and not stay.latest(ExitPlanned):
        first = min(each.started_at for each in now.case.stays.values())
        yield Cause(trigger="no_exit_plan", since=first, owner_id=stay.organisation_id)


def charging_untold(now: Situation) -> Iterator[Cause]:
    """Nobody has told them from when it is not free any more: counted from first contact (hub practice, claim 24)."""
    stay = open_stay(now.case.stays)
    if stay and not any(each.latest(ChargingTold) for each in now.case.stays.values()):
        yield Cause(trigger="charging_untold", since=min(each.started_at for each in now.case.stays.values()))


def six_weeks(now: Situation) -> Iterator[Cause]:
    """The stay goes on: six weeks are counted to the day to which it was extended, if it was."""
    stay = open_stay(now.case.stays)
    if stay:
        yield from_day("six_weeks", lasts_until(now.case.stays, stay) - SIX_WEEKS, stay.organisation_id)
