"""Values made of their JSON: what every event's own test does not say."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from datetime import time
from typing import Any
from uuid import UUID

import pytest

from app.domain.calendar import Calendar, NeverOpen
from app.domain.codes.owners import Owner
from app.domain.practice.tasks import Moment, TaskKind, TaskLine, TaskRole, Template
from app.events.decoding import maker_of, maker_of_class

LINE = TaskLine(
    template=Template.CORE,
    code="A1",
    words="Tell the family.",
    owner=Owner.HOSPITAL,
    role=TaskRole.WARD_NURSE,
    due_from=Moment.REFERRAL,
    at=time(9, 30),
)
SAID = asdict(LINE) | {"at": "09:30:00"}


def test_a_line_that_was_read_before_is_the_same_line() -> None:
    make = maker_of_class(TaskLine)
    assert make(dict(SAID)) == LINE
    assert make(dict(SAID)) is make(dict(SAID))
    assert make(SAID | {"words": "Tell her son."}) == replace(LINE, words="Tell her son.")


def test_fields_that_change_places_are_another_line() -> None:
    make = maker_of_class(TaskLine)
    assert make(SAID | {"code": "B", "words": "A"}) != make(SAID | {"code": "A", "words": "B"})


def test_a_field_that_was_not_known_then_is_as_it_begins() -> None:
    assert (
        maker_of_class(TaskLine)({name: said for name, said in SAID.items() if name != "kind"}).kind is TaskKind.SHOULD
    )


def test_a_field_that_must_be_said_is_missed() -> None:
    with pytest.raises(KeyError, match="code"):
        maker_of_class(TaskLine)({name: said for name, said in SAID.items() if name != "code"})


def test_a_word_that_is_none_of_a_list_is_refused() -> None:
    with pytest.raises(KeyError, match="shed"):
        maker_of_class(TaskLine)(SAID | {"owner": "shed"})


def test_a_class_that_looks_at_its_fields_still_does() -> None:
    with pytest.raises(NeverOpen):
        maker_of_class(Calendar)({"week": [[]] * 7})


def test_an_id_is_the_id() -> None:
    make, text = maker_of(UUID), "00000000-0000-4000-8000-000000000001"
    assert make
    assert make(text) == UUID(text)
    assert {UUID(text): 1}[make(text)] == 1


@dataclass(frozen=True, slots=True)
class _Odd:
    what: int | str


@pytest.mark.parametrize("hint", [int | str, list[int], bytes, _Odd], ids=str)
def test_what_no_event_holds_is_not_guessed(hint: Any) -> None:
    with pytest.raises(TypeError, match="is not read from JSON"):
        maker_of(hint)
    assert maker_of(Mapping[str, Any]) is None
