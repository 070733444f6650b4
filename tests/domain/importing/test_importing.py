"""A file is brought in once, however often and late it is sent; one that changed nothing leaves no trace."""

from app.domain.importing import IMPORT, ImportSystem, SystemImported
from tests.domain.given import NOON, NURSE, decided, given, uid


def bring_in(changes: int) -> ImportSystem:
    return ImportSystem(import_id=uid(1), changes=changes, by=NURSE, at=NOON)


def test_a_file_that_changed_something_is_recorded_once() -> None:
    assert decided(IMPORT, [], bring_in(3)) == [SystemImported(changes=3)]
    assert decided(IMPORT, given(SystemImported(changes=3)), bring_in(3)) == []


def test_a_file_that_changed_nothing_leaves_no_trace() -> None:
    assert decided(IMPORT, [], bring_in(0)) == []
