"""Who was asked whether they keep what they hold, and what each said, in words."""

from collections.abc import Sequence
from typing import assert_never
from uuid import UUID

from app.domain.case import CaseEvent
from app.domain.case.holding.answering import HolderAnswered, KeepOrRelease
from app.domain.case.holding.asking import HoldersAsked
from app.domain.case.holding.causes import WORDS as CAUSES
from app.domain.case.holding.evolving import HoldingEvent
from app.domain.case.holding.holders import KIND_WORDS, Holder, HolderKind
from app.domain.case.requests.giving_back import LostBecause, OffersGivenBack
from app.domain.case.requests.sending import RequestSent
from app.domain.decider import Recorded
from app.views.phrases import Names, moment, quoted, where


def say_holding(event: HoldingEvent, names: Names) -> str:
    """One event as a sentence. `names` holds the tasks' and the offers' words too."""
    match event:
        case HoldersAsked(cause=cause, holders=holders):
            asked = ", ".join(_holder(names, each) for each in holders)
            if event.again:
                return f"The time until which it was kept is over: asked again whether it is kept or released: {asked}."
            return f"{CAUSES[cause]}: asked whether it is kept or released: {asked}."
        case HolderAnswered(answer=KeepOrRelease.KEEP, until=until):
            kept = f" until {moment(until)}" if until else ""
            return f"{_said(names, event)} is kept{kept}.{quoted(event.words)}"
        case HolderAnswered():
            return f"{_said(names, event)} is released.{quoted(event.words)}"
        case _:
            assert_never(event)


def say_given_back(event: OffersGivenBack, names: Names) -> str:
    """What a death that was none gives back, and what it lost."""
    back = ", ".join(where(names, each.service_id) for each in event.given_back)
    lost = ", ".join(f"{where(names, each.service_id)} ({_LOST[each.why]})" for each in event.lost)
    said = [f"Stands again: {back}." if back else "", f"Lost: {lost}." if lost else ""]
    return " ".join(each for each in said if each)


def offer_names(events: Sequence[Recorded[CaseEvent]], names: Names) -> dict[UUID, str]:
    """The service of every offer of a case, by the offer's id."""
    sent = (each.event for each in events if isinstance(each.event, RequestSent))
    return {each.offer_id: where(names, each.service_id) for request in sent for each in request.asked}


_LOST = {
    LostBecause.PLACE_GONE: "the place is taken since",
    LostBecause.TIME_PASSED: "its time has passed",
}


def _holder(names: Names, holder: Holder) -> str:
    name = names.get(holder.holder_id)
    return name if name and holder.kind is HolderKind.SERVICE else KIND_WORDS[holder.kind].lower()


def _said(names: Names, event: HolderAnswered) -> str:
    return f"“{names[event.holder_id]}”" if event.holder_id in names else "What was held"
