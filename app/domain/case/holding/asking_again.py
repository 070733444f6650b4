"""A holder keeps what it holds until a time: once that has passed, and what it was asked about is still so, it is asked
again. The question is the same as any other, so who does not answer is shown as one who never has.

A slot is such a time too: until then all that is arranged for it is kept.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from app.domain.case.command import CaseCommand
from app.domain.case.facts import CaseFacts
from app.domain.case.holding.asking import HoldersAsked
from app.domain.case.holding.causes import Cause
from app.domain.case.holding.holders import holders_of, still_asked
from app.domain.case.holding.slipping import slipping
from app.domain.case.state import Case


@dataclass(frozen=True, slots=True, kw_only=True)
class AskAgain(CaseCommand):
    """Ask those whose own time is over. `at` is that time, be it looked at in the minute or after a day's outage."""


def ask_again(command: AskAgain, case: Case, facts: CaseFacts) -> list[HoldersAsked]:
    """By what each was asked about. With the question its time is gone, so that looking again asks nobody."""
    return [*_kept_until_now(command, case, facts), *_slipped(command, case)] if still_asked(case) else []


def _slipped(command: AskAgain, case: Case) -> list[HoldersAsked]:
    slips = slipping(case)
    if slips is None or slips.at != command.at:
        return []
    return [HoldersAsked(cause=Cause.SLOT_PASSED, holders=slips.holders)]


def _kept_until_now(command: AskAgain, case: Case, facts: CaseFacts) -> list[HoldersAsked]:
    due, holding = {*_due(command, case, facts)}, case.holding
    asked = [each for each in holders_of(case) if each.holder_id in due]
    causes = dict.fromkeys(holding.kept_for[each.holder_id] for each in asked)
    return [
        HoldersAsked(
            cause=cause,
            holders=tuple(each for each in asked if holding.kept_for[each.holder_id] is cause),
            again=True,
        )
        for cause in causes
    ]


def _due(command: AskAgain, case: Case, facts: CaseFacts) -> Iterator[UUID]:
    """Whoever is ready again needs what was kept no longer because they are not."""
    for key, until in case.holding.kept_until.items():
        over = case.holding.kept_for[key] is Cause.MEETS_AGAIN and facts.ready_again
        if until <= command.at and not over:
            yield key
