"""Whatever is asked of a case, in whatever order: repeats record nothing, undoing leads back, the card agrees."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from hypothesis import given as for_all
from hypothesis import strategies as st

from app.domain.case import (
    CASE,
    AcceptReferral,
    CameBack,
    CaseClosed,
    CaseEvent,
    CaseReopened,
    CloseCase,
    DecidePathway,
    LeftHospital,
    NameCaseManager,
    PlanLeaving,
    RecordBestInterests,
    ReopenCase,
    TellMedicines,
)
from app.domain.case.form import Capacity, CapacityState, ReferralField, ReferralForm
from app.domain.case.outcome import Outcome
from app.domain.case.state import AwaitingTriage, Away, Ended, NotReferred, Planning, Stage, WithWard
from app.domain.codes.pathways import Pathway
from app.domain.decider import Recorded
from app.domain.rejections import Rejection
from app.domain.values import Words
from app.views.case import rows
from tests.domain.case.commands import (
    accept,
    amend,
    close,
    come_back,
    decide_in_best_interests,
    decide_on,
    decide_on_bed,
    depart,
    hand_to,
    plan,
    reopen,
    send_back,
    submit,
)
from tests.domain.case.events import (
    accepted,
    back,
    bed_decided,
    best_interests,
    closed,
    decided_on,
    handed_over,
    left,
    planned,
    reopened,
    resubmitted,
    returned,
    submitted,
)
from tests.domain.case.medicines import STARTED, STOPPED, medicines_told, tell
from tests.domain.case.way import CARE, KNOWN, MEALS, OTHER_HUB, OTHER_SPELL, PRIYA, SAM, STREAM, TOMORROW
from tests.domain.given import given, uid

IDS = st.sampled_from([uid(n) for n in range(71, 75)])
WORDS = st.sampled_from(["Fell at home.", "Two to transfer."])
COMMANDS = st.one_of(
    st.builds(lambda words: submit(words=words), WORDS),
    st.builds(lambda words: submit(CARE, MEALS, words=words, hub=OTHER_HUB), WORDS),
    st.builds(lambda words: submit(words=words, spell=OTHER_SPELL), WORDS),
    st.builds(send_back, st.sampled_from(ReferralField)),
    st.builds(lambda words: send_back(ReferralField.RISKS, words=words), WORDS),
    st.builds(accept, st.sampled_from([PRIYA, SAM])),
    st.builds(hand_to, st.sampled_from([PRIYA, SAM])),
    st.builds(decide_on, st.sampled_from([Pathway.P0, Pathway.P1])),
    st.builds(decide_on_bed, WORDS),
    st.builds(
        lambda state: amend(ReferralForm(capacity=Capacity(state=state, decision=Words("Where to live")))),
        st.sampled_from([CapacityState.LACKS, CapacityState.LACKS, CapacityState.NO_DOUBT]),
    ),
    st.builds(decide_in_best_interests, WORDS),
    st.builds(plan, st.sampled_from([TOMORROW, TOMORROW + timedelta(hours=2)])),
    st.builds(tell, st.sampled_from([STARTED, STOPPED])),
    st.just(tell()),
    st.just(depart()),
    st.just(come_back()),
    st.builds(close, st.sampled_from(Outcome), WORDS),
    st.builds(close, st.sampled_from(Outcome), WORDS, IDS),
    st.builds(reopen, WORDS),
    st.builds(reopen, WORDS, IDS),
)
STORIES = st.lists(COMMANDS, max_size=25)
EVENTS = st.lists(
    st.sampled_from(
        [
            submitted(),
            returned(),
            resubmitted(words="Two."),
            accepted,
            handed_over,
            best_interests(),
            decided_on(Pathway.P1),
            bed_decided(),
            planned(),
            medicines_told(STARTED),
            left,
            back,
            closed(Outcome.DIED),
            reopened(),
        ]
    ),
    max_size=12,
)
FILLS: dict[type[Any], str] = {
    AcceptReferral: "case manager",
    NameCaseManager: "case manager",
    RecordBestInterests: "best interests",
    DecidePathway: "pathway",
    PlanLeaving: "leaving",
    TellMedicines: "medicines",
}
"""What each of these fills in: the last that did still stands."""

COLUMN = {
    AwaitingTriage: "referred",
    WithWard: "referred",
    Planning: "planning",
    Away: "left_hospital",
    Ended: "closed",
}


def asked_by_id(command: Any) -> bool:
    match command:
        case CloseCase(closure_id=asked) | ReopenCase(reopening_id=asked):
            return asked is not None
        case _:
            return False


def steps(commands: list[Any]) -> Iterator[tuple[Any, list[Recorded[CaseEvent]], list[CaseEvent]]]:
    """Each command that is accepted, what stood before it, and what it records; refusals change nothing."""
    told: list[CaseEvent] = []
    for command in [submit(), *commands]:
        past = given(*told, stream=STREAM)
        try:
            new = list(CASE.decide(command, CASE.fold(past), KNOWN))
        except Rejection:
            continue
        yield command, past, new
        told += new


def history(commands: list[Any]) -> list[Recorded[CaseEvent]]:
    *_, (_, past, new) = steps(commands)
    return given(*(each.event for each in past), *new, stream=STREAM)


@for_all(STORIES)
def test_whatever_was_accepted_records_nothing_when_it_is_repeated_at_once(commands: list[Any]) -> None:
    for command, past, new in steps(commands):
        state = CASE.fold(given(*(each.event for each in past), *new, stream=STREAM))
        assert CASE.decide(command, state, KNOWN) == []


@for_all(STORIES)
def test_what_was_answered_records_nothing_when_it_is_repeated_later_whatever_came_between(commands: list[Any]) -> None:
    taken = [command for command, _, new in steps(commands) if new]
    once = [command for command in taken if isinstance(command, AcceptReferral) or asked_by_id(command)]
    standing = {FILLS[type(command)]: command for command in taken if type(command) in FILLS}
    state = CASE.fold(history(commands))
    for command in [*once, *standing.values()]:
        assert CASE.decide(command, state, KNOWN) == []


@for_all(STORIES)
def test_undoing_returns_the_case_to_the_stage_before(commands: list[Any]) -> None:
    before_leaving: Stage = NotReferred()
    before_closing: Stage = NotReferred()
    for _, past, new in steps(commands):
        before: Stage = CASE.fold(past).stage
        now: Stage = CASE.fold(given(*(each.event for each in past), *new, stream=STREAM)).stage
        match new:
            case [LeftHospital()]:
                before_leaving = before
            case [CameBack()]:
                assert now == before_leaving
            case [CaseClosed()]:
                before_closing = before
            case [CaseReopened()]:
                assert now == before_closing
            case _:
                pass


@for_all(EVENTS)
def test_no_order_of_events_is_refused_by_the_state_or_by_the_card(events: list[object]) -> None:
    past = given(*events, stream=STREAM)
    CASE.fold(past)
    assert len(rows(past)) == int(submitted() in events)


@for_all(STORIES)
def test_the_card_stands_in_the_column_of_the_stage(commands: list[Any]) -> None:
    past = history(commands)
    stage: Stage = CASE.fold(past).stage
    [card] = rows(past)
    assert card.stage == COLUMN[type(stage)]
    assert card.gone is isinstance(stage, Ended)
    assert card.outcome == (stage.outcome if isinstance(stage, Ended) else None)
    if isinstance(stage, AwaitingTriage | WithWard):
        assert card.returned is isinstance(stage, WithWard)
    if isinstance(stage, Planning):
        assert card.case_manager == stage.case_manager


@for_all(STORIES, st.data())
def test_the_card_held_and_the_card_changed_since_make_the_card_loaded(
    commands: list[Any], data: st.DataObject
) -> None:
    past = history(commands)
    head = data.draw(st.integers(0, len(past)))
    held = {row.id: row for row in rows(past[:head])}
    changed = {row.id: row for row in rows(past) if row.position > head}
    assert held | changed == {row.id: row for row in rows(past)}
