"""What a card and the ward list show of those who have not said whether they keep what they hold."""

from typing import Any

from pydantic_core import to_jsonable_python

from app.domain.case import Case
from app.domain.case.holding.holders import holders_of, still_asked

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
    """Until when something is kept by what its holder said, and what they were asked about; None where nothing is."""
    holding = case.holding
    if not holding.kept_until or not still_asked(case):
        return None
    keep = {each.holder_id for each in holders_of(case)} & holding.kept_until.keys()
    said = [{"until": holding.kept_until[key], "cause": holding.kept_for[key]} for key in keep]
    if not said:
        return None
    shaped: list[dict[str, Any]] = to_jsonable_python(sorted(said, key=lambda each: (each["until"], each["cause"])))
    return shaped
