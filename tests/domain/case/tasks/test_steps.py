"""Steps on a task: who may take them, what a repeat records, what is refused."""

from dataclasses import replace

import pytest

from app.domain.case.leaving import CaseIsClosed
from app.domain.case.outcome import Outcome
from app.domain.case.tasks.doing import (
    AnotherOrganisationsTask,
    CaseCallsForItNoMore,
    DoneByFact,
    NotOnTheRoster,
    TaskAssigned,
    TaskIsDone,
    TaskIsNotNeeded,
    TaskReopened,
    TaskStarted,
    WhyNotNeededInWords,
)
from app.domain.case.tasks.facts import Doer
from app.domain.case.tasks.raising import FundingStops, StopsNothing, TaskSentBefore, WrongSideOfLeaving
from app.domain.case.tasks.state import NotNeeded, TaskState
from app.domain.codes.pathways import Pathway
from app.domain.practice.tasks import DoneWhen, Step, TaskKind
from app.domain.rejections import NotKnown
from tests.domain.case.events import accepted, bed_decided, closed, decided_on, submitted
from tests.domain.case.tasks.work import (
    LETTER,
    OF_HUB,
    OF_NOBODY,
    OF_TRUST,
    ON_WARD,
    OTHER_STEP,
    STEP,
    VISIT_TOLD,
    ask,
    asked,
    assign,
    dismiss,
    dismissed,
    finish,
    finished,
    key,
    knowing,
    line,
    reopen_task,
    start,
    state_of,
    worked,
)
from tests.domain.case.way import PRIYA, after
from tests.domain.given import uid

HUB_ASKS = knowing(LETTER, doer=OF_HUB)
PAST = worked(submitted(), accepted, facts=HUB_ASKS)


def test_a_task_is_started_and_finished_once() -> None:
    begun = TaskStarted(task_id=key(), step_id=STEP)
    assert after(*PAST, then=start(), facts=HUB_ASKS) == [begun]
    assert after(*PAST, begun, then=start(step=OTHER_STEP), facts=HUB_ASKS) == []
    assert after(*PAST, begun, then=finish(step=OTHER_STEP), facts=HUB_ASKS) == [finished(step=OTHER_STEP)]
    assert after(*PAST, finished(), then=finish(step=OTHER_STEP), facts=HUB_ASKS) == []


def test_a_late_repeat_of_finishing_does_not_finish_what_was_reopened() -> None:
    again = TaskReopened(task_id=key(), step_id=OTHER_STEP)
    assert after(*PAST, finished(), again, then=finish(), facts=HUB_ASKS) == []
    assert state_of("C08", *PAST, finished(), again) is TaskState.OPEN


@pytest.mark.parametrize("doer", [OF_HUB, OF_TRUST, ON_WARD], ids=["hub", "owner", "ward"])
def test_owner_hub_and_the_persons_ward_may_finish_a_task(doer: Doer) -> None:
    assert after(*PAST, then=finish(), facts=knowing(doer=doer)) == [finished()]


@pytest.mark.parametrize("doer", [OF_NOBODY, None], ids=["another organisation", "off the roster"])
def test_another_organisations_task_is_refused(doer: Doer | None) -> None:
    for step in (start(), finish(), dismiss(), assign(PRIYA)):
        with pytest.raises(AnotherOrganisationsTask):
            after(*PAST, then=step, facts=knowing(doer=doer))


def test_a_task_is_given_to_somebody_on_the_roster_and_taken_back() -> None:
    given_ = TaskAssigned(task_id=key(), assigned_to=PRIYA, step_id=STEP)
    taken = TaskAssigned(task_id=key(), assigned_to=None, step_id=OTHER_STEP)
    assert after(*PAST, then=assign(PRIYA), facts=HUB_ASKS) == [given_]
    assert after(*PAST, given_, then=assign(PRIYA, step=OTHER_STEP), facts=HUB_ASKS) == []
    assert after(*PAST, given_, then=assign(None, step=OTHER_STEP), facts=HUB_ASKS) == [taken]
    with pytest.raises(NotOnTheRoster):
        after(*PAST, then=assign(PRIYA), facts=knowing(doer=OF_HUB, assignee_known=False))


def test_a_task_is_marked_as_not_needed_for_a_reason() -> None:
    assert after(*PAST, then=dismiss(), facts=HUB_ASKS) == [dismissed()]
    assert after(*PAST, dismissed(), then=dismiss(step=OTHER_STEP), facts=HUB_ASKS) == []
    with pytest.raises(WhyNotNeededInWords):
        after(*PAST, then=dismiss(NotNeeded.OTHER), facts=HUB_ASKS)


def test_what_is_done_or_not_needed_is_reopened_before_it_goes_on() -> None:
    with pytest.raises(TaskIsDone):
        after(*PAST, finished(), then=dismiss(step=OTHER_STEP), facts=HUB_ASKS)
    with pytest.raises(TaskIsNotNeeded):
        after(*PAST, dismissed(), then=finish(step=OTHER_STEP), facts=HUB_ASKS)
    again = TaskReopened(task_id=key(), step_id=OTHER_STEP)
    for over in (finished(), dismissed()):
        assert after(*PAST, over, then=reopen_task(step=OTHER_STEP), facts=HUB_ASKS) == [again]
    assert after(*PAST, then=reopen_task(), facts=HUB_ASKS) == []


def test_what_a_fact_did_is_taken_back_at_the_fact() -> None:
    facts = knowing(line("A3", done_when=DoneWhen.PATHWAY_DECIDED), doer=OF_HUB)
    past = worked(submitted(), accepted, decided_on(Pathway.P1), facts=facts)
    with pytest.raises(DoneByFact):
        after(*past, then=reopen_task(key("A3")), facts=facts)


def test_what_the_case_let_go_is_not_reopened() -> None:
    facts = knowing(VISIT_TOLD, doer=OF_HUB)
    past = worked(*worked(submitted(), accepted, decided_on(Pathway.P1), facts=facts), bed_decided(), facts=facts)
    with pytest.raises(CaseCallsForItNoMore):
        after(*past, then=reopen_task(key("A8")), facts=facts)


def test_no_step_is_taken_on_a_closed_case_yet_a_repeat_is_known() -> None:
    over = closed(Outcome.PERSON_DECLINED)
    with pytest.raises(CaseIsClosed):
        after(*PAST, over, then=finish(), facts=HUB_ASKS)
    assert after(*PAST, finished(), over, then=finish(), facts=HUB_ASKS) == []


def test_there_is_no_step_without_a_task() -> None:
    with pytest.raises(NotKnown):
        after(*PAST, then=finish(uid(99)), facts=HUB_ASKS)


def test_a_task_is_raised_by_hand_once() -> None:
    assert after(*PAST, then=ask(), facts=HUB_ASKS) == [asked()]
    assert after(*PAST, asked(), then=ask(), facts=HUB_ASKS) == []


def test_the_id_of_another_task_is_not_taken_again() -> None:
    with pytest.raises(TaskSentBefore):
        after(*PAST, asked(), then=ask(TaskKind.STOP, Step.LEAVE), facts=HUB_ASKS)
    with pytest.raises(TaskSentBefore):
        after(*PAST, then=ask(), facts=knowing(doer=OF_HUB, task_elsewhere=True))


@pytest.mark.parametrize(
    ("kind", "precedes", "refusal"),
    [
        (TaskKind.STOP, None, StopsNothing),
        (TaskKind.AFTER, Step.LEAVE, WrongSideOfLeaving),
        (TaskKind.SHOULD, Step.EXIT, WrongSideOfLeaving),
    ],
)
def test_a_task_by_hand_keeps_the_order_of_templates(
    kind: TaskKind, precedes: Step | None, refusal: type[Exception]
) -> None:
    with pytest.raises(refusal):
        after(*PAST, then=ask(kind, precedes), facts=HUB_ASKS)


def test_money_without_which_nothing_starts_is_a_stop() -> None:
    money = replace(ask(TaskKind.STOP, Step.CONFIRM), funding=True)
    [raised] = after(*PAST, then=money, facts=HUB_ASKS)
    assert raised.funding
    assert after(*PAST, raised, then=money, facts=HUB_ASKS) == []
    with pytest.raises(FundingStops) as refused:
        after(*PAST, then=replace(ask(), funding=True), facts=HUB_ASKS)
    assert refused.value.code() == "funding-stops"


def test_no_task_is_raised_on_a_closed_case() -> None:
    with pytest.raises(CaseIsClosed):
        after(*PAST, closed(Outcome.PERSON_DECLINED), then=ask(), facts=HUB_ASKS)
