"""Whom no expected leaving helps is told why; and by how many a place to be freed is waited for."""

from datetime import timedelta

from app.domain.codes.service_lines import ServiceLine
from app.domain.codes.sexes import Sex
from app.domain.codes.windows import Window
from app.domain.exit_chain import Stuck, Waiting, Why, is_wanted_by
from app.domain.package import BedNeeded, Call, Package
from app.domain.service import Run, Unit
from app.domain.service.fitting import WhyNot
from tests.domain.exit_chain.kit import (
    HIS,
    MONDAY,
    NOW,
    REHAB,
    TUESDAY,
    a_bed,
    but,
    case,
    for_good,
    leaves,
    runs,
    said,
    stays,
    waits,
)
from tests.domain.service.kit import DAY

she = but(a_bed, bed=BedNeeded(sex=Sex.FEMALE))
his = runs(ServiceLine.IC_UNIT, Unit(key="bay", commissioned=1, usable=1, occupied=1, beds=HIS))


def test_nobody_runs_the_line() -> None:
    assert said([waits(1, for_good)]).stuck == (Stuck(case_id=case(1), why=Why.NO_SERVICE),)


def test_none_of_the_line_can_take_them() -> None:
    [stuck] = said([waits(1, she)], [leaves(9, TUESDAY)], {REHAB: his}).stuck
    assert (stuck.why, stuck.against) == (Why.CANNOT, (WhyNot.BED,))


def test_all_that_could_have_said_no() -> None:
    assert said([waits(1, refused=frozenset({REHAB}))]).stuck[0].why is Why.SAID_NO


def test_an_old_count_is_to_be_rung_for() -> None:
    free = Unit(key="bay", commissioned=1, usable=1, occupied=0, beds=HIS)
    [stuck] = said(
        [waits(1)], services={REHAB: runs(ServiceLine.IC_UNIT, free, confirmed_at=NOW - timedelta(days=9))}
    ).stuck
    assert (stuck.why, stuck.ring) == (Why.RING, (REHAB,))


def test_what_comes_free_goes_to_those_before() -> None:
    [stuck] = said([waits(1), waits(2)], [leaves(9, TUESDAY)]).stuck
    assert (stuck.case_id, stuck.why) == (case(1), Why.OTHERS_FIRST)


def test_nobody_is_expected_to_leave() -> None:
    assert said([waits(1)]).stuck[0].why is Why.NOBODY_LEAVES


def test_a_bed_is_waited_for_by_whom_it_would_do_for() -> None:
    def wanted(person: Waiting) -> bool:
        return is_wanted_by(person, stays(9), his, NOW, DAY)

    assert wanted(waits(1))
    assert not wanted(waits(1, she))
    assert not wanted(waits(1, refused=frozenset({REHAB})))
    assert not wanted(waits(9, place=stays(9)))


def test_calls_are_waited_for_by_who_needs_one_in_their_window() -> None:
    run = Unit(key="am", commissioned=1, usable=1, occupied=1, run=Run(window=Window.MORNING, carers=1))
    tea = Unit(key="tea", commissioned=1, usable=1, occupied=1, run=Run(window=Window.TEA, carers=1))
    care = Package(
        line=ServiceLine.HOME_CARE,
        start_on=MONDAY,
        sector="ZZ97 1",
        calls=(Call(window=Window.MORNING, carers=1, minutes=30),),
    )
    service = runs(ServiceLine.HOME_CARE, run, tea)
    assert is_wanted_by(waits(1, care), stays(9, REHAB, "am"), service, NOW, DAY)
    assert not is_wanted_by(waits(1, care), stays(9, REHAB, "tea"), service, NOW, DAY)
