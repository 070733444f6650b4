"""What a service still needs before it can accept."""

from typing import Any

from app.domain.assessment.form import NeededBy
from app.domain.assessment.gap import default_profile, gap
from app.forms import TRUSTED_ASSESSMENT, kept_forms
from tests.domain.assessment.asking import asked, form_of, when

SMALL = form_of(
    asked("a", "boolean"),
    asked("b", enableWhen=[when("a", "=", answerBoolean=True)]),
    asked("goals", "group", repeats=True, item=[asked("what"), asked("by", "date")]),
    asked("hint", "display"),
)
OURS = kept_forms()[TRUSTED_ASSESSMENT, "1"].form


def missing(*wanted: str, **answers: list[Any]) -> list[str]:
    return [item.link_id for item in gap(frozenset(wanted), answers, SMALL)]


def test_the_gap_is_what_is_wanted_asked_and_not_answered_in_the_order_of_the_form() -> None:
    assert missing("b", "a") == ["a"]
    assert missing("b", "a", a=[True]) == ["b"]
    assert missing("b", "a", a=[True], b=["x"]) == []
    assert missing("b", "a", a=[False]) == []
    assert missing() == []


def test_what_is_wanted_of_a_group_that_repeats_is_missing_until_every_row_says_it() -> None:
    assert missing("goals", "by") == ["goals", "by"]
    assert missing("goals", "by", goals=[{"what": ["Walk"]}]) == ["by"]
    assert missing("goals", "by", goals=[{"what": ["Walk"], "by": ["2026-12"]}]) == []


def test_nothing_is_missing_that_cannot_be_answered_or_is_not_in_this_form() -> None:
    assert missing("hint", "gone") == []


def test_every_kind_of_service_has_a_profile_in_our_form() -> None:
    for need in NeededBy:
        profile = default_profile(OURS, need)
        assert "health.reason" in profile
        assert ("home.access" in profile) is (need is NeededBy.HOME_CARE)
        assert not any(OURS.places[link_id].item.read_only for link_id in profile)


def test_home_care_asks_for_the_home_a_bed_for_the_baseline_and_a_care_home_for_the_routine() -> None:
    kinds = (NeededBy.HOME_CARE, NeededBy.BED, NeededBy.CARE_HOME)
    home, bed, care_home = (default_profile(OURS, kind) for kind in kinds)
    assert {"home.access", "day.morning.help"} <= home
    assert "health.baseline" in bed
    assert "health.baseline" not in home | care_home
    assert "goals.routine" in bed & care_home
    assert "goals.routine" not in home
