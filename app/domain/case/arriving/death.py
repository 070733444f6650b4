"""The person died after they left: before the service met them, in its care, or in the weeks after.

Everything ends in the same turn. Of who has left the service too, what is left to end is that somebody asks how they
are: the case was closed for what it was closed for, and says only that they have died since.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID, uuid5

from app.domain.case.arriving.command import ArrivingCommand, BeforeLeaving, NotLeftYet, require_own, require_own_stay
from app.domain.case.arriving.taking_back import ArrivingTakenBack, Said
from app.domain.case.closing import CaseClosed
from app.domain.case.command import CaseCommand
from app.domain.case.leaving import CaseIsClosed
from app.domain.case.outcome import Outcome
from app.domain.case.state import Away, Case, Ended
from app.domain.case.stay.command import BeforeTheStay
from app.domain.case.stay.due import follow_ups
from app.domain.case.stay.dying import has_died
from app.domain.case.stay.state import open_stay
from app.domain.rejections import Rejection
from app.domain.values import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class DiedSince:
    """The person has died since the case was closed: nobody asks any more how they are."""

    report_id: UUID
    words: Words | None


@dataclass(frozen=True, slots=True, kw_only=True)
class HearOfDeath(CaseCommand):
    """The person has died, as the system knows of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HearTheyLive(CaseCommand):
    """They have not died after all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportDeath(ArrivingCommand):
    """Say that the person died at `at`; `report_id` is made by who asks."""

    report_id: UUID
    words: Words | None


def report_death(command: ReportDeath, case: Case) -> Sequence[CaseClosed | DiedSince]:
    """Of somebody who has left, as long as anybody is to ask how they are. Once: who says it later says nothing new."""
    if command.report_id in case.answered:
        return []
    match case.stage:
        case Ended(outcome=Outcome.DIED):
            return []
        case Ended():
            return _since(command, case)
        case Away(left_at=left_at):
            require_own(command, case)
            if command.at < left_at:
                raise BeforeLeaving(fields="at")
        case _:
            raise NotLeftYet
    stay = open_stay(case.stays)
    if stay and command.at < stay.started_at:
        raise BeforeTheStay(fields="at")
    return [CaseClosed(outcome=Outcome.DIED, words=command.words, closure_id=command.report_id)]


def hear_of_death(command: HearOfDeath, case: Case) -> list[DiedSince]:
    """Only of a closed case with somebody still to ask: one that is live the death closes."""
    if not isinstance(case.stage, Ended) or not _asked_after(case):
        return []
    return [DiedSince(report_id=uuid5(command.case_id, f"died {command.at.isoformat()}"), words=None)]


def hear_they_live(command: HearTheyLive, case: Case) -> list[ArrivingTakenBack]:
    """What the case heard of a death is taken back, and they are asked again how they are."""
    if case.died_since is None:
        return []
    undo_id = uuid5(command.case_id, f"lives {command.at.isoformat()}")
    return [ArrivingTakenBack(what=Said.DEATH, words=Words(""), undo_id=undo_id)]


def _since(command: ReportDeath, case: Case) -> list[DiedSince]:
    if not case.died_since and not _asked_after(case):
        raise CaseIsClosed
    require_own_stay(command, case)
    if case.died_since:
        return []
    if any(stay.ended and command.at < stay.ended.at for stay in case.stays.values()):
        raise DiedBeforeTheEnd(fields="at")
    return [DiedSince(report_id=command.report_id, words=command.words)]


def _asked_after(case: Case) -> bool:
    return not has_died(case) and any(follow_ups(stay) for stay in case.stays.values())


class DiedBeforeTheEnd(Rejection):
    """This time lies before the person left the service. Correct it, or take the discharge back and say it there."""
