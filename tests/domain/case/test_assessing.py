"""Assess once: signed by somebody with authority, versioned, relied on for 72 hours, said to be still true."""

from dataclasses import replace
from datetime import timedelta

import pytest

from app.domain.assessment.sealing import as_answers
from app.domain.assessment.validity import valid_until
from app.domain.case import CASE
from app.domain.case.assessing import (
    AnswersFaulty,
    AssessedAfterClosing,
    AssessmentOfAnotherCase,
    AssessorWithoutAuthority,
    FormChanged,
    FormNotKnown,
    NotSeenYet,
)
from app.domain.case.outcome import Outcome
from app.domain.practice import NO_LISTS, AssessmentAgreements
from app.domain.rejections import NotKnown
from app.domain.values import Actor, Role, Words
from tests.domain.case.assessing import (
    ASSESSMENT,
    FIRST,
    FORM_KNOWN,
    OTHER_ASSESSMENT,
    SECOND,
    THERAPIST,
    reaffirmed,
    second_signed,
    sign,
    signed,
    still_true,
)
from tests.domain.case.events import accepted, alerted, closed, left, submitted
from tests.domain.case.way import STREAM, after, known
from tests.domain.given import NOON, given


def by(role: Role) -> Actor:
    return replace(THERAPIST, role=role)


@pytest.mark.parametrize("past", [[alerted()], [submitted()], [submitted(), accepted], [submitted(), left]])
def test_an_assessment_is_signed_at_any_stage_of_a_live_case(past: list[object]) -> None:
    assert after(*past, then=sign(), facts=FORM_KNOWN) == [signed()]


@pytest.mark.parametrize("role", [Role.CASE_MANAGER, Role.WARD_CLINICIAN, Role.PROVIDER])
def test_these_roles_may_be_relied_on(role: Role) -> None:
    assert after(submitted(), then=sign(by=by(role)), facts=FORM_KNOWN) == [signed()]


@pytest.mark.parametrize(
    ("command", "lacks"),
    [
        (sign(by=by(Role.WARD_NURSE)), "role"),
        (sign(by=by(Role.HUB_LEAD)), "role"),
        (sign(agreement="handshake"), "agreement"),
        (sign(competency="none"), "competency"),
        (sign(by=by(Role.MANAGER), agreement=""), "role,agreement"),
    ],
    ids=["nurse", "lead", "agreement", "competency", "manager"],
)
def test_an_assessor_without_authority_is_refused(command: object, lacks: str) -> None:
    with pytest.raises(AssessorWithoutAuthority) as refused:
        after(submitted(), then=command, facts=FORM_KNOWN)
    assert refused.value.details == {"fields": lacks}


def test_the_agreements_relied_on_are_those_of_the_hubs_list() -> None:
    own = AssessmentAgreements.parse([{"code": "isles", "words": "Agreement of the isles"}])
    facts = replace(FORM_KNOWN, lists=replace(NO_LISTS, agreements=own))
    [signed_under] = after(submitted(), then=sign(agreement="isles"), facts=facts)
    assert signed_under.agreement == "isles"
    with pytest.raises(AssessorWithoutAuthority) as refused:
        after(submitted(), then=sign(), facts=facts)
    assert refused.value.details == {"fields": "agreement"}
    assert after(submitted(), signed(), then=sign(), facts=facts) == []


def test_answers_that_do_not_fit_the_form_are_refused_with_every_fault() -> None:
    with pytest.raises(AnswersFaulty) as refused:
        after(submitted(), then=sign({"carers": ["two"], "gone": [1]}), facts=FORM_KNOWN)
    assert [(fault.link_id, fault.code) for fault in refused.value.faults] == [
        ("gone", "unknown-link"),
        ("reason", "required"),
        ("carers", "wrong-type"),
    ]
    assert refused.value.details == {"fields": "gone,reason,carers"}


def test_a_form_that_nobody_knows_is_refused() -> None:
    with pytest.raises(FormNotKnown):
        after(submitted(), then=sign(), facts=known())


def test_an_assessment_keeps_the_form_version_that_it_was_made_with() -> None:
    with pytest.raises(FormChanged):
        after(submitted(), signed(), then=sign(SECOND, n=2, version="2"), facts=FORM_KNOWN)


def test_a_new_version_says_what_changed() -> None:
    assert after(submitted(), signed(), then=sign(SECOND, n=2), facts=FORM_KNOWN) == [second_signed()]
    without = after(submitted(), signed(), second_signed(), then=sign(FIRST, n=3), facts=FORM_KNOWN)
    assert [(each.number, each.changed) for each in without] == [(3, {"carers", "why"})]


def test_signing_again_records_nothing_even_after_a_later_version() -> None:
    assert after(submitted(), signed(), then=sign(), facts=FORM_KNOWN) == []
    assert after(submitted(), signed(), second_signed(), then=sign(), facts=FORM_KNOWN) == []
    assert after(submitted(), signed(), then=sign(n=2), facts=FORM_KNOWN) == []
    reordered = {"carers": [1], "reason": ["Fell at home."]}
    assert after(submitted(), signed(), then=sign(reordered, n=2), facts=FORM_KNOWN) == []


def test_the_same_answers_after_seeing_the_person_again_are_a_new_version() -> None:
    [version] = after(submitted(), signed(), then=sign(n=2, seen_at=NOON), facts=FORM_KNOWN)
    assert (version.number, version.changed, version.seen_at) == (2, frozenset(), NOON)


def test_a_second_assessment_is_one_of_its_own() -> None:
    [other] = after(submitted(), signed(), then=sign(n=2, assessment_id=OTHER_ASSESSMENT), facts=FORM_KNOWN)
    assert (other.assessment_id, other.number) == (OTHER_ASSESSMENT, 1)


def test_an_id_names_one_assessment_whatever_the_case() -> None:
    with pytest.raises(AssessmentOfAnotherCase):
        after(submitted(), then=sign(), facts=replace(FORM_KNOWN, assessment_elsewhere=True))


def test_nobody_saw_the_person_tomorrow() -> None:
    with pytest.raises(NotSeenYet):
        after(submitted(), then=sign(seen_at=NOON + timedelta(hours=1)), facts=FORM_KNOWN)


@pytest.mark.parametrize("command", [sign(n=2, assessment_id=OTHER_ASSESSMENT), still_true()], ids=["sign", "still"])
def test_nothing_is_signed_on_a_closed_case(command: object) -> None:
    with pytest.raises(AssessedAfterClosing):
        after(submitted(), signed(), closed(Outcome.DIED), then=command, facts=FORM_KNOWN)


def test_what_was_signed_before_closing_is_repeated_without_a_fuss() -> None:
    assert after(submitted(), signed(), closed(Outcome.DIED), then=sign(), facts=FORM_KNOWN) == []


def test_it_holds_for_72_hours_from_signing_and_from_each_still_true() -> None:
    assert valid_until(NOON) == NOON + timedelta(hours=72)
    assert after(submitted(), signed(), then=still_true()) == [reaffirmed()]
    late = still_true(2, at=NOON + timedelta(days=9))
    assert after(submitted(), signed(), reaffirmed(), then=late) == [reaffirmed(2)]
    assert after(submitted(), signed(), second_signed(), then=still_true()) == [reaffirmed(number=2)]


def test_still_true_said_twice_is_said_once() -> None:
    assert after(submitted(), signed(), reaffirmed(), then=still_true()) == []
    assert after(submitted(), signed(), reaffirmed(), reaffirmed(2), second_signed(), then=still_true()) == []


def test_only_an_assessor_says_that_it_is_still_true_and_only_of_what_was_signed() -> None:
    with pytest.raises(AssessorWithoutAuthority):
        after(submitted(), signed(), then=still_true(by=by(Role.HUB_LEAD)))
    with pytest.raises(NotKnown):
        after(submitted(), then=still_true())


def test_of_an_erased_person_nothing_can_be_read_and_nothing_breaks() -> None:
    erased = replace(signed(), answers=Words("(erased)"))
    state = CASE.fold(given(submitted(), erased, stream=STREAM))
    assert as_answers(state.assessments[ASSESSMENT].latest.answers) == {}
