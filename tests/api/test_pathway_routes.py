"""Deciding the way home over HTTP: what each pathway asks for, best interests first, and every decision kept."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from tests.api.desk import BED_DECISION, CLINICIAN, HUB, NURSE, Desk, refusal

LACKS = {"capacity": {"state": "lacks", "decision": "Where to live"}}
BEST_INTERESTS = {
    "decision": "To a short-term bed for now.",
    "decided_by": "Dr Yusuf Khan, consultant",
    "consulted": "Her son.",
}


def in_days(number: int) -> str:
    return (datetime.now(UTC) + timedelta(days=number)).date().isoformat()


CARE_HOME = BED_DECISION | {"needed": "P3", "given": "P3", "why_not_home": "H01", "senior_yes": "Helen Marsh, hub lead"}


@pytest.mark.parametrize(
    ("decision", "code", "fields"),
    [
        (BED_DECISION | {"decided_by": None}, "why-not-home-missing", "decided_by"),
        (BED_DECISION | {"needed": "P2"}, "home-would-not-do", "why_not_home"),
        (CARE_HOME | {"senior_yes": None}, "senior-yes-missing", "senior_yes"),
        (CARE_HOME | {"review_on": in_days(16)}, "home-now-too-late", "review_on"),
        (BED_DECISION | {"why_not_home": "H06"}, "limit-without-end", "limit_until"),
        ({"needed": "P1", "given": "P1", "alternatives": ["telecare"]}, "why-not-home-not-wanted", "alternatives"),
        ({"needed": "P1", "given": "P1", "restart": "package_same_level"}, "restart-is-ward-discharge", "given"),
        (
            {"needed": "P1", "given": "P0", "restart": "care_home_more_support"},
            "more-support-is-home-with-support",
            "given",
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
async def test_a_decision_without_its_parts_is_refused_naming_the_fields(
    here: Desk, decision: dict[str, Any], code: str, fields: str
) -> None:
    case, _ = await here.planning()
    answer = await here.put(f"/cases/{case}/pathway", decision)
    assert (refusal(answer), answer.json()["fields"]) == ((409, code), fields)


async def test_a_lapsed_package_is_not_restarted_as_a_ward_discharge(here: Desk) -> None:
    case, _ = await here.planning()
    await here.put(f"/cases/{case}/amendment", {"before": {"help": ["package_lapsed"]}}, NURSE)
    restart = {"needed": "P0", "given": "P0", "restart": "package_same_level"}
    answer = await here.put(f"/cases/{case}/pathway", restart)
    assert refusal(answer) == (409, "lapsed-package-is-home-with-support")
    assert (await here.put(f"/cases/{case}/pathway", restart | {"given": "P1"})).json()["recorded"] == 1


async def test_a_care_home_with_all_its_parts_is_decided(here: Desk) -> None:
    case, _ = await here.planning()
    whole = CARE_HOME | {"alternatives": ["live_in", "night_sitting"]}
    assert (await here.put(f"/cases/{case}/pathway", whole)).json()["recorded"] == 1
    assert (await here.put(f"/cases/{case}/pathway", whole)).json()["recorded"] == 0
    page = (await here.get(f"/cases/{case}")).json()
    assert {name: page["pathway"][name] for name in whole} == whole
    assert page["case"]["unmet_p1"] is False


async def test_a_bed_for_want_of_home_with_support_is_shown_as_unmet_demand(here: Desk) -> None:
    case, _ = await here.planning()
    await here.put(f"/cases/{case}/pathway", BED_DECISION)
    assert (await here.get(f"/cases/{case}")).json()["case"]["unmet_p1"] is True


async def test_every_earlier_decision_is_shown_with_who_and_when_the_latest_first(here: Desk) -> None:
    case, _ = await here.planning()
    for given in ("P1", "P0", "P1"):
        latest = (await here.get(f"/cases/{case}")).json()["pathway"]
        tag = {"If_Match": latest["etag"]} if latest else {}
        answer = await here.put(f"/cases/{case}/pathway", {"needed": "P1", "given": given}, **tag)
        assert answer.json()["recorded"] == 1
    pathway = (await here.get(f"/cases/{case}")).json()["pathway"]
    assert (pathway["given"], [each["given"] for each in pathway["earlier"]]) == ("P1", ["P0", "P1"])
    for each in (pathway, *pathway["earlier"]):
        assert (each["by"], each["role"]) == ("Sam Hub Lead", "hub_lead")
        assert each["at"] <= each["recorded_at"]


async def test_a_bed_waits_for_best_interests_where_somebody_lacks_capacity(here: Desk) -> None:
    case, _ = await here.planning()
    await here.put(f"/cases/{case}/amendment", LACKS, NURSE)
    assert refusal(await here.put(f"/cases/{case}/pathway", BED_DECISION)) == (409, "best-interests-missing")
    assert (await here.get(f"/cases/{case}")).json()["case"]["flags"] == ["lacks_capacity"]

    assert (await here.put(f"/cases/{case}/best-interests", BEST_INTERESTS, CLINICIAN)).json()["recorded"] == 1

    assert (await here.put(f"/cases/{case}/pathway", BED_DECISION)).json()["recorded"] == 1
    page = (await here.get(f"/cases/{case}")).json()
    assert page["case"]["flags"] == ["best_interests_decided", "lacks_capacity"]
    assert {name: page["best_interests"][name] for name in BEST_INTERESTS} == BEST_INTERESTS
    assert page["best_interests"]["by"] == "Sam Ward Clinician"


async def test_a_best_interests_decision_settles_one_named_decision(here: Desk) -> None:
    case, _ = await here.planning()
    await here.put(f"/cases/{case}/amendment", LACKS, NURSE)
    await here.put(f"/cases/{case}/best-interests", BEST_INTERESTS | {"about": "Where to live"}, CLINICIAN)
    page = (await here.get(f"/cases/{case}")).json()
    assert (page["best_interests"]["about"], page["best_interests"]["settles"]) == ("Where to live", True)

    other, tag = {"state": "lacks", "decision": "Which medicines to take"}, page["referral"]["etags"]["capacity"]
    await here.put(f"/cases/{case}/amendment", {"capacity": other}, NURSE, If_Match=tag)

    page = (await here.get(f"/cases/{case}")).json()
    assert (page["best_interests"]["settles"], page["case"]["flags"]) == (False, ["lacks_capacity"])
    assert refusal(await here.put(f"/cases/{case}/pathway", BED_DECISION)) == (409, "best-interests-about-another")
    later = BEST_INTERESTS | {"decision": "Home after all."}
    path, held = f"/cases/{case}/best-interests", page["best_interests"]["etag"]
    stale = await here.put(path, later | {"about": "Where to live"}, CLINICIAN, If_Match=held)
    assert refusal(stale) == (409, "another-decision-named")
    assert (await here.put(path, later, CLINICIAN, If_Match=held)).json()["recorded"] == 1
    assert (await here.put(f"/cases/{case}/pathway", BED_DECISION)).json()["recorded"] == 1


async def test_a_care_home_waits_while_capacity_is_in_doubt(here: Desk) -> None:
    case, _ = await here.planning()
    await here.put(f"/cases/{case}/amendment", {"capacity": {"state": "doubt"}}, NURSE)
    assert refusal(await here.put(f"/cases/{case}/pathway", CARE_HOME)) == (409, "capacity-in-doubt")


async def test_a_nurse_records_no_best_interests_decision(here: Desk) -> None:
    case, _ = await here.planning()
    await here.put(f"/cases/{case}/amendment", LACKS, NURSE)
    answer = await here.put(f"/cases/{case}/best-interests", BEST_INTERESTS, NURSE)
    assert refusal(answer) == (403, "not-allowed")


async def test_a_best_interests_decision_belongs_to_somebody_who_lacks_capacity(here: Desk) -> None:
    case, _ = await here.planning()
    answer = await here.put(f"/cases/{case}/best-interests", BEST_INTERESTS)
    assert refusal(answer) == (409, "capacity-not-lacking")


async def test_a_later_best_interests_decision_names_the_one_it_follows(here: Desk) -> None:
    case, _ = await here.planning()
    await here.put(f"/cases/{case}/amendment", LACKS, NURSE)
    path, later = f"/cases/{case}/best-interests", BEST_INTERESTS | {"decision": "Home after all."}
    await here.put(path, BEST_INTERESTS)
    assert (await here.put(path, BEST_INTERESTS)).json()["recorded"] == 0
    assert refusal(await here.put(path, later)) == (428, "match-required")
    assert refusal(await here.put(path, later, If_Match='"1"')) == (412, "match-failed")
    tag = (await here.get(f"/cases/{case}")).json()["best_interests"]["etag"]
    assert (await here.put(path, later, If_Match=tag)).json()["recorded"] == 1


async def test_a_field_answered_alike_twice_is_answered_once(here: Desk) -> None:
    case, _ = await here.planning()
    asked = {"told_and_agrees": {"agrees": "agrees"}}
    assert [(await here.put(f"/cases/{case}/amendment", asked, role)).json()["recorded"] for role in (NURSE, HUB)] == [
        1,
        0,
    ]


async def test_the_lists_of_the_decision_and_of_the_form_have_words(here: Desk) -> None:
    codes = (await here.get("/codes")).json()
    assert {"code": "night_sitting", "words": "Night sitting"} in [
        {name: each[name] for name in ("code", "words")} for each in codes["alternatives"]
    ]
    assert codes["flags"][0]["category"]
    capacity = {each["code"]: each["words"] for each in codes["capacity"]}
    assert capacity["lacks"] == "Lacks capacity for this decision"
    assert len(codes["restarts"]) == 4
