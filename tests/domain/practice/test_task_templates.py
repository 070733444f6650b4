"""What a task template must keep; above all, what may never precede leaving."""

from typing import Any

import pytest

from app.domain.practice import Fault, PracticeFaulty, TaskTemplates, Template
from app.domain.practice.tasks import Assesses
from app.events.practice import shipped

LINE: dict[str, Any] = {
    "template": "P1",
    "code": "A5",
    "words": "Request out",
    "owner": "hub",
    "role": "brokerage",
    "due_from": "decision",
    "hours": 1,
    "precedes": "confirm",
    "kind": "stop",
}
ASSESSMENT = {**LINE, "code": "A13", "words": "Assessed", "due_from": "first_contact", "hours": None, "days": 28}
AFTER = {"precedes": "exit", "kind": "after"}
BEFORE_LEAVING = ("decision", "offers", "confirm", "leave")
LEGAL = ("chc", "care_act", "carer")


def faults(*lines: dict[str, Any]) -> tuple[Fault, ...]:
    with pytest.raises(PracticeFaulty) as refused:
        TaskTemplates.parse(lines)
    return refused.value.faults


def test_a_task_that_says_everything_is_taken() -> None:
    [line] = TaskTemplates.parse([LINE]).lines
    assert (line.code, line.hours, line.precedes) == ("A5", 1, "confirm")


def test_money_without_which_nothing_starts_stops_a_step_before_leaving() -> None:
    assert TaskTemplates.parse([{**LINE, "funding": True}]).lines[0].funding
    for other in ({"kind": "should"}, AFTER):
        assert [each.column for each in faults({**LINE, **other, "funding": True})] == ["funding"]


@pytest.mark.parametrize("assesses", LEGAL)
@pytest.mark.parametrize("step", BEFORE_LEAVING)
def test_an_assessment_of_law_may_not_precede_leaving(assesses: str, step: str) -> None:
    [fault] = faults({**ASSESSMENT, "assesses": assesses, "precedes": step, "kind": "after"})
    assert (fault.line, fault.column) == (0, "precedes")
    assert "Line 1 (A13)" in fault.words
    assert "may never precede leaving" in fault.words


@pytest.mark.parametrize("assesses", LEGAL)
def test_nor_may_it_precede_what_precedes_leaving(assesses: str) -> None:
    [fault] = faults(LINE, {**ASSESSMENT, "assesses": assesses, "precedes": "A5", "kind": "after"})
    assert (fault.line, fault.column) == (1, "precedes")


@pytest.mark.parametrize("assesses", LEGAL)
def test_nor_may_it_be_due_before_leaving(assesses: str) -> None:
    for due in ({"due_from": "admission"}, {"due_from": "leaving", "days": -1}):
        assert [each.column for each in faults({**ASSESSMENT, **AFTER, "assesses": assesses, **due})] == ["due_from"]


def test_after_leaving_each_of_them_has_its_place() -> None:
    for assesses in LEGAL:
        assert TaskTemplates.parse([{**ASSESSMENT, **AFTER, "assesses": assesses}]).lines


def test_fast_track_for_the_dying_goes_first() -> None:
    first = {**LINE, "assesses": "fast_track", "due_from": "noticed", "precedes": "confirm"}
    assert TaskTemplates.parse([first]).lines[0].assesses is Assesses.FAST_TRACK


@pytest.mark.parametrize(
    ("changed", "column"),
    [
        ({"words": " "}, "words"),
        ({"owner": "nobody"}, "owner"),
        ({"hours": "soon"}, "hours"),
        ({"days": 1}, "days"),
        ({"at": "14:00"}, "at"),
        ({"hours": None, "days": -1, "at": "two"}, "at"),
        ({"precedes": "A99"}, "precedes"),
        ({"precedes": "A5"}, "precedes"),
        ({"precedes": None}, "precedes"),
        ({"applies_if": "Two carers!"}, "applies_if"),
        ({"colour": "red"}, "colour"),
    ],
)
def test_a_line_that_is_wrong_is_named_with_its_cell(changed: dict[str, Any], column: str) -> None:
    found = faults({**LINE, "code": "A1", "precedes": "offers"}, {**LINE, **changed})
    assert [(each.line, each.column) for each in found] == [(1, column)]
    assert found[0].words.startswith("Line 2 (A5): ")


def test_two_lines_of_one_code_are_refused_at_the_second() -> None:
    assert [(each.line, each.column) for each in faults(LINE, LINE)] == [(1, "code")]


def test_tasks_may_not_wait_for_each_other_in_a_circle() -> None:
    assert len(faults({**LINE, "precedes": "A6"}, {**LINE, "code": "A6", "precedes": "A5"})) == 2


def test_the_shipped_templates_hold_every_pathway_and_overlay_and_put_assessments_after() -> None:
    lines = shipped(TaskTemplates).lines
    assert {line.template for line in lines} == {*Template}
    assert {line.code for line in lines if line.assesses is Assesses.FAST_TRACK} == {"F1", "F2"}
    assert {line.assesses for line in lines if line.assesses} == {*Assesses}
