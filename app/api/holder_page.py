"""Who holds something for a case, as its page shows it: what, for whom, and whether it is kept or still asked."""

from collections.abc import Sequence
from datetime import datetime
from itertools import takewhile
from uuid import UUID

from pydantic import BaseModel

from app.domain.case import Case, CaseEvent
from app.domain.case.holding.holders import Holder, HolderKind, holders_of
from app.domain.case.requests.giving_back import OffersGivenBack
from app.domain.case.requests.sending import RequestSent
from app.domain.case.state import Ended
from app.domain.decider import Recorded
from app.views.phrases import Names, where


class HolderPart(BaseModel):
    """One holder: its offer or task, by `holder_id`. `state` is the offer's, or how far the task is.

    `cause` is why it is asked whether it keeps it, since `asked_at`; `until` is how long a place is held, or when it
    is to be taken; `kept_until` what was answered.
    """

    holder_id: UUID
    kind: str
    what: str
    owner_name: str | None
    state: str
    until: datetime | None
    cause: str | None
    asked_at: datetime | None
    kept_until: datetime | None


class LostPart(BaseModel):
    """What a death that was none had ended, and could not be given back. `was` is how the offer stood."""

    service: str
    was: str
    why: str


def holder_parts(case: Case, names: Names) -> list[HolderPart]:
    """Everyone who holds something, those who are asked first; of a case that is closed only whom its closing asked."""
    closed, holding = isinstance(case.stage, Ended), case.holding
    told = {*holding.asked, *holding.kept_until}
    parts = [_part(each, case, names) for each in holders_of(case) if not closed or each.holder_id in told]
    return sorted(parts, key=lambda part: part.asked_at is None)


def lost_parts(events: Sequence[Recorded[CaseEvent]], names: Names) -> list[LostPart]:
    """What was lost, until services are asked again. What only stands again loses nothing."""
    since = takewhile(lambda event: not isinstance(event, RequestSent), (each.event for each in reversed(events)))
    lost = next((event.lost for event in since if isinstance(event, OffersGivenBack) and event.lost), ())
    return [LostPart(service=where(names, each.service_id), was=each.was, why=each.why) for each in lost]


def _part(holder: Holder, case: Case, names: Names) -> HolderPart:
    question = case.holding.asked.get(holder.holder_id)
    what, owner, state, until = (_service if holder.kind is HolderKind.SERVICE else _desk)(holder, case, names)
    return HolderPart(
        holder_id=holder.holder_id,
        kind=holder.kind,
        what=what,
        owner_name=owner,
        state=state,
        until=until,
        cause=question.cause if question else None,
        asked_at=question.asked_at if question else None,
        kept_until=case.holding.kept_until.get(holder.holder_id),
    )


def _service(holder: Holder, case: Case, names: Names) -> tuple[str, str | None, str, datetime | None]:
    offer = case.requests.offers[holder.holder_id]
    return where(names, offer.service_id), None, offer.state, offer.arrive_from or offer.hold_until


def _desk(holder: Holder, case: Case, names: Names) -> tuple[str, str | None, str, datetime | None]:
    task = case.tasks.items[holder.holder_id]
    return task.words, where(names, task.owner_id) if task.owner_id else None, task.state, None
