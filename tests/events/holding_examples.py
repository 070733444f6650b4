"""One invented event of every stored name of those who hold something: asked, answered, given back."""

from typing import Any

from app.domain.case.holding.answering import HolderAnswered, KeepOrRelease
from app.domain.case.holding.asking import HoldersAsked
from app.domain.case.holding.causes import Cause
from app.domain.case.holding.holders import Holder, HolderKind
from app.domain.values import Words
from tests.domain.given import uid
from tests.events.request_examples import BY_FOUR, OFFER
from tests.events.task_examples import ONE

HOLDING_EXAMPLES: dict[str, Any] = {
    "holders.asked.1": HoldersAsked(
        cause=Cause.MOVED_WARD,
        holders=(
            Holder(holder_id=OFFER, kind=HolderKind.SERVICE),
            Holder(holder_id=ONE, kind=HolderKind.PHARMACY),
        ),
    ),
    "holder.answered.1": HolderAnswered(
        holder_id=ONE,
        answer=KeepOrRelease.KEEP,
        until=BY_FOUR,
        words=Words("Zoë’s tablets are the same."),
        answer_id=uid(41),
    ),
}
"""Stored name -> the event; `EXAMPLES` holds them with all others."""
