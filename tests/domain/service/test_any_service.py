"""Whatever is asked of a service, in whatever order: no place is had twice, and repeats record nothing."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

from hypothesis import given as for_all
from hypothesis import strategies as st

from app.domain.decider import Recorded
from app.domain.rejections import Rejection
from app.domain.service import (
    SERVICE,
    CapacityDeclared,
    ClosedFor,
    CloseService,
    DeclareCapacity,
    GiveUpPlace,
    PlaceHeld,
    PlaceTaken,
    ReopenService,
    ServiceFacts,
)
from app.domain.service.counting import count, kept
from app.views.service import rows
from tests.domain.given import NOON, given, uid
from tests.domain.service.kit import confirm, declare, give_up, hold, hours, listed, on, stands, take, unit

STREAM: Any = f"service:{uid(1)}"
HOLDS = st.sampled_from([uid(n) for n in range(71, 75)])
UNITS = st.lists(st.sampled_from(["a", "b"]), max_size=3).map(tuple)
LATER = st.integers(-2, 12)
NUMBERS = st.integers(0, 4)


def counts(usable: int, occupied: int, other: int) -> DeclareCapacity:
    return declare(unit("a", usable, occupied), unit("b", other, 0, contingency=min(1, other)))


COMMANDS = st.one_of(
    st.builds(counts, NUMBERS, NUMBERS, NUMBERS),
    st.just(confirm(NOON)),
    st.builds(
        lambda units, until, key, over: hold(hold=key, units=units, until=hours(until), over_count=over),
        *(UNITS, LATER, HOLDS, st.booleans()),
    ),
    st.builds(
        lambda units, start, key, spot: take(hold=key, units=units, starts_at=hours(start), spot=spot),
        *(UNITS, LATER, HOLDS, st.booleans()),
    ),
    st.builds(give_up, HOLDS),
    st.just(CloseService(**on(why=ClosedFor.OUTBREAK))),
    st.just(ReopenService(**on())),
)
STORIES = st.lists(st.tuples(COMMANDS, st.integers(0, 90)), max_size=25)


def lived(story: list[tuple[Any, int]]) -> tuple[list[Recorded[Any]], list[Any]]:
    """The stream, and the commands that changed something, each at the time it was given."""
    past, at, done = given((NOON, listed), stream=STREAM), NOON, []
    for command, minutes in story:
        at += timedelta(minutes=minutes, seconds=1)
        timed = replace(command, at=at)
        try:
            events = SERVICE.decide(timed, SERVICE.fold(past), ServiceFacts())
        except Rejection:
            continue
        for event in events:
            past.append(replace(past[-1], position=len(past) + 1, version=len(past) + 1, at=at, event=event))
            past[-1] = replace(past[-1], recorded_at=at)
        done += [timed] if events else []
    return past, done


@for_all(STORIES)
def test_counts_are_never_negative_and_add_up(story: list[tuple[Any, int]]) -> None:
    past, _ = lived(story)
    service = stands(past)
    for later in (past[-1].at, past[-1].at + timedelta(hours=7)):
        for each in service.units:
            now = count(service, each, later)
            assert min(now.free, now.held, now.booked, now.spot) >= 0
            assert now.held + now.booked == kept(service, each.key, later)
            left = each.usable - each.contingency - each.occupied - now.held - now.booked
            assert now.free == max(0, left)


@for_all(STORIES)
def test_a_place_is_had_only_where_one_is_free_unless_the_service_said_so(story: list[tuple[Any, int]]) -> None:
    past, _ = lived(story)
    for n, each in enumerate(past):
        if isinstance(each.event, PlaceHeld) and not each.event.over_count:
            without_own = stands([one for one in past[:n] if getattr(one.event, "hold_id", None) != each.event.hold_id])
            had = stands(past[:n]).places.get(each.event.hold_id)
            kept_still = had.units if had and (had.until or each.at) > each.at else ()
            for key in {*each.event.units} - {*kept_still}:
                there = without_own.unit(key)
                assert there
                assert count(without_own, there, each.at).free >= each.event.units.count(key)


@for_all(STORIES)
def test_whatever_was_done_records_nothing_when_it_is_told_again(story: list[tuple[Any, int]]) -> None:
    past, done = lived(story)
    service = stands(past)
    for command in done[-1:] + [each for each in done if isinstance(each, (DeclareCapacity, GiveUpPlace))]:
        assert SERVICE.decide(command, service, ServiceFacts()) == []


@for_all(STORIES)
def test_after_every_hold_ran_out_only_what_is_booked_is_kept(story: list[tuple[Any, int]]) -> None:
    past, _ = lived(story)
    service = stands(past)
    long_after = past[-1].at + timedelta(days=9)
    assert all(count(service, each, long_after).held == 0 for each in service.units)


@for_all(STORIES)
def test_the_row_says_what_the_rules_read(story: list[tuple[Any, int]]) -> None:
    past, _ = lived(story)
    service = stands(past)
    [row] = rows(past)
    counted = [one.event for one in past if isinstance(one.event, CapacityDeclared)]
    assert [each["key"] for each in row.units] == ([each.key for each in counted[-1].units] if counted else [])
    assert len(row.places) == len(service.places)
    assert row.position == len(past)
    assert any(isinstance(one.event, (PlaceHeld, PlaceTaken)) for one in past) or not row.places
