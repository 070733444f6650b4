"""Local lists: what is wrong is named at its line, the same again is nothing new, what is written is read again."""

from typing import Any

import pytest

from app.domain.codes.service_lines import ServiceLine
from app.domain.practice import (
    DOCUMENTS,
    PRACTICE,
    DeclineCodes,
    Document,
    EscalationPolicy,
    PracticeFaulty,
    PracticeKind,
    PracticeSet,
    ServiceLines,
    SetPractice,
    changes_between,
    columns_of,
    practice_stream,
)
from app.domain.practice.document import MOST_LINES
from app.events.practice import shipped
from app.views.practice import rows
from tests.domain.given import NOON, NURSE, decided, given

PHRASE = {"code": "rang", "words": "Rang family."}
KINDS = list(DOCUMENTS.values())


def set_phrases(*lines: dict[str, Any]) -> SetPractice:
    return SetPractice(practice=PracticeKind.QUICK_PHRASES, lines=lines, by=NURSE, at=NOON)


def wrong(document: type[Document[Any]], *lines: Any) -> list[tuple[int, str]]:
    with pytest.raises(PracticeFaulty) as refused:
        document.parse(lines)
    return [(fault.line, fault.column) for fault in refused.value.faults]


def test_a_list_is_set_whole_and_the_same_again_changes_nothing() -> None:
    event = PracticeSet(practice=PracticeKind.QUICK_PHRASES, lines=(PHRASE,))
    assert decided(PRACTICE, [], set_phrases(PHRASE)) == [event]
    assert decided(PRACTICE, given(event), set_phrases({**PHRASE, "words": " Rang family. "})) == []


def test_a_list_with_a_line_that_is_wrong_is_refused_whole() -> None:
    with pytest.raises(PracticeFaulty):
        decided(PRACTICE, [], set_phrases(PHRASE, {"code": "told"}))


def test_a_list_may_become_empty() -> None:
    past = given(PracticeSet(practice=PracticeKind.QUICK_PHRASES, lines=(PHRASE,)))
    assert decided(PRACTICE, past, set_phrases()) == [PracticeSet(practice=PracticeKind.QUICK_PHRASES, lines=())]


def test_a_list_is_not_without_end() -> None:
    document = DOCUMENTS[PracticeKind.QUICK_PHRASES]
    assert wrong(document, *[{"code": f"{n}", "words": "x"} for n in range(MOST_LINES + 1)]) == [(MOST_LINES, "")]


@pytest.mark.parametrize("kind", [*PracticeKind])
def test_every_kind_has_a_document_and_a_shipped_list_that_is_read_as_it_is_written(kind: PracticeKind) -> None:
    document = DOCUMENTS[kind]
    held = shipped(document)
    assert held.lines
    assert document.parse(held.as_json()) == held


@pytest.mark.parametrize("document", KINDS, ids=lambda document: document.kind)
def test_every_column_has_a_heading_and_what_names_a_line_is_a_column(document: type[Document[Any]]) -> None:
    columns = columns_of(document.line)
    assert all(each.words for each in columns)
    assert set(document.named_by) <= {each.name for each in columns}


def test_an_escalation_says_once_by_when_it_is_answered() -> None:
    line = {"trigger": "ready", "level": "L2", "words": "Ready", "after_minutes": 60}
    assert wrong(EscalationPolicy, line) == [(0, "respond_minutes")]
    assert wrong(EscalationPolicy, {**line, "respond_minutes": 5, "respond_by": "same_day"}) == [(0, "respond_minutes")]
    climbs = [{**line, "level": level, "respond_minutes": 60} for level in ("L2", "L3")]
    assert len(EscalationPolicy.parse(climbs).lines) == 2


def test_an_escalation_counts_in_minutes_or_in_the_owners_working_days() -> None:
    line = {"trigger": "silent", "level": "L2", "words": "Silent", "respond_minutes": 60, "after_working_days": 1}
    assert wrong(EscalationPolicy, {**line, "after_minutes": 60}) == [(0, "after_working_days")]
    assert wrong(EscalationPolicy, {**line, "after_minutes": 0, "wall_clock": True}) == [(0, "after_working_days")]
    assert EscalationPolicy.parse([{**line, "after_minutes": 0}]).lines


def test_a_service_line_counts_forwards() -> None:
    line = {"code": "reab", "words": "Reablement", "pathway": "P1", "unit": "starts"}
    assert wrong(ServiceLines, {**line, "response_hours": 0}) == [(0, "response_hours")]
    assert wrong(ServiceLines, {**line, "review_days": [7, 0]}) == [(0, "review_days")]
    assert wrong(ServiceLines, {**line, "review_daily": True}) == [(0, "review_daily")]
    assert wrong(ServiceLines, {**line, "extend_weeks": 0}) == [(0, "extend_weeks")]
    assert wrong(ServiceLines, {**line, "review_days": 7}) == [(0, "review_days")]


@pytest.mark.parametrize("words", [7, "", "x" * 401, "a\x00b", "a\ud800b", None, ["x"]])
def test_text_that_cannot_be_kept_is_refused(words: Any) -> None:
    assert wrong(DeclineCodes, {"code": "D01", "words": words, "family": "fit"}) == [(0, "words")]


def test_what_changed_from_one_version_to_the_next_is_told_in_words() -> None:
    told = {"code": "told", "words": "Told ward."}
    assert changes_between([PHRASE], [PHRASE], ["code"]) == "1 line: as before"
    assert changes_between([PHRASE], [{**PHRASE, "words": "Rang."}, told], ["code"]) == "2 lines: 1 added, 1 changed"
    assert changes_between([PHRASE, told], [told, PHRASE], ["code"]) == "2 lines: in another order"
    assert changes_between([PHRASE, told], [], ["code"]) == "0 lines: 2 removed"


def a_line(**said: Any) -> dict[str, Any]:
    return {"code": "chosp", "words": "Community hospital bed", "pathway": "P2", "unit": "beds"} | said


def test_what_a_line_is_counted_in_stays_as_counts_and_packages_are() -> None:
    assert wrong(ServiceLines, a_line(unit="places")) == [(0, "unit")]
    assert wrong(ServiceLines, a_line(code="reab", unit="beds")) == [(0, "unit")]
    assert wrong(ServiceLines, a_line(code="settle", unit="beds")) == [(0, "unit")]
    lines = [a_line(), a_line(code="reab", unit="starts"), a_line(code="settle", unit="visits")]
    assert len(ServiceLines.parse(lines).lines) == 3


def test_a_list_that_was_set_is_read_however_the_rules_changed_since() -> None:
    held = ServiceLines.kept([a_line(unit="places"), a_line(code="nobody_knows")])
    assert [(line.code, line.unit) for line in held.lines] == [("chosp", "places")]


def test_a_line_left_out_is_dealt_with_as_one_that_says_no_more() -> None:
    none: ServiceLines = ServiceLines()
    assert none.rule_of(ServiceLine.REAB) is None
    rule = none.of(ServiceLine.REAB)
    assert (rule.response_hours, rule.count_hours, rule.needs_to_accept) == (4, 24, None)


def test_lines_of_earlier_versions_keep_their_words_beside_the_list() -> None:
    of: dict[str, Any] = {"practice": PracticeKind.QUICK_PHRASES}
    told = {"code": "told", "words": "Told ward."}
    again = {**PHRASE, "words": "Rang."}
    sets = [PracticeSet(lines=lines, **of) for lines in ((PHRASE, told), (again, told), (again,), (told,))]
    found = [rows(given(*sets[:n], stream=practice_stream(PracticeKind.QUICK_PHRASES)))[0] for n in range(1, 5)]
    assert [row.retired for row in found] == [(), (), (told,), (again,)]
