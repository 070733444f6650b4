"""The rows of a case's notes: what each event leaves, and whose they are."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

from app.domain.case import CaseTracked
from app.domain.case.audience import Audience
from app.views.case import rows as cards
from app.views.note import NoteRow, rows
from tests.domain.case.events import alerted, given_to, left, note, note_amended, pinned, submitted, unpinned
from tests.domain.case.way import ADA, CASE_ID, HUB, OTHER_SPELL, SPELL, STREAM, SURVIVOR
from tests.domain.given import NOON, NURSE, given, uid

FIRST = NoteRow(
    id=uid(81),
    scope=str(HUB),
    position=2,
    gone=False,
    case_id=CASE_ID,
    spell_id=SPELL,
    person_id=ADA,
    sealed_for=ADA,
    audience="everyone",
    words="Rang Zoë.",
    author=NURSE.id,
    author_role="ward_nurse",
    written_at=NOON + timedelta(minutes=1),
    pinned=False,
)


def after(*past: object) -> dict[Any, NoteRow]:
    return {row.id: row for row in rows(given(*past, stream=STREAM))}


def test_a_note_is_a_row_on_the_board_of_its_hub() -> None:
    assert rows(given(submitted(), note(), stream=STREAM)) == [FIRST]
    assert [row.scope for row in rows(given(alerted(), note(), stream=STREAM))] == [str(HUB)]


def test_an_amendment_takes_audience_and_pin_and_the_earlier_note_stays_readable() -> None:
    past = [submitted(), note(audience=Audience.HUB, pin=True), note_amended()]
    earlier, latest = after(*past).values()
    assert (earlier.words, earlier.amended_by, earlier.pinned, earlier.position) == ("Rang Zoë.", uid(82), False, 3)
    assert (latest.words, latest.amends, latest.pinned, latest.audience) == ("Zoë rang back.", uid(81), True, "hub")


def test_a_note_goes_up_and_comes_down() -> None:
    assert after(submitted(), note(), pinned()) == {uid(81): replace(FIRST, pinned=True, position=3)}
    assert after(submitted(), note(), pinned(), unpinned()) == {uid(81): replace(FIRST, position=4)}


def test_notes_go_with_the_case_to_another_record_and_stay_with_the_stay_they_were_written_in() -> None:
    past = [submitted(), note(), left, CaseTracked(spell_id=OTHER_SPELL), note("Again in.", n=82), given_to(SURVIVOR)]
    first, second = after(*past).values()
    assert (first.spell_id, second.spell_id) == (SPELL, OTHER_SPELL)
    assert {(each.person_id, each.sealed_for, each.position) for each in (first, second)} == {(SURVIVOR, ADA, 6)}


def test_a_note_moves_no_card_so_that_who_may_not_read_it_sees_nothing() -> None:
    [before] = cards(given(submitted(), stream=STREAM))
    assert cards(given(submitted(), note(), note_amended(), pinned(82), unpinned(82), stream=STREAM)) == [before]


def test_nothing_is_shown_of_notes_on_a_case_that_nobody_told_of() -> None:
    assert after(note(), note_amended(), pinned()) == {}
    assert set(after(submitted(), note_amended(), pinned())) == set()
