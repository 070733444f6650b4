"""Reviewing a stay, on the days of its service line; in a bed that says whether they still have to be there."""

from dataclasses import dataclass

from app.domain.case.state import Case
from app.domain.case.stay.command import StayCommand, going_on
from app.domain.case.stay.events import Remains, StayReviewed
from app.domain.codes.service_lines import UnitKind, counted_in
from app.domain.rejections import Rejection
from app.domain.values import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewStay(StayCommand):
    """Say how it goes; `remains` where it is a bed."""

    remains: Remains | None
    words: Words


def review_stay(command: ReviewStay, case: Case) -> list[StayReviewed]:
    """Requirements to remain are of beds: who is at home lives there."""
    if command.step_id in case.answered:
        return []
    stay = going_on(command, case)
    in_bed = counted_in(stay.line) is UnitKind.BEDS
    if in_bed and command.remains is None:
        raise RemainsNotSaid(fields="remains")
    if command.remains and not in_bed:
        raise NoBedToRemainIn(fields="remains")
    return [StayReviewed(step_id=command.step_id, stay_id=stay.stay_id, remains=command.remains, words=command.words)]


class RemainsNotSaid(Rejection):
    """In a bed a review says whether the person still meets the requirements to remain. Choose one."""


class NoBedToRemainIn(Rejection):
    """This person is at home, so there are no requirements to remain. Leave it out."""
