"""The clock looks: raised when due, climbing while nobody answers, ended with the cause, the same whenever it looks."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

from hypothesis import given as for_all
from hypothesis import strategies as st

from app.domain.case.outcome import Outcome
from app.domain.case.requests.state import EndedBecause
from app.domain.case.undoing import HubStep, StepUndone
from app.domain.codes.hub_needs import HubNeed
from app.domain.codes.return_reasons import ReturnReason
from app.domain.escalation import EndedBecause as Why
from app.domain.escalation import EscalationAcknowledged, EscalationClimbed, EscalationEnded, EscalationRaised
from app.domain.escalation.rules import by_trigger
from app.domain.ladder import Level
from app.domain.practice.escalation import EscalationLine, Ladders
from app.domain.values import Words
from tests.domain.case.events import accepted, closed, left, planned, resubmitted, returned
from tests.domain.case.requests.asking import AT_EAST, AT_WEST, confirmed, held, over
from tests.domain.case.tasks.work import OFFICE as OFFICE_HOURS
from tests.domain.case.tasks.work import finished, key
from tests.domain.case.ways import back_for
from tests.domain.escalation.stops import ADAPTATION
from tests.domain.escalation.test_causes import ACCEPTED, ADMITTED, ASKED, DECIDED, PLANNED, READY, REFERRED, task
from tests.domain.escalation.watching import OFFICE, TRUST, Clock, Told, later, rules, story
from tests.domain.given import uid
from tests.domain.spell.stay import MEETS, NO_LONGER, ended, expected_to_leave, hub_need, reviewed
from tests.properties import a_few

DIED, CASE_CLOSED = Outcome.DIED, Why.CASE_CLOSED


def clock(*told: Told, of_stay: bool = False, **said: Any) -> Clock:
    return Clock(story(*told), rules=rules(**said), of_stay=of_stay)


def test_nothing_is_raised_before_it_is_due_and_the_next_time_is_known() -> None:
    watched = clock(ADMITTED, REFERRED)
    assert watched.look(later(1.9)) == []
    assert watched.next_at == later(2)


def test_a_referral_not_triaged_in_two_hours_is_the_hubs_problem() -> None:
    watched = clock(ADMITTED, REFERRED)
    [raised] = watched.look(later(2))
    assert isinstance(raised, EscalationRaised)
    assert raised.cause_at == later()
    assert (raised.terms.level, raised.terms.owner_id, raised.terms.respond_by) == (Level.L2, OFFICE, later(3))
    assert raised.terms.title == "Referral not triaged"


def test_looking_again_records_nothing() -> None:
    watched = clock(ADMITTED, REFERRED)
    watched.look(later(2))
    assert watched.look(later(2)) == []
    watched.forget()
    assert watched.look(later(2.5)) == []


def test_it_ends_with_its_cause_and_at_the_time_of_what_ended_it() -> None:
    watched = clock(ADMITTED, REFERRED, (later(3), accepted)).look_at([later(2), later(3.5)])
    assert watched.ended == [("not_triaged", later(3), "cause_over")]
    assert not watched.is_open("not_triaged")


def test_unanswered_it_climbs_a_level_each_time_to_answer() -> None:
    watched = clock(ADMITTED, REFERRED).look_at([later(2), later(3)])
    assert watched.the("not_triaged").terms.level is Level.L3
    assert watched.the("not_triaged").terms.respond_by == later(4)
    watched.look_at([later(4), later(5), later(6), later(9)])
    stands = watched.the("not_triaged").terms
    assert (stands.level, stands.ladder, stands.owner_id) == (Level.SRO, Ladders.SYSTEM, None)


def test_acknowledged_it_stays_where_it_is() -> None:
    watched = clock(ADMITTED, REFERRED)
    watched.look(later(2))
    key = watched.key("not_triaged")
    watched.says(EscalationAcknowledged(escalation_id=key, acknowledgement_id=uid(311)))
    assert watched.look(later(9)) == []
    assert watched.next_at is None


def test_a_day_without_looking_gives_everybody_their_time_to_answer() -> None:
    watched = clock(ADMITTED, REFERRED)
    [raised] = watched.look(later(24))
    assert isinstance(raised, EscalationRaised)
    assert watched.raised == [("not_triaged", later(), later(2))]
    assert raised.terms.respond_by == later(25)


def test_what_came_and_went_while_nobody_looked_is_raised_and_ended() -> None:
    watched = clock(ADMITTED, REFERRED, (later(3), accepted)).look_at([later(3.5)])
    assert watched.raised == [("not_triaged", later(), later(2))]
    assert watched.ended == [("not_triaged", later(3), "cause_over")]
    watched.forget()
    assert watched.look(later(3.6)) == []


def test_a_cause_that_comes_back_is_raised_again() -> None:
    undone = StepUndone(what=HubStep.ACCEPTANCE, words=Words("Not ours."), undo_id=uid(81))
    watched = clock(ADMITTED, REFERRED, (later(3), accepted), (later(5), undone))
    watched.look_at(later(n / 4) for n in range(24))
    assert [each for each in watched.raised if each[0] == "not_triaged"] == [
        ("not_triaged", later(), later(2)),
        ("not_triaged", later(), later(5)),
    ]


def test_the_policys_next_line_lifts_what_is_open_even_when_it_was_answered() -> None:
    watched = clock(ADMITTED, READY, of_stay=True)
    watched.look(later(0))
    assert watched.the("ready").terms.level is Level.L1
    watched.says(EscalationAcknowledged(escalation_id=watched.key("ready"), acknowledgement_id=uid(311)))
    watched.look(later(24))
    assert (watched.the("ready").terms.level, watched.the("ready").answered) == (Level.L2, False)


def test_three_weeks_ready_lead_to_the_senior_responsible_officer() -> None:
    watched = clock(ADMITTED, READY, of_stay=True)
    for hour in range(0, 21 * 24, 6):
        watched.look(later(hour))
        for trigger in ("ready", "ready_a_week", "not_reviewed_today", "not_reviewed_24_hours"):
            if watched.is_open(trigger):
                said = EscalationAcknowledged(escalation_id=watched.key(trigger), acknowledgement_id=uid(hour))
                watched.says(said)
    levels = [event.terms.level for _, event in watched.log if isinstance(event, EscalationClimbed)]
    assert [*dict.fromkeys(levels)] == [Level.L2, Level.L3, Level.L4, Level.SRO]
    assert ("ready_a_week", later(-24), later(days=6)) in watched.raised


def test_two_lines_missed_in_an_outage_stand_at_the_higher() -> None:
    watched = clock(*PLANNED, task(), (later(3), planned(later(days=2)))).look_at([later(days=1, hours=23)])
    assert watched.the("stop_undone").terms.level is Level.L2
    assert watched.raised[-1] == ("stop_undone", later(days=2), later(days=1, hours=20))


def test_a_slot_that_moves_ends_what_was_about_the_old_one() -> None:
    moved = (later(days=1, hours=22), planned(later(days=3)))
    told = (*PLANNED, task(), (later(3), planned(later(days=2))), moved)
    watched = clock(*told).look_at([later(days=1, hours=21), later(days=2, hours=21)])
    about = [each for each in watched.raised if each[0] == "stop_undone"]
    assert [since for _, since, _ in about] == [later(days=2), later(days=3)]
    assert ("stop_undone", later(days=1, hours=22), "cause_over") in watched.ended


def test_a_closed_case_ends_all_that_is_open_and_so_does_the_end_of_a_stay() -> None:
    watched = clock(*PLANNED, (later(9), closed(Outcome.NO_LONGER_NEEDED))).look_at([later(5), later(10)])
    assert watched.ended == [("no_request", later(9), "case_closed")]
    stay = clock(ADMITTED, READY, (later(9), ended()), of_stay=True).look_at([later(3), later(10)])
    assert {why for _, _, why in stay.ended} == {"stay_over"}
    assert not stay.past.open


def test_what_a_person_raised_ends_with_the_case_and_not_with_a_cause() -> None:
    by_hand = EscalationRaised(
        escalation_id=uid(301),
        trigger="not_triaged",
        cause_at=later(0.5),
        terms=replace(_terms(), respond_by=later(1)),
        person_id=None,
        spell_id=None,
        case_id=None,
        hub_id=None,
        words=Words("It is urgent."),
    )
    watched = clock(ADMITTED, REFERRED, ACCEPTED, (later(8), closed(Outcome.NO_LONGER_NEEDED)))
    watched.says(by_hand)
    watched.look(later(2))
    assert watched.is_open("not_triaged")
    assert watched.the("not_triaged").terms.level is Level.L3
    watched.look(later(8))
    assert not watched.is_open("not_triaged")


def test_what_a_person_raised_with_the_ward_keeps_nobody_from_ringing_the_hub() -> None:
    with_hub = EscalationRaised(
        escalation_id=uid(301),
        trigger="not_triaged",
        cause_at=later(0.5),
        terms=_terms(),
        person_id=None,
        spell_id=None,
        case_id=None,
        hub_id=None,
        words=Words("It is urgent."),
    )
    with_ward = replace(with_hub, terms=replace(_terms(), owner_id=TRUST, ladder=Ladders.WARD))
    rung = {}
    for by_hand in (with_hub, with_ward):
        watched = clock(ADMITTED, REFERRED)
        watched.says(by_hand, later(0.5))
        watched.look(later(5))
        rung[by_hand.terms.owner_id] = [each[0] for each in watched.raised]
    assert rung == {OFFICE: [], TRUST: ["not_triaged"]}


def test_a_death_that_ended_it_out_of_turn_raises_it_no_second_time_whatever_was_told_since() -> None:
    watched = clock(ADMITTED, REFERRED, (later(3), expected_to_leave(date(2026, 11, 9))), (later(5), closed(DIED)))
    watched.look(later(2.5))
    before = watched.raised
    watched.says(EscalationEnded(escalation_id=watched.key("not_triaged"), because=CASE_CLOSED), later(5))
    watched.look(later(6))
    assert watched.raised == before != []


def _terms() -> Any:
    watched = clock(ADMITTED, REFERRED)
    watched.look(later(2))
    return watched.the("not_triaged").terms


def test_hours_are_the_owners() -> None:
    friday = later(days=4, hours=4)
    told = ((friday - timedelta(hours=2), ADMITTED[1]), (friday, REFERRED[1]))
    watched = clock(*told, calendars={OFFICE: OFFICE_HOURS})
    watched.look(friday)
    assert watched.next_at == later(days=6, hours=22)  # Monday at ten: an hour on Friday, an hour on Monday


def test_the_owner_of_what_is_undone_is_who_answers() -> None:
    watched = clock(*PLANNED, task(), (later(5), ended()), (later(5), left)).look_at([later(5)])
    assert watched.the("left_with_stop_open").terms.owner_id == TRUST


def test_a_changed_policy_leaves_what_is_open_as_it_was_told() -> None:
    watched = clock(ADMITTED, REFERRED)
    watched.look(later(2))
    stricter = EscalationLine(
        trigger="not_triaged", level=Level.L2, words="Late!", ladder=Ladders.HUB, after_minutes=30, respond_minutes=5
    )
    watched.rules = rules(lines=by_trigger([stricter]))
    assert watched.look(later(2.1)) == []
    assert watched.the("not_triaged").terms.title == "Referral not triaged"


def test_what_one_turn_records_is_one_chapter() -> None:
    silent = [(later(30), over(AT_EAST)), (later(30) + timedelta(milliseconds=1), over(AT_WEST))]
    again = (later(30) + timedelta(milliseconds=2), confirmed())
    watched = clock(*PLANNED, ASKED, *silent, again).look_at([later(31)])
    assert [trigger for trigger, _, _ in watched.raised] == []


EVENTS = [
    returned(),
    resubmitted(words="Two to transfer."),
    accepted,
    DECIDED[1],
    ASKED[1],
    held(),
    over(AT_EAST, EndedBecause.NO_ANSWER),
    over(AT_WEST, EndedBecause.NO_ANSWER),
    task()[1],
    finished(),
    ADAPTATION[1],
    finished(key("A9"), step=uid(92)),
    planned(later(days=1)),
    planned(later(days=2)),
    left,
    back_for(ReturnReason.NO_CARE),
    reviewed(NO_LONGER, review=31),
    reviewed(MEETS, review=32),
    reviewed(NO_LONGER, review=33),
    hub_need(HubNeed.YES),
    expected_to_leave(later().date()),
]
HOURS = st.lists(st.integers(1, 90), min_size=0, max_size=8, unique=True)


OF_TASKS = [(finished(), task()[1]), (finished(key("A9"), step=uid(92)), ADAPTATION[1])]


def first(told: list[Told], event: object) -> int:
    return next((n for n, (_, each) in enumerate(told) if each == event), len(told))


@st.composite
def lives(draw: st.DrawFn) -> list[Told]:
    """A referral, and then anything at any hour: what the rules would refuse has happened here too."""
    hours = sorted(draw(HOURS))
    told = [(later(hour + 0.5), draw(st.sampled_from(EVENTS))) for hour in hours]
    asked = next((n for n, (_, event) in enumerate(told) if event is ASKED[1]), len(told))
    about_offers = (over(AT_EAST, EndedBecause.NO_ANSWER), over(AT_WEST, EndedBecause.NO_ANSWER), held())
    raised: dict[object, int] = {event: first(told, task) for event, task in OF_TASKS}
    told = [
        each
        for n, each in enumerate(told)
        if (n > asked or each[1] not in about_offers) and n > raised.get(each[1], -1)
    ]
    return [ADMITTED, REFERRED, *told]


@a_few(20)
@for_all(told=lives(), of_stay=st.booleans(), some=st.lists(st.floats(0, 99), max_size=5))
def test_whenever_it_looks_the_same_is_raised_and_ended(told: list[Told], of_stay: bool, some: list[float]) -> None:
    often = clock(*told, of_stay=of_stay).look_at(later(n / 2) for n in range(200))
    hourly = clock(*told, of_stay=of_stay).look_at(later(n) for n in range(1, 101))
    seldom = clock(*told, of_stay=of_stay).look_at([*map(later, sorted(some)), later(100)])
    assert often.raised == hourly.raised == seldom.raised
    assert often.ended == hourly.ended == seldom.ended


@a_few(20)
@for_all(told=lives(), of_stay=st.booleans())
def test_one_is_open_for_each_owner_and_a_look_that_begins_anew_records_nothing(
    told: list[Told], of_stay: bool
) -> None:
    watched = clock(*told, of_stay=of_stay)
    for n in range(1, 101):
        watched.look(later(n))
        triggers = [(each.trigger, each.raised_for) for each in watched.past.open.values()]
        assert len(triggers) == len(set(triggers))
    watched.forget()
    assert watched.look(later(100)) == []


@a_few(20)
@for_all(told=lives(), of_stay=st.booleans())
def test_between_looks_at_the_times_it_names_nothing_falls_due(told: list[Told], of_stay: bool) -> None:
    watched, until = clock(*told, of_stay=of_stay), later(100)
    now: datetime | None = later(0)
    while now and now <= until:
        watched.look(now)
        news = [at for at, _ in told if at > now]
        now = min([at for at in (watched.next_at, *news) if at], default=None)
    often = clock(*told, of_stay=of_stay).look_at(later(n / 2) for n in range(201))
    assert watched.raised == often.raised
