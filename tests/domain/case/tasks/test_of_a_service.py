"""A service does its own tasks while it is booked, and has nothing to do for who does not come to it."""

import pytest

from app.domain.case.requests.state import EndedBecause
from app.domain.case.tasks.doing import AnotherOrganisationsTask, TaskStarted
from app.domain.case.tasks.facts import Doer
from app.domain.case.tasks.planning import Raised, TasksRaised
from app.domain.values import OrganisationId
from tests.domain.case.requests.asking import CARERS, EAST, OTHERS, READY, confirmed, over, sent
from tests.domain.case.tasks.work import STEP, VISIT_TOLD, finish, finished, key, knowing, start
from tests.domain.case.way import after

TASK = key("A8")
RAISED = TasksRaised(tasks=(Raised(task_id=TASK, line=VISIT_TOLD, owner_id=CARERS, anchor=None, due_at=None),))
BOOKED = (*READY, sent(EAST), confirmed(), RAISED)


def of(organisation: OrganisationId) -> Doer:
    return Doer(organisation_id=organisation, hub_id=None, on_ward=False)


def test_a_booked_service_starts_and_finishes_its_own_task() -> None:
    facts = knowing(doer=of(CARERS))
    assert after(*BOOKED, then=start(TASK), facts=facts) == [TaskStarted(task_id=TASK, step_id=STEP)]
    assert after(*BOOKED, then=finish(TASK), facts=facts) == [finished(TASK)]


def test_another_provider_and_one_whose_booking_ended_do_not() -> None:
    with pytest.raises(AnotherOrganisationsTask):
        after(*BOOKED, then=finish(TASK), facts=knowing(doer=of(OTHERS)))
    with pytest.raises(AnotherOrganisationsTask):
        after(*BOOKED, over(why=EndedBecause.FAILED_START), then=finish(TASK), facts=knowing(doer=of(CARERS)))
