"""Notes: written for an audience, amended by their author only, pinned and taken down."""

import pytest

from app.domain.case import CASE, CaseFacts, NoteEvent
from app.domain.case.audience import Audience
from app.domain.case.notes import NoteAmendedAlready, NoteForOthersOnly, NoteSentBefore, NotYourNote
from app.domain.case.outcome import Outcome
from app.domain.rejections import NotKnown
from app.domain.values import Actor, ActorKind, Role
from tests.domain.case.commands import amend_note, pin_note, write
from tests.domain.case.events import accepted, alerted, closed, left, note, note_amended, pinned, submitted, unpinned
from tests.domain.case.way import STREAM, after, stage_after
from tests.domain.given import NURSE, given, uid

SISTER = Actor(kind=ActorKind.STAFF, id=str(uid(91)), role=Role.WARD_CLINICIAN)
LEAD = Actor(kind=ActorKind.STAFF, id=str(uid(92)), role=Role.HUB_LEAD)
ANY_STAGE = (
    [alerted()],
    [submitted()],
    [submitted(), accepted],
    [submitted(), left],
    [submitted(), closed(Outcome.DIED)],
)


@pytest.mark.parametrize("past", ANY_STAGE)
def test_a_note_is_written_at_any_stage_and_changes_no_stage(past: list[object]) -> None:
    assert after(*past, then=write("Rang Zoë.", pin=True)) == [note("Rang Zoë.", pin=True)]
    assert stage_after(*past, note(), note_amended(), pinned(82)) == stage_after(*past)


def test_a_case_that_nobody_told_of_has_no_notes() -> None:
    with pytest.raises(NotKnown):
        after(then=write())


def test_a_note_sent_twice_is_one_note_and_its_id_carries_no_other_words() -> None:
    assert after(submitted(), note(), then=write()) == []
    assert after(submitted(), note(), pinned(), then=write()) == []
    with pytest.raises(NoteSentBefore):
        after(submitted(), note(), then=write("Rang the son."))
    with pytest.raises(NoteSentBefore):
        after(submitted(), note(), note("Other.", n=82), then=amend_note())


def test_an_id_names_one_note_whatever_the_case() -> None:
    with pytest.raises(NoteSentBefore):
        after(submitted(), then=write(), facts=CaseFacts(note_elsewhere=True))


@pytest.mark.parametrize(
    ("by", "audience"), [(NURSE, Audience.HUB), (SISTER, Audience.HUB), (LEAD, Audience.WARD)], ids=str
)
def test_nobody_writes_a_note_that_they_could_not_read(by: Actor, audience: Audience) -> None:
    with pytest.raises(NoteForOthersOnly):
        after(submitted(), then=write(audience=audience, by=by))


@pytest.mark.parametrize(("by", "audience"), [(NURSE, Audience.WARD), (LEAD, Audience.HUB), (LEAD, Audience.EVERYONE)])
def test_each_side_writes_for_itself_and_for_everyone(by: Actor, audience: Audience) -> None:
    assert after(submitted(), then=write(audience=audience, by=by)) == [note(audience=audience)]


def test_its_author_amends_a_note_by_another() -> None:
    assert after(submitted(), note(), then=amend_note()) == [note_amended()]
    assert after(submitted(), note(), note_amended(), then=amend_note()) == []


def test_nobody_else_amends_it() -> None:
    with pytest.raises(NotYourNote):
        after(submitted(), note(), then=amend_note(by=SISTER))


def test_what_was_amended_is_amended_at_its_latest_words() -> None:
    with pytest.raises(NoteAmendedAlready) as refused:
        after(submitted(), note(), note_amended(), then=amend_note("Again.", n=83))
    assert refused.value.details == {"note_id": str(uid(82))}
    again = note_amended("Again.", n=83, amends=82)
    assert after(submitted(), note(), note_amended(), then=amend_note("Again.", n=83, amends=82)) == [again]


def test_a_note_is_pinned_once_and_taken_down_once() -> None:
    assert after(submitted(), note(), then=pin_note(by=LEAD)) == [pinned()]
    assert after(submitted(), note(), pinned(), then=pin_note()) == []
    assert after(submitted(), note(pin=True), then=pin_note()) == []
    assert after(submitted(), note(), pinned(), then=pin_note(pin=False)) == [unpinned()]
    assert after(submitted(), note(), then=pin_note(pin=False)) == []


def test_the_pin_goes_with_the_amendment() -> None:
    past: list[NoteEvent] = [note(pin=True), note_amended()]
    notes = CASE.fold(given(submitted(), *past, stream=STREAM)).notes
    assert {key: each.pinned for key, each in notes.items()} == {uid(81): False, uid(82): True}
    with pytest.raises(NoteAmendedAlready):
        after(submitted(), *past, then=pin_note())


@pytest.mark.parametrize("command", [amend_note(by=LEAD), pin_note(by=LEAD)])
def test_a_note_for_others_is_not_known_to_who_may_not_read_it(command: object) -> None:
    with pytest.raises(NotKnown):
        after(submitted(), note(audience=Audience.WARD), then=command)


@pytest.mark.parametrize("command", [amend_note(), pin_note()])
def test_a_note_that_nobody_wrote_is_not_known(command: object) -> None:
    with pytest.raises(NotKnown):
        after(submitted(), then=command)
