"""A person in the log: known once, which of their details changed, never what they are; and retired once."""

import pytest
from hypothesis import given as for_all
from hypothesis import strategies as st

from app.domain.person import (
    PERSON,
    Detail,
    PersonDetailsChanged,
    PersonMergedInto,
    PersonRegistered,
    RecordDeath,
    RecordDetails,
    RetirePerson,
    ReverseDeath,
)
from app.domain.rejections import NotKnown
from app.domain.values import PersonId, Stream
from app.views.person import rows
from tests.domain.given import NOON, NURSE, decided, given, uid

ADA, BEN, CLEO = PersonId(uid(1)), PersonId(uid(2)), PersonId(uid(3))
STREAM = Stream(f"person:{ADA}")

registered = PersonRegistered(person_id=ADA)


def changed(*details: Detail) -> PersonDetailsChanged:
    return PersonDetailsChanged(details=frozenset(details))


def record(*details: Detail) -> RecordDetails:
    return RecordDetails(person_id=ADA, by=NURSE, at=NOON, changed=frozenset(details))


def retire(survivor: PersonId = BEN) -> RetirePerson:
    return RetirePerson(person_id=ADA, survivor_id=survivor, by=NURSE, at=NOON)


@pytest.mark.parametrize("command", [record(), record(*Detail)], ids=["nothing told", "all told"])
def test_somebody_new_is_registered_whatever_is_told_of_them(command: RecordDetails) -> None:
    assert decided(PERSON, given(), command) == [registered]


def test_a_correction_names_the_details_that_changed() -> None:
    assert decided(PERSON, given(registered), record(Detail.NAME, Detail.PHONE)) == [changed(Detail.NAME, Detail.PHONE)]


def test_nothing_changed_records_nothing() -> None:
    assert decided(PERSON, given(registered), record()) == []


def test_a_record_is_retired_once() -> None:
    retired = PersonMergedInto(survivor_id=BEN)
    assert decided(PERSON, given(registered), retire()) == [retired]
    assert decided(PERSON, given(registered, retired), retire()) == []
    assert decided(PERSON, given(registered, retired), retire(CLEO)) == []


@pytest.mark.parametrize(
    "command",
    [retire(), RecordDeath(person_id=ADA, by=NURSE, at=NOON), ReverseDeath(person_id=ADA, by=NURSE, at=NOON)],
    ids=["merge", "death", "death taken back"],
)
def test_nothing_but_their_registration_can_happen_to_somebody_unknown(
    command: RetirePerson | RecordDeath | ReverseDeath,
) -> None:
    with pytest.raises(NotKnown):
        decided(PERSON, given(), command)


def test_a_person_has_a_row_that_moves_with_each_change_and_holds_no_detail() -> None:
    assert list(rows([])) == []
    [row] = rows(given(registered, changed(Detail.NAME), stream=STREAM))
    assert (row.id, row.position, row.gone, row.scope, row.died_at) == (ADA, 2, False, "*", None)


def test_a_retired_record_is_gone() -> None:
    [row] = rows(given(registered, PersonMergedInto(survivor_id=BEN), stream=STREAM))
    assert (row.id, row.position, row.gone) == (ADA, 2, True)


@for_all(st.lists(st.frozensets(st.sampled_from(Detail)), max_size=8), st.integers(0, 9))
def test_held_and_changed_since_make_what_is_loaded(corrections: list[frozenset[Detail]], head: int) -> None:
    past = given(registered, *(changed(*each) for each in corrections if each), stream=STREAM)
    held = {row.id: row for row in rows(past[:head])}
    assert held | {row.id: row for row in rows(past) if row.position > head} == {row.id: row for row in rows(past)}
