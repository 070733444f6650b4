"""What the example's hub decides and its assessors sign is what the rules take, whatever the ward said before."""

from random import Random
from typing import Any

import pytest

from app.domain.assessment.checking import check
from app.domain.case.form import Before, Help
from app.domain.case.restarting import pathway_of
from app.domain.codes.pathways import Pathway
from app.domain.codes.restarts import Restart
from app.example.assessed import DIFFERENCES, ITEM_QUESTIONS, declared, found, restarted
from app.example.assessors import only_what_is_asked
from app.example.pathways import decision
from app.example.search import bed_for
from app.forms import RESTART, TRUSTED_ASSESSMENT, kept_forms
from tests.example.test_flow import NOW

FULL, SHORT = (kept_forms()[form_id, "1"].form for form_id in (TRUSTED_ASSESSMENT, RESTART))
SAID_BEFORE: list[dict[str, Any]] = [
    {},
    {"moving.chair.now": ["two_people"], "agreement.capacity": ["lacks"], "agreement.decision": ["Where to live"]},
    {
        "moving.weight-bearing-until": ["2026-12-24"],
        "nursing.needs": ["wound"],
        "agreement.decision": ["Where to live"],
    },
    {"nursing.infection-words": ["Side room until two clear tests"], "risks.items": ["falls", "infection"]},
]


@pytest.mark.parametrize("said", SAID_BEFORE, ids=["nothing", "two people", "limit", "infection"])
def test_whatever_is_found_can_be_signed(said: dict[str, Any]) -> None:
    for seed in range(50):
        chance = Random(seed)
        answers = only_what_is_asked(FULL, said | found(chance, said) | declared())
        assert check(FULL, answers) == []
        for back_to in (Restart.PACKAGE_SAME_LEVEL, Restart.CARE_HOME_SAME_LEVEL):
            short = {"back.access": ["key_safe"]} | restarted(chance, back_to)
            assert check(SHORT, only_what_is_asked(SHORT, short)) == []


def test_what_is_asked_about_and_found_different_is_an_item_of_the_form() -> None:
    named = [item for item, *_ in (*ITEM_QUESTIONS, *DIFFERENCES)]
    assert all(FULL.places[each].item.type.is_question for each in named)


def test_who_had_help_before_often_goes_back_to_it_as_the_rule_has_it() -> None:
    held: dict[str, Any] = {"going_to": "usual_home", "package": "package_active", "flags": ()}
    in_home = {"going_to": "own_care_home", "package": None, "flags": ()}
    nothing = {"going_to": None, "package": None, "flags": ()}
    for case, restart in ((held, Restart.PACKAGE_SAME_LEVEL), (in_home, Restart.CARE_HOME_SAME_LEVEL)):
        decided = [decision(Random(seed), NOW.date(), case) for seed in range(100)]
        as_it_was = [each for each in decided if each["given"] is Pathway.P0]
        assert {each["restart"] for each in as_it_was} == {restart}
        assert 10 < len(as_it_was) < 45
        before = Before(help=frozenset({Help.PACKAGE_ACTIVE}))
        with_restart = [each for each in decided if each.get("restart")]
        assert all(pathway_of(each["restart"], before, NOW.date()) is each["given"] for each in with_restart)
    assert all("restart" not in decision(Random(seed), NOW.date(), nothing) for seed in range(100))


def test_a_bed_is_asked_for_by_sex_and_by_weight_where_that_may_be_over_a_limit() -> None:
    assert bed_for({"sex": "F"}, {"health.weight": [{"value": 71, "unit": "kg"}]}) == {"sex": "female"}
    assert bed_for({"sex": "M"}, {"health.weight": [{"value": 131, "unit": "kg"}]}) == {"sex": "male", "weight_kg": 131}
    assert bed_for({"sex": None}, {}) == {"sex": None}
