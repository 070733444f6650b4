"""The same news makes the same stay, in whatever order it comes and however often it is told.

Most messages say one thing; some say where somebody is and when they left.
"""

from datetime import date, datetime, timedelta
from typing import Any

from hypothesis import given as for_any
from hypothesis import strategies as st

from app.domain.codes.alert_reasons import CAME_FROM
from app.domain.codes.hub_needs import HubNeed
from app.domain.codes.patient_classes import PatientClass
from app.domain.codes.ways_out import WayOut
from app.domain.decider import Recorded
from app.domain.rejections import Rejection
from app.domain.spell import (
    SPELL,
    ChangeClass,
    CorrectPlace,
    EndLeave,
    EndSpell,
    ExpectAdmission,
    ExpectDischarge,
    MovePerson,
    OpenSpell,
    PlanDischarge,
    PlanTransfer,
    ProposeEarlyAlert,
    ProposeReadiness,
    ReturnToWard,
    ReverseAdmission,
    ReverseEnd,
    ReverseMove,
    SayHubNeed,
    SendToLounge,
    Spell,
    SpellFacts,
    StartLeave,
    TellAdmissionReason,
    WithdrawTransferPlan,
)
from app.domain.spell.ending import ToldAs
from app.domain.values import Actor, ActorKind, Words
from tests.domain.given import NOON, SOME_STREAM
from tests.domain.spell.stay import ADA, SPELL_ID, WARD_A, WARD_B, WARD_C
from tests.properties import a_few

FEED = Actor(kind=ActorKind.FEED, id="feed")
places: st.SearchStrategy[dict[str, Any]] = st.builds(
    dict, ward_id=st.sampled_from([WARD_A, WARD_B, WARD_C]), bed=st.sampled_from(["1", "2"])
)
times = st.integers(0, 12).map(lambda hours: NOON + timedelta(hours=hours))
says: dict[type[Any], st.SearchStrategy[dict[str, Any]]] = {
    OpenSpell: st.builds(
        lambda place, inferred: place | {"person_id": ADA, "inferred": inferred}, places, st.booleans()
    ),
    MovePerson: places,
    CorrectPlace: places,
    ReverseMove: places,
    EndSpell: st.sampled_from([WayOut.DISCHARGED, WayOut.VIRTUAL_WARD, WayOut.DIED]).map(lambda how: {"how": how})
    | st.builds(dict, how=st.just(WayOut.DIED), told_as=st.sampled_from(ToldAs)),
    ReverseEnd: places | st.builds(dict, of_death=st.booleans()),
    ReverseAdmission: st.just({}),
    ExpectAdmission: places.map(lambda place: place | {"person_id": ADA}),
    ChangeClass: st.builds(dict, patient_class=st.sampled_from(PatientClass)),
    PlanTransfer: places,
    WithdrawTransferPlan: st.just({}),
    ExpectDischarge: st.builds(dict, expected_on=st.sampled_from([None, date(2026, 11, 5), date(2026, 11, 9)])),
    PlanDischarge: st.just({}),
    StartLeave: st.just({}),
    EndLeave: st.just({}),
    SendToLounge: st.just({}),
    ReturnToWard: places | st.just({}),
    ProposeReadiness: st.builds(dict, since=st.sampled_from([None, date(2026, 11, 4)])),
    ProposeEarlyAlert: st.builds(dict, reason=st.sampled_from(sorted(CAME_FROM)), taken_back=st.booleans()),
    TellAdmissionReason: st.builds(dict, words=st.sampled_from([Words("Fall"), Words("Hip")])),
    SayHubNeed: st.builds(dict, need=st.sampled_from(HubNeed)),
}
pieces = st.sampled_from(sorted(says, key=lambda command: command.__name__)).flatmap(
    lambda command: st.tuples(st.tuples(st.just(command), times, says[command]))
)
time_of_leaving = {"how": WayOut.DISCHARGED, "told_as": ToldAs.TIME_OF_LEAVING}
discharges = times.map(lambda at: ((EndSpell, at, {"how": WayOut.DISCHARGED}),))
details = st.builds(
    lambda at, place, left_at: ((CorrectPlace, at, place), (EndSpell, left_at, time_of_leaving)), times, places, times
)
messages = pieces | discharges | details
MORNING = NOON - timedelta(days=1)


def told_in_order(said: list[Any]) -> list[Any]:
    """Messages of a feed, each said a minute after the one before, whatever time it is about; first an admission."""
    first = ((OpenSpell, NOON, {"person_id": ADA, "ward_id": WARD_A, "bed": "1"}),)
    return [
        tuple(
            command(spell_id=SPELL_ID, by=FEED, at=at, told_at=MORNING + timedelta(minutes=n), **more)
            for command, at, more in message
        )
        for n, message in enumerate([first, *said])
    ]


def heard(messages: list[Any]) -> Spell:
    """The stay after these came in this order: what is late makes what was said after it be decided again."""
    stay = Heard()
    for message in messages:
        stay.hear(message)
    return stay.spell


class Heard:
    def __init__(self) -> None:
        self.past: list[Recorded[Any]] = []
        self.came: list[Any] = []

    @property
    def spell(self) -> Spell:
        state: Spell = SPELL.fold(self.past)
        return state

    def hear(self, message: Any) -> None:
        self.came = sorted({*self.came, message}, key=lambda each: each[0].told_at)
        # What waits (its admission, its discharge is not known yet) is tried again whenever anything came.
        for each in self.came:
            before = list(self.past)
            try:
                for command in each:
                    self._decide(command)
            except Rejection:
                self.past = before

    def _decide(self, command: Any) -> None:
        events = SPELL.decide(command, self.spell, SpellFacts())
        for event in events:
            n = len(self.past) + 1
            now = datetime(2026, 12, 1, tzinfo=NOON.tzinfo) + timedelta(seconds=n)
            one = Recorded(stream=SOME_STREAM, position=n, version=n, at=command.at, recorded_at=now, by=FEED,
                           event=event, told_at=command.told_at)  # fmt: skip
            self.past.append(one)


def shown(spell: Spell) -> Spell:
    """Without how it came to be known."""
    return spell._replace(news=(), heard=frozenset())


@a_few(100)
@for_any(
    st.lists(messages, max_size=7).map(told_in_order).flatmap(lambda all: st.tuples(st.just(all), st.permutations(all)))
)
def test_any_order_ends_in_the_same_stay(told: tuple[list[Any], list[Any]]) -> None:
    in_order, shuffled = told
    assert shown(heard(shuffled)) == shown(heard(in_order))


@a_few(50)
@for_any(
    st.lists(messages, max_size=6)
    .map(told_in_order)
    .flatmap(lambda all: st.tuples(st.just(all), st.lists(st.sampled_from(all), max_size=6)))
)
def test_any_repetition_ends_in_the_same_stay(told: tuple[list[Any], list[Any]]) -> None:
    in_order, again = told
    assert shown(heard([*in_order, *again])) == shown(heard(in_order))
