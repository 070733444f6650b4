"""Rows are made anew under an open page: whoever looks at it notices nothing, and it goes on by itself."""

from playwright.async_api import expect

from app.domain.values import Role
from app.embedded import EmbeddedPostgres
from app.events.rebuild.rebuilding import rebuild
from app.views.kinds import KINDS
from tests.browsing import OpenDesk
from tests.facts import Installation

_WATCHED = """() => {
    window.seen = { empty: 0, said: 0 }
    new MutationObserver(() => {
        if (!document.querySelector("main").innerText.includes("EXAMPLE, Ada")) window.seen.empty++
        if (/Connection lost|Not live/.test(document.body.innerText)) window.seen.said++
    }).observe(document.body, { childList: true, subtree: true, characterData: true })
}"""


async def test_an_open_ward_list_goes_on_over_a_rebuild(
    desk: OpenDesk, town: Installation, behind: EmbeddedPostgres
) -> None:
    await town.admit()
    at = await desk()
    await at.sign_in(town, Role.WARD_NURSE)
    row = at.page.get_by_role("row").filter(has_text="EXAMPLE, Ada")
    await row.focus()
    await at.page.evaluate(_WATCHED)

    async with at.page.expect_websocket() as opened_anew:
        await rebuild(behind.url(role="owner"), KINDS["spell"], lambda _done, _of: None)
    await (await opened_anew.value).wait_for_event("framereceived")
    await town.admit(bed="A1-02", family="Specimen", given="Bo")

    await expect(at.page.get_by_text("SPECIMEN, Bo").first).to_be_visible()
    await expect(row).to_be_focused()
    assert await at.page.evaluate("window.seen") == {"empty": 0, "said": 0}
