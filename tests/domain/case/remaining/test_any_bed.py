"""Whatever is said of a stay in a community bed: nights are days, and the order of telling is no matter."""

from random import Random
from typing import Any

from hypothesis import given as for_all
from hypothesis import strategies as st

from app.domain.case.remaining.events import StayBlockerRecorded
from app.domain.case.remaining.next_service import next_service
from app.domain.case.remaining.ready import ready_of
from app.domain.codes.delay_reasons import DelayReason
from app.domain.codes.owners import Owner
from app.domain.delay import joined, spans
from app.domain.delay.delaying import history_of
from tests.domain.case.events import back
from tests.domain.case.remaining.bed import MEETS, NO_LONGER, RULE
from tests.domain.case.stay.weeks import IN_BED, STAY, days, ended, reviewed, stay_after
from tests.domain.case.way import STREAM
from tests.domain.given import given, uid
from tests.properties import a_few

HOURS = st.integers(1, 20 * 24 - 1)
reviews = st.lists(st.tuples(HOURS, st.sampled_from([MEETS, NO_LONGER])), max_size=8, unique_by=lambda each: each[0])
blockers = st.lists(st.tuples(HOURS, st.sampled_from(DelayReason), st.booleans()), max_size=4)
over = st.sampled_from([(), ((days(20), ended()),), ((days(20), back),)])


def told(said: list[Any], blocked: list[Any]) -> list[tuple[Any, Any]]:
    of_reviews = [(days(hour / 24), reviewed(300 + n, remains)) for n, (hour, remains) in enumerate(said)]
    key: dict[str, Any] = {"owner": Owner.COUNCIL, "words": None, "stay_id": STAY}
    return [
        *of_reviews,
        *(
            (days(hour / 24), StayBlockerRecorded(blocker_id=uid(400 + n), reason=reason, stops_leaving=stops, **key))
            for n, (hour, reason, stops) in enumerate(blocked)
        ),
    ]


@a_few(60)
@for_all(reviews, over, st.integers(20, 30))
def test_nights_from_the_ready_date_on_are_the_days(said: list[Any], end: tuple[Any, ...], now: int) -> None:
    known = ready_of(stay_after(*IN_BED, *told(said, []), *end), days(now))
    assert sum(night.counts_in_drd for night in known.nights) == (known.days or 0)
    assert len({night.date for night in known.nights}) == known.nights_in_all


@a_few(60)
@for_all(reviews, blockers, st.randoms(use_true_random=False))
def test_the_order_of_telling_makes_no_difference(said: list[Any], blocked: list[Any], random: Random) -> None:
    every = told(said, blocked)
    shuffled = random.sample(every, len(every))
    assert _spans(every) == _spans(shuffled)


def _spans(said: list[tuple[Any, Any]]) -> Any:
    stay = stay_after(*IN_BED, *said)
    history = joined((next_service(given(*IN_BED, *said, stream=STREAM), STAY), history_of(stay.delays)))
    found = spans(history, ready_of(stay, days(20)).periods, RULE)
    assert all((span.why.reason is None) == (span.why.how == "unexplained") for span in found)
    return found
