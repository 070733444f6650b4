"""Notes over HTTP: for whom each is, amended by its author, pinned, found by its words, erased with the person."""

from datetime import UTC, datetime
from typing import Any
from uuid import UUID, uuid4

import pytest

from app.api.erasing import erase_person
from app.domain.values import PersonId, Role
from tests.api.desk import HUB, MANAGER, NURSE, PROVIDER, Desk, refusal


async def write(desk: Desk, case: str, words: str, role: Role = HUB, **more: Any) -> str:
    """The id of a new note."""
    note = str(uuid4())
    body = {"audience": "everyone", "words": words} | more
    answer = await desk.put(f"/cases/{case}/notes/{note}", body, role)
    assert (answer.status_code, answer.json()["recorded"]) == (200, 1)
    return note


async def notes_of(desk: Desk, case: str, role: Role = HUB) -> list[dict[str, Any]]:
    page = (await desk.get(f"/cases/{case}", role)).json()
    return list(page["notes"])


async def found(desk: Desk, words: str, role: Role = HUB, **more: Any) -> set[str]:
    answer = await desk.post("/notes/search", {"words": words} | more, role)
    assert answer.status_code == 200
    return {note["note_id"] for note in answer.json()["notes"]}


async def test_a_note_is_written_once_with_who_and_when(here: Desk) -> None:
    case, _ = await here.referred()
    note = await write(here, case, "Rang Zoë, no answer.", pinned=True)
    again = {"audience": "everyone", "words": "Rang Zoë, no answer.", "pinned": True}
    assert (await here.put(f"/cases/{case}/notes/{note}", again)).json()["recorded"] == 0
    other = await here.put(f"/cases/{case}/notes/{note}", again | {"words": "Rang the son."})
    assert refusal(other) == (409, "note-sent-before")
    [shown] = await notes_of(here, case)
    assert (shown["note_id"], shown["by"], shown["role"]) == (note, "Sam Hub Lead", "hub_lead")
    assert (shown["words"], shown["pinned"], shown["mine"]) == ("Rang Zoë, no answer.", True, True)
    assert [each["mine"] for each in await notes_of(here, case, NURSE)] == [False]


async def test_the_id_of_a_note_on_another_case_is_not_taken_again(here: Desk) -> None:
    case, other = (await here.referred())[0], (await here.referred())[0]
    note = await write(here, case, "Here.")
    there = await here.put(f"/cases/{other}/notes/{note}", {"audience": "everyone", "words": "Here."})
    assert refusal(there) == (409, "note-sent-before")


async def test_a_note_is_shown_only_to_whom_it_is_for_in_the_page_and_in_its_timeline(here: Desk) -> None:
    case, _ = await here.referred()
    ours = await write(here, case, "canary-hub", audience="hub")
    theirs = await write(here, case, "canary-ward", NURSE, audience="ward")
    await here.put(f"/cases/{case}/notes/{ours}/amendments/{uuid4()}", {"words": "canary-hub again"})
    await here.put(f"/cases/{case}/notes/{theirs}/pin", {"pinned": True}, NURSE)
    for role, seen, unseen in ((HUB, "canary-hub", "canary-ward"), (NURSE, "canary-ward", "canary-hub")):
        said = (await here.get(f"/cases/{case}", role)).text
        assert (seen in said, unseen in said) == (True, False)
    said = (await here.get(f"/cases/{case}", MANAGER)).text
    assert "canary" not in said
    assert "pinned" not in str((await here.get(f"/cases/{case}", HUB)).json()["timeline"])


async def test_nobody_writes_what_they_could_not_read(here: Desk) -> None:
    case, _ = await here.referred()
    for role, audience in ((HUB, "ward"), (NURSE, "hub")):
        answer = await here.put(f"/cases/{case}/notes/{uuid4()}", {"audience": audience, "words": "Hello."}, role)
        assert refusal(answer) == (409, "note-for-others-only")


async def test_only_its_author_amends_a_note_and_the_earlier_one_stays_readable(here: Desk) -> None:
    case, _ = await here.referred()
    note, amendment = await write(here, case, "Thursday.", pinned=True), str(uuid4())
    path = f"/cases/{case}/notes/{note}/amendments/{amendment}"
    assert refusal(await here.put(path, {"words": "Friday."}, NURSE)) == (409, "not-your-note")
    for recorded in (1, 0):
        assert (await here.put(path, {"words": "Friday."})).json()["recorded"] == recorded
    late = await here.put(f"/cases/{case}/notes/{note}/amendments/{uuid4()}", {"words": "Monday."})
    assert (refusal(late), late.json()["note_id"]) == ((409, "note-amended-already"), amendment)
    latest, earlier = await notes_of(here, case, NURSE)
    assert (latest["words"], latest["amends"], latest["pinned"]) == ("Friday.", note, True)
    assert (earlier["words"], earlier["amended_by"], earlier["pinned"]) == ("Thursday.", amendment, False)


async def test_a_note_for_others_can_be_neither_pinned_nor_amended(here: Desk) -> None:
    case, _ = await here.referred()
    note = await write(here, case, "Ours.", audience="hub")
    for path, body in ((f"{note}/pin", {"pinned": True}), (f"{note}/amendments/{uuid4()}", {"words": "Mine."})):
        assert refusal(await here.put(f"/cases/{case}/notes/{path}", body, NURSE)) == (404, "not-known")


async def test_notes_are_written_after_the_case_is_closed(here: Desk) -> None:
    case, _ = await here.referred()
    await here.put(f"/cases/{case}/closure", {"outcome": "no_longer_needed"})
    await write(here, case, "Daughter rang: all is well.")


async def test_a_note_is_found_by_all_of_its_words_by_whom_it_is_for(at_desk: Desk) -> None:
    case, _ = await at_desk.referred()
    ours = await write(at_desk, case, "Rang Lapwing Care about Thursday’s double-up.", audience="hub")
    both = await write(at_desk, case, "Lapwing rang back.", NURSE)
    assert await found(at_desk, "lapwing") == {ours, both}
    assert await found(at_desk, "LAPWING thursday") == {ours}
    assert await found(at_desk, "lap back") == {both}
    assert await found(at_desk, "lapwing", NURSE) == await found(at_desk, "lapwing", MANAGER) == {both}
    assert await found(at_desk, "heron") == await found(at_desk, "& | ! :*") == set()
    hub = str(at_desk.place.hub)
    assert await found(at_desk, "rang", hub_id=hub) == {ours, both}
    assert await found(at_desk, "rang", hub_id=case) == set()
    [note] = (await at_desk.post("/notes/search", {"words": "thursday"})).json()["notes"]
    assert (note["case_id"], note["name"], note["by"]) == (case, "EXAMPLE, Ada", "Sam Hub Lead")


async def test_a_search_ends_at_the_system(here: Desk, elsewhere: Desk) -> None:
    case, _ = await elsewhere.referred()
    word = f"canary{uuid4().hex}"
    note = await write(elsewhere, case, f"Seen by {word}.")
    assert (await found(elsewhere, word), await found(here, word)) == ({note}, set())
    head = await elsewhere.head()
    for path, body in ((note, {"audience": "everyone", "words": "Hi."}), (f"{note}/pin", {"pinned": True})):
        assert refusal(await here.put(f"/cases/{case}/notes/{path}", body)) == (404, "not-known")
    assert await elsewhere.head() == head


async def test_a_service_reads_no_notes(here: Desk) -> None:
    assert refusal(await here.post("/notes/search", {"words": "rang"}, PROVIDER)) == (403, "not-allowed")


async def test_the_words_of_a_note_go_with_the_person(at_desk: Desk) -> None:
    case, _ = await at_desk.referred()
    note = await write(at_desk, case, "Canary sings.")
    await at_desk.put(f"/cases/{case}/notes/{note}/amendments/{uuid4()}", {"words": "Canary sang."})
    person = PersonId(UUID((await at_desk.get(f"/cases/{case}")).json()["case"]["person_id"]))
    place = at_desk.place
    by, at = place.by(Role.MANAGER), datetime.now(UTC)
    await erase_person(place.database, place.hints, place.system, person, by=by, at=at)

    assert {each["words"] for each in await notes_of(at_desk, case)} == {"(erased)"}
    assert await found(at_desk, "canary") == set()
    rows = await place.database.reads.fetch("SELECT n::text AS row FROM note_1 n WHERE system_id = $1", place.system)
    log = await place.database.reads.fetch("SELECT data::text AS row FROM event WHERE system_id = $1", place.system)
    assert len(rows) == 2
    assert not any("anary" in each["row"] for each in [*rows, *log])
    late = await at_desk.put(f"/cases/{case}/notes/{uuid4()}", {"audience": "everyone", "words": "Canary again."})
    assert refusal(late) == (409, "person-erased")


@pytest.mark.parametrize("body", [{}, {"audience": "all", "words": "x"}, {"audience": "hub", "words": " "}])
async def test_a_note_needs_words_and_an_audience(here: Desk, body: dict[str, Any]) -> None:
    case, _ = await here.referred()
    assert refusal(await here.put(f"/cases/{case}/notes/{uuid4()}", body)) == (422, "wrong-shape")
