"""Whatever is said of somebody since they left: following the rows is loading them, and nobody is in two services."""

from dataclasses import replace
from typing import Any
from uuid import UUID

from hypothesis import given as for_all
from hypothesis import settings
from hypothesis import strategies as st

from app.domain.case import CASE, Case, UndoSharedStep
from app.domain.case.arriving.taking_back import Said
from app.domain.case.outcome import Outcome
from app.domain.case.stay.events import StayEvent
from app.domain.case.undoing import SharedStep
from app.domain.decider import Recorded
from app.domain.local_time import local_date
from app.domain.rejections import Rejection
from app.views.case import rows as cards
from app.views.offer import rows as offers
from app.views.stay import rows as stays
from app.views.stay_night import rows as nights
from tests.domain.case.arriving.leaving import AWAY, LOCKED, arrive, meet, miss, take_back
from tests.domain.case.commands import close, come_back, depart, reopen, track
from tests.domain.case.remaining.bed import NO_LONGER, READY, freeze
from tests.domain.case.remaining.bed import facts as bed_facts
from tests.domain.case.remaining.test_saying import record
from tests.domain.case.requests.asking import AT_WEST, FACTS, SERVICES, WEST, confirm, send
from tests.domain.case.stay.weeks import (
    IN_STAY,
    STAY,
    days,
    end,
    ended,
    extend,
    follow_up,
    plan_exit,
    review,
    reviewed,
    tell,
)
from tests.domain.case.stay.weeks import take_back as take_step_back
from tests.domain.case.way import ADA, CASE_ID, OTHER_SPELL, SPELL, STREAM
from tests.domain.given import NOON, NURSE, given, uid

KNOWN = replace(bed_facts(), services=SERVICES, expiries=FACTS.expiries, review_days=(7, 14), spell_person=ADA)
"""What the other streams say: the stays in hospital are hers, the services are there."""

TIMES = st.integers(0, 50).map(days)
SEVERAL = st.integers(301, 304)
STAYS = st.sampled_from([STAY, STAY, uid(301), uid(302)])
BEGUN = st.sampled_from([AWAY, IN_STAY, READY, (*IN_STAY, (days(7), reviewed())), (*IN_STAY, (days(20), ended()))])
STEPS = st.integers(401, 408)


def undo(what: SharedStep, n: int) -> UndoSharedStep:
    return UndoSharedStep(case_id=CASE_ID, by=NURSE, at=days(1), what=what, words=LOCKED, undo_id=uid(n))


def on(build: Any) -> st.SearchStrategy[Any]:
    """A step of one of the stays, at some time."""
    return st.builds(lambda n, stay, at: build(n, at=at, stay_id=stay), STEPS, STAYS, TIMES)


COMMANDS: st.SearchStrategy[Any] = st.one_of(
    st.builds(arrive, SEVERAL, TIMES),
    st.builds(meet, SEVERAL, TIMES),
    st.builds(meet, SEVERAL, TIMES),
    st.builds(lambda n, at: miss(n, at=at), SEVERAL, TIMES),
    st.builds(take_back, st.sampled_from(Said), st.integers(501, 506)),
    st.builds(depart, TIMES),
    st.builds(come_back, TIMES),
    st.builds(track, st.sampled_from([SPELL, OTHER_SPELL])),
    st.builds(undo, st.sampled_from(SharedStep), st.integers(601, 606)),
    st.builds(close, st.sampled_from([Outcome.SETTLED, Outcome.DIED])),
    st.just(reopen()),
    st.just(send(WEST, request=uid(701))),
    st.just(confirm(AT_WEST, 702)),
    *(on(build) for build in (review, extend, tell, plan_exit, end, end)),
    st.builds(lambda n, stay, day: follow_up(day, n, days(99), stay_id=stay), STEPS, STAYS, st.sampled_from([7, 30])),
    st.builds(take_step_back, STEPS, st.integers(801, 806)),
    st.builds(lambda n, at: review(n, at=at, remains=NO_LONGER), STEPS, TIMES),
    st.builds(lambda n, at: record(at, blocker_id=uid(n)), st.integers(901, 903), TIMES),
    st.builds(lambda night: freeze(local_date(night), days(51)), TIMES),
)


def history(begun: tuple[Any, ...], commands: list[Any]) -> list[Recorded[Any]]:
    """What the case records when these are asked of it one after the other; refusals change nothing."""
    told: list[tuple[Any, ...]] = [each if isinstance(each, tuple) else (NOON, each) for each in begun]
    for command in commands:
        try:
            new = CASE.decide(command, CASE.fold(given(*told, stream=STREAM)), KNOWN)
        except Rejection:
            continue
        told += [(command.at, event) for event in new]
    return given(*told, stream=STREAM)


def keyed(rows: list[Any]) -> dict[tuple[str, UUID], Any]:
    return {(row.scope, row.id): row for row in rows}


@settings(deadline=None)
@for_all(BEGUN, st.lists(COMMANDS, max_size=20), st.data())
def test_held_and_changed_since_make_what_is_loaded(
    begun: tuple[Any, ...], commands: list[Any], data: st.DataObject
) -> None:
    past = history(begun, commands)
    head = data.draw(st.integers(0, len(past)))
    for rows in (cards, offers, stays, nights):
        loaded = keyed([*rows(past)])
        changed = {key: row for key, row in loaded.items() if row.position > head}
        assert keyed([*rows(past[:head])]) | changed == loaded


@settings(deadline=None)
@for_all(BEGUN, st.lists(COMMANDS, max_size=20))
def test_nobody_is_in_two_services_and_a_repeat_records_nothing(begun: tuple[Any, ...], commands: list[Any]) -> None:
    past = history(begun, commands)
    case: Case = CASE.fold(past)
    assert sum(stay.ended is None for stay in case.stays.values()) <= 1
    shown = {row.id: row for row in stays(past)}
    assert all(key in shown and shown[key].started_at == stay.started_at for key, stay in case.stays.items())
    said = [each.event for each in past if isinstance(each.event, StayEvent)]
    assert all(CASE.decide(replace(review(), step_id=event.step_id), case, KNOWN) == [] for event in said)
