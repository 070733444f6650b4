"""The worked examples of the ready date that are kept beside the project, all but their reasons."""

import json
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from app.domain.codes.criteria import Criterion
from app.domain.decider import Recorded
from app.domain.local_time import local_date
from app.domain.spell import SPELL, CriteriaReviewed, Spell, WayOut
from app.domain.spell.ready import Ready, known_by, ready
from app.domain.spell.state import admission_of
from tests.domain.given import given
from tests.domain.spell.stay import MEETS, NO_LONGER, end_reversed, ended, opened

EXAMPLES = Path(__file__).parents[4] / "shared/data/ready-date/cases.json"
CASES = json.loads(EXAMPLES.read_text())["cases"] if EXAMPLES.exists() else []


@pytest.fixture(params=CASES or [None], ids=[case["id"] for case in CASES] or ["none"])
def case(request: pytest.FixtureRequest) -> dict[str, Any]:
    if request.param is None:
        pytest.skip(f"no worked examples at {EXAMPLES}")
    example: dict[str, Any] = request.param
    return example


def test_ready_date_days_band_and_nights_are_as_worked_out(case: dict[str, Any]) -> None:
    for expected in case["expected"]["spells"]:
        spell = SPELL.fold(_events(case, expected["spell"]))
        result = _ready(spell, datetime.fromisoformat(case["facts"][-1]["at"]))
        found = {
            "drd": _iso(result.ready_date),
            "discharge_date": _iso(spell.ended_at and local_date(spell.ended_at)),
            "delay_days": result.days,
            "band": result.band,
            "ready_nights_all": result.nights_in_all,
            "earlier_period_nights": result.earlier_nights,
        }
        assert "drd" in expected
        assert found | {key: expected[key] for key in found if key in expected} == found


def test_each_night_carries_its_date_and_whether_the_published_figure_counts_it(case: dict[str, Any]) -> None:
    worked_out = [(each["spell"], each["night"], each["counts_in_drd"]) for each in case["expected"]["nights"]]
    until = datetime.fromisoformat(case["facts"][-1]["at"])
    assert worked_out == [
        (name, night.date.isoformat(), night.counts_in_drd)
        for name in dict.fromkeys(each["spell"] for each in case["expected"]["spells"])
        for night in _ready(SPELL.fold(_events(case, name)), until).nights
    ]


def test_what_was_known_on_a_day_is_answered_as_it_was_known(case: dict[str, Any]) -> None:
    for known in case.get("as_known", []):
        at = datetime.fromisoformat(known["known_at"])
        spell = SPELL.fold(known_by(_events(case, known["spell"]), at))
        result = _ready(spell, at)
        assert (_iso(result.ready_date), result.days) == (known["drd"], known["days_so_far"])
        assert (spell.ended_at is None) == (known["state"] == "in")


def _events(case: dict[str, Any], spell: str) -> list[Recorded[Any]]:
    """The spell's facts as events, in the order in which they became known."""
    facts = [fact for fact in case["facts"] if fact.get("spell") == spell and fact["kind"] in _EVENT]
    facts.sort(key=lambda fact: datetime.fromisoformat(fact["recorded_at"]))
    past = given(*((datetime.fromisoformat(fact["at"]), _EVENT[fact["kind"]](fact)) for fact in facts))
    return [
        replace(recorded, recorded_at=datetime.fromisoformat(fact["recorded_at"]))
        for recorded, fact in zip(past, facts, strict=True)
    ]


def _review(fact: dict[str, Any]) -> CriteriaReviewed:
    criteria = frozenset({Criterion.IV_MEDICATION}) if fact["meets"] else frozenset()
    outcome = MEETS if fact["meets"] else NO_LONGER
    return CriteriaReviewed(review_id=uuid4(), outcome=outcome, criteria=criteria, words=None)


_EVENT = {
    "spell_started": lambda _: opened,
    "spell_ended": lambda fact: ended(WayOut(fact["how"])),
    "spell_end_cancelled": lambda _: end_reversed(),
    "ctr_review": _review,
}


def _ready(spell: Spell, now: datetime) -> Ready:
    return ready(spell.reviews, admission_of(spell).at, spell.ended_at, now)


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
