"""Whatever the services and the people: what the chain says could be so, is fair, and is one whatever came first."""

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta
from random import Random
from typing import Any

from hypothesis import given as for_all
from hypothesis import strategies as st

from app.domain.codes.weekdays import Weekday
from app.domain.exit_chain import Chain, How, Move, Waiting
from app.domain.exit_chain.order import in_order
from app.domain.exit_chain.vacancies import counted_as
from app.domain.local_time import local_date
from app.domain.service.age import is_confirmed
from app.domain.service.counting import keeps
from app.domain.service.matching import match
from app.domain.values import ServiceId
from tests.domain.exit_chain.kit import MONDAY, NOW
from tests.domain.exit_chain.worlds import World, leaving, worlds
from tests.domain.service.kit import DAY
from tests.properties import a_few

Has = tuple[ServiceId, str]


@a_few(25)
@for_all(worlds())
def test_everybody_who_waits_could_go_once_or_is_told_why_not(world: World) -> None:
    chain = world.chain()
    said = [*(each.case_id for each in chain.moves), *(each.case_id for each in chain.stuck)]
    assert sorted(said) == sorted(person.case_id for person in world.waiting)


@a_few(25)
@for_all(worlds())
def test_each_place_is_used_once(world: World) -> None:
    chain = world.chain()
    for day in (MONDAY + timedelta(days=n) for n in range(20)):
        given = Counter(_given(chain, day))
        there = _there(world, chain, day)
        assert all(there[place] >= number for place, number in given.items())


@a_few(25)
@for_all(worlds())
def test_nobody_waits_for_what_frees_after_the_day_claimed_and_nobody_goes_too_early(world: World) -> None:
    people = {person.case_id: person for person in world.waiting}
    for move in world.chain().moves:
        assert move.on >= people[move.case_id].earliest
        assert all(local_date(freed.at) <= move.on for freed in move.freed)
        described = world.services[move.service_id].described
        assert described is None or Weekday.of(move.on) in described.admits_on


@a_few(25)
@for_all(worlds())
def test_a_chain_has_a_beginning(world: World) -> None:
    moves = world.chain().move_of
    for move in moves.values():
        before = [moves[each.by] for each in move.freed if each.by and each.by in moves]
        assert move.link == 1 + max((each.link for each in before), default=0)
        assert all(each.link < move.link and each.on <= move.on for each in before)


@a_few(25)
@for_all(worlds())
def test_nobody_waits_longer_than_who_comes_after_for_what_they_could_have_had(world: World) -> None:
    chain, order = world.chain(), sorted(world.waiting, key=in_order)
    for n, person in enumerate(order):
        own = chain.move_of.get(person.case_id)
        if own and any(freed.how is How.HELD for freed in own.freed):
            continue  # who has a place held for them goes there, be it later
        for after in order[n + 1 :]:
            theirs = chain.move_of.get(after.case_id)
            if theirs and person.earliest <= theirs.on and (own is None or theirs.on < own.on):
                assert not _would_do(world, person, theirs)


@a_few(25)
@for_all(worlds(), st.randoms(use_true_random=False))
def test_the_answer_is_the_same_whatever_came_first(world: World, order: Random) -> None:
    def shuffled(some: list[Any]) -> list[Any]:
        return order.sample(some, len(some))

    services = dict(shuffled([*world.services.items()]))
    other = World(waiting=shuffled(world.waiting), leavings=shuffled(world.leavings), services=services)
    assert other.chain() == world.chain()


@a_few(25)
@for_all(worlds(chained=False, most_calls=1), st.data())
def test_one_more_leaving_makes_nobody_later_where_each_needs_one_place_and_has_none(world: World, data: Any) -> None:
    more = data.draw(leaving(80, world.services))
    before, after = world.chain(), replace(world, leavings=[*world.leavings, more]).chain()
    later = {key: move.on for key, move in after.move_of.items()}
    assert all(later[key] <= move.on for key, move in before.move_of.items())


def _would_do(world: World, person: Waiting, move: Move) -> bool:
    """Whether they could have had, that day, what the other one was given, be it not held for them."""
    service = world.services[move.service_id]
    if move.service_id in person.refused or any(freed.how is How.HELD for freed in move.freed):
        return False
    assert service.listed
    as_given = counted_as(service, Counter(freed.unit for freed in move.freed))
    return bool(match(replace(person.package, start_on=move.on), as_given, NOW, DAY).units)


def _given(chain: Chain, day: date) -> list[Has]:
    gone = [move for move in chain.moves if move.on <= day]
    return [(move.service_id, freed.unit) for move in gone for freed in move.freed if freed.how is not How.HELD]


def _there(world: World, chain: Chain, day: date) -> Counter[Has]:
    """What could be had by that day, counted another way: what is free, held for nobody who goes by it, or left."""
    there = Counter[Has]()
    for key, service in world.services.items():
        held = Counter(unit for place in service.places.values() if keeps(place, NOW) for unit in place.units)
        for unit in service.units:
            left = unit.usable - unit.contingency - unit.occupied - held[unit.key]
            there[key, unit.key] = left if is_confirmed(service, NOW, DAY) else min(0, left)
        for place in service.places.values():
            used = any(move.service_id == key and move.freed[0].how is How.HELD for move in chain.moves)
            if not used and place.until and local_date(place.until) <= day:
                there.update((key, unit) for unit in place.units)
    waits = {person.case_id for person in world.waiting if person.place}
    left_by = [each.place for each in world.leavings if local_date(each.at) <= day and each.case_id not in waits]
    moved = {move.case_id for move in chain.moves if move.on <= day}
    left_by += [person.place for person in world.waiting if person.place and person.case_id in moved]
    there.update((place.service_id, unit) for place in left_by for unit in place.units)
    return there
