"""Whatever is known of a stay: every moment has one reason, nights are days, and each fact counts from its own time."""

from collections.abc import Iterator
from datetime import UTC, datetime, time, timedelta
from itertools import pairwise
from random import Random
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given as for_all
from hypothesis import strategies as st

from app.domain.codes.delay_reasons import DelayReason
from app.domain.codes.pathways import Pathway
from app.domain.codes.service_lines import ServiceLine
from app.domain.delay import Blocker, Fact, Field, History, How, Override, nights, spans, why_at
from app.domain.delay.facts import ASKED, NEEDED, SENT, Need, Search
from app.events.practice import shipped_rule
from tests.properties import a_few

RULE = shipped_rule()
LONDON = ZoneInfo("Europe/London")
Periods = tuple[tuple[datetime, datetime], ...]

BACK, FORWARD = datetime(2026, 10, 20, 6, tzinfo=UTC), datetime(2027, 3, 23, 6, tzinfo=UTC)
"""Five days before the clocks go back, and before they go forward."""

A_QUARTER = timedelta(minutes=15)
QUARTERS = 14 * 24 * 4
moments = st.integers(0, QUARTERS).map(lambda quarters: BACK + quarters * A_QUARTER)
reasons = st.sampled_from(DelayReason)
VALUES: dict[Field, st.SearchStrategy[str | None]] = {
    Field.NEED: st.sampled_from([None, *Need]),
    Field.REFERRAL: st.sampled_from([None, SENT, DelayReason.HP1, DelayReason.HP3]),
    Field.PATHWAY: st.sampled_from([None, *Pathway]),
    Field.LINE: st.sampled_from([None, *ServiceLine]),
    Field.SEARCH: st.sampled_from([None, *Search]),
    Field.LEAVE_FROM: moments.map(datetime.isoformat),
    Field.LEAVING: moments.map(datetime.isoformat),
    Field.RESTART: st.one_of(st.just(ASKED), moments.map(datetime.isoformat)),
    Field.UNDONE: st.sampled_from([None, "HP4", "HP4 HP5", "CA10"]),
    Field.FUNDING: st.sampled_from([None, NEEDED]),
}
facts = st.sampled_from([*VALUES]).flatmap(lambda field: st.builds(Fact, moments, st.just(field), VALUES[field]))
blockers = st.builds(Blocker, reason=reasons, start=moments, end=st.none() | moments, stops=st.booleans())
overrides = st.builds(Override, reason=reasons, start=moments, end=st.none() | moments)
histories = st.builds(
    lambda told, blocked, own: History(tuple(told), tuple(blocked), tuple(own)),
    st.lists(facts, max_size=12),
    st.lists(blockers, max_size=4),
    st.lists(overrides, max_size=2),
)
periods = st.lists(moments, min_size=2, max_size=6, unique=True).map(
    lambda found: tuple((start, end) for start, end in list(pairwise(sorted(found)))[::2])
)


@a_few(60)
@for_all(histories, periods)
def test_every_moment_of_being_ready_has_exactly_one_reason_or_is_unexplained(history: History, ready: Periods) -> None:
    found = spans(history, ready, RULE)
    covered = [(span.start, span.end) for span in found]
    assert sum(((end - start) for start, end in covered), timedelta()) == sum(
        ((end - start) for start, end in ready), timedelta()
    )
    assert all(end <= start for (_, end), (start, _) in pairwise(covered))
    for span in found:
        assert (span.why.reason is None) == (span.why.how is How.UNEXPLAINED)
        for at in (span.start, span.start + (span.end - span.start) / 2):
            assert why_at(history, at, RULE) == span.why


@a_few(60)
@for_all(histories, periods, st.randoms(use_true_random=False))
def test_the_order_in_which_facts_of_different_times_are_kept_makes_no_difference(
    history: History, ready: Periods, random: Random
) -> None:
    told = list({(each.field, each.at): each for each in history.facts}.values())
    blocked, own = list(history.blockers), list({each.start: each for each in history.overrides}.values())
    before = History(tuple(told), tuple(blocked), tuple(own))
    for each in (told, blocked, own):
        random.shuffle(each)
    again = History((*told, *told), tuple(blocked), tuple(own))
    assert spans(again, ready, RULE) == spans(before, ready, RULE)


@pytest.mark.parametrize("since", [BACK, FORWARD])
@a_few(60)
@for_all(histories, periods)
def test_there_is_a_night_for_each_time_the_clock_on_the_wall_showed_midnight_with_the_reason_of_that_instant(
    since: datetime, history: History, ready: Periods
) -> None:
    moved = [(start + (since - BACK), end + (since - BACK)) for start, end in ready]
    midnights = [at for start, end in moved for at in _midnights(since) if start < at <= end]
    found = nights(history, moved, RULE)
    assert [each.why for each in found] == [why_at(history, at, RULE) for at in midnights]
    assert [each.night for each in found] == [(at - A_QUARTER).astimezone(LONDON).date() for at in midnights]


@pytest.mark.parametrize("since", [BACK, FORWARD])
def test_what_lasts_for_the_quarter_from_midnight_is_the_reason_of_every_night_though_one_day_is_longer_or_shorter(
    since: datetime,
) -> None:
    own = [Override(reason=DelayReason.IP10, start=at, end=at + A_QUARTER) for at in _midnights(since)]
    found = nights(History((), (), tuple(own)), [(since, since + timedelta(days=14))], RULE)
    assert [each.why.reason for each in found] == [DelayReason.IP10] * 14


def _midnights(since: datetime) -> Iterator[datetime]:
    """Found by looking at the clock every quarter of an hour, and not by counting dates."""
    for n in range(QUARTERS + 1):
        at = since + n * A_QUARTER
        if at.astimezone(LONDON).time() == time(0):
            yield at
