"""Whether a package can go to a service, what it would have there, and if it cannot, why: hub-practice's hard cases."""

from dataclasses import replace
from datetime import date, time, timedelta
from typing import Any

import pytest

from app.domain.codes.service_lines import ServiceLine
from app.domain.codes.sexes import Sex
from app.domain.codes.skills import Skill
from app.domain.codes.weekdays import Weekday
from app.domain.codes.windows import Window
from app.domain.package import BedNeeded, Call, Package
from app.domain.service import Beds, ClosedFor, Run, ServiceClosed, ServiceDescribed, Unit
from app.domain.service.fitting import WORDS as WHY_NOT
from app.domain.service.fitting import Reason, WhyNot
from app.domain.service.matching import WORDS, Match, Prospect, match
from app.views.match_words import say_reason
from tests.domain.given import NOON, given
from tests.domain.service.kit import DAY, after, beds_listed, declared, held, hours, listed, stands, unit

FRIDAY = date(2026, 11, 6)
SO_LATE = "Does not admit so late: until 16:00, as its line has it"
morning, double = Call(window=Window.MORNING, carers=1, minutes=30), Call(window=Window.MORNING, carers=2, minutes=45)
care = Package(line=ServiceLine.HOME_CARE, start_on=FRIDAY, sector="ZZ97 1", calls=(morning,))
a_bed = Package(line=ServiceLine.IC_UNIT, start_on=FRIDAY, bed=BedNeeded(sex=Sex.FEMALE))
AFTERNOONS = unit("afternoons", usable=28, occupied=0, run=Run(window=Window.TEA, carers=2))


def found(package: Package, *events: Any) -> Match:
    return match(package, stands(after(*events)), hours(1), DAY)


def bay(key: str = "bay", free: int = 1, **kind: Any) -> Unit:
    return Unit(key=key, commissioned=9, usable=free, occupied=0, beds=Beds(**kind))


def in_unit(package: Package, *units: Unit) -> Match:
    return match(
        package, stands(given((NOON - timedelta(days=1), beds_listed), (NOON, declared(*units)))), hours(1), DAY
    )


def test_a_call_has_a_run_of_its_window() -> None:
    assert found(care, declared()).units == ("mornings",)


def test_free_afternoons_cannot_take_one_double_up_at_eight() -> None:
    only = found(replace(care, calls=(double,)), declared(AFTERNOONS))
    assert only.why_not == (Reason(why=WhyNot.WINDOW, about=("morning",)),)
    with_one_carer = found(replace(care, calls=(double,)), declared(unit(), AFTERNOONS))
    assert with_one_carer.why_not == (Reason(why=WhyNot.SECOND_CARER, about=("morning",)),)
    assert not with_one_carer.fits


def test_a_call_for_one_leaves_the_double_ups_to_those_who_need_two() -> None:
    doubles = unit("doubles", run=Run(window=Window.MORNING, carers=2))
    assert found(replace(care, calls=(double, morning)), declared(doubles, unit())).units == ("doubles", "mornings")


def test_two_calls_in_one_window_are_two_runs() -> None:
    two = replace(care, calls=(morning, morning))
    assert found(two, declared()).units == ("mornings", "mornings")
    short = found(two, declared(unit(usable=5)))
    assert (short.why_not, short.fits, short.prospect) == (
        (Reason(why=WhyNot.FULL, about=("morning",)),),
        True,
        Prospect.FULL,
    )


def test_a_run_is_for_its_sectors_and_from_its_day_on() -> None:
    elsewhere = unit(run=Run(window=Window.MORNING, carers=1, sectors=frozenset({"ZZ98"})))
    assert found(care, declared(elsewhere)).why_not == (Reason(why=WhyNot.PATCH, about=("morning",)),)
    later = unit(run=Run(window=Window.MORNING, carers=1, starts_on=date(2026, 11, 9)))
    assert found(care, declared(later)).why_not == (Reason(why=WhyNot.LATER, about=("2026-11-09",)),)


def test_a_bed_is_of_the_right_sex_room_floor_and_strength() -> None:
    assert in_unit(a_bed, bay("men", sex=Sex.MALE), bay("women", sex=Sex.FEMALE)).units == ("women",)
    for needed in ({"side_room": True}, {"ground_floor": True}, {"weight_kg": 181}):
        package = replace(a_bed, bed=BedNeeded(**needed))
        assert in_unit(package, bay(max_weight_kg=180)).why_not == (Reason(why=WhyNot.BED),)
        assert in_unit(package, bay(side_room=True, ground_floor=True, max_weight_kg=200)).units == ("bay",)


def test_a_side_room_is_left_for_whom_it_matters_to() -> None:
    assert in_unit(a_bed, bay("side", side_room=True), bay()).units == ("bay",)
    assert in_unit(a_bed, bay("side", side_room=True), bay(free=0)).units == ("side",)


@pytest.mark.parametrize(
    ("said", "package", "words"),
    [
        ({"sectors": frozenset({"ZZ98"})}, {}, "Outside its patch"),
        ({}, {"skills": frozenset({Skill.IV})}, "Cannot do what is needed: intravenous medicines"),
        ({"admits_on": frozenset({Weekday.MON})}, {}, "Does not admit on that day: Friday"),
        ({"latest_arrival": time(16)}, {"arrives_by": time(17)}, "Does not admit so late: until 16:00"),
    ],
    ids=str,
)
def test_what_a_service_cannot_do_is_said_in_words(said: dict[str, Any], package: dict[str, Any], words: str) -> None:
    [reason] = found(replace(care, **package), ServiceDescribed(**said), declared()).why_not
    assert say_reason(reason) == words


def test_a_service_that_is_closed_says_when_it_looks_again() -> None:
    closed = ServiceClosed(why=ClosedFor.OUTBREAK, until=date(2026, 11, 9))
    [reason] = found(care, declared(), closed).why_not
    assert say_reason(reason) == "Closed for now: looks again on Mon 9 Nov"


def test_a_service_of_another_line_cannot() -> None:
    assert found(replace(care, line=ServiceLine.NIGHT), declared()).why_not == (Reason(why=WhyNot.LINE),)


def test_an_old_count_is_to_be_rung_and_so_is_who_never_counted() -> None:
    old = found(care, (hours(-30), declared()))
    assert (old.prospect, old.confirmed, old.units) == (Prospect.RING, False, ("mornings",))
    never = found(care)
    assert (never.prospect, never.fits, never.why_not) == (Prospect.RING, True, (Reason(why=WhyNot.NOT_COUNTED),))


def test_what_is_held_for_another_is_not_there_until_the_hold_runs_out() -> None:
    last = declared(unit(usable=5))
    past = after((NOON, last), held(until=hours(2)))
    assert match(care, stands(past), hours(1), DAY).prospect is Prospect.FULL
    assert match(care, stands(past), hours(2), DAY).prospect is Prospect.ROOM


def test_every_reason_and_every_prospect_has_words() -> None:
    assert set(WHY_NOT) == set(WhyNot)
    assert set(WORDS) == set(Prospect)
    assert listed.line is care.line


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({}, ["Does not admit on that day: Saturday, as its line has it", SO_LATE]),
        ({"admits_on": frozenset(Weekday)}, [SO_LATE]),
        ({"latest_arrival": time(18)}, ["Does not admit on that day: Saturday, as its line has it"]),
        ({"admits_on": frozenset({Weekday.SAT}), "latest_arrival": time(18)}, []),
        ({"admits_on": frozenset({Weekday.MON}), "latest_arrival": time(18)}, ["Does not admit on that day: Saturday"]),
    ],
    ids=["neither", "days", "hour", "both", "other days"],
)
def test_what_a_service_does_not_say_its_line_says(said: dict[str, Any], words: list[str]) -> None:
    rule = replace(DAY, seven_days=False, latest_arrival=time(16))
    saturday = replace(care, start_on=FRIDAY + timedelta(days=1), arrives_by=time(17))
    service = stands(after(ServiceDescribed(**said), declared()))
    assert [say_reason(reason) for reason in match(saturday, service, hours(1), rule).why_not] == words


def test_a_service_that_never_described_itself_is_as_its_line() -> None:
    rule = replace(DAY, seven_days=False)
    saturday = replace(care, start_on=FRIDAY + timedelta(days=1))
    assert [each.why for each in match(saturday, stands(after(declared())), hours(1), rule).why_not] == [WhyNot.DAY]
    assert match(care, stands(after(declared())), hours(1), rule).units
