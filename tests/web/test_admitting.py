"""Somebody is admitted by hand, where no feed tells it."""

from asyncio import Event

from playwright.async_api import Route, expect

from tests.browsing import OpenDesk
from tests.facts import Installation, an_nhs_number
from tests.web.ward_desk import a_nurse, fill_admission, row_of, send, tab_to

A_WRONG_NUMBER = "9990000017"  # its check digit would be 8


async def test_somebody_is_admitted_by_keyboard_alone(desk: OpenDesk, town: Installation) -> None:
    at = await a_nurse(desk, town)
    form = at.page.get_by_role("dialog")
    await tab_to(at, at.page.get_by_role("button", name="Admit someone"))
    await at.page.keyboard.press("Enter")
    await expect(form.get_by_label("Family name")).to_be_focused()

    for label, typed in {
        "Family name": "OKAFOR",
        "Given name": "Ada",
        "Birth date": "03021941",
        "NHS number": an_nhs_number(),
        "Bed": "A1-02",
    }.items():
        await tab_to(at, form.get_by_label(label))
        await at.page.keyboard.type(typed)
    await tab_to(at, form.get_by_role("button", name="Admit", exact=True))
    await at.page.keyboard.press("Enter")

    await expect(row_of(at, "OKAFOR, Ada")).to_contain_text("A1-02")
    await expect(row_of(at, "OKAFOR, Ada")).to_contain_text("85")
    await expect(at.page.get_by_role("dialog")).to_have_count(0)
    await expect(at.page.get_by_role("button", name="Admit someone")).to_be_focused()


async def test_a_wrong_nhs_number_is_refused_in_words_and_what_was_typed_stays(
    desk: OpenDesk, town: Installation
) -> None:
    at = await a_nurse(desk, town)
    await fill_admission(at, nhs_number=A_WRONG_NUMBER)

    await send(at, "Admit")

    await expect(at.page.get_by_role("alert")).to_contain_text("its check digit does not fit")
    await expect(at.page.get_by_role("alert")).to_be_focused()
    for label, typed in {"Family name": "Okafor", "NHS number": A_WRONG_NUMBER, "Bed": "A1-02"}.items():
        await expect(at.page.get_by_label(label)).to_have_value(typed)

    await at.page.get_by_label("NHS number").fill("")
    await send(at, "Admit")
    await expect(row_of(at, "Okafor, Ada")).to_be_visible()


async def test_a_form_that_is_opened_as_another_closes_stays_open(desk: OpenDesk, town: Installation) -> None:
    at = await a_nurse(desk, town)
    admit = await at.page.get_by_role("button", name="Admit someone").element_handle()
    await fill_admission(at)
    cancel = await at.page.get_by_role("button", name="Cancel").element_handle()
    # Both in one turn of the page: the browser tells of the first one's closing only after it.
    both = """async ([cancel, admit]) => {
      cancel.click()
      await Promise.resolve().then(() => {})
      admit.click()
      await new Promise(done => setTimeout(done, 100))
    }"""

    await at.page.evaluate(both, [cancel, admit])

    await expect(at.page.get_by_role("dialog")).to_be_visible()
    await expect(at.page.get_by_label("Family name")).to_have_value("")


async def test_an_answer_that_comes_late_leaves_the_form_open_that_was_opened_since(
    desk: OpenDesk, town: Installation
) -> None:
    at = await a_nurse(desk, town)
    answer_now = Event()

    async def answer_late(route: Route) -> None:
        await answer_now.wait()
        await route.continue_()

    await at.page.route("**/api/v1/spells/*", answer_late)
    await fill_admission(at)
    await send(at, "Admit")
    await at.page.keyboard.press("Escape")
    await at.page.get_by_role("button", name="Admit someone").click()
    await at.page.get_by_label("Given name").fill("Grace")

    answer_now.set()

    await expect(row_of(at, "Okafor, Ada")).to_be_visible()
    await expect(at.page.get_by_label("Given name")).to_have_value("Grace")


async def test_what_was_typed_stays_when_the_form_is_closed_by_escape(desk: OpenDesk, town: Installation) -> None:
    at = await a_nurse(desk, town)
    await fill_admission(at)
    await at.page.keyboard.press("Escape")

    await at.page.get_by_role("button", name="Admit someone").click()
    await expect(at.page.get_by_label("Family name")).to_have_value("Okafor")

    await at.page.get_by_role("button", name="Cancel").click()
    await at.page.get_by_role("button", name="Admit someone").click()
    await expect(at.page.get_by_label("Family name")).to_have_value("")


async def test_an_admission_whose_answer_was_lost_is_sent_again_as_the_same_one(
    desk: OpenDesk, town: Installation
) -> None:
    at = await a_nurse(desk, town)
    asked: list[str] = []

    async def lose_the_first_answer(route: Route) -> None:
        asked.append(route.request.url)
        answer = await route.fetch()
        await (route.abort() if len(asked) == 1 else route.fulfill(response=answer))

    await at.page.route("**/api/v1/spells/*", lose_the_first_answer)
    await fill_admission(at)
    await send(at, "Admit")
    await expect(at.page.get_by_role("alert")).to_contain_text("The server did not answer")

    await send(at, "Admit")

    await expect(at.page.get_by_role("dialog")).to_have_count(0)
    await expect(row_of(at, "Okafor, Ada")).to_have_count(1)
    assert len(asked) == 2
    assert asked[0] == asked[1]
    assert "ERR_FAILED" in at.wrong.pop()  # the answer that was lost on purpose


async def test_two_people_may_be_in_one_bed_and_the_list_says_that_it_is_taken(
    desk: OpenDesk, town: Installation
) -> None:
    await town.admit(bed="A1-01")
    at = await a_nurse(desk, town)

    await fill_admission(at, bed="A1-01 – taken: EXAMPLE, Ada")
    await send(at, "Admit")

    for name in ("Okafor, Ada", "EXAMPLE, Ada"):
        await expect(row_of(at, name)).to_contain_text("A1-01")


async def test_a_place_that_is_no_bed_of_the_ward_can_be_named(desk: OpenDesk, town: Installation) -> None:
    at = await a_nurse(desk, town)
    await fill_admission(at, bed="Another place…")
    await send(at, "Admit")
    await expect(at.page.get_by_role("alert")).to_contain_text("Say which bed or place")

    await at.page.get_by_label("Which bed or place?").fill("Corridor 2")
    await send(at, "Admit")

    await expect(row_of(at, "Okafor, Ada")).to_contain_text("Corridor 2")
