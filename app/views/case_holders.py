"""What a card and the ward list show of those who have not said whether they keep what they hold."""

from collections.abc import Iterator
from typing import Any

from pydantic_core import to_jsonable_python

from app.domain.case import Case
from app.domain.case.holding.causes import Cause
from app.domain.case.holding.holders import holders_of, still_asked
from app.domain.case.holding.slipping import slipping

KEPT = "kept"
"""The column by which those are found whose own time is over."""


def unanswered(case: Case) -> dict[str, Any] | None:
    """`count` how many, `asked_at` since when the first waits, `cause` why it was asked; None where nobody is asked."""
    asked = case.holding.asked.values()
    if not asked:
        return None
    first = min(asked, key=lambda question: question.asked_at)
    said: dict[str, Any] = to_jsonable_python({"count": len(asked), "asked_at": first.asked_at, "cause": first.cause})
    return said


def kept(case: Case) -> list[dict[str, Any]] | None:
    """Until when something is kept, and what is asked about then; None where nothing is.

    By what its holder said it is kept until its own time, else until the slot has slipped.
    """
    said = [*_kept(case)] if still_asked(case) else []
    if not said:
        return None
    shaped: list[dict[str, Any]] = to_jsonable_python(sorted(said, key=lambda each: (each["until"], each["cause"])))
    return shaped


def _kept(case: Case) -> Iterator[dict[str, Any]]:
    holding, slips = case.holding, slipping(case)
    if holding.kept_until:
        for key in {each.holder_id for each in holders_of(case)} & holding.kept_until.keys():
            yield {"until": holding.kept_until[key], "cause": holding.kept_for[key]}
    if slips:
        yield {"until": slips.at, "cause": Cause.SLOT_PASSED}
