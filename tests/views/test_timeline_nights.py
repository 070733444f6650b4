"""The frozen nights of a stay are told in runs, and those that somebody contested one by one."""

from datetime import date
from typing import Any

from app.domain.codes.delay_reasons import DelayReason
from app.domain.delay import How
from app.domain.spell import NightContested, NightFrozen
from app.domain.values import Words
from app.views.spell import rows
from app.views.timeline_nights import runs_of_nights, say_nights
from tests.domain.given import given
from tests.domain.spell.stay import NO_LONGER, WARD_A, opened, reviewed
from tests.events.invented import TRUST

CA9, HP7 = DelayReason.CA9, DelayReason.HP7


def frozen(day: int, reason: DelayReason | None = HP7) -> NightFrozen:
    """That of this November night was frozen."""
    night: dict[str, Any] = {"night": date(2026, 11, day), "ward_id": WARD_A, "how": How.STAGE, "open": ()}
    return NightFrozen(reason=reason, contest_until=rows(given(opened))[0].admitted_at, **night)


def told(*events: object) -> list[tuple[int, str]]:
    """The lines with their positions."""
    return [(run.position, say_nights(run.event, {})) for run in runs_of_nights(given(*events))]


def contested(day: int) -> NightContested:
    return NightContested(night=date(2026, 11, day), organisation_id=TRUST, reason=CA9, words=Words("No."))


def test_nights_of_one_reason_are_one_line_where_the_last_was_frozen() -> None:
    [(position, words)] = told(opened, frozen(2), frozen(3), reviewed(NO_LONGER), frozen(4))
    assert (position, words.partition(":")[0]) == (5, "3 nights frozen, Mon 2 Nov to Wed 4 Nov")
    assert words.endswith("(HP7).")


def test_another_reason_and_a_night_between_begin_another_line() -> None:
    lines = told(opened, frozen(2), frozen(3, None), frozen(4, None), frozen(6, None))
    assert [position for position, _ in lines] == [2, 4, 5]
    assert [words for _, words in lines[1:]] == [
        "2 nights frozen, Tue 3 Nov to Wed 4 Nov: unexplained.",
        "Night of Fri 6 Nov frozen: unexplained.",
    ]


def test_a_contested_night_keeps_its_own_line() -> None:
    lines = told(opened, frozen(2), frozen(3), frozen(4), contested(4), frozen(5), frozen(6))
    assert [position for position, _ in lines] == [3, 4, 7]


def test_a_night_frozen_late_joins_the_run_that_stands_where_it_stood() -> None:
    assert [position for position, _ in told(opened, frozen(3), frozen(4), frozen(2))] == [4]


def test_a_frozen_night_moves_no_bed_and_what_is_said_of_it_does() -> None:
    stay = [opened, reviewed(NO_LONGER)]
    assert rows(given(*stay, frozen(2))) == rows(given(*stay))
    [row] = rows(given(*stay, frozen(2), contested(2)))
    assert row.position == 4
