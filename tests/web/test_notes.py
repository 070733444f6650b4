"""Notes, the board round and the print of a case, at a browser: by keyboard, wide and on a phone, on paper."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

from playwright.async_api import expect

from app.domain.case import AcceptReferral, DecidePathway, WriteNote
from app.domain.case.audience import Audience
from app.domain.codes.pathways import Pathway
from app.domain.values import CaseId, Role, SpellId, Words
from app.events.handler import handle
from tests.browsing import OpenDesk
from tests.desks import BOTH_WIDTHS
from tests.facts import Installation


async def test_a_note_is_written_amended_and_pinned_by_keyboard(desk: OpenDesk, town: Installation) -> None:
    case = await _a_case(town)
    at = await desk(BOTH_WIDTHS)
    await at.sign_in(town, Role.HUB_LEAD, f"/cases/{case}")

    await at.page.locator(".hw-note-form summary").press("Enter")
    await at.page.get_by_role("button", name="Write the note").press("Enter")
    await expect(at.page.get_by_role("alert")).to_contain_text("Write the note")
    await at.assert_accessible()
    await at.page.get_by_role("button", name="Rang family, no answer.").press("Enter")
    await expect(at.page.get_by_label("Note", exact=True)).to_be_focused()
    await at.page.keyboard.type(" Again at 14:00.")
    await at.page.get_by_label("Pin it to card and case").press("Space")
    await at.page.get_by_role("button", name="Write the note").press("Enter")
    await expect(at.page.get_by_role("status").filter(has_text="Note written.")).to_be_visible()
    written = at.page.locator(".hw-note").filter(has_text="Rang family, no answer. Again at 14:00.")
    await expect(written).to_contain_text("Pinned")
    await expect(at.page.get_by_label("Note", exact=True)).to_have_value("")

    await written.get_by_role("button", name="Amend").press("Enter")
    await at.page.get_by_label("What the note says now").fill("Daughter rang back: Thursday.")
    await at.page.get_by_role("button", name="Amend the note").press("Enter")
    await expect(written).to_contain_text("Amended by a later note")
    latest = at.page.locator(".hw-note").filter(has_text="Daughter rang back: Thursday.")
    await latest.get_by_role("button", name="Take the pin off").press("Enter")
    await expect(latest).not_to_contain_text("Pinned")
    await at.assert_well()


async def test_the_pinned_note_is_on_the_card_and_on_the_ward_list_of_whom_it_is_for(
    desk: OpenDesk, town: Installation
) -> None:
    case = await _a_case(town)
    board, ward = await desk(), await desk()
    await board.sign_in(town, Role.HUB_LEAD)
    await ward.sign_in(town, Role.WARD_NURSE)
    await expect(board.page.get_by_role("link", name="EXAMPLE, Ada")).to_be_visible()
    await expect(ward.page.get_by_text("EXAMPLE, Ada").first).to_be_visible()

    await _note(town, case, "Double-up from Thursday.", pinned=True)
    for at in (board, ward):
        await expect(at.page.locator(".hw-pinned")).to_have_text("Pinned note: Double-up from Thursday.")
        await at.assert_well()
    await _note(town, case, "Price not agreed.", Audience.HUB, pinned=True)
    await expect(board.page.locator(".hw-pinned")).to_have_text("Pinned note: Price not agreed.")
    await expect(ward.page.locator(".hw-pinned")).to_have_text("Pinned note: Double-up from Thursday.")


async def test_after_a_board_round_the_board_shows_what_is_new(desk: OpenDesk, town: Installation) -> None:
    case = await _a_case(town)
    await _a_case(town, given="Ben", bed="A1-02")
    at = await desk(BOTH_WIDTHS)
    await at.sign_in(town, Role.HUB_LEAD)
    await at.page.get_by_role("button", name="Board round held").press("Enter")
    await expect(at.page.get_by_text("0 cards with news since")).to_be_visible()
    await _note(town, case, "Heron can take her on Friday.")
    await expect(at.page.get_by_text("1 card with news since")).to_be_visible()
    await at.page.get_by_label("Since the last board round").press("Space")
    await expect(at.page.locator(".hw-card")).to_have_count(1)
    await expect(at.page.locator(".hw-card")).to_contain_text("New since the round")
    await at.assert_well()

    await at.page.get_by_role("link", name="1 card with news since").press("Enter")
    await expect(at.page.get_by_text("Heron can take her on Friday.")).to_be_visible()
    await expect(at.page.get_by_text("EXAMPLE, Ben")).to_have_count(0)
    await _note(town, case, "Heron confirmed.")
    await expect(at.page.get_by_text("Heron confirmed.")).to_be_visible()
    await at.assert_well()


async def test_a_note_is_found_from_the_board_and_its_words_stand_in_no_address(
    desk: OpenDesk, town: Installation
) -> None:
    case = await _a_case(town)
    await _note(town, case, "Key safe fitted by the neighbour.")
    at = await desk(BOTH_WIDTHS)
    asked: list[str] = []
    at.page.on("request", lambda request: asked.append(request.url))
    await at.sign_in(town, Role.HUB_LEAD)
    await at.page.locator(".hw-note-search summary").press("Enter")
    await at.page.get_by_label("Words in a note").fill("neighb")
    await at.page.keyboard.press("Enter")
    await expect(at.page.get_by_text("1 note found.")).to_be_visible()
    await expect(at.page.locator(".hw-found")).to_contain_text("Key safe fitted by the neighbour.")
    await at.assert_well()
    assert not any("neighb" in url for url in [*asked, at.page.url])


async def test_a_case_is_shown_as_it_was_known_at_another_time(desk: OpenDesk, town: Installation) -> None:
    case = await _a_case(town)
    then = f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%S.%fZ}"
    await _note(town, case, "Written later.")
    at = await desk(BOTH_WIDTHS)
    await at.sign_in(town, Role.HUB_LEAD, f"/cases/{case}?known_at={then}")
    await expect(at.page.locator(".hw-notice")).to_contain_text("As known at")
    await expect(at.page.get_by_text("Written later.")).to_have_count(0)
    await expect(at.page.get_by_role("heading", name="What you can do")).to_have_count(0)
    await at.assert_well()

    await at.page.get_by_label("Date", exact=True).fill("2020-01-01")
    await at.page.get_by_role("button", name="Show what was known").press("Enter")
    await expect(at.page.get_by_role("alert")).to_contain_text("Nothing of this case was recorded by then.")
    await at.page.get_by_role("button", name="Show the case as it is now").press("Enter")
    await expect(at.page.locator(".hw-note").filter(has_text="Written later.")).to_be_visible()
    assert at.page.url.endswith(f"/cases/{case}")


async def test_a_case_prints_whole_with_its_identity_and_without_its_forms(
    desk: OpenDesk, town: Installation, tmp_path: Path
) -> None:
    case = await _a_case(town)
    await _decided_twice(town, case)
    await _note(town, case, "Heron can take her on Friday.", pinned=True)
    at = await desk()
    await at.sign_in(town, Role.HUB_LEAD, f"/cases/{case}")
    await expect(at.page.get_by_text("Heron can take her on Friday.").first).to_be_visible()
    earlier = at.page.get_by_role("group").filter(has_text="Earlier decisions (1)").locator("li")
    await expect(earlier).to_be_hidden()
    await at.page.emulate_media(media="print")

    await expect(at.page.locator(".hw-print-head")).to_contain_text("by Sam Hub Lead")
    await expect(at.page.locator(".hw-print-head")).to_contain_text("NHS number")
    for heading in ("What the ward says", "Pathway", "Notes", "What happened"):
        await expect(at.page.get_by_role("heading", name=heading, exact=True)).to_be_visible()
    for hidden in (".hw-moves", ".hw-note-form", ".hw-known", ".hw-print-button", ".hw-header"):
        await expect(at.page.locator(hidden)).to_be_hidden()
    await expect(earlier).to_be_visible()  # what a closed heading tells is on paper; what it asks for is not
    for asked in ("Raise a task", "Escalate a problem"):
        await expect(at.page.get_by_text(asked, exact=True)).to_be_hidden()
    await at.assert_fits()
    paper = await at.page.pdf(path=tmp_path / "case.pdf", prefer_css_page_size=True)
    assert paper.startswith(b"%PDF")


async def _a_case(town: Installation, **person: Any) -> CaseId:
    _, spell = await town.admit(**person)
    case, now = CaseId(uuid4()), datetime.now(UTC)
    await town.do(town.referral(SpellId(UUID(str(spell))), case))
    manager = town.staff[Role.CASE_MANAGER]
    await town.do(AcceptReferral(case_id=case, case_manager=manager, by=town.by(Role.HUB_LEAD), at=now))
    return case


async def _note(
    town: Installation, case: CaseId, words: str, audience: Audience = Audience.EVERYONE, *, pinned: bool = False
) -> None:
    by, now = town.by(Role.HUB_LEAD), datetime.now(UTC)
    await town.do(
        WriteNote(case_id=case, note_id=uuid4(), audience=audience, words=Words(words), pinned=pinned, by=by, at=now)
    )


async def _decided_twice(town: Installation, case: CaseId) -> None:
    """Home with support first, then without."""
    empty: dict[str, Any] = dict.fromkeys(("why_not_home", "words", "home_possible_if", "review_on", "senior_yes"))
    said: dict[str, Any] = {
        "case_id": case,
        "decided_by": Words("The team"),
        "by": town.by(Role.HUB_LEAD),
        "at": datetime.now(UTC),
    }
    first = await town.do(DecidePathway(needed=Pathway.P1, given=Pathway.P1, **empty, **said))
    second = DecidePathway(needed=Pathway.P0, given=Pathway.P0, **empty, **said)
    await handle(town.database, town.hints, town.system, second, if_match=int(first.etag.strip('"')))
