"""A pathway as it is stored, with each of the parts that came later."""

import json
from dataclasses import replace
from datetime import date

from app.domain.codes.alternatives import Alternative
from app.domain.codes.restarts import Restart
from app.domain.values import Words
from app.events.codec import decode, encode
from tests.events.examples import EXAMPLES, KEY, STREAM

WHOLE = replace(
    EXAMPLES["case.pathway_decided.2"],
    alternatives=frozenset({Alternative.TELECARE, Alternative.NIGHT_SITTING, Alternative.EQUIPMENT}),
    decided_by=Words("The hub team"),
    senior_yes=Words("Helen Marsh"),
    limit_until=date(2027, 1, 8),
    restart=Restart.PACKAGE_MORE_SUPPORT,
)


def test_every_part_comes_back_as_it_was_recorded() -> None:
    name, data = encode(WHOLE, KEY, STREAM)
    assert decode(name, json.loads(json.dumps(data)), KEY, STREAM) == WHOLE


def test_who_decided_is_sealed_and_what_was_considered_is_sorted() -> None:
    _, data = encode(WHOLE, KEY, STREAM)
    assert data["alternatives"] == ["equipment", "night_sitting", "telecare"]
    assert "Helen" not in json.dumps(data)
    assert "team" not in json.dumps(data)


def test_a_pathway_of_before_reasons_were_the_hubs_own_counts_as_unmet_demand_by_the_one_code_that_did() -> None:
    data = encode(EXAMPLES["case.pathway_decided.2"], KEY, STREAM)[1]
    for code, unmet in (("H15", True), ("H01", False)):
        kept = {name: value for name, value in data.items() if name != "unmet_p1"} | {"why_not_home": code}
        assert decode("case.pathway_decided.1", kept, KEY, STREAM).unmet_p1 is unmet


def test_a_pathway_of_before_these_parts_is_read_with_nothing_in_them() -> None:
    old = EXAMPLES["case.pathway_decided.1"]
    _, data = encode(old, KEY, STREAM)
    later = ("alternatives", "decided_by", "senior_yes", "limit_until", "restart", "unmet_p1")
    kept = {name: value for name, value in data.items() if name not in later}
    assert decode("case.pathway_decided.1", kept, KEY, STREAM) == old
