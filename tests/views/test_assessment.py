"""The rows of a case's assessments: what each event leaves, without a word of what was answered."""

from dataclasses import fields, replace
from datetime import timedelta

from app.domain.case.outcome import Outcome
from app.views.assessment import AssessmentRow, rows
from app.views.case import rows as cards
from tests.domain.case.assessing import (
    ASSESSMENT,
    OTHER_ASSESSMENT,
    found,
    item_accepted,
    queried,
    reaffirmed,
    rejected,
    replied,
    second_signed,
    signed,
)
from tests.domain.case.events import closed, given_to, reopened, submitted
from tests.domain.case.way import ADA, CASE_ID, HUB, STREAM, SURVIVOR
from tests.domain.given import NOON, NURSE, given

FIRST = AssessmentRow(
    id=ASSESSMENT,
    scope=str(HUB),
    position=2,
    gone=False,
    case_id=CASE_ID,
    person_id=ADA,
    form="small",
    form_version="1",
    number=1,
    signed_at=NOON + timedelta(minutes=1),
    valid_until=NOON + timedelta(hours=72, minutes=1),
    assessor=NURSE.id,
    assessor_role=NURSE.role,
    agreement="home_care",
    open_items=0,
    feedback={},
)


def after(*events: object) -> list[AssessmentRow]:
    return rows(given(submitted(), *events, stream=STREAM))


def test_a_signed_assessment_is_a_row_on_the_board_of_its_hub() -> None:
    assert after(signed()) == [FIRST]
    assert [row.id for row in after(signed(), signed(n=2, assessment_id=OTHER_ASSESSMENT))] == [
        ASSESSMENT,
        OTHER_ASSESSMENT,
    ]


def test_it_holds_from_its_signing_or_the_latest_still_true() -> None:
    [confirmed] = after(signed(), reaffirmed())
    assert confirmed == replace(FIRST, position=3, valid_until=NOON + timedelta(hours=72, minutes=2))
    [signed_anew] = after(signed(), reaffirmed(), second_signed())
    assert signed_anew.signed_at == NOON + timedelta(minutes=3)
    assert signed_anew.valid_until == NOON + timedelta(hours=72, minutes=3)


def test_what_services_wait_for_is_counted_until_it_is_answered_or_put_right() -> None:
    assert [row.open_items for row in after(signed(), queried())] == [1]
    assert [row.open_items for row in after(signed(), rejected(), replied())] == [0]
    assert [row.open_items for row in after(signed(), rejected(), second_signed())] == [0]
    assert [row.open_items for row in after(signed(), queried(), item_accepted(2))] == [0]


def test_feedback_counts_by_item_and_stays_through_versions() -> None:
    [row] = after(signed(), queried(), rejected(n=2), second_signed(), found(), found(n=2))
    assert row.feedback == {"carers": {"queried": 1, "rejected": 1, "different": 2}}


def test_it_goes_with_the_closed_case_comes_back_with_it_and_follows_its_person() -> None:
    [gone] = after(signed(), closed(Outcome.DIED))
    assert (gone.gone, gone.position) == (True, 3)
    assert [row.gone for row in after(signed(), closed(Outcome.DIED), reopened())] == [False]
    assert [row.person_id for row in after(signed(), given_to(SURVIVOR))] == [SURVIVOR]


def test_nothing_is_shown_of_what_nobody_signed() -> None:
    assert after(queried(), reaffirmed(), found()) == []
    assert rows(given(signed(), stream=STREAM)) == []


def test_no_answer_stands_in_a_row_and_no_card_moves() -> None:
    [row] = after(signed(), queried("Why two?"))
    said = " ".join(str(getattr(row, each.name)) for each in fields(row))
    assert "Fell at home" not in said
    assert "Why two?" not in said
    before = cards(given(submitted(), stream=STREAM))
    assert cards(given(submitted(), signed(), queried(), replied(), found(), stream=STREAM)) == before
