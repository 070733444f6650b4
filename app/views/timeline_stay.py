"""The weeks in a service in words: reviewed, extended, told about charging, planned, ended, asked how they are."""

from typing import assert_never

from app.domain.case.stay.events import (
    ChargingTold,
    ExitPlanned,
    FollowedUp,
    Remains,
    StayEnded,
    StayEvent,
    StayExtended,
    StayReviewed,
    StepTakenBack,
)
from app.domain.codes import extension_reasons, functional_scores
from app.domain.codes.stay_outcomes import DESTINATIONS, FOUND, OUTCOMES, StayOutcome
from app.views.phrases import Names, quoted, weekday, where
from app.views.timeline_ways import first_low


def say_stay(event: StayEvent, names: Names) -> str:
    """One step of a stay as a sentence."""
    match event:
        case StayReviewed():
            remains = f" {_REMAINS[event.remains]}" if event.remains else ""
            return f"Stay reviewed.{remains}{quoted(event.words)}"
        case StayExtended():
            why = first_low(extension_reasons.WORDS[event.reason])
            return f"Stay extended until {weekday(event.until)}: {why}.{quoted(event.words)}"
        case ChargingTold():
            return f"Told about charging, from {weekday(event.charged_from)}.{quoted(event.words)}"
        case ExitPlanned():
            to = first_low(DESTINATIONS[event.destination])
            return f"Exit planned for {weekday(event.leave_on)}: {to}.{quoted(event.words)}"
        case StayEnded(outcome=StayOutcome.DIED):
            return f"Died in the care of {where(names, event.service_id)}.{quoted(event.words)}"
        case StayEnded():
            return f"Discharged from {where(names, event.service_id)}: {_ended(event)}.{quoted(event.words)}"
        case FollowedUp():
            return f"{event.day} days after the stay: {first_low(FOUND[event.found])}.{quoted(event.words)}"
        case StepTakenBack():
            return f"Something recorded of the stay was taken back.{quoted(event.words)}"
        case _:
            assert_never(event)


_REMAINS = {
    Remains.MEETS: "Meets the requirements to remain.",
    Remains.NO_LONGER_MEETS: "No longer meets the requirements to remain.",
}


def _ended(event: StayEnded) -> str:
    parts = [first_low(OUTCOMES[event.outcome]), first_low(DESTINATIONS[event.destination])]
    if event.tool:
        score_in, score_out = ("?" if score is None else score for score in (event.score_in, event.score_out))
        parts.append(f"{functional_scores.WORDS[event.tool]} {score_in} to {score_out}")
    return "; ".join(parts)
