"""The worked cases of ready dates and reasons beside the repository, as facts of ours."""

import json
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from app.domain.codes.delay_reasons import DelayReason
from app.domain.codes.service_lines import ServiceLine
from app.domain.delay import Blocker, Fact, Field, History
from app.domain.delay.facts import ASKED, SENT, Need, Search

FILE = Path(__file__).parents[4] / "shared" / "data" / "ready-date" / "cases.json"
LINES = {
    "reablement_home": ServiceLine.REAB,
    "home_care": ServiceLine.HOME_CARE,
    "community_nursing": ServiceLine.NURSING_HOME_VISITS,
    "housing": ServiceLine.HOUSING,
    "intermediate_care_bed": ServiceLine.IC_UNIT,
    "care_home": ServiceLine.NURS,
    "end_of_life": ServiceLine.EOL_HOME,
    "mental_health_bed": ServiceLine.MH_BED,
}
WANTED = {"therapy": DelayReason.HP1, "medical": DelayReason.HP2}
REVIEW = {"therapy": DelayReason.HP1, "medical": DelayReason.HP2}


def cases() -> list[dict[str, Any]]:
    """Every worked case; the test is skipped where the file is not there."""
    if not FILE.exists():
        pytest.skip(f"no worked cases at {FILE}")
    found: list[dict[str, Any]] = json.loads(FILE.read_text())["cases"]
    return found


def of_spell(case: dict[str, Any], spell: str, known_at: datetime | None = None) -> list[dict[str, Any]]:
    """The facts of one stay, all of them or those known by then."""
    facts = [each for each in case["facts"] if each.get("spell") == spell]
    return [each for each in facts if known_at is None or time(each, "recorded_at") <= known_at]


def time(fact: dict[str, Any], key: str = "at") -> datetime:
    """When it happened, or became known."""
    return datetime.fromisoformat(fact[key])


def history(facts: list[dict[str, Any]]) -> History:
    """What the reason is derived from."""
    return History(tuple(each for fact in facts for each in _facts(fact)), tuple(_blockers(facts)))


def _facts(fact: dict[str, Any]) -> Iterator[Fact]:
    def told(field: Field, value: str | None) -> Fact:
        return Fact(time(fact), field, value)

    if "line" in fact:
        yield told(Field.LINE, LINES[fact["line"]])
    match fact["kind"]:
        case "need":
            yield told(Field.NEED, Need(fact["value"]))
        case "referral_sent" | "referral_resubmitted":
            yield told(Field.REFERRAL, SENT)
        case "referral_returned":
            yield told(Field.REFERRAL, WANTED.get(fact["wants"], DelayReason.HP3))
        case "pathway_decided":
            yield told(Field.PATHWAY, fact["pathway"])
        case "offers_sent" | "accepted_in_principle" | "provider_answered":
            yield told(Field.SEARCH, Search.OUT)
        case "provider_asks":
            yield told(Field.SEARCH, Search.ASKED_MORE)
        case "nobody_has_a_place":
            yield told(Field.SEARCH, Search.NOBODY)
        case "start_confirmed" | "start_changed":
            yield told(Field.SEARCH, Search.CONFIRMED)
            yield told(Field.LEAVE_FROM, fact["leave_from"])
        case "restart_asked":
            yield told(Field.RESTART, ASKED)
        case "restart_confirmed":
            yield told(Field.RESTART, fact["leave_from"])
        case _:
            pass


def _blockers(facts: list[dict[str, Any]]) -> Iterator[Blocker]:
    opened: dict[tuple[str, str], datetime] = {}
    for fact in sorted(facts, key=time):
        match fact["kind"].split("_"):
            case [what, "opened" | "asked"] if what in {"wait", "stop", "review"}:
                opened[what, _code(fact)] = time(fact)
            case [what, "closed" | "done"] if what in {"wait", "stop", "review"}:
                start = opened.pop((what, _code(fact)))
                yield Blocker(reason=DelayReason(_code(fact)), start=start, end=time(fact), stops=what == "stop")
    for (what, code), start in opened.items():
        yield Blocker(reason=DelayReason(code), start=start, stops=what == "stop")


def _code(fact: dict[str, Any]) -> str:
    return str(fact.get("code") or REVIEW[fact["what"]])
