"""A system is archived once and restored once, however often it is said."""

from app.domain.system import ARCHIVING, ArchiveSystem, RestoreSystem, SystemArchived, SystemRestored
from app.domain.values import SystemId
from tests.domain.given import NOON, NURSE, decided, given, uid

ARCHIVE = ArchiveSystem(system_id=SystemId(uid(1)), by=NURSE, at=NOON)
RESTORE = RestoreSystem(system_id=SystemId(uid(1)), by=NURSE, at=NOON)


def test_a_system_that_is_worked_in_is_archived_once() -> None:
    assert decided(ARCHIVING, [], ARCHIVE) == [SystemArchived()]
    assert decided(ARCHIVING, given(SystemArchived()), ARCHIVE) == []


def test_one_that_is_archived_is_restored_once() -> None:
    assert decided(ARCHIVING, given(SystemArchived()), RESTORE) == [SystemRestored()]
    assert decided(ARCHIVING, given(SystemArchived(), SystemRestored()), RESTORE) == []
    assert decided(ARCHIVING, [], RESTORE) == []


def test_what_was_restored_may_be_archived_again() -> None:
    assert decided(ARCHIVING, given(SystemArchived(), SystemRestored()), ARCHIVE) == [SystemArchived()]
