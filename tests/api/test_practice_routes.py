"""Calendars, ladders and local lists over HTTP: read, set, set again, refused at the line, told by version."""

from typing import Any
from uuid import uuid4

import pytest

from app.domain.calendar import NO_CALENDAR
from app.domain.practice import PracticeKind, QuickPhrases
from app.events.handler import taken
from app.events.practice import calendar_of, practice
from tests.api.desk import HUB, MANAGER, NURSE, PROVIDER, Desk, refusal

OFFICE = [{"opens": "09:00", "closes": "17:00"}]
WEEK: dict[str, Any] = {"week": [OFFICE] * 5 + [[], []], "bank_holidays": "closed", "order_by": "12:00"}
RUNG = {"role": "Site coordinator", "phone": "01632 960001"}
LADDER = dict.fromkeys(("duty", "team_lead", "operational_head", "executive"), RUNG)
PHRASES = {"lines": [{"code": "rang", "words": "Rang family."}]}


async def test_a_calendar_is_set_once_and_counts_for_decisions(at_desk: Desk) -> None:
    trust = at_desk.place.trust
    answers = [await at_desk.put(f"/calendars/{trust}", WEEK, MANAGER) for _ in range(2)]
    assert [answer.json()["recorded"] for answer in answers] == [1, 0]
    stranger = uuid4()
    async with taken(at_desk.place.database, at_desk.place.hints, at_desk.place.system) as turn:
        held = await calendar_of(turn, [trust, stranger])
    assert held[trust].week[0][0].opens.hour == 9
    assert held[stranger] == NO_CALENDAR


@pytest.mark.parametrize(
    ("week", "code"),
    [
        ([[]] * 7, "never-open"),
        ([OFFICE] * 3, "not-a-week"),
        ([[*OFFICE, *OFFICE], *[[]] * 6], "hours-overlap"),
        ([[{"opens": "22:00", "closes": "06:00"}], *[[]] * 6], "hours-out-of-order"),
    ],
)
async def test_what_is_no_calendar_is_refused_in_words(at_desk: Desk, week: Any, code: str) -> None:
    assert refusal(await at_desk.put(f"/calendars/{at_desk.place.trust}", WEEK | {"week": week}, MANAGER)) == (
        409,
        code,
    )


async def test_whoever_is_not_here_has_neither_calendar_nor_ladder(at_desk: Desk) -> None:
    assert refusal(await at_desk.put(f"/calendars/{uuid4()}", WEEK, MANAGER)) == (409, "owner-not-known")
    assert refusal(await at_desk.put(f"/ladders/{uuid4()}", LADDER, MANAGER)) == (409, "organisation-not-known")
    named = LADDER | {"duty": RUNG | {"staff_id": str(uuid4())}}
    assert refusal(await at_desk.put(f"/ladders/{at_desk.place.trust}", named)) == (409, "staff-not-known")


async def test_a_ladder_and_the_senior_officer_are_set_once(at_desk: Desk) -> None:
    holder = RUNG | {"staff_id": str(at_desk.place.staff[HUB])}
    for path, body in (
        (f"/ladders/{at_desk.place.trust}", LADDER | {"duty": holder}),
        (f"/{'senior-responsible-officer'}", holder),
    ):
        assert [(await at_desk.put(path, body)).json()["recorded"] for _ in range(2)] == [1, 0]


async def test_a_system_begins_with_the_local_defaults_and_everyone_may_read_them(at_desk: Desk) -> None:
    for role in (NURSE, PROVIDER):
        lists = (await at_desk.get("/practice", role)).json()["lists"]
        assert {each["kind"] for each in lists} == {*PracticeKind}
        assert all(each["local_default"] and each["version"] == 0 and each["lines"] for each in lists)
    whole = (await at_desk.get("/practice/task_templates", NURSE)).json()
    assert [column["name"] for column in whole["columns"]][:3] == ["template", "code", "words"]
    assert whole["columns"][0]["options"][0] == "core"


@pytest.mark.parametrize(("kind", "named"), [("delay_order", "code"), ("service_lines", "waiting_reason")])
async def test_a_list_that_names_national_reasons_says_their_words(at_desk: Desk, kind: str, named: str) -> None:
    columns = {column["name"]: column for column in (await at_desk.get(f"/practice/{kind}", NURSE)).json()["columns"]}
    assert columns[named]["labels"]["HP4"] == "Awaiting patient transport services"
    assert {*columns[named]["labels"]} == {*columns[named]["options"]}
    assert all(not column["labels"] for name, column in columns.items() if not name.endswith((named, "reason")))


async def test_a_list_is_set_read_and_told_version_by_version(at_desk: Desk) -> None:
    first = await at_desk.put("/practice/quick_phrases", PHRASES)
    assert (first.json()["recorded"], first.headers["etag"]) == (1, '"1"')
    assert (await at_desk.put("/practice/quick_phrases", PHRASES)).json()["recorded"] == 0
    more = {"lines": [*PHRASES["lines"], {"code": "told", "words": "Told ward."}]}
    assert refusal(await at_desk.put("/practice/quick_phrases", more)) == (428, "match-required")
    assert refusal(await at_desk.put("/practice/quick_phrases", more, If_Match='"7"')) == (412, "match-failed")
    assert (await at_desk.put("/practice/quick_phrases", more, MANAGER, If_Match='"1"')).json()["recorded"] == 1

    held = (await at_desk.get("/practice/quick_phrases")).json()
    assert (held["version"], held["etag"], held["local_default"]) == (2, '"2"', False)
    assert held["lines"] == more["lines"]
    versions = (await at_desk.get("/practice/quick_phrases/history")).json()["versions"]
    assert [(each["version"], each["words"]) for each in versions] == [
        (2, "2 lines: 1 added"),
        (1, "1 line: 1 added, 10 removed"),
    ]
    assert versions[0]["by"] == "Sam Manager"


async def test_what_the_default_has_and_a_list_lacks_is_told(at_desk: Desk) -> None:
    default = (await at_desk.get("/practice/escalation_policy", MANAGER)).json()
    kept = [line for line in default["lines"] if line["trigger"] not in {"not_met", "not_met_again"}]
    assert (await at_desk.put("/practice/escalation_policy", {"lines": kept}, MANAGER)).status_code == 200
    now = (await at_desk.get("/practice/escalation_policy", MANAGER)).json()
    assert (now["lines"], now["default_lines"]) == (kept, default["lines"])
    lacking = {each["kind"]: each["lacking"] for each in (await at_desk.get("/practice", MANAGER)).json()["lists"]}
    assert lacking.pop("escalation_policy") == len(default["lines"]) - len(kept) == 2
    assert set(lacking.values()) == {0}


async def test_the_phrases_of_a_system_are_those_offered_above_a_note(at_desk: Desk) -> None:
    assert len((await at_desk.get("/codes")).json()["quick_phrases"]) == 10
    await at_desk.put("/practice/quick_phrases", PHRASES)
    assert [each["words"] for each in (await at_desk.get("/codes")).json()["quick_phrases"]] == ["Rang family."]
    async with taken(at_desk.place.database, at_desk.place.hints, at_desk.place.system) as turn:
        assert len((await practice(turn, QuickPhrases)).lines) == 1


async def test_a_template_with_an_assessment_before_leaving_is_refused_at_its_line(at_desk: Desk) -> None:
    whole = (await at_desk.get("/practice/task_templates")).json()
    at = next(n for n, line in enumerate(whole["lines"]) if line["code"] == "A13")
    whole["lines"][at]["precedes"] = "leave"
    answer = await at_desk.put("/practice/task_templates", {"lines": whole["lines"]})
    assert refusal(answer) == (409, "practice-faulty")
    [error] = answer.json()["errors"]
    assert error["field"] == f"lines.{at}.precedes"
    assert error["words"] == (
        f"Line {at + 1} (A13): A Care Act assessment may never precede leaving. Let it precede exit, or nothing."
    )
