"""What a whole-ward review tells besides the criteria: who needs the hub, and when somebody is expected to leave."""

from datetime import UTC, datetime, timedelta

from tests.api.desk import HUB, NURSE, Desk, date_in_words, twice


async def test_whether_somebody_needs_the_hub_is_said_once_by_ward_or_hub(here: Desk) -> None:
    spell = await here.admitted()
    assert (await here.get(f"/spells/{spell}", NURSE)).json()["spell"]["needs_hub"] is None
    assert await twice(here, f"/spells/{spell}/hub-need", {"need": "yes"}) == [1, 0]
    assert await twice(here, f"/spells/{spell}/hub-need", {"need": "dont_know"}, HUB) == [1, 0]
    page = (await here.get(f"/spells/{spell}", NURSE)).json()
    assert page["spell"]["needs_hub"] == "dont_know"
    assert [line["words"] for line in page["timeline"]][-2:] == ["Needs the hub? Yes.", "Needs the hub? Don't know."]


async def test_what_waited_in_a_page_counts_from_when_it_was_said(here: Desk) -> None:
    spell, path = await here.admitted(), "hub-need"
    waited = {"need": "yes", "at": (datetime.now(UTC) - timedelta(minutes=20)).isoformat()}
    assert await twice(here, f"/spells/{spell}/{path}", {"need": "no"}) == [1, 0]
    assert await twice(here, f"/spells/{spell}/{path}", waited) == [1, 0]
    assert (await here.get(f"/spells/{spell}", NURSE)).json()["spell"]["needs_hub"] == "no"


async def test_an_expected_date_moves_with_its_reason_and_keeps_its_history(here: Desk) -> None:
    spell = await here.admitted()
    first, second = ((datetime.now(UTC) + timedelta(days=n)).date().isoformat() for n in (3, 6))
    moved = {"expected_on": second, "reason": "waiting_for_tests", "words": "CT on Thursday."}
    assert await twice(here, f"/spells/{spell}/expected-discharge", {"expected_on": first}) == [1, 0]
    assert await twice(here, f"/spells/{spell}/expected-discharge", moved) == [1, 0]
    page = (await here.get(f"/spells/{spell}", NURSE)).json()
    assert (page["spell"]["discharge_changes"], page["spell"]["discharge_reason"]) == (1, "waiting_for_tests")
    assert [line["words"] for line in page["timeline"]][-1] == (
        f"EDD moved from {date_in_words(first)} to {date_in_words(second)}: waiting for tests. “CT on Thursday.”"
    )
