"""If Mrs A leaves by noon, Mr B goes: who could go when, by which place, and what frees the next one."""

from dataclasses import replace
from datetime import timedelta

from app.domain.codes.service_lines import ServiceLine
from app.domain.codes.sexes import Sex
from app.domain.codes.weekdays import Weekday
from app.domain.codes.windows import Window
from app.domain.exit_chain import Freed, Held, How, leaves_at
from app.domain.package import BedNeeded, Call, Package
from app.domain.service import Run, ServiceDescribed, Unit
from app.domain.service.state import Place
from tests.domain.exit_chain.kit import (
    AT_HOME,
    FRIDAY,
    HER,
    HIS,
    MONDAY,
    NOW,
    NURSING,
    REHAB,
    THURSDAY,
    TUESDAY,
    WEDNESDAY,
    a_bed,
    a_visit,
    but,
    case,
    for_good,
    gone,
    leaves,
    runs,
    said,
    stays,
    waits,
)
from tests.domain.given import uid


def test_if_she_leaves_on_tuesday_by_noon_he_could_go() -> None:
    [move] = said([waits(1)], [leaves(9, TUESDAY)]).moves
    assert (move.case_id, move.service_id, move.on, move.link) == (case(1), REHAB, TUESDAY, 1)
    assert move.freed == (Freed(how=How.LEAVING, at=leaves_at(TUESDAY), unit="bay", by=case(9)),)


def test_one_place_is_given_to_one_person_the_longest_ready_first() -> None:
    assert gone(said([waits(1), waits(2)], [leaves(9, TUESDAY)])) == {case(2): (REHAB, TUESDAY)}


def test_an_agreed_slot_goes_before_the_longest_ready() -> None:
    chain = said([waits(2), waits(1, leave_at=leaves_at(FRIDAY))], [leaves(9, TUESDAY), leaves(8, WEDNESDAY)])
    assert gone(chain) == {case(1): (REHAB, TUESDAY), case(2): (REHAB, WEDNESDAY)}


def test_who_goes_leaves_a_place_behind_for_the_next() -> None:
    home, rehab = runs(ServiceLine.REHAB_HOME), runs(ServiceLine.IC_UNIT)
    chain = said(
        [waits(1), waits(2, a_visit, place=stays(2))],
        [leaves(9, WEDNESDAY, AT_HOME)],
        {AT_HOME: home, REHAB: rehab},
    )
    first, second = chain.moves
    assert (first.case_id, first.service_id, first.on, first.link) == (case(2), AT_HOME, WEDNESDAY, 1)
    assert (second.case_id, second.service_id, second.on, second.link) == (case(1), REHAB, WEDNESDAY, 2)
    assert second.freed[0].by == case(2)


def test_two_who_wait_for_each_others_place_wait_on() -> None:
    both = [waits(1, for_good, place=stays(1, REHAB)), waits(2, a_bed, place=stays(2, NURSING))]
    chain = said(both, services={REHAB: runs(ServiceLine.IC_UNIT), NURSING: runs(ServiceLine.NURS)})
    assert chain.moves == ()


def test_the_place_of_who_waits_for_the_next_is_freed_by_their_going_alone() -> None:
    stuck_there = waits(2, for_good, place=stays(2))
    assert said([waits(1), stuck_there], [leaves(2, TUESDAY)]).moves == ()


def test_a_place_counts_only_for_whom_the_service_can_take() -> None:
    his = runs(ServiceLine.IC_UNIT, Unit(key="bay", commissioned=1, usable=1, occupied=1, beds=HIS))
    she, he = (but(a_bed, bed=BedNeeded(sex=sex)) for sex in (Sex.FEMALE, Sex.MALE))
    assert gone(said([waits(2, she), waits(1, he)], [leaves(9, TUESDAY)], {REHAB: his})) == {case(1): (REHAB, TUESDAY)}


def test_who_said_no_is_not_waited_for() -> None:
    assert said([waits(1, refused=frozenset({REHAB}))], [leaves(9, TUESDAY)]).moves == ()


def test_who_was_asked_comes_before_another_that_could() -> None:
    both = {REHAB: runs(ServiceLine.IC_UNIT), NURSING: runs(ServiceLine.IC_UNIT)}
    chain = said([waits(1, asked=frozenset({NURSING}))], [leaves(8, TUESDAY), leaves(9, TUESDAY, NURSING)], both)
    assert gone(chain) == {case(1): (NURSING, TUESDAY)}


def test_nobody_goes_before_they_could_leave() -> None:
    assert gone(said([waits(1, earliest=THURSDAY)], [leaves(9, TUESDAY)])) == {case(1): (REHAB, THURSDAY)}


def test_a_service_takes_people_in_on_its_own_days_only() -> None:
    midweek = ServiceDescribed(admits_on=frozenset({Weekday.WED, Weekday.FRI}))
    chain = said([waits(1)], [leaves(9, TUESDAY)], {REHAB: runs(ServiceLine.IC_UNIT, described=midweek)})
    assert gone(chain) == {case(1): (REHAB, WEDNESDAY)}


def test_what_is_free_now_can_be_had_today() -> None:
    free = runs(ServiceLine.IC_UNIT, Unit(key="bay", commissioned=2, usable=2, occupied=1, beds=HER))
    [move] = said([waits(1)], services={REHAB: free}).moves
    assert (move.on, [each.how for each in move.freed]) == (MONDAY, [How.FREE])


def test_what_an_old_count_says_is_free_is_given_to_nobody() -> None:
    beds = Unit(key="bay", commissioned=2, usable=2, occupied=1, beds=HER)
    old = runs(ServiceLine.IC_UNIT, beds, confirmed_at=NOW - timedelta(days=9))
    assert said([waits(1)], services={REHAB: old}).moves == ()


def test_what_is_held_for_them_is_theirs_and_what_else_is_held_runs_out() -> None:
    until = leaves_at(WEDNESDAY)
    place = Place(units=("bay",), until=until)
    two = Unit(key="bay", commissioned=2, usable=2, occupied=0, beds=HER)
    unit = runs(ServiceLine.IC_UNIT, two, places={uid(71): place, uid(72): place})
    held = Held(service_id=REHAB, units=("bay",), until=until)
    chain = said([waits(1, held=(held,)), waits(2)], services={REHAB: unit})
    assert gone(chain) == {case(1): (REHAB, MONDAY), case(2): (REHAB, WEDNESDAY)}
    assert [move.freed[0].how for move in chain.moves] == [How.HELD, How.HOLD_RUNS_OUT]


def test_a_hold_that_runs_out_in_the_evening_is_for_the_day_after() -> None:
    place = Place(units=("bay",), until=leaves_at(TUESDAY) + timedelta(hours=8))
    empty = Unit(key="bay", commissioned=1, usable=1, occupied=0, beds=HER)
    unit = runs(ServiceLine.IC_UNIT, empty, places={uid(71): place})
    assert gone(said([waits(1)], services={REHAB: unit})) == {case(1): (REHAB, WEDNESDAY)}


def test_who_leaves_a_unit_that_is_over_full_frees_nothing() -> None:
    over = runs(ServiceLine.IC_UNIT, Unit(key="bay", commissioned=2, usable=1, occupied=2, beds=HER))
    leavings = [leaves(8, TUESDAY), leaves(9, THURSDAY)]
    assert gone(said([waits(1)], leavings, {REHAB: over})) == {case(1): (REHAB, THURSDAY)}


def test_somebody_who_needs_two_calls_waits_for_both() -> None:
    runs_of = [Unit(key=each, commissioned=1, usable=1, occupied=1, run=Run(window=each, carers=1)) for each in _CALLED]
    calls = tuple(Call(window=window, carers=1, minutes=30) for window in _CALLED)
    care = Package(line=ServiceLine.HOME_CARE, start_on=MONDAY, sector="ZZ97 1", calls=calls)
    leavings = [leaves(8, TUESDAY, AT_HOME, Window.MORNING), leaves(9, THURSDAY, AT_HOME, Window.TEA)]
    [move] = said([waits(1, care)], leavings, {AT_HOME: runs(ServiceLine.HOME_CARE, *runs_of)}).moves
    assert (move.on, [each.by for each in move.freed]) == (THURSDAY, [case(8), case(9)])


def test_a_run_that_begins_on_a_day_to_come_is_waited_for() -> None:
    run = Run(window=Window.MORNING, carers=1, starts_on=THURSDAY)
    unit = Unit(key="am", commissioned=1, usable=1, occupied=0, run=run)
    call = Call(window=Window.MORNING, carers=1, minutes=30)
    care = Package(line=ServiceLine.HOME_CARE, start_on=MONDAY, sector="ZZ97 1", calls=(call,))
    chain = said([waits(1, care)], services={AT_HOME: runs(ServiceLine.HOME_CARE, unit)})
    assert gone(chain) == {case(1): (AT_HOME, THURSDAY)}


def test_who_was_to_have_left_yesterday_is_named_and_not_counted_on() -> None:
    late = replace(leaves(9, MONDAY), at=leaves_at(MONDAY) - timedelta(days=1))
    chain = said([waits(1)], [late])
    assert (chain.moves, chain.passed) == ((), (late,))


def test_who_has_not_gone_on_in_the_time_agreed_is_late_though_the_day_lasts() -> None:
    agreed = replace(leaves(9, MONDAY), at=NOW - timedelta(hours=2), until=NOW)
    assert gone(said([waits(1)], [agreed])) == {case(1): (REHAB, MONDAY)}
    later = NOW + timedelta(minutes=1)
    chain = said([waits(1)], [agreed, leaves(8, MONDAY, NURSING)], now=later)
    assert (chain.moves, chain.passed) == ((), (agreed,))


def test_a_leaving_beyond_six_weeks_helps_nobody_yet() -> None:
    assert said([waits(1)], [leaves(9, MONDAY + timedelta(days=60))]).moves == ()


_CALLED = (Window.MORNING, Window.TEA)
