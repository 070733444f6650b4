"""Whatever is known of a stay: every moment has one reason, nights are days, and each fact counts from its own time."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise
from random import Random

from hypothesis import given as for_all
from hypothesis import strategies as st

from app.domain.codes.delay_reasons import DelayReason
from app.domain.codes.pathways import Pathway
from app.domain.codes.service_lines import ServiceLine
from app.domain.delay import Blocker, Fact, Field, History, How, Override, nights, spans, why_at
from app.domain.delay.facts import ASKED, NEEDED, SENT, Need, Search
from app.domain.local_time import local_date
from app.events.practice import shipped_rule
from tests.properties import a_few

RULE = shipped_rule()

FIRST = datetime(2026, 10, 20, 6, tzinfo=UTC)
"""Five days before the clocks go back."""

moments = st.integers(0, 14 * 24 * 4).map(lambda quarters: FIRST + timedelta(minutes=15 * quarters))
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
def test_every_moment_of_being_ready_has_exactly_one_reason_or_is_unexplained(
    history: History, ready: tuple[tuple[datetime, datetime], ...]
) -> None:
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
    history: History, ready: tuple[tuple[datetime, datetime], ...], random: Random
) -> None:
    told = list({(each.field, each.at): each for each in history.facts}.values())
    blocked, own = list(history.blockers), list({each.start: each for each in history.overrides}.values())
    before = History(tuple(told), tuple(blocked), tuple(own))
    for each in (told, blocked, own):
        random.shuffle(each)
    again = History((*told, *told), tuple(blocked), tuple(own))
    assert spans(again, ready, RULE) == spans(before, ready, RULE)


@a_few(60)
@for_all(histories, periods)
def test_the_nights_are_the_days_between_the_local_dates_also_when_the_clocks_change(
    history: History, ready: tuple[tuple[datetime, datetime], ...]
) -> None:
    found = nights(history, ready, RULE)
    assert len(found) == sum((local_date(end) - local_date(start)).days for start, end in ready)
    assert len({night.night for night in found}) == len(found)
