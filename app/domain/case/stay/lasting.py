"""How long a stay lasts: six weeks, longer for a reason; what it then costs, and how they leave it."""

from dataclasses import dataclass
from datetime import date

from app.domain.case.state import Case
from app.domain.case.stay.command import StayCommand, going_on
from app.domain.case.stay.due import lasts_until
from app.domain.case.stay.events import ChargingTold, ExitPlanned, StayExtended
from app.domain.codes.extension_reasons import ExtensionReason
from app.domain.codes.stay_outcomes import Destination
from app.domain.local_time import local_date
from app.domain.rejections import Rejection
from app.domain.values import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtendStay(StayCommand):
    """Let it go on until then, and say why."""

    until: date
    reason: ExtensionReason
    words: Words | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TellCharging(StayCommand):
    """Say that the person was told from when it is not free any more."""

    charged_from: date
    words: Words | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanExit(StayCommand):
    """Say when and where they leave the service."""

    leave_on: date
    destination: Destination
    words: Words


def extend_stay(command: ExtendStay, case: Case) -> list[StayExtended]:
    """Only beyond the day until which it lasts already. *Other* is said in words."""
    if command.step_id in case.answered:
        return []
    stay = going_on(command, case)
    if command.until <= lasts_until(case.stays, stay):
        raise ExtensionNotLater(fields="until")
    if command.reason is ExtensionReason.OTHER and not command.words:
        raise ExtensionInWords(fields="words")
    return [
        StayExtended(
            step_id=command.step_id,
            stay_id=stay.stay_id,
            until=command.until,
            reason=command.reason,
            words=command.words,
        )
    ]


def tell_charging(command: TellCharging, case: Case) -> list[ChargingTold]:
    """In time: before it costs anything."""
    if command.step_id in case.answered:
        return []
    stay = going_on(command, case)
    if command.charged_from < local_date(command.at):
        raise ToldTooLate(fields="charged_from")
    return [
        ChargingTold(
            step_id=command.step_id, stay_id=stay.stay_id, charged_from=command.charged_from, words=command.words
        )
    ]


def plan_exit(command: PlanExit, case: Case) -> list[ExitPlanned]:
    """For a day to come; the latest plan counts."""
    if command.step_id in case.answered:
        return []
    stay = going_on(command, case)
    if command.leave_on < local_date(command.at):
        raise ExitInThePast(fields="leave_on")
    return [
        ExitPlanned(
            step_id=command.step_id,
            stay_id=stay.stay_id,
            leave_on=command.leave_on,
            destination=command.destination,
            words=command.words,
        )
    ]


class ExtensionNotLater(Rejection):
    """The stay lasts until that day already. Choose a later one."""


class ExtensionInWords(Rejection):
    """Say in words why the stay goes on, or choose one of the other reasons."""


class ToldTooLate(Rejection):
    """Nobody is charged for days before they were told. Choose a day from today on."""


class ExitInThePast(Rejection):
    """This day has passed. Choose the day on which they are to leave, or discharge them from the service."""
