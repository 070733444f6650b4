"""What a card and the ward list show of those who have not said whether they keep what they hold."""

from typing import Any

from pydantic_core import to_jsonable_python

from app.domain.case import Case


def unanswered(case: Case) -> dict[str, Any] | None:
    """`count` how many, `asked_at` since when the first waits, `cause` why it was asked; None where nobody is asked."""
    asked = case.holding.asked.values()
    if not asked:
        return None
    first = min(asked, key=lambda question: question.asked_at)
    said: dict[str, Any] = to_jsonable_python({"count": len(asked), "asked_at": first.asked_at, "cause": first.cause})
    return said
