"""How long a stay lasts: six weeks, longer for a reason; what it then costs, and how they leave it."""

from dataclasses import dataclass
from datetime import date, timedelta

from app.domain.case.facts import CaseFacts
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


def extend_stay(command: ExtendStay, case: Case, facts: CaseFacts) -> list[StayExtended]:
    """Only beyond the day until which it lasts already, to a day to come. *Other* is said in words.

    At once by no more weeks than the line's rule allows: by default six, as long as intermediate care typically lasts
    (the framework: *no longer than 6 weeks*); how far an extension goes is not published: a local default.
    """
    if command.step_id in case.answered:
        return []
    stay = going_on(command, case)
    lasts, today = lasts_until(case.stays, stay), local_date(command.at)
    if command.until <= lasts:
        raise ExtensionNotLater(fields="until")
    if command.until < today:
        raise ExtensionInThePast(fields="until")
    latest = max(lasts, today) + timedelta(weeks=facts.lists.lines.of(stay.line).extend_weeks)
    if command.until > latest:
        raise ExtensionTooLong(fields="until", latest=latest.isoformat())
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


class ExtensionInThePast(Rejection):
    """This day has passed. Choose a day from today on, or discharge them from the service."""


class ExtensionTooLong(Rejection):
    """A stay is extended by no more weeks at once than the list has for its line. Choose an earlier day; if it must
    go on after that, extend it again then.
    """


class ExtensionInWords(Rejection):
    """Say in words why the stay goes on, or choose one of the other reasons."""


class ToldTooLate(Rejection):
    """Nobody is charged for days before they were told. Choose a day from today on."""


class ExitInThePast(Rejection):
    """This day has passed. Choose the day on which they are to leave, or discharge them from the service."""
