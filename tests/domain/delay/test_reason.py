"""The one reason of an instant, by facts and blockers of an invented stay (hub practice 12)."""

from datetime import UTC, date, datetime, timedelta

import pytest

from app.domain.codes.delay_reasons import LISTED, DelayReason
from app.domain.codes.pathways import Pathway
from app.domain.codes.service_lines import ServiceLine
from app.domain.delay import Blocker, Fact, Field, History, How, Override, why_at
from app.domain.delay.facts import ASKED, NEEDED, SENT, Need, Search
from app.events.practice import shipped_rule
from tests.domain.given import NOON

RULE = shipped_rule()

R = DelayReason
LATER = NOON + timedelta(days=1)
MUCH_LATER = NOON + timedelta(days=2)
SOUGHT = {
    Field.REFERRAL: SENT,
    Field.PATHWAY: Pathway.P1,
    Field.LINE: ServiceLine.REAB,
    Field.SEARCH: Search.OUT,
}


def reason(facts: dict[Field, str], *blockers: Blocker, at: datetime = LATER, own: Override | None = None) -> object:
    """What is reported, given facts since noon and these blockers."""
    told = tuple(Fact(NOON, field, value) for field, value in facts.items())
    return why_at(History(told, blockers, (own,) if own else ()), at, RULE).reason


def blocker(code: DelayReason, *, stops: bool = False) -> Blocker:
    return Blocker(reason=code, start=NOON, stops=stops)


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({}, R.HP7),
        ({Field.NEED: Need.HUB}, R.HP3),
        ({Field.NEED: Need.P0}, None),
        ({Field.NEED: Need.P0, Field.RESTART: ASKED}, R.CA11),
        ({Field.NEED: Need.P0, Field.RESTART: MUCH_LATER.isoformat()}, R.CA11),
        ({Field.NEED: Need.P0, Field.RESTART: NOON.isoformat()}, None),
        ({Field.NEED: Need.P0, Field.REFERRAL: SENT}, R.CT1),
        ({Field.REFERRAL: R.HP1}, R.HP1),
        ({Field.REFERRAL: R.HP3}, R.HP3),
        ({Field.REFERRAL: SENT}, R.CT1),
        ({Field.REFERRAL: SENT, Field.PATHWAY: Pathway.P0}, None),
        ({Field.REFERRAL: SENT, Field.PATHWAY: Pathway.P1}, R.CT2),
        (SOUGHT, R.IP1),
        ({**SOUGHT, Field.FUNDING: NEEDED}, R.CT3),
        ({**SOUGHT, Field.SEARCH: Search.ASKED_MORE}, R.IP8),
        ({**SOUGHT, Field.SEARCH: Search.NOBODY}, R.CA1),
        ({**SOUGHT, Field.SEARCH: Search.CONFIRMED, Field.LEAVE_FROM: MUCH_LATER.isoformat()}, R.CA1),
        ({**SOUGHT, Field.SEARCH: Search.CONFIRMED, Field.LEAVE_FROM: NOON.isoformat()}, None),
    ],
)
def test_the_stage_of_the_way_out_is_the_reason(facts: dict[Field, str], expected: DelayReason | None) -> None:
    assert reason(facts) == expected


def test_a_review_that_the_referral_waits_for_is_the_reason_until_the_referral_is_sent() -> None:
    need = {Field.NEED: Need.HUB.value}
    assert reason(need, blocker(R.HP2), blocker(R.HP1)) == R.HP1
    assert reason({**need, Field.REFERRAL: SENT}, blocker(R.HP1)) == R.CT1


def test_what_stops_leaving_goes_before_the_stage_in_the_written_order() -> None:
    both = (blocker(R.WB4, stops=True), blocker(R.WB2, stops=True))
    assert reason(SOUGHT, *both) == R.WB2
    found = why_at(History(tuple(Fact(NOON, *fact) for fact in SOUGHT.items()), both), LATER, RULE)
    assert (found.open, found.how) == ((R.WB2, R.WB4, R.IP1), How.STOP)


def test_a_flag_that_does_not_stop_leaving_is_no_reason() -> None:
    assert reason(SOUGHT, blocker(R.WB2)) == R.IP1
    assert reason({Field.NEED: Need.P0}, blocker(R.WB2)) is None


def test_anything_said_to_stop_leaving_counts_also_where_the_written_order_does_not_name_it() -> None:
    assert reason(SOUGHT, blocker(R.IP10, stops=True)) == R.IP10
    assert reason(SOUGHT, blocker(R.IP10, stops=True), blocker(R.WB4, stops=True)) == R.WB4


def test_medicines_count_from_the_planned_leaving_on_and_equipment_from_the_agreed_start() -> None:
    ready = {Field.NEED: Need.P0.value, Field.UNDONE: "CA10 HP5", Field.LEAVING: LATER.isoformat()}
    assert reason(ready, at=LATER - timedelta(seconds=1)) is None
    assert reason(ready, at=LATER) == R.HP5
    assert reason({**ready, Field.LEAVE_FROM: NOON.isoformat()}, at=LATER) == R.CA10


def test_somebodys_own_reason_wins_and_the_later_of_two() -> None:
    own = Override(reason=R.IP10, start=NOON, end=MUCH_LATER)
    assert reason(SOUGHT, blocker(R.WB2, stops=True), own=own) == R.IP10
    assert reason(SOUGHT, at=MUCH_LATER, own=own) == R.IP1
    two = (own, Override(reason=R.IP11, start=LATER))
    assert why_at(History((), (), two), LATER, RULE).reason == R.IP11
    assert why_at(History((), (), two[::-1]), LATER, RULE).reason == R.IP11


def test_a_reason_that_another_one_replaced_does_not_come_back_once_that_is_over() -> None:
    first, second = Override(reason=R.IP10, start=NOON), Override(reason=R.IP11, start=LATER, end=MUCH_LATER)
    told = tuple(Fact(NOON, *fact) for fact in SOUGHT.items())
    for own in ((first, second), (second, first)):
        found = [why_at(History(told, (), own), at, RULE).reason for at in (NOON, LATER, MUCH_LATER)]
        assert found == [R.IP10, R.IP11, R.IP1]
    never_held = Override(reason=R.IP11, start=LATER, end=LATER)
    assert why_at(History(told, (), (first, never_held)), MUCH_LATER, RULE).reason == R.IP10


def test_of_two_reasons_set_from_the_same_time_the_one_told_later_counts() -> None:
    one, other = (Override(reason=each, start=NOON) for each in (R.IP10, R.CA4))
    assert why_at(History((), (), (one, other)), LATER, RULE).reason == R.CA4
    assert why_at(History((), (), (other, one)), LATER, RULE).reason == R.IP10


def test_of_two_that_recorded_the_same_it_is_in_the_way_until_both_are_over() -> None:
    first = Blocker(reason=R.WB2, start=NOON, end=LATER, stops=True)
    second = Blocker(reason=R.WB2, start=NOON + timedelta(hours=1), end=MUCH_LATER, stops=False)
    told = tuple(Fact(NOON, *fact) for fact in SOUGHT.items())
    at = [NOON, LATER - timedelta(hours=1), LATER, MUCH_LATER]
    assert [why_at(History(told, (first, second)), each, RULE).open for each in at] == [
        *((R.WB2, R.IP1), (R.WB2, R.IP1)),
        *((R.IP1,), (R.IP1,)),
    ]


def test_an_own_reason_covers_every_blocker_while_it_lasts_and_hides_none_of_them() -> None:
    own = Override(reason=R.IP10, start=LATER, end=MUCH_LATER)
    both = (blocker(R.WB2, stops=True), blocker(R.HP4))
    found = [why_at(History((), both, (own,)), at, RULE) for at in (NOON, LATER, MUCH_LATER)]
    assert [(each.reason, each.how) for each in found] == [
        (R.WB2, How.STOP),
        (R.IP10, How.OVERRIDE),
        (R.WB2, How.STOP),
    ]
    assert {each.open for each in found} == {(R.WB2, R.HP7, R.HP4)}


def test_nothing_in_the_way_is_unexplained() -> None:
    found = why_at(History((Fact(NOON, Field.NEED, Need.P0),)), LATER, RULE)
    assert (found.open, found.reason, found.how) == ((), None, How.UNEXPLAINED)


def test_the_national_list_has_its_37_reasons_in_five_families() -> None:
    families = [sum(reason.startswith(family) for reason in DelayReason) for family in ("HP", "WB", "CT", "IP", "CA")]
    assert (len(LISTED), families) == (37, [7, 4, 3, 12, 11])
    assert not LISTED[R.HP1].in_force(date(2024, 5, 26))
    assert LISTED[R.HP1].in_force(date(2024, 5, 27))


def test_a_label_that_names_pathways_does_not_fit_another() -> None:
    assert LISTED[R.CA1].fits(Pathway.P1)
    assert not LISTED[R.CA1].fits(Pathway.P3)
    assert LISTED[R.CA1].fits(None)
    assert LISTED[R.HP4].fits(Pathway.P3)


@pytest.mark.parametrize(
    ("night", "until"),
    [
        (date(2026, 11, 1), datetime(2026, 11, 5, 12, tzinfo=UTC)),
        (date(2026, 11, 3), datetime(2026, 11, 5, 12, tzinfo=UTC)),
        (date(2026, 11, 4), datetime(2026, 11, 12, 12, tzinfo=UTC)),
        (date(2026, 7, 1), datetime(2026, 7, 9, 11, tzinfo=UTC)),
    ],
)
def test_a_night_may_be_contested_until_the_first_snapshot_after_a_whole_day(night: date, until: datetime) -> None:
    assert RULE.contest_until(night) == until
