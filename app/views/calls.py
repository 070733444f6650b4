"""Who is to be rung over the weekend, with their number and why: what the list and the ladders know, each once."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from app.domain.weekend.missing import OF_THE_SERVICE
from app.views.escalation_list import Standing
from app.views.handover import Underway
from app.views.weekend import Expected


class CallFor(StrEnum):
    """Why somebody is rung."""

    ESCALATION = "escalation"
    START = "start"
    ARRIVAL = "arrival"


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """Ring `who` on `phone`, None where no number is known; `about` the name of the person, if it is about one."""

    who: str
    phone: str | None
    why: CallFor
    words: str
    about: str | None
    case_id: UUID | None


def calls(
    leaving: Iterable[Expected], left: Iterable[Underway], escalations: Iterable[Standing], now: datetime
) -> list[Call]:
    """Whoever has not answered an escalation; a service whose start does not fit, or that has not said it met them."""
    every = (*_escalated(escalations), *_starts(leaving), *_arrivals(left, now))
    return list(dict.fromkeys(every))


def _escalated(escalations: Iterable[Standing]) -> Iterator[Call]:
    for each in escalations:
        if each.acts and not each.acknowledged_at and not each.acted_at:
            who = f"{each.owner}: {each.acts.role}" if each.owner else each.acts.role
            yield _call(who, each.acts.phone, CallFor.ESCALATION, each.title, each.name, each.case_id)


def _starts(leaving: Iterable[Expected]) -> Iterator[Call]:
    for each in leaving:
        if each.service and any(lack in OF_THE_SERVICE for lack in each.missing):
            yield _call(each.service, each.phone, CallFor.START, "The start does not fit", each.name, each.case_id)


def _arrivals(left: Iterable[Underway], now: datetime) -> Iterator[Call]:
    for each in left:
        due = min((at for at in (each.arrival_due, each.contact_due) if at), default=None)
        if each.service and due and due < now:
            yield _call(each.service, each.phone, CallFor.ARRIVAL, "Have they come?", each.name, each.case_id)


def _call(who: str, phone: str | None, why: CallFor, words: str, about: str | None, case_id: UUID | None) -> Call:
    return Call(who=who, phone=phone, why=why, words=words, about=about, case_id=case_id)
