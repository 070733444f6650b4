"""Which facts of Ada's case are a task's being done, where the package that services are asked for changes."""

from app.domain.case.tasks.standing import facts_of
from app.domain.practice.tasks import DoneWhen
from tests.domain.case.events import bed_decided
from tests.domain.case.requests.asking import EAST, READY, assessed, bed_described, held, person_said, sent
from tests.domain.case.way import case_after

SEARCHED = {DoneWhen.REQUEST_SENT, DoneWhen.ASSESSED, DoneWhen.PERSON_AGREES}


def test_what_was_found_for_a_package_that_was_given_up_is_found_for_the_next_one_anew() -> None:
    found = (*READY, sent(EAST), held(), assessed(), person_said())
    assert facts_of(case_after(*found)) >= SEARCHED
    assert not facts_of(case_after(*found, bed_decided(), bed_described)) & SEARCHED
