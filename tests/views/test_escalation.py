"""Escalations as rows and in words: who sees them as they climb, and what is read of each event."""

from dataclasses import replace
from typing import Any
from uuid import UUID

import pytest

from app.domain.escalation import ESCALATION_EVENTS, EndedBecause, EscalationEnded
from app.domain.practice.escalation import Ladders
from app.domain.values import OrganisationId, Stream
from app.views.escalation import EscalationRow, rows
from app.views.timeline_escalation import escalation_names, say_escalation
from tests.domain.given import NURSE, given, uid
from tests.events.escalation_examples import ESCALATION_EXAMPLES, L3
from tests.events.invented import PERSON, TRUST

CARERS, COUNCIL = OrganisationId(uid(77)), OrganisationId(uid(72))
STREAM = Stream(f"escalation:{uid(41)}")
RAISED, ACKNOWLEDGED, ACTED, CLIMBED, ENDED, OPENED_AGAIN = ESCALATION_EXAMPLES.values()
HANDED_ON = replace(CLIMBED, terms=replace(L3, owner_id=CARERS))
TO_THE_SYSTEM = replace(CLIMBED, terms=replace(L3, owner_id=None, ladder=Ladders.SYSTEM))


def shown(*events: object) -> dict[str, EscalationRow]:
    """The rows by their scope."""
    return {row.scope: row for row in rows(given(*events, stream=STREAM))}


def test_it_is_shown_to_whose_ladder_it_stands_on() -> None:
    row = shown(RAISED)[str(TRUST)]
    assert (row.level, row.subject, row.sealed_for, row.gone) == ("L2", uid(41), PERSON, False)
    assert row.words == RAISED.words


def test_whom_it_climbed_away_from_lets_go_of_it() -> None:
    after = shown(RAISED, HANDED_ON)
    assert {scope: row.gone for scope, row in after.items()} == {str(TRUST): True, str(CARERS): False}
    assert after[str(TRUST)].position == after[str(CARERS)].position == 2


def test_what_comes_back_to_a_ladder_is_one_row_there() -> None:
    back = shown(RAISED, HANDED_ON, replace(CLIMBED, terms=replace(L3, owner_id=TRUST)))
    assert {scope: row.gone for scope, row in back.items()} == {str(TRUST): False, str(CARERS): True}


def test_what_climbs_above_every_ladder_stays_with_whoever_must_act_still_and_is_marked() -> None:
    above = shown(RAISED, HANDED_ON, TO_THE_SYSTEM)
    assert {scope: row.gone for scope, row in above.items()} == {str(TRUST): True, str(CARERS): False}
    assert (above[str(CARERS)].owner_id, above[str(CARERS)].ladder) == (CARERS, "system")


def test_what_was_never_an_organisations_has_a_scope_of_its_own() -> None:
    of_system = replace(RAISED, terms=TO_THE_SYSTEM.terms)
    assert shown(of_system)["system"].owner_id is None


def test_an_answer_counts_at_its_level_and_an_end_takes_it_away() -> None:
    assert shown(RAISED, ACKNOWLEDGED, ACTED)[str(TRUST)].done == "Rang the ward."
    climbed = shown(RAISED, ACKNOWLEDGED, ACTED, CLIMBED)[str(TRUST)]
    assert (climbed.level, climbed.acknowledged_at, climbed.answered_by) == ("L3", None, None)
    ended = shown(RAISED, ENDED)[str(TRUST)]
    assert (ended.gone, ended.ended) == (True, "settled")


def test_what_its_owner_does_below_is_told_and_answers_nothing_above() -> None:
    above = shown(RAISED, TO_THE_SYSTEM, replace(ACTED, answers=False))[str(TRUST)]
    assert (above.done, above.acted_at, above.answered_by) == ("Rang the ward.", None, None)
    taken_on = shown(RAISED, TO_THE_SYSTEM, ACKNOWLEDGED, replace(ACTED, answers=False))[str(TRUST)]
    assert (taken_on.answered_by, taken_on.acted_at) == (NURSE.id, None)


def test_what_opens_again_stands_where_it_was_raised_and_waits_for_an_answer() -> None:
    [row] = shown(RAISED, ACTED, ENDED, OPENED_AGAIN).values()
    assert (row.gone, row.ended, row.ended_at, row.acted_at, row.answered_by) == (False, None, None, None, None)
    assert (row.level, row.owner_id, row.words, row.raised_by) == ("L2", TRUST, RAISED.words, NURSE.id)
    elsewhere = shown(RAISED, HANDED_ON, ENDED, OPENED_AGAIN)
    assert {scope: row.gone for scope, row in elsewhere.items()} == {str(TRUST): False, str(CARERS): True}


@pytest.mark.parametrize("head", range(9))
def test_held_and_changed_since_make_what_is_loaded(head: int) -> None:
    told = (RAISED, ACKNOWLEDGED, HANDED_ON, ACTED, TO_THE_SYSTEM, ENDED, OPENED_AGAIN, HANDED_ON)
    past = given(*told, stream=STREAM)
    held = {row.scope: row for row in rows(past[:head])}
    changed = {row.scope: row for row in rows(past) if row.position > head}
    assert held | changed == {row.scope: row for row in rows(past)}


LINES = {
    "escalation.raised.1": (
        "Escalated: Referral not triaged. L2, team lead, Northmoor Trust: answer by Fri 27 Nov 10:00. "
        "“Zoë’s daughter flies on Friday.”"
    ),
    "escalation.acknowledged.1": "Escalation “Referral not triaged”: acknowledged.",
    "escalation.acted.1": "Escalation “Referral not triaged”: acted on. “Rang the ward.”",
    "escalation.climbed.1": (
        "Escalation “Referral not triaged”: nobody answered in time, so it climbs. "
        "L3, operational head, Northmoor Trust: answer by Fri 27 Nov 11:00."
    ),
    "escalation.ended.1": "Escalation “Referral not triaged”: settled. “Her son came.”",
    "escalation.opened_again.1": (
        "Escalation “Referral not triaged”: open again, as what ended it was taken back. "
        "L2, team lead, Northmoor Trust: answer by Fri 27 Nov 10:00."
    ),
}


@pytest.mark.parametrize("name", ESCALATION_EXAMPLES)
def test_an_event_of_an_escalation_is_told_in_words(name: str) -> None:
    event: Any = ESCALATION_EXAMPLES[name]
    names: dict[UUID, str] = {TRUST: "Northmoor Trust"}
    names |= escalation_names(given(RAISED), names)
    assert say_escalation(event, names) == LINES[name]


def test_what_the_clock_raised_says_since_when() -> None:
    by_clock = replace(RAISED, words=None, terms=replace(RAISED.terms, owner_id=None))
    assert say_escalation(by_clock, {}) == (
        "Escalated: Referral not triaged, since Fri 27 Nov 07:00. L2, team lead, the system: "
        "answer by Fri 27 Nov 10:00."
    )


def test_of_two_of_one_title_the_timeline_says_whose_each_is() -> None:
    of_council = replace(RAISED, escalation_id=uid(303), terms=replace(RAISED.terms, owner_id=COUNCIL))
    names: dict[UUID, str] = {TRUST: "Northmoor Trust", COUNCIL: "Moor Council"}
    names |= escalation_names(given(RAISED, of_council), names)
    over = EscalationEnded(escalation_id=uid(303), because=EndedBecause.CAUSE_OVER)
    assert say_escalation(over, names) == "Escalation “Referral not triaged: Moor Council”: over, its cause is no more."


def test_every_event_of_an_escalation_is_told() -> None:
    assert {type(event) for event in ESCALATION_EXAMPLES.values()} == set(ESCALATION_EVENTS)
