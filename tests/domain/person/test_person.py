"""A person in the log: known once, and which of their details changed, never what they are."""

import pytest
from hypothesis import given as for_all
from hypothesis import strategies as st

from app.domain.person import PERSON, Detail, PersonDetailsChanged, PersonRegistered, RecordDetails
from app.domain.values import PersonId, Stream
from app.views.person import rows
from tests.domain.given import NOON, NURSE, decided, given, uid

ADA = PersonId(uid(1))
STREAM = Stream(f"person:{ADA}")

registered = PersonRegistered(person_id=ADA)


def changed(*details: Detail) -> PersonDetailsChanged:
    return PersonDetailsChanged(details=frozenset(details))


def record(*details: Detail) -> RecordDetails:
    return RecordDetails(person_id=ADA, by=NURSE, at=NOON, changed=frozenset(details))


@pytest.mark.parametrize("command", [record(), record(*Detail)], ids=["nothing told", "all told"])
def test_somebody_new_is_registered_whatever_is_told_of_them(command: RecordDetails) -> None:
    assert decided(PERSON, given(), command) == [registered]


def test_a_correction_names_the_details_that_changed() -> None:
    assert decided(PERSON, given(registered), record(Detail.NAME, Detail.PHONE)) == [changed(Detail.NAME, Detail.PHONE)]


def test_nothing_changed_records_nothing() -> None:
    assert decided(PERSON, given(registered), record()) == []


def test_a_person_has_a_row_that_moves_with_each_change_and_holds_no_detail() -> None:
    assert list(rows([])) == []
    [row] = rows(given(registered, changed(Detail.NAME), stream=STREAM))
    assert (row.id, row.position, row.gone, row.scope) == (ADA, 2, False, "*")


@for_all(st.lists(st.frozensets(st.sampled_from(Detail)), max_size=8), st.integers(0, 9))
def test_held_and_changed_since_make_what_is_loaded(corrections: list[frozenset[Detail]], head: int) -> None:
    past = given(registered, *(changed(*each) for each in corrections if each), stream=STREAM)
    held = {row.id: row for row in rows(past[:head])}
    assert held | {row.id: row for row in rows(past) if row.position > head} == {row.id: row for row in rows(past)}
