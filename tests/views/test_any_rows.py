"""Whatever is told of a stay: following its rows is loading them, and nobody is in two places."""

from datetime import date
from typing import Any

from hypothesis import given as for_all
from hypothesis import settings
from hypothesis import strategies as st

from app.domain.codes.alert_reasons import CAME_FROM
from app.domain.codes.criteria import Criterion
from app.domain.codes.hub_needs import HubNeed
from app.domain.codes.patient_classes import PatientClass
from app.domain.decider import Recorded
from app.domain.rejections import Rejection
from app.domain.spell import (
    SPELL,
    ChangeClass,
    ExpectDischarge,
    PlanTransfer,
    ProposeEarlyAlert,
    ProposeReadiness,
    SayHubNeed,
    SpellFacts,
    StartLeave,
    TellAdmissionReason,
)
from app.domain.values import Stream, Words
from app.views.spell import rows
from tests.domain.given import NURSE, given
from tests.domain.spell.stay import (
    MEETS,
    NO_LONGER,
    SPELL_ID,
    WARD_A,
    WARD_B,
    WARD_C,
    by_feed,
    correct,
    end,
    hours,
    move,
    open_spell,
    reverse_admission,
    reverse_end,
    reverse_move,
    review,
)

STREAM = Stream(f"spell:{SPELL_ID}")
WARDS, BEDS = st.sampled_from([WARD_A, WARD_B, WARD_C]), st.sampled_from(["1", "2"])
TIMES = st.integers(0, 8).map(lambda n: hours(12 * n))
DAYS = st.none() | st.dates(date(2026, 11, 1), date(2026, 11, 9))
FROM_A_FEED: st.SearchStrategy[Any] = st.one_of(
    st.builds(open_spell, WARDS, BEDS, TIMES),
    st.builds(move, WARDS, BEDS, TIMES),
    st.builds(end, TIMES),
    st.builds(reverse_admission, TIMES),
    st.builds(
        lambda at, to: ChangeClass(spell_id=SPELL_ID, by=NURSE, at=at, patient_class=to),
        TIMES,
        st.sampled_from(PatientClass),
    ),
    st.builds(lambda at, ward: PlanTransfer(spell_id=SPELL_ID, by=NURSE, at=at, ward_id=ward, bed="1"), TIMES, WARDS),
    st.builds(
        lambda at, why: ProposeEarlyAlert(spell_id=SPELL_ID, by=NURSE, at=at, reason=why),
        TIMES,
        st.sampled_from(sorted(CAME_FROM)),
    ),
    st.builds(lambda at: TellAdmissionReason(spell_id=SPELL_ID, by=NURSE, at=at, words=Words("Fall")), TIMES),
    st.builds(lambda at, day: ProposeReadiness(spell_id=SPELL_ID, by=NURSE, at=at, since=day), TIMES, DAYS),
)
COMMANDS = st.one_of(
    st.builds(open_spell, WARDS, BEDS, TIMES),
    st.builds(move, WARDS, BEDS, TIMES),
    st.builds(correct, WARDS, BEDS, TIMES),
    st.builds(reverse_move, WARDS, BEDS, TIMES),
    st.builds(end, TIMES),
    st.builds(reverse_end, TIMES),
    st.builds(reverse_end, TIMES, WARDS, BEDS),
    st.builds(reverse_admission, TIMES),
    st.builds(
        lambda at, need: SayHubNeed(spell_id=SPELL_ID, by=NURSE, at=at, need=need), TIMES, st.sampled_from(HubNeed)
    ),
    st.builds(lambda at, day: ExpectDischarge(spell_id=SPELL_ID, by=NURSE, at=at, expected_on=day), TIMES, DAYS),
    st.builds(lambda at, until: StartLeave(spell_id=SPELL_ID, by=NURSE, at=at, until=until), TIMES, TIMES),
    st.builds(lambda at, said: by_feed(said, told=at), TIMES, FROM_A_FEED),
    st.builds(lambda at, n: review(NO_LONGER, at=at, review=n), TIMES, st.integers(1, 99)),
    st.builds(lambda at, n: review(MEETS, Criterion.OXYGEN, at=at, review=n), TIMES, st.integers(1, 99)),
)


def history(commands: list[Any]) -> list[Recorded[Any]]:
    """What a stay records when these are asked of it one after the other; refusals change nothing."""
    told: list[tuple[Any, ...]] = []
    for command in [open_spell(WARD_A, "4"), *commands]:
        try:
            new = SPELL.decide(command, SPELL.fold(given(*told, stream=STREAM)), SpellFacts())
        except Rejection:
            continue
        said = (command.told_at,) if command.told_at else ()
        told += [(command.at, event, *said) for event in new]
    return given(*told, stream=STREAM)


@settings(deadline=None)
@for_all(st.lists(COMMANDS, max_size=15), st.data())
def test_held_and_changed_since_make_what_is_loaded(commands: list[Any], data: st.DataObject) -> None:
    past = history(commands)
    head = data.draw(st.integers(0, len(past)))
    held = {row.scope: row for row in rows(past[:head])}
    changed = {row.scope: row for row in rows(past) if row.position > head}
    assert held | changed == {row.scope: row for row in rows(past)}


@settings(deadline=None)
@for_all(st.lists(COMMANDS, max_size=15))
def test_a_person_is_shown_on_one_ward_at_most_and_where_the_spell_says(commands: list[Any]) -> None:
    past = history(commands)
    spell = SPELL.fold(past)
    here = [(row.ward_id, row.bed) for row in rows(past) if not row.gone]
    assert here in ([], [(spell.place.ward_id, spell.place.bed)])


@settings(deadline=None)
@for_all(st.lists(COMMANDS, max_size=15))
def test_the_same_moves_all_over_again_record_nothing(commands: list[Any]) -> None:
    placings = [command for command in commands if type(command).__name__ in {"MovePerson", "ReverseMove"}]
    once = history(placings)
    assert history([*placings, *placings]) == once
