"""A stay that goes on after all has its booking again, also where another service is booked since.

What had ended it was wrong: a discharge, a return to hospital, a closing. Both bookings stand then, as before a
step-down, and the hub cancels the one that is not needed.
"""

from uuid import UUID

from app.domain.case.closing import CaseReopened
from app.domain.case.requests.giving_back import OffersGivenBack, stands_without_place
from app.domain.case.requests.state import EndedBecause, OfferState
from app.domain.case.state import Case, Return
from app.domain.case.stay.events import StepTakenBack
from app.domain.case.stay.evolving import as_before
from app.domain.case.stay.state import Stay, open_stay
from app.domain.case.undoing import LeftAfterAll, TrackingUndone


def booked_again(event: object, case: Case) -> list[OffersGivenBack]:
    """What a death had ended is given back with all else that it had. `case` as before the event.

    What the service gave up while they were in hospital stays so, unless they had not come back.
    """
    key, requests = _of_stay(event, case), case.requests
    if key is None or key in requests.at_death:
        return []
    offer = requests.offers[key]
    released = offer.ended is EndedBecause.RELEASED and isinstance(event, StepTakenBack | CaseReopened)
    if released or (requests.booking and offer.state is OfferState.CONFIRMED):
        return []
    return [OffersGivenBack(given_back=(stands_without_place(key, offer),), lost=())]


def _of_stay(event: object, case: Case) -> UUID | None:
    """The booking of the stay that goes on with it, if one does."""
    match event:
        case StepTakenBack(stay_id=key, step_id=step):
            discharge = case.stays[key].ended
            return discharge.step.offer_id if discharge and discharge.step.step_id == step else None
        case LeftAfterAll():
            return _booking(_stood(case, case.back))
        case TrackingUndone(left_at=left_at) if left_at:
            return _booking(_stood(case, case.followed.back if case.followed else None))
        case CaseReopened():
            return _booking(open_stay(case.stays))
        case _:
            return None


def _stood(case: Case, back: Return | None) -> Stay | None:
    return open_stay(as_before(case.stays, back.stays) if back else case.stays)


def _booking(stay: Stay | None) -> UUID | None:
    return stay.offer_id if stay else None
