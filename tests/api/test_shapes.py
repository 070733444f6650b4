"""What is not the right shape is a 422 that says in words, field by field, what would be."""

from typing import Any
from uuid import uuid4

import pytest

from tests.api.desk import CLINICIAN, HUB, LATER, NURSE, SLOT, Desk, refusal

ID = "00000000-0000-4000-8000-000000000001"
REFERRAL = {"spell_id": ID, "hub_id": ID, "why_in_hospital": "Fell."}
TIME = "Give a date and time with its zone, such as 2026-11-22T11:30:00Z."


async def errors(here: Desk, path: str, body: Any, role: Any = HUB) -> list[tuple[str, str]]:
    answer = await here.put(path, body, role)
    assert refusal(answer) == (422, "wrong-shape")
    return [(each["field"], each["words"]) for each in answer.json()["errors"]]


@pytest.mark.parametrize(
    ("change", "field", "words"),
    [
        (
            {"why_in_hospital": "a\x00b"},
            "why_in_hospital",
            "The text contains a NUL character, which cannot be stored. Remove it.",
        ),
        (
            {"why_in_hospital": "a\ud800"},
            "why_in_hospital",
            "The text contains half of a character (a lone surrogate). Type it again.",
        ),
        ({"why_in_hospital": "a" * 401}, "why_in_hospital", "Use at most 400 characters."),
        ({"spell_id": "one"}, "spell_id", "This is not an id. Ids are UUIDs."),
        ({"spell_id": 1}, "spell_id", "This is not an id. Ids are UUIDs."),
        ({"needs": {"needs": "meals"}}, "needs.needs", "Send a list here."),
        ({"needs": {"needs": ["meals"] * 99}}, "needs.needs", "Choose at most 40."),
        ({"wrods": "Fell."}, "wrods", "There is no such field. Check how it is spelt."),
    ],
)
async def test_a_wrong_field_is_named_and_said_in_words(
    here: Desk, change: dict[str, Any], field: str, words: str
) -> None:
    assert await errors(here, f"/cases/{uuid4()}/referral", REFERRAL | change, NURSE) == [(field, words)]


async def test_every_missing_field_is_named(here: Desk) -> None:
    fill = "Fill this in."
    missing = [("spell_id", fill), ("hub_id", fill)]
    assert await errors(here, f"/cases/{uuid4()}/referral", {}, NURSE) == missing


@pytest.mark.parametrize(
    ("path", "body", "role", "expected"),
    [
        ("return", {"fields": [], "words": " "}, HUB, [("fields", "Choose at least 1."), ("words", "Fill this in.")]),
        ("leaving", SLOT | {"leave_at": "soon"}, HUB, [("leave_at", TIME)]),
        ("leaving", SLOT | {"leave_at": None}, HUB, [("leave_at", TIME)]),
        (
            "leaving",
            SLOT | {"leave_at": "2030-11-27T10:00:00"},
            HUB,
            [("leave_at", "Say the time's zone, such as the Z in 2026-11-22T11:30:00Z.")],
        ),
        ("leaving", SLOT | {"leave_from": "roof"}, HUB, [("leave_from", "Choose one of: 'ward' or 'lounge'.")]),
        (
            "pathway",
            {"needed": "P1", "given": "P1", "review_on": "1 December"},
            HUB,
            [("review_on", "Give a date such as 2026-11-22.")],
        ),
        ("closure", [], HUB, [("body", "Send a JSON object here.")]),
        ("closure", None, HUB, [("body", "Send a JSON object here.")]),
    ],
)
async def test_each_kind_of_mistake_has_its_words(
    here: Desk, path: str, body: Any, role: Any, expected: list[tuple[str, str]]
) -> None:
    assert await errors(here, f"/cases/{uuid4()}/{path}", body, role) == expected


@pytest.mark.parametrize("at", ["0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-12:00", "1800-01-01T00:00:00Z"])
async def test_a_year_that_cannot_be_right_is_refused(here: Desk, at: str) -> None:
    expected = [("leave_at", "This year cannot be right. Check the date.")]
    assert await errors(here, f"/cases/{uuid4()}/leaving", SLOT | {"leave_at": at}) == expected


async def test_an_address_that_holds_no_id_says_so(here: Desk) -> None:
    assert await errors(here, "/cases/one/closure", {"outcome": "died"}) == [
        ("case_id", "This is not an id. Ids are UUIDs.")
    ]


async def test_a_rule_of_the_whole_body_is_said_without_pydantics_prefix(here: Desk) -> None:
    expected = [("body", "Say on which ward and in which bed the person is now.")]
    assert await errors(here, f"/spells/{uuid4()}/reversal", {"what": "move", "at": LATER}, NURSE) == expected


async def test_what_was_sent_is_not_echoed(here: Desk) -> None:
    answer = await here.put(f"/spells/{uuid4()}/reviews/{uuid4()}", {"words": {"canary": 1}}, CLINICIAN)
    assert answer.status_code == 422
    assert "canary" not in answer.text


@pytest.mark.parametrize(
    "raw", [b"{", b'{"outcome": "died"', b"", b"\xff\xfe", b'{"words": "\\ud8"}', b"nope", b"[" * 9999]
)
async def test_what_is_no_json_is_a_problem_and_no_fault(here: Desk, raw: bytes) -> None:
    headers = await here.headers(HUB) | {"Content-Type": "application/json"}
    answer = await here.client.put(f"/api/v1/cases/{uuid4()}/closure", content=raw, headers=headers)
    assert refusal(answer) == (422, "wrong-shape")
    [error] = answer.json()["errors"]
    assert error["field"] == "body"
    assert error["words"] in {"This is not JSON.", "Fill this in."}
