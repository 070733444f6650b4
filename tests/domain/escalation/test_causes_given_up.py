"""What is wrong once the package that services were asked for is given up for another one."""

from dataclasses import replace
from datetime import date

from app.domain.case.requests.packaging import PackageDescribed
from app.domain.case.requests.state import EndedBecause
from app.domain.codes.service_lines import ServiceLine
from tests.domain.case.events import bed_decided
from tests.domain.case.requests.asking import AT_EAST, AT_WEST, CALLS, bed_described, described, held, over
from tests.domain.escalation.test_causes import ASKED, CANNOT, NO_ANSWER, PLANNED
from tests.domain.escalation.watching import later, wrong_after

GIVEN_UP = (*PLANNED, (later(2.5), described), ASKED, CANNOT, NO_ANSWER, (later(8), bed_decided()))
"""Nobody could give the care at home, and so a bed was decided on."""


def test_a_package_that_was_given_up_tells_of_no_request_and_of_nobody_who_could() -> None:
    for more in ((), ((later(9), bed_described),)):
        wrong = wrong_after(*GIVEN_UP, *more)
        assert wrong["no_request"].since == later(8)
        assert "nobody_can_take" not in wrong


def test_a_place_that_is_kept_for_what_was_given_up_is_waited_for_by_nobody() -> None:
    kept = (*PLANNED, (later(2.5), described), ASKED, (later(4), held()))
    assert "hold_ends" in wrong_after(*kept)
    for more in ((), ((later(6), bed_described),)):
        assert "hold_ends" not in wrong_after(*kept, (later(5), bed_decided()), *more)


def test_another_package_on_the_same_pathway_is_to_be_put_to_services_since_it_was_described() -> None:
    carers = PackageDescribed(package=replace(CALLS, line=ServiceLine.HOME_CARE))
    wrong = wrong_after(*GIVEN_UP[:-1], (later(9), carers))
    assert wrong["no_request"].since == later(9)
    assert "nobody_can_take" not in wrong
    another_day = PackageDescribed(package=replace(CALLS, start_on=date(2026, 11, 10)))
    wrong = wrong_after(*GIVEN_UP[:-1], (later(9), another_day))
    assert "no_request" not in wrong
    assert wrong["nobody_can_take"].since == later(7)


def test_after_a_service_was_used_the_time_to_ask_another_runs_anew() -> None:
    wrong = wrong_after(*PLANNED, (later(2.5), described), ASKED, (later(8), over(AT_EAST, EndedBecause.DISCHARGED)))
    assert wrong["no_request"].since == later(8)


def test_a_silence_on_what_was_given_up_is_not_the_first_of_two() -> None:
    silent = [(later(7 + n), over(each, EndedBecause.NO_ANSWER)) for n, each in enumerate((AT_EAST, AT_WEST))]
    both = (*PLANNED, (later(2.5), described), ASKED, *silent)
    assert "request_unanswered_twice" in wrong_after(*both)
    assert "request_unanswered_twice" not in wrong_after(*both, (later(9), bed_decided()), (later(9), bed_described))
