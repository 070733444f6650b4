"""Since when somebody no longer meets the requirements to remain, and the nights since: the rule of hospital beds.

A review is of the bed, so what is said of a time in hospital meanwhile begins nothing; whoever comes back from there is
ready again from the next review on.
"""

from dataclasses import dataclass
from datetime import datetime

from app.domain.case.stay.events import Remains, StayReviewed
from app.domain.case.stay.state import Stay
from app.domain.codes.service_lines import UnitKind, counted_in
from app.domain.spell.ready import Ready, ready


@dataclass(frozen=True, slots=True)
class BedReview:
    """What a review said of the requirements to remain."""

    at: datetime
    no_longer_meets: bool


def is_bed(stay: Stay) -> bool:
    """Whether the stay is in a bed: its line is counted in them."""
    return counted_in(stay.line) is UnitKind.BEDS


def in_bed_at(stay: Stay, at: datetime) -> bool:
    """Whether the person was in this bed then: met, not gone yet, and not in hospital meanwhile."""
    if at < stay.started_at or (stay.left_bed_at and at > stay.left_bed_at):
        return False
    return not any(pause.since < at and (pause.until is None or at < pause.until) for pause in stay.pauses)


def ready_of(stay: Stay, now: datetime) -> Ready:
    """When the person was ready and still in this bed, the last period until they left it or until now."""
    reviews = [
        BedReview(each.at, each.step.remains is Remains.NO_LONGER_MEETS)
        for each in stay.all_of(StayReviewed)
        if each.step.remains and in_bed_at(stay, each.at)
    ]
    breaks = [pause.since for pause in stay.pauses if pause.until]
    return ready(reviews, stay.started_at, stay.left_bed_at, now, breaks)
