"""Asking how somebody is 7, 30 and 91 days after they left the service, also when the case is long closed."""

from dataclasses import dataclass
from datetime import timedelta

from app.domain.case.arriving.command import PersonHasDied
from app.domain.case.closing import CaseClosed
from app.domain.case.outcome import Outcome
from app.domain.case.state import Away, Case
from app.domain.case.stay.command import StayCommand, stay_of
from app.domain.case.stay.due import FOLLOW_UP_DAYS
from app.domain.case.stay.events import FollowedUp
from app.domain.codes.stay_outcomes import Found
from app.domain.local_time import local_date
from app.domain.rejections import Rejection
from app.domain.values import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUpStay(StayCommand):
    """Say how they were found; `day` is 7, 30 or 91."""

    day: int
    found: Found
    words: Words | None


def follow_up_stay(command: FollowUpStay, case: Case) -> list[FollowedUp | CaseClosed]:
    """Each once, from its day on. Who is found to have died is in no other service any more: their case ends."""
    if command.step_id in case.answered:
        return []
    stay = stay_of(command, case)
    if stay.ended is None:
        raise StayGoesOn
    if case.died_since:
        raise PersonHasDied
    if command.day not in FOLLOW_UP_DAYS:
        raise NoSuchFollowUp(fields="day")
    if any(each.step.day == command.day for each in stay.all_of(FollowedUp)):
        raise FollowedUpAlready(fields="day")
    if local_date(command.at) < local_date(stay.ended.at) + timedelta(days=command.day):
        raise FollowUpTooEarly(fields="day")
    followed = FollowedUp(
        step_id=command.step_id, stay_id=stay.stay_id, day=command.day, found=command.found, words=command.words
    )
    if command.found is not Found.DIED or not isinstance(case.stage, Away):
        return [followed]
    return [followed, CaseClosed(outcome=Outcome.DIED, words=None, closure_id=command.step_id)]


class StayGoesOn(Rejection):
    """This person is still in the service, so nobody asks yet how they are. Review the stay instead."""


class NoSuchFollowUp(Rejection):
    """People are asked 7, 30 and 91 days after they left the service. Choose one of these."""


class FollowedUpAlready(Rejection):
    """This was asked already. If the answer is wrong, take it back first."""


class FollowUpTooEarly(Rejection):
    """This day has not come yet. Ask on the day or later."""
