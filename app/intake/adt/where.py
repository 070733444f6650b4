"""Which beds a message names: where the person is, was before, and is to go."""

from dataclasses import dataclass, field
from typing import Any

from app.events.log import Turn
from app.intake.adt.outcome import Waits
from app.intake.adt.stays import bed_of, ward_of
from app.intake.adt.subjects import Subject
from app.intake.adt.visit import Place
from app.intake.senders import Sender

NEEDS_PLACE = frozenset({"A01", "A02", "A12", "A17"})
"""Without a place these say nothing."""

NAMES_NO_PLACE = frozenset({"A03", "A11", "A07", "A15", "A16", "A21", "A22", "A25", "A26", "A52", "A53"})
"""These are about something else; where the person is, is what was said before."""


@dataclass(frozen=True, slots=True)
class Where:
    """Each as commands take it, empty where it was not said; `ours` is False for a ward that is none of ours."""

    now: dict[str, Any] = field(default_factory=dict)
    prior: dict[str, Any] = field(default_factory=dict)
    pending: dict[str, Any] = field(default_factory=dict)
    ours: bool = True


async def where(turn: Turn, sender: Sender, trigger: str, subject: Subject, *, opens: bool) -> Where:
    """The beds that matter to this trigger. Raises Waits where the message must name a known ward and does not."""
    visit = subject.visit
    place = visit.place if visit else None
    pending = await _told(turn, sender, visit.pending_place) if visit and trigger == "A15" else {}
    if trigger in NAMES_NO_PLACE and not opens:
        return Where(pending=pending)
    if place is None or not place.ward:
        if opens or trigger in NEEDS_PLACE:
            raise Waits("no-place", "The message does not say on which ward the person is.")
        return Where()
    ward = await ward_of(turn, sender, place)
    if ward is None:
        return Where(ours=False)
    prior = await _known(turn, sender, visit.prior_place if visit else None) if trigger == "A12" else {}
    return Where(
        now={"ward_id": ward, "bed": bed_of(place)},
        prior={"from_ward_id": prior["ward_id"], "from_bed": prior["bed"]} if prior else {},
        pending=pending,
    )


async def _told(turn: Turn, sender: Sender, place: Place | None) -> dict[str, Any]:
    ward = await ward_of(turn, sender, place) if place and place.ward else None
    return {"ward_id": ward, "bed": bed_of(place)} if ward and place else {}


async def _known(turn: Turn, sender: Sender, place: Place | None) -> dict[str, Any]:
    """Where a cancelled move had gone; a ward that nobody knows was no place of ours."""
    try:
        return await _told(turn, sender, place)
    except Waits:
        return {}
