"""A changed copy is what `dataclasses.replace` makes of the same."""

import dataclasses
from uuid import UUID

import pytest

from app.domain.case.state import Case
from app.domain.replacing import replace
from app.views.case_row import CaseRow

ROW = CaseRow(
    id=UUID(int=1), scope="hub", position=3, gone=False, person_id=UUID(int=2), spell_id=UUID(int=3), stage="referred"
)


def test_a_row_with_another_stage_is_the_same_row_in_all_else() -> None:
    assert replace(ROW, stage="planning", position=4) == dataclasses.replace(ROW, stage="planning", position=4)
    assert ROW.stage == "referred", "what was copied is as it was"


def test_a_case_copied_without_a_change_is_its_equal() -> None:
    assert replace(Case()) == Case()


def test_a_copy_is_as_frozen_as_what_it_was_made_of() -> None:
    field = "position"
    with pytest.raises(dataclasses.FrozenInstanceError):
        setattr(replace(ROW, position=4), field, 5)
