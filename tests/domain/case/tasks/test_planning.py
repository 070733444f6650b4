"""Tasks follow the case: raised by what it calls for, let go when it does not, due anew when their moment moves."""

from datetime import timedelta

from app.domain.case import LeftHospital
from app.domain.case.form import Need, Needs, ReferralForm
from app.domain.case.outcome import Outcome
from app.domain.case.tasks.state import NotNeeded, TaskState
from app.domain.case.undoing import HubStep
from app.domain.codes.owners import Owner
from app.domain.codes.pathways import Pathway
from app.domain.practice.tasks import DoneWhen, Moment, Template
from tests.domain.case.events import accepted, amended, bed_decided, closed, decided_on, planned, submitted
from tests.domain.case.tasks.work import (
    CHALLENGE,
    COUNCIL,
    LETTER,
    OFFICE,
    TRUST,
    VISIT_TOLD,
    case_of,
    finished,
    key,
    knowing,
    let_go,
    line,
    planned_after,
    raised,
    rescheduled,
    state_of,
    worked,
)
from tests.domain.case.way import TOMORROW
from tests.domain.case.ways import undone
from tests.domain.given import NOON

ALL = knowing(LETTER, VISIT_TOLD, CHALLENGE)
HOME, BED = decided_on(Pathway.P1), bed_decided()


def test_nothing_is_raised_before_the_hub_accepts() -> None:
    assert planned_after(submitted(), facts=ALL) == []


def test_an_accepted_case_begins_with_the_core_tasks() -> None:
    assert raised(planned_after(submitted(), accepted, facts=ALL)) == ["C08"]


def test_asked_again_nothing_is_recorded() -> None:
    assert planned_after(*worked(submitted(), accepted, facts=ALL), facts=ALL) == []


def test_a_decided_pathway_brings_its_own_tasks() -> None:
    past = worked(submitted(), accepted, facts=ALL)
    assert raised(planned_after(*past, HOME, facts=ALL)) == ["A8"]


def test_a_changed_pathway_lets_the_tasks_of_the_earlier_one_go() -> None:
    past = worked(submitted(), accepted, HOME, facts=ALL)
    events = planned_after(*past, BED, facts=ALL)
    assert (raised(events), let_go(events)) == (["B1"], {key("A8"): NotNeeded.PATHWAY_CHANGED})
    assert state_of("A8", *past, BED, *events) is TaskState.NOT_NEEDED


def test_what_was_done_stays_done_when_the_pathway_changes() -> None:
    past = [*worked(submitted(), accepted, HOME, facts=ALL), finished(key("A8")), BED]
    assert let_go(planned_after(*past, facts=ALL)) == {}
    assert state_of("A8", *past) is TaskState.DONE


def test_the_first_pathway_again_calls_for_its_tasks_again() -> None:
    past = worked(*worked(submitted(), accepted, HOME, facts=ALL), BED, facts=ALL)
    events = planned_after(*past, HOME, facts=ALL)
    assert raised(events) == ["A8"]
    assert state_of("A8", *past, HOME, *events) is TaskState.OPEN


def test_an_acceptance_taken_back_lets_everything_go() -> None:
    past = worked(submitted(), accepted, facts=ALL)
    assert let_go(planned_after(*past, undone(HubStep.ACCEPTANCE), facts=ALL)) == {
        key("C08"): NotNeeded.NO_LONGER_APPLIES
    }


def test_what_the_form_says_brings_an_overlay_and_takes_it_away() -> None:
    dying = line("F5", template=Template.END_OF_LIFE)
    facts = knowing(dying)
    past = worked(submitted(Need.END_OF_LIFE), accepted, facts=facts)
    assert raised(past) == ["F5"]
    better = amended(ReferralForm(needs=Needs(needs=frozenset({Need.MEALS}))))
    assert let_go(planned_after(*past, better, facts=facts)) == {key("F5"): NotNeeded.NO_LONGER_APPLIES}


def test_a_line_with_a_condition_is_raised_only_where_it_holds() -> None:
    ordered = knowing(line("A7", template=Template.P1, applies_if="equipment"))
    assert raised(planned_after(submitted(), accepted, HOME, facts=ordered)) == []
    assert raised(planned_after(submitted(Need.EQUIPMENT), accepted, HOME, facts=ordered)) == ["A7"]


def test_a_template_changed_later_does_not_rewrite_what_was_raised() -> None:
    past = worked(submitted(), accepted, facts=knowing(LETTER))
    otherwise = knowing(line(hours=-6, words="Letter and summary done"))
    assert planned_after(*past, facts=otherwise) == []
    assert planned_after(*past, facts=knowing()) == []
    assert case_of(*past).tasks.items[key()].words == "Discharge letter done"


def test_a_task_is_due_once_the_slot_is_agreed_and_moves_with_it() -> None:
    facts = knowing(LETTER)
    past = worked(submitted(), accepted, facts=facts)
    assert case_of(*past).tasks.items[key()].due_at is None
    first = planned_after(*past, planned(), facts=facts)
    assert rescheduled(first) == {key(): TOMORROW - timedelta(hours=2)}
    later = TOMORROW + timedelta(days=1)
    again = planned_after(*past, planned(), *first, planned(later), facts=facts)
    assert rescheduled(again) == {key(): later - timedelta(hours=2)}


def test_when_they_left_counts_more_than_when_they_were_to() -> None:
    called = knowing(line("C18", days=1, precedes=None))
    past = worked(submitted(), accepted, planned(), facts=called)
    left_late = (TOMORROW + timedelta(days=2), LeftHospital())
    moved = planned_after(*past, left_late, facts=called)
    due = rescheduled(moved)[key("C18")]
    assert due is not None
    assert due.date() == (TOMORROW + timedelta(days=3)).date()


def test_a_calendar_changed_later_leaves_what_was_due() -> None:
    past = worked(submitted(), accepted, planned(), facts=knowing(LETTER))
    assert planned_after(*past, facts=knowing(LETTER, calendars={Owner.HOSPITAL: OFFICE})) == []


def test_a_task_changes_hands_when_its_owner_becomes_known() -> None:
    facts = knowing(line("A12", owner=Owner.COUNCIL))
    past = worked(submitted(), accepted, facts=facts)
    assert case_of(*past).tasks.items[key("A12")].owner_id is None
    known_now = knowing(owners={Owner.COUNCIL: COUNCIL, Owner.HOSPITAL: TRUST})
    events = planned_after(*past, facts=known_now)
    assert case_of(*past, *events).tasks.items[key("A12")].owner_id == COUNCIL


def test_an_overlay_is_due_from_when_it_was_noticed() -> None:
    facts = knowing(line("F1", template=Template.END_OF_LIFE, due_from=Moment.NOTICED, hours=4))
    past = worked(submitted(Need.END_OF_LIFE), accepted, facts=facts, at=NOON)
    assert case_of(*past).tasks.items[key("F1")].due_at == NOON + timedelta(hours=4)
    assert planned_after(*past, facts=facts, at=NOON + timedelta(hours=9)) == []


def test_a_task_is_done_by_its_fact_and_open_again_when_that_is_taken_back() -> None:
    facts = knowing(line("A3", done_when=DoneWhen.PATHWAY_DECIDED))
    past = worked(submitted(), accepted, facts=facts)
    assert state_of("A3", *past) is TaskState.OPEN
    assert state_of("A3", *past, HOME) is TaskState.DONE
    assert state_of("A3", *past, HOME, undone(HubStep.PATHWAY)) is TaskState.OPEN


def test_nothing_is_raised_once_the_person_has_left_or_the_case_is_closed() -> None:
    past = worked(submitted(), accepted, facts=knowing())
    assert planned_after(*past, LeftHospital(), facts=ALL) == []
    assert planned_after(*past, closed(Outcome.PERSON_DECLINED), facts=ALL) == []
