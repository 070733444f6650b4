"""Since the last board round: what happened on each case of the hub, for those who may see it, and nothing before."""

from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID, uuid4

from app.domain.spell import FreezeNight
from app.domain.values import Role, SpellId
from app.events.midnight import MIDNIGHT
from tests.api.desk import CLINICIAN, HUB, LATER, NURSE, Desk, refusal


async def hold(desk: Desk) -> str:
    """The id of a round that is held now."""
    held = str(uuid4())
    answer = await desk.put(f"/hubs/{desk.place.hub}/board-rounds/{held}", {})
    assert (answer.status_code, answer.json()["recorded"]) == (200, 1)
    return held


async def news(desk: Desk, role: Role = HUB, back: int = 1) -> dict[str, list[str]]:
    """The lines of each case that has news."""
    shown = await since(desk, role, back)
    return {each["case_id"]: [line["words"] for line in each["lines"]] for each in shown["cases"]}


async def since(desk: Desk, role: Role = HUB, back: int = 1) -> dict[str, Any]:
    answer = await desk.get(f"/hubs/{desk.place.hub}/since-board-round?back={back}", role)
    assert answer.status_code == 200
    return dict(answer.json())


async def test_before_any_round_there_is_nothing_since(at_desk: Desk) -> None:
    await at_desk.referred()
    assert await since(at_desk) == {"held_at": None, "cases": []}


async def test_what_happens_after_a_round_is_told_case_by_case(at_desk: Desk) -> None:
    quiet, _ = await at_desk.referred()
    case, spell = await at_desk.referred()
    await hold(at_desk)
    assert (await since(at_desk))["cases"] == []

    await at_desk.put(f"/cases/{case}/acceptance", at_desk.manager())
    await at_desk.put(f"/cases/{case}/notes/{uuid4()}", {"audience": "everyone", "words": "Rang Zoë."})
    told = await since(at_desk)
    [one] = told["cases"]
    assert (one["case_id"], one["name"], one["bed"], one["ward"]) == (case, "EXAMPLE, Ada", "A1-01", "Ash ward")
    assert [line["words"] for line in one["lines"]] == [
        "Accepted. Case manager: Sam Case Manager.",
        "14 tasks raised (core).",
        "Note for everyone on the case: “Rang Zoë.”",
    ]
    move = {"ward_id": str(at_desk.place.other_ward), "bed": "B1", "at": "2026-10-21T09:00:00Z"}
    await at_desk.put(f"/spells/{spell}/bed", move, NURSE)
    assert "Moved to Birch ward, bed B1." in (await news(at_desk))[case]
    assert quiet not in await news(at_desk)

    await hold(at_desk)
    assert await news(at_desk) == {}
    assert set(await news(at_desk, back=2)) == {case}


async def test_a_note_is_news_only_for_whom_it_is(at_desk: Desk) -> None:
    case, _ = await at_desk.referred()
    await hold(at_desk)
    await at_desk.put(f"/cases/{case}/notes/{uuid4()}", {"audience": "hub", "words": "Ours."})
    assert await news(at_desk) == {case: ["Note for the hub only: “Ours.”"]}
    assert await news(at_desk, NURSE) == {}


async def test_a_night_frozen_at_midnight_is_no_news_and_what_is_said_of_it_is(at_desk: Desk) -> None:
    case, spell = await at_desk.referred()
    review = {"outcome": "no_longer_meets", "criteria": [], "at": LATER}
    assert (await at_desk.put(f"/spells/{spell}/reviews/{uuid4()}", review, CLINICIAN)).status_code == 200
    await hold(at_desk)
    nights = [date(2026, 10, day) for day in (21, 22, 23)]
    for night in nights:
        key = SpellId(UUID(spell))
        await at_desk.place.do(FreezeNight(spell_id=key, night=night, by=MIDNIGHT, at=datetime.now(UTC)))
    assert await news(at_desk) == {}
    [line] = [line for line in await timeline(at_desk, case) if "frozen" in line]
    assert line.startswith("3 nights frozen, Wed 21 Oct to Fri 23 Oct: ")
    move = {"ward_id": str(at_desk.place.other_ward), "bed": "B1", "at": LATER}
    await at_desk.put(f"/spells/{spell}/bed", move, NURSE)
    assert await news(at_desk) == {case: ["Moved to Birch ward, bed B1."]}


async def timeline(desk: Desk, case: str) -> list[str]:
    """The case's timeline, in words."""
    return [line["words"] for line in (await desk.get(f"/cases/{case}")).json()["timeline"]]


async def test_a_case_that_was_closed_since_is_told_once_more_and_one_closed_before_is_not(at_desk: Desk) -> None:
    before, _ = await at_desk.referred()
    after, _ = await at_desk.referred()
    await at_desk.put(f"/cases/{before}/closure", {"outcome": "no_longer_needed"})
    await hold(at_desk)
    await at_desk.put(f"/cases/{after}/closure", {"outcome": "person_declined"})
    assert await news(at_desk) == {after: ["Closed: the person declined."]}


async def test_a_round_sent_twice_is_one_and_a_strange_hub_holds_none(at_desk: Desk) -> None:
    held = await hold(at_desk)
    again = await at_desk.put(f"/hubs/{at_desk.place.hub}/board-rounds/{held}", {})
    assert again.json()["recorded"] == 0
    assert refusal(await at_desk.put(f"/hubs/{uuid4()}/board-rounds/{uuid4()}", {})) == (409, "hub-not-known")
    assert refusal(await at_desk.get(f"/hubs/{at_desk.place.hub}/since-board-round?back=9")) == (422, "wrong-shape")


async def test_a_round_recorded_by_mistake_is_undone_and_what_was_news_before_it_is_news_again(at_desk: Desk) -> None:
    case, _ = await at_desk.referred()
    await hold(at_desk)
    await at_desk.put(f"/cases/{case}/acceptance", at_desk.manager())
    mistaken = await hold(at_desk)
    assert await news(at_desk) == {}

    undoing = f"/hubs/{at_desk.place.hub}/board-rounds/{mistaken}/undoing"
    assert [(await at_desk.put(undoing, {})).json()["recorded"] for _ in range(2)] == [1, 0]
    assert await news(at_desk) == {case: ["Accepted. Case manager: Sam Case Manager.", "14 tasks raised (core)."]}
    assert refusal(await at_desk.put(undoing, {}, NURSE)) == (403, "not-allowed")
    strange = f"/hubs/{at_desk.place.hub}/board-rounds/{uuid4()}/undoing"
    assert refusal(await at_desk.put(strange, {})) == (404, "not-known")


async def test_where_the_only_round_was_undone_none_was_held(at_desk: Desk) -> None:
    only = await hold(at_desk)
    await at_desk.put(f"/hubs/{at_desk.place.hub}/board-rounds/{only}/undoing", {})
    assert await since(at_desk) == {"held_at": None, "cases": []}


async def test_a_board_hears_of_its_rounds(at_desk: Desk) -> None:
    for _ in range(6):
        await hold(at_desk)
    stored = "SELECT rounds::text FROM board_round_1 WHERE system_id = $1"
    rounds = await at_desk.place.database.reads.fetchval(stored, at_desk.place.system)
    assert rounds.count('"since"') == 5
