"""One invented event of every stored name of a stay in a service."""

from datetime import date
from typing import Any

from app.domain.case.stay.events import (
    ChargingTold,
    ExitPlanned,
    FollowedUp,
    Remains,
    StayEnded,
    StayExtended,
    StayReviewed,
    StepTakenBack,
)
from app.domain.codes.extension_reasons import ExtensionReason
from app.domain.codes.functional_scores import Tool
from app.domain.codes.stay_outcomes import Destination, Found, StayOutcome
from app.domain.values import ServiceId, Words
from tests.domain.given import uid

_STAY = uid(202)

STAY_EXAMPLES: dict[str, Any] = {
    "stay.reviewed.1": StayReviewed(
        step_id=uid(211), stay_id=_STAY, remains=Remains.NO_LONGER_MEETS, words=Words("Walks to Zoë’s gate.")
    ),
    "stay.extended.1": StayExtended(
        step_id=uid(212),
        stay_id=_STAY,
        until=date(2027, 1, 4),
        reason=ExtensionReason.BECAME_UNWELL,
        words=Words("A chest infection in week four."),
    ),
    "stay.charging_told.1": ChargingTold(
        step_id=uid(213), stay_id=_STAY, charged_from=date(2026, 12, 21), words=Words("With her son.")
    ),
    "stay.exit_planned.1": ExitPlanned(
        step_id=uid(214),
        stay_id=_STAY,
        leave_on=date(2026, 12, 18),
        destination=Destination.HOME_LONG_TERM,
        words=Words("Two calls a day."),
    ),
    "stay.ended.1": StayEnded(
        step_id=uid(215),
        stay_id=_STAY,
        offer_id=uid(122),
        service_id=ServiceId(uid(101)),
        outcome=StayOutcome.LOWER,
        destination=Destination.HOME_LONG_TERM,
        tool=Tool.BARTHEL,
        score_in=9,
        score_out=16,
        words=Words("Makes her own tea."),
    ),
    "stay.followed_up.1": FollowedUp(
        step_id=uid(216), stay_id=_STAY, day=30, found=Found.AT_HOME, words=Words("In the garden.")
    ),
    "stay.step_taken_back.1": StepTakenBack(
        step_id=uid(211), stay_id=_STAY, words=Words("The wrong Mrs Example."), undo_id=uid(217)
    ),
}
"""Stored name -> the event; `EXAMPLES` holds them with all others."""
