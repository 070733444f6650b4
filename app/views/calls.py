"""Who is to be rung over the weekend, each number once, with why: what the list and the ladders know."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from app.domain.weekend.missing import OF_THE_SERVICE, WORDS
from app.views.escalation_list import Standing
from app.views.handover import Underway
from app.views.weekend import Expected

NOBODY = "Nobody is named on the ladder"


@dataclass(frozen=True, slots=True, kw_only=True)
class Because:
    """One reason to ring, about the person of this name and case, if it is about one."""

    words: str
    name: str | None
    case_id: UUID | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """Ring `who` on `phone`; None where no number is known."""

    who: str
    phone: str | None
    because: tuple[Because, ...]


class _Whom(NamedTuple):
    who: str
    phone: str | None


def calls(
    leaving: Iterable[Expected], left: Iterable[Underway], escalations: Iterable[Standing], now: datetime
) -> list[Call]:
    """Whoever has not answered an escalation; a service whose start does not fit, or that has not said it met them."""
    found = dict[_Whom, list[Because]]()
    for whom, because in (*_escalated(escalations), *_starts(leaving), *_arrivals(left, now)):
        found.setdefault(whom, []).append(because)
    return [Call(who=whom.who, phone=whom.phone, because=tuple(because)) for whom, because in found.items()]


def _escalated(escalations: Iterable[Standing]) -> Iterator[tuple[_Whom, Because]]:
    for each in escalations:
        if not each.acknowledged_at and not each.acted_at:
            acts = each.acts or each.beside
            who = ": ".join(filter(None, (each.owner, acts.role if acts else NOBODY)))
            yield (
                _Whom(who, acts.phone if acts else None),
                Because(words=each.title, name=each.name, case_id=each.case_id),
            )


def _starts(leaving: Iterable[Expected]) -> Iterator[tuple[_Whom, Because]]:
    for each in leaving:
        lacks = [WORDS[lack] for lack in each.missing if lack in OF_THE_SERVICE]
        if each.service and lacks:
            yield _Whom(each.service, each.phone), Because(words=lacks[0], name=each.name, case_id=each.case_id)


def _arrivals(left: Iterable[Underway], now: datetime) -> Iterator[tuple[_Whom, Because]]:
    for each in left:
        due = min((at for at in (each.arrival_due, each.contact_due) if at), default=None)
        if each.service and due and due < now:
            because = Because(words="Have they come, and been met?", name=each.name, case_id=each.case_id)
            yield _Whom(each.service, each.phone), because
