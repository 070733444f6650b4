"""The reason engine against worked cases: spans, nights and cost, all as somebody else worked them out."""

from datetime import date, datetime
from typing import Any
from uuid import uuid4

from app.domain.codes.criteria import Criterion
from app.domain.delay import nights, spans
from app.domain.spell.criteria import CriteriaReviewed, Review, ReviewOutcome
from app.domain.spell.ready import Ready, ready
from app.events.practice import shipped_rule
from tests.domain.delay.vectors import cases, history, of_spell, time

RULE = shipped_rule()


def test_every_span_of_every_worked_case_has_the_reason_that_was_expected() -> None:
    for case in cases():
        for name, known, facts in _stays(case):
            found = [
                (span.start, span.end, [*span.why.open], span.why.reason)
                for span in spans(history(facts), known.periods, RULE)
            ]
            expected = [
                (_at(span["from"]), _at(span["to"]), span["open"], span["reportable"])
                for span in case["expected"]["reasons"]
                if span["spell"] == name
            ]
            assert found == expected, case["id"]


def test_every_night_of_every_worked_case_has_the_reason_of_its_midnight() -> None:
    for case in cases():
        for name, known, facts in _stays(case):
            counted = {night.date: night.counts_in_drd for night in known.nights}
            found = [
                (each.night, each.why.reason, counted[each.night])
                for each in nights(history(facts), known.periods, RULE)
            ]
            expected = [
                (date.fromisoformat(night["night"]), night["reason"], night["counts_in_drd"])
                for night in case["expected"]["nights"]
                if night["spell"] == name
            ]
            assert found == expected, case["id"]


def test_ready_date_days_and_cost_of_every_worked_case_are_as_expected() -> None:
    for case in cases():
        stays = {name: known for name, known, _ in _stays(case)}
        for stay in case["expected"]["spells"]:
            known = stays[stay["spell"]]
            said = (str(known.ready_date), known.days, known.nights_in_all, known.earlier_nights)
            assert said == (stay["drd"], stay["delay_days"], stay["ready_nights_all"], stay["earlier_period_nights"])
        days = sum(known.days or 0 for known in stays.values())
        assert days * RULE.cost_per_day == case["expected"]["cost_gbp_drd"], case["id"]


def _stays(case: dict[str, Any]) -> list[tuple[str, Ready, list[dict[str, Any]]]]:
    names = [stay["spell"] for stay in case["expected"]["spells"]]
    return [(name, _ready(facts), facts) for name in names for facts in [of_spell(case, name)]]


def _ready(facts: list[dict[str, Any]]) -> Ready:
    reviews = [_review(time(fact), meets=fact["meets"]) for fact in facts if fact["kind"] == "ctr_review"]
    opened = min(time(fact) for fact in facts)
    ended = max((time(fact) for fact in facts if fact["kind"] == "spell_ended"), default=None)
    assert ended, "every worked case is of a stay that ended"
    return ready(reviews, opened, ended, ended)


def _review(at: datetime, *, meets: bool) -> Review:
    outcome = ReviewOutcome.MEETS if meets else ReviewOutcome.NO_LONGER_MEETS
    criteria = frozenset({Criterion.OXYGEN} if meets else ())
    return Review(at, CriteriaReviewed(review_id=uuid4(), outcome=outcome, criteria=criteria, words=None))


def _at(text: str) -> datetime:
    return datetime.fromisoformat(text)
