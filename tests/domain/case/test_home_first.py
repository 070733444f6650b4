"""Home first: what a bed has to say, a care home more so, and home not at all (DOMAIN rule 3)."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from app.domain.case.form import Needs, ReferralForm
from app.domain.case.home_first import (
    HomeNowTooLate,
    HomeWouldNotDo,
    LimitWithoutEnd,
    NoSuchReason,
    ReviewDatePassed,
    SeniorYesMissing,
    WhyNotHomeMissing,
    WhyNotHomeNotWanted,
)
from app.domain.codes.alternatives import Alternative
from app.domain.codes.pathways import Pathway
from app.domain.practice import WhyNotHomeCodes
from app.domain.values import Words
from tests.domain.case.commands import decide_on, decide_on_bed
from tests.domain.case.events import accepted, amended, bed_decided, decided_on, submitted
from tests.domain.case.way import LISTS, REVIEW_ON, TEAM, after, known
from tests.domain.given import NOON

TODAY = date(2026, 11, 2)
LEAD = Words("Helen Marsh, hub lead")


def a_bed(given: Pathway = Pathway.P2, why: str = "H01", on: date = TODAY, **more: Any) -> Any:
    """A decision for a bed with all its parts."""
    return decide_on(given, given, why, "Why.", "If.", on, decided_by=TEAM, **more)


def days(number: int) -> date:
    return TODAY + timedelta(days=number)


@pytest.mark.parametrize("home", [Pathway.P0, Pathway.P1])
def test_home_needs_no_reason(home: Pathway) -> None:
    assert after(submitted(), accepted, then=decide_on(home)) == [decided_on(home)]


@pytest.mark.parametrize("home", [Pathway.P0, Pathway.P1])
@pytest.mark.parametrize(
    ("said", "unwanted"),
    [
        (("H01", None, None, None), "why_not_home"),
        ((None, None, "If.", None), "home_possible_if"),
        ((None, None, None, REVIEW_ON), "review_on"),
        (("H15", "Why.", "If.", REVIEW_ON), "why_not_home,home_possible_if,review_on"),
    ],
)
def test_home_has_no_why_not_home(home: Pathway, said: Any, unwanted: str) -> None:
    with pytest.raises(WhyNotHomeNotWanted) as refused:
        after(submitted(), accepted, then=decide_on(home, Pathway.P1, *said))
    assert refused.value.details == {"fields": unwanted}


def test_words_may_go_with_any_pathway() -> None:
    assert after(submitted(), accepted, then=decide_on(Pathway.P1, words="Her daughter stays."))


@pytest.mark.parametrize(
    ("at", "today"),
    [(NOON, date(2026, 11, 2)), (datetime(2026, 7, 1, 23, 30, tzinfo=UTC), date(2026, 7, 2))],
    ids=["winter", "after midnight of a summer's night"],
)
def test_a_review_is_today_or_later_by_the_wards_calendar(at: datetime, today: date) -> None:
    said = ("H15", "Why.", "If.")
    on_the_day = replace(decide_on(Pathway.P2, Pathway.P1, *said, today, decided_by=TEAM), at=at)
    assert after(submitted(), accepted, then=on_the_day)
    with pytest.raises(ReviewDatePassed):
        after(submitted(), accepted, then=replace(on_the_day, review_on=today - timedelta(days=1)))


@pytest.mark.parametrize("bed", [Pathway.P2, Pathway.P3])
def test_a_bed_says_why_not_home_what_would_make_it_possible_and_when_to_look_again(bed: Pathway) -> None:
    with pytest.raises(WhyNotHomeMissing) as refused:
        after(submitted(), accepted, then=decide_on(bed, needed=bed))
    assert refused.value.details == {"fields": "why_not_home,words,home_possible_if,decided_by,review_on"}


@pytest.mark.parametrize(
    ("said", "missing"),
    [
        ((None, "Why.", "If.", REVIEW_ON), "why_not_home"),
        (("H15", None, "If.", REVIEW_ON), "words"),
        (("H15", "Why.", None, REVIEW_ON), "home_possible_if"),
        (("H15", "Why.", "If.", None), "review_on"),
    ],
)
def test_each_missing_part_of_why_not_home_is_named(said: Any, missing: str) -> None:
    with pytest.raises(WhyNotHomeMissing) as refused:
        after(submitted(), accepted, then=decide_on(Pathway.P2, Pathway.P1, *said, decided_by=TEAM))
    assert refused.value.details == {"fields": missing}


def test_a_bed_with_its_reason_is_decided() -> None:
    assert after(submitted(), accepted, then=decide_on_bed()) == [bed_decided()]


def test_who_decided_is_part_of_a_bed() -> None:
    with pytest.raises(WhyNotHomeMissing) as refused:
        after(submitted(), accepted, then=replace(a_bed(), decided_by=None))
    assert refused.value.details == {"fields": "decided_by"}


def test_what_was_considered_is_kept_with_a_bed() -> None:
    weighed = frozenset({Alternative.NIGHT_SITTING, Alternative.TELECARE})
    [decided] = after(submitted(), accepted, then=a_bed(alternatives=weighed))
    assert (decided.alternatives, decided.decided_by) == (weighed, TEAM)


@pytest.mark.parametrize(
    ("more", "unwanted"),
    [
        ({"alternatives": frozenset({Alternative.TELECARE})}, "alternatives"),
        ({"senior_yes": LEAD}, "senior_yes"),
        ({"limit_until": TODAY}, "limit_until"),
    ],
)
def test_home_has_nothing_else_of_a_bed_either(more: Any, unwanted: str) -> None:
    with pytest.raises(WhyNotHomeNotWanted) as refused:
        after(submitted(), accepted, then=decide_on(Pathway.P1, **more))
    assert refused.value.details == {"fields": unwanted}


def test_who_decided_may_be_said_of_home() -> None:
    assert after(submitted(), accepted, then=decide_on(Pathway.P1, decided_by=TEAM))


def test_a_care_home_needs_the_yes_of_a_named_senior() -> None:
    with pytest.raises(SeniorYesMissing) as refused:
        after(submitted(), accepted, then=a_bed(Pathway.P3))
    assert refused.value.details == {"fields": "senior_yes"}
    [decided] = after(submitted(), accepted, then=a_bed(Pathway.P3, senior_yes=LEAD))
    assert decided.senior_yes == LEAD


def test_a_short_term_bed_needs_no_senior_yes() -> None:
    assert after(submitted(), accepted, then=a_bed(Pathway.P2))


def test_whether_somebody_in_a_care_home_can_go_home_is_asked_within_14_days() -> None:
    assert after(submitted(), accepted, then=a_bed(Pathway.P3, on=days(14), senior_yes=LEAD))
    with pytest.raises(HomeNowTooLate) as refused:
        after(submitted(), accepted, then=a_bed(Pathway.P3, on=days(15), senior_yes=LEAD))
    assert refused.value.details == {"fields": "review_on"}


def test_a_short_term_bed_may_be_reviewed_later_than_that() -> None:
    assert after(submitted(), accepted, then=a_bed(Pathway.P2, on=days(15)))


def test_a_weight_bearing_limit_has_an_end_here_or_in_the_referral() -> None:
    limited = amended(ReferralForm(needs=Needs(weight_bearing_until=days(40))))
    with pytest.raises(LimitWithoutEnd) as refused:
        after(submitted(), accepted, then=a_bed(why="H06"))
    assert refused.value.details == {"fields": "limit_until"}
    assert after(submitted(), limited, accepted, then=a_bed(why="H06"))
    assert after(submitted(), accepted, then=a_bed(why="H06", limit_until=days(40)))


def test_a_weight_bearing_limit_that_is_over_is_no_reason() -> None:
    over = amended(ReferralForm(needs=Needs(weight_bearing_until=days(-1))))
    with pytest.raises(LimitWithoutEnd):
        after(submitted(), over, accepted, then=a_bed(why="H06"))
    with pytest.raises(LimitWithoutEnd):
        after(submitted(), accepted, then=a_bed(why="H06", limit_until=days(-1)))
    assert after(submitted(), over, accepted, then=a_bed(why="H06", limit_until=TODAY))


@pytest.mark.parametrize("needed", [Pathway.P0, Pathway.P2, Pathway.P3])
def test_home_with_support_is_not_said_to_be_wanting_for_who_needs_something_else(needed: Pathway) -> None:
    for_want_of_home = replace(decide_on_bed(), needed=needed)
    with pytest.raises(HomeWouldNotDo) as refused:
        after(submitted(), accepted, then=for_want_of_home)
    assert refused.value.details == {"fields": "why_not_home"}


def test_a_bed_of_before_these_parts_were_asked_for_is_changed_like_any_other() -> None:
    before = replace(bed_decided(), decided_by=None)
    assert after(submitted(), accepted, before, then=decide_on_bed()) == [bed_decided()]


LOCAL = WhyNotHomeCodes.parse(
    [
        {"code": "L1", "words": "The ferry does not run", "kind": "home", "until": True},
        {"code": "L2", "words": "No night sitter on the island", "kind": "capacity", "unmet_p1": True},
    ]
)
OWN = known(lists=replace(LISTS, why_not_home=LOCAL))


def test_a_reason_that_the_hub_added_is_given_with_what_its_line_asks_for() -> None:
    with pytest.raises(LimitWithoutEnd):
        after(submitted(), accepted, then=a_bed(why="L1"), facts=OWN)
    [decided] = after(submitted(), accepted, then=a_bed(why="L1", limit_until=days(3)), facts=OWN)
    assert (decided.why_not_home, decided.unmet_p1) == ("L1", False)


def test_a_reason_that_the_hub_counts_as_unmet_demand_is_recorded_as_such() -> None:
    with pytest.raises(HomeWouldNotDo):
        after(submitted(), accepted, then=a_bed(why="L2"), facts=OWN)
    wanting = replace(a_bed(why="L2"), needed=Pathway.P1)
    [decided] = after(submitted(), accepted, then=wanting, facts=OWN)
    assert decided.unmet_p1


def test_a_reason_that_is_not_on_the_hubs_list_is_refused() -> None:
    with pytest.raises(NoSuchReason) as refused:
        after(submitted(), accepted, then=a_bed(why="H01"), facts=OWN)
    assert refused.value.details == {"fields": "why_not_home"}


def test_a_decision_sent_again_after_its_reason_left_the_list_records_nothing() -> None:
    assert after(submitted(), accepted, bed_decided(), then=decide_on_bed(), facts=OWN) == []
