"""An invented stay and its case, told event by event: its reasons, and its nights as each midnight froze them."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time
from typing import Any

from app.domain.case.delay import delay_facts
from app.domain.case.events import CASE_EVENTS
from app.domain.codes.criteria import Criterion
from app.domain.codes.delay_reasons import DelayReason
from app.domain.codes.owners import Owner
from app.domain.decider import Recorded
from app.domain.delay import joined, spans
from app.domain.local_time import midnight_after
from app.domain.spell import (
    SPELL,
    BlockerEnded,
    BlockerRecorded,
    CriteriaReviewed,
    FreezeNight,
    NightFrozen,
    ReviewOutcome,
    Spell,
    SpellFacts,
)
from app.domain.spell.ready import known_by
from app.domain.spell.why_here import history_of, ready_of
from app.domain.values import SpellId, Stream
from app.events.practice import shipped_rule
from tests.domain.case.way import CASE_ID
from tests.domain.given import NURSE, uid
from tests.domain.spell.stay import NO_LONGER, SPELL_ID

RULE = shipped_rule()
Told = tuple[datetime, object] | tuple[datetime, object, datetime]


def on(day: int, clock: str = "00:00") -> datetime:
    """A local time in November 2026, when that is UTC."""
    return datetime.combine(date(2026, 11, day), time.fromisoformat(clock), UTC)


def story(*told: Told) -> list[Recorded[Any]]:
    """These events, recorded when they happened or at the time that is a third value."""
    known = sorted(
        ((each[0], each[1], each[2] if len(each) == 3 else each[0]) for each in told), key=lambda one: one[2]
    )
    return [
        Recorded(stream=_stream(event), position=n, version=n, at=at, recorded_at=recorded_at, by=NURSE, event=event)
        for n, (at, event, recorded_at) in enumerate(known, start=1)
    ]


def review(n: int, outcome: ReviewOutcome = NO_LONGER, *criteria: Criterion) -> CriteriaReviewed:
    return CriteriaReviewed(review_id=uid(300 + n), outcome=outcome, criteria=frozenset(criteria), words=None)


def blocked(n: int, reason: DelayReason, *, stops: bool = False) -> BlockerRecorded:
    key = uid(310 + n)
    return BlockerRecorded(blocker_id=key, reason=reason, owner=Owner.HOSPITAL, stops_leaving=stops, words=None)


def free(n: int) -> BlockerEnded:
    return BlockerEnded(blocker_id=uid(310 + n))


def reasons(events: Sequence[Recorded[Any]], until: datetime) -> list[tuple[datetime, DelayReason | None]]:
    """From when on which reason is reported, by all that was told."""
    spell, told = _known(events)
    found = spans(joined((history_of(spell), told)), ready_of(spell, until).periods, RULE)
    return [(span.start, span.why.reason) for span in found]


def frozen(events: Sequence[Recorded[Any]], nights: Sequence[int]) -> dict[int, DelayReason | None]:
    """The nights that began on these days, as they were frozen at their midnights by what was on record then."""
    asked = {day: midnight_after(date(2026, 11, day)) for day in nights}
    return {day: each for day, at in asked.items() for each in _frozen(known_by(events, at), day, at)}


def frozen_late(events: Sequence[Recorded[Any]], nights: Sequence[int], at: datetime) -> dict[int, DelayReason | None]:
    """The same, by all that was told until then."""
    return {day: each for day in nights for each in _frozen(known_by(events, at), day, at)}


def _frozen(events: Sequence[Recorded[Any]], day: int, at: datetime) -> list[DelayReason | None]:
    spell, told = _known(events)
    command = FreezeNight(spell_id=SpellId(SPELL_ID), night=date(2026, 11, day), by=NURSE, at=at)
    found = SPELL.decide(command, spell, SpellFacts(case_history=told, reporting=RULE))
    return [each.reason for each in found if isinstance(each, NightFrozen)]


def _known(events: Sequence[Recorded[Any]]) -> tuple[Spell, Any]:
    stay = [each for each in events if each.stream.startswith("spell")]
    _, told = delay_facts([each for each in events if each not in stay])
    spell: Spell = SPELL.fold(stay)
    return spell, told


def _stream(event: object) -> Stream:
    return Stream(f"case:{CASE_ID}" if isinstance(event, CASE_EVENTS) else f"spell:{SPELL_ID}")
