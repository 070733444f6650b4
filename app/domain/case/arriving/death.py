"""The person died after they left: before the service met them, or in its care. Everything ends in the same turn."""

from dataclasses import dataclass
from uuid import UUID

from app.domain.case.arriving.command import ArrivingCommand, BeforeLeaving, NotLeftYet, require_own
from app.domain.case.closing import CaseClosed
from app.domain.case.leaving import CaseIsClosed
from app.domain.case.outcome import Outcome
from app.domain.case.state import Away, Case, Ended
from app.domain.case.stay.command import BeforeTheStay
from app.domain.case.stay.state import open_stay
from app.domain.values import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportDeath(ArrivingCommand):
    """Say that the person died at `at`; `report_id` is made by who asks."""

    report_id: UUID
    words: Words | None


def report_death(command: ReportDeath, case: Case) -> list[CaseClosed]:
    """Of somebody who has left. Once: whoever says it later says nothing new."""
    if command.report_id in case.answered:
        return []
    match case.stage:
        case Ended(outcome=Outcome.DIED):
            return []
        case Ended():
            raise CaseIsClosed
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
