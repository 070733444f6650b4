"""The same news of a stay and its case has the same reasons, in whatever order people come to tell it.

What answers something is told after it, as it cannot be said before: what a service says of one offer, the end of a
task, the marks and the end of a blocker or a set reason. Left out is where the last telling counts by intent (a second
end of one blocker, a death and its taking back), and what is refused out of turn (the steps of a referral).
"""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Any

import pytest
from hypothesis import given as for_all
from hypothesis import strategies as st

from app.domain.case import CASE, Case
from app.domain.case.delay import Told, delay_facts
from app.domain.case.requests.answering import OfferQueried
from app.domain.case.requests.ending import OfferEnded
from app.domain.case.requests.packaging import PackageDescribed
from app.domain.case.requests.sending import Asked, RequestSent
from app.domain.case.requests.state import EndedBecause, Round
from app.domain.case.tasks.doing import TaskFinished
from app.domain.case.undoing import HubStep, StepUndone
from app.domain.codes.delay_reasons import DelayReason
from app.domain.codes.hub_needs import HubNeed
from app.domain.codes.owners import Owner
from app.domain.codes.pathways import Pathway
from app.domain.delay import Span, spans
from app.domain.practice.tasks import Tick
from app.domain.spell import EndBlocker, EndSetReason, MarkBlocker, RecordBlocker, SayHubNeed, SetReason
from app.domain.spell.why_here import history_of
from app.domain.values import Words
from app.events.practice import shipped_rule
from tests.domain.case.events import accepted, back, decided_on, left, planned, submitted
from tests.domain.case.requests.asking import BED, CALLS, CARERS, EAST
from tests.domain.case.test_delay import raised
from tests.domain.case.way import STREAM
from tests.domain.given import NURSE, given, uid
from tests.domain.spell.stay import SPELL_ID, after, opened, spell_after
from tests.properties import a_few

RULE = shipped_rule()
WORDS = Words("Said on the ward round.")
BOTH_CHANGES = [datetime(2026, 10, 20, 6, tzinfo=UTC), datetime(2027, 3, 23, 6, tzinfo=UTC)]
"""Five days before the clocks go back, and before they go forward."""

QUARTERS = 14 * 24 * 4
reasons = st.sampled_from(DelayReason)
ends = st.sampled_from([EndedBecause.DECLINED, EndedBecause.NO_ANSWER, EndedBecause.WITHDRAWN])

Says = Callable[[datetime], object]
"""What is said of a time: an event of the case, or a command on the stay."""

Thread = tuple[Says, ...]
"""What is told one after another, each of a later time."""


def same(event: object) -> Says:
    return lambda _: event


def asked(n: int, bed: bool, why: EndedBecause) -> Thread:
    """A service is asked, asks back, and says no."""
    offer = Asked(offer_id=uid(500 + n), service_id=EAST, organisation_id=CARERS, expires_at=BOTH_CHANGES[1])
    sent = RequestSent(
        request_id=uid(400 + n), round=Round.BROADCAST, package=BED if bed else CALLS, asked=(offer,), words=None
    )
    query = OfferQueried(offer_id=offer.offer_id, words=WORDS, items=frozenset(), answer_id=uid(600 + n))
    over = OfferEnded(offer_id=offer.offer_id, service_id=EAST, why=why, held=False)
    return same(sent), same(query), same(over)


def work(n: int, **line: Any) -> Thread:
    return same(raised(700 + n, **line)), same(TaskFinished(task_id=uid(700 + n), step_id=uid(800 + n)))


def leaving(hours: int) -> "Tells":
    return lambda _: ((lambda at: planned(at + timedelta(hours=hours))),)


def gone_and_back(_: int) -> Thread:
    return same(left), same(back)


Tells = Callable[[int], Thread]
"""A thread, once it is said which of all it is: its offer, task, blocker or reason has an id of its own."""


def once(event: object) -> Tells:
    return lambda _: (same(event),)


WORK: list[dict[str, Any]] = [{"tick": Tick.TRANSPORT}, {"tick": Tick.MEDICINES}, {"funding": True}]
of_case: st.SearchStrategy[list[Tells]] = st.lists(
    st.one_of(
        st.sampled_from(Pathway).map(lambda pathway: once(decided_on(pathway))),
        st.just(once(StepUndone(what=HubStep.PATHWAY, words=WORDS, undo_id=uid(900)))),
        st.sampled_from([CALLS, BED]).map(lambda package: once(PackageDescribed(package=package))),
        st.integers(1, 48).map(leaving),
        st.just(gone_and_back),
        st.builds(lambda bed, why: partial(asked, bed=bed, why=why), st.booleans(), ends),
        st.sampled_from(WORK).map(lambda line: partial(work, **line)),
    ),
    max_size=8,
)


def on_stay(at: datetime) -> dict[str, Any]:
    return {"spell_id": SPELL_ID, "by": NURSE, "at": at}


def need(answer: HubNeed) -> Tells:
    return lambda _: ((lambda at: SayHubNeed(need=answer, told_at=at, **on_stay(at))),)


def blocked(n: int, reason: DelayReason, stops: list[bool]) -> Thread:
    """Recorded, marked so often, and ended."""
    key = uid(1000 + n)
    recorded = partial(RecordBlocker, blocker_id=key, reason=reason, owner=Owner.HUB, stops_leaving=stops[0])
    marks = [partial(MarkBlocker, blocker_id=key, stops_leaving=each) for each in stops[1:]]
    said: list[Callable[..., object]] = [recorded, *marks, partial(EndBlocker, blocker_id=key)]
    return tuple(_at(each) for each in said)


def own(n: int, reason: DelayReason) -> Thread:
    key = uid(1100 + n)
    said: list[Callable[..., object]] = [
        partial(SetReason, override_id=key, reason=reason, words=WORDS),
        partial(EndSetReason, override_id=key),
    ]
    return tuple(_at(each) for each in said)


def _at(command: Callable[..., object]) -> Says:
    return lambda at: command(**on_stay(at))


of_stay: st.SearchStrategy[list[Tells]] = st.lists(
    st.one_of(
        st.sampled_from(HubNeed).map(need),
        st.builds(
            lambda reason, stops: partial(blocked, reason=reason, stops=stops),
            reasons,
            st.lists(st.booleans(), min_size=1, max_size=4),
        ),
        reasons.map(lambda reason: partial(own, reason=reason)),
    ),
    max_size=6,
)


def case_spans(told: Sequence[tuple[datetime, object]], first: datetime) -> list[Span]:
    begun = [(first - timedelta(hours=2), submitted()), (first - timedelta(hours=1), accepted)]
    _, history = delay_facts(given(*begun, *told, stream=STREAM))
    return spans(history, [(first, first + timedelta(days=16))], RULE)


def stay_spans(told: Sequence[tuple[datetime, Any]], first: datetime) -> list[Span]:
    past: list[tuple[object, ...]] = [(first - timedelta(hours=2), opened)]
    for at, command in told:
        said = (at, at) if command.told_at else (at,)
        past += [(said[0], event, *said[1:]) for event in after(*past, then=command)]
    return spans(history_of(spell_after(*past)), [(first, first + timedelta(days=16))], RULE)


def in_two_orders(
    data: st.DataObject, tells: Sequence[Tells], first: datetime, *, free: bool
) -> tuple[list[tuple[datetime, object]], list[tuple[datetime, object]]]:
    """By time, and in another order. `free`: all but the first of each thread may be told in any order."""
    threads = [each(n) for n, each in enumerate(tells)]
    count = sum(map(len, threads))
    quarters = data.draw(st.lists(st.integers(0, QUARTERS), min_size=count, max_size=count, unique=True))
    times = iter([first + timedelta(minutes=15 * each) for each in quarters])
    said = []
    for thread in threads:
        ats = sorted(next(times) for _ in thread)
        said.append([(at, says(at)) for at, says in zip(ats, thread, strict=True)])
    whose = data.draw(st.permutations([n for n, each in enumerate(said) for _ in each]))
    rest = [each[:1] + (data.draw(st.permutations(each[1:])) if free else each[1:]) for each in said]
    told = [rest[n].pop(0) for n in whose]
    return sorted(told, key=lambda each: each[0]), told


@pytest.mark.parametrize("first", BOTH_CHANGES)
@a_few(50)
@for_all(of_case, st.data())
def test_the_order_in_which_a_case_is_told_makes_no_difference(
    first: datetime, tells: list[Tells], data: st.DataObject
) -> None:
    in_order, told = in_two_orders(data, tells, first, free=False)
    assert case_spans(told, first) == case_spans(in_order, first)


@pytest.mark.parametrize("first", BOTH_CHANGES)
@a_few(40)
@for_all(of_stay, st.data())
def test_the_order_in_which_a_stay_is_told_makes_no_difference(
    first: datetime, tells: list[Tells], data: st.DataObject
) -> None:
    in_order, told = in_two_orders(data, tells, first, free=True)
    assert stay_spans(told, first) == stay_spans(in_order, first)


@a_few(30)
@for_all(of_case, st.data())
def test_what_is_heard_step_by_step_is_what_is_heard_at_once(tells: list[Tells], data: st.DataObject) -> None:
    first = BOTH_CHANGES[0]
    _, told = in_two_orders(data, tells, first, free=False)
    events = given((first, submitted()), (first, accepted), *told, stream=STREAM)
    heard, case = Told(), Case()
    for n, each in enumerate(events, start=1):
        before, case = case, CASE.evolve(case, each)
        heard.hear(before, case, each)
        assert heard.history == delay_facts(events[:n])[1]
