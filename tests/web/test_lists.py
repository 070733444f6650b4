"""A list is brought in on its page: pasted or chosen, mapped, looked at, applied, taken back; or only compared."""

from playwright.async_api import FilePayload, Locator, expect

from app.domain.values import Role
from tests.browsing import OpenDesk
from tests.desks import BOTH_WIDTHS, WIDE, Desk, Widths
from tests.facts import Installation, an_nhs_number
from tests.web.ward_desk import assert_well, row_of, tab_to

GIVEN = ["Ada", "Bo", "Cy", "Di", "Ed", "Flo", "Gus"]
FAMILIES = ["OKAFOR", "BELL", "CRANE", "O'NEIL"]
PEOPLE = [f"{family}, {given}" for family in FAMILIES for given in GIVEN]


def ward_list(*, between: str = "\t", names: list[str] | None = None) -> str:
    """28 beds under a title: one of them empty, one number mistyped, one admission unreadable."""
    rows = [["Ash ward, 22 November"], [], ["Bed", "Patient", "DOB", "NHS No", "Admitted", "Ready since", "Consultant"]]
    for bed, name in enumerate(names or PEOPLE, start=1):
        rows.append([str(bed), f'"{name}"', f"{bed}/3/41", an_nhs_number(), "20/10/26 18:05", "21/10/26", "Dr Test"])
    rows[5][1:] = ["EMPTY", "", "", "", "", ""]
    rows[6][3] = "9990000017"
    rows[7][4] = "last week"
    return "\n".join(between.join(row) for row in rows) + "\n"


async def at_the_lists(desk: OpenDesk, town: Installation, role: Role, width: Widths = WIDE) -> Desk:
    at = await desk(width)
    await at.sign_in(town, role)
    if role is Role.MANAGER:
        await at.go_by_more("Lists")
    else:
        await at.page.get_by_role("link", name="Lists").click()
    await expect(heading(at, "Bring in a list")).to_be_visible()
    return at


def heading(at: Desk, words: str) -> Locator:
    return at.page.get_by_role("heading", level=1, name=words)


async def press(at: Desk, name: str) -> None:
    await at.page.get_by_role("button", name=name).click()


async def read(at: Desk, text: str) -> None:
    await at.page.get_by_label("The list", exact=True).fill(text)
    await press(at, "Read the list")
    await expect(heading(at, "What do the columns hold?")).to_be_focused()


async def test_a_ward_of_28_beds_comes_in_and_goes_again(desk: OpenDesk, town: Installation) -> None:
    at = await at_the_lists(desk, town, Role.WARD_NURSE, BOTH_WIDTHS)
    await expect(at.page.get_by_text("No list was brought in yet.")).to_be_visible()
    await assert_well(at)

    await read(at, ward_list())
    await expect(at.page.get_by_label("What Patient is", exact=True)).to_have_value("name")
    await expect(at.page.get_by_label("Which ward is this list of?")).to_have_value(str(town.ward))
    await assert_well(at)

    await press(at, "Show what will happen")
    await expect(heading(at, "What will happen")).to_be_focused()
    await expect(at.page.get_by_role("list").filter(has_text="to admit")).to_contain_text("25 to admit")
    await expect(row_of(at, "OKAFOR, Di")).to_contain_text("its check digit does not fit")
    await assert_well(at)

    await press(at, "Bring in 25 rows")
    await expect(heading(at, "What came of it")).to_be_visible()
    await expect(row_of(at, "OKAFOR, Ada")).to_contain_text("Admitted")
    await expect(row_of(at, "OKAFOR, Ed")).to_contain_text("The date or time of admission cannot be read")
    await assert_well(at)

    await at.page.reload()
    await press(at, "Take this list back…")
    await assert_well(at)
    await press(at, "Yes, take it back")
    await expect(row_of(at, "OKAFOR, Ada")).to_contain_text("Admitted, and taken back")
    await assert_well(at)
    await at.go(f"/wards/{town.ward}")
    await expect(at.page.get_by_text("Nobody is in this ward.")).to_be_visible()


async def test_a_list_comes_in_by_keyboard_alone(desk: OpenDesk, town: Installation) -> None:
    at = await at_the_lists(desk, town, Role.MANAGER)
    page = at.page
    await tab_to(at, page.get_by_label("The list", exact=True))
    await page.keyboard.insert_text(
        "Bed\tSurname\tForename\tAdmitted\n1\tOkafor\tAda\t20/10/26\n2\tBell\tBo\t20/10/26\n"
    )
    await tab_to(at, page.get_by_role("button", name="Read the list"))
    await page.keyboard.press("Enter")

    await tab_to(at, page.get_by_label("Which ward is this list of?"))
    await page.keyboard.type("Ash")
    await tab_to(at, page.get_by_role("button", name="Show what will happen"))
    await page.keyboard.press("Enter")

    await tab_to(at, page.get_by_label("Bring in BELL, Bo"))
    await page.keyboard.press("Space")
    await expect(row_of(at, "BELL, Bo")).to_contain_text("Left out")
    await page.keyboard.press("Shift+Tab")
    await page.keyboard.press("Shift+Tab")
    await page.keyboard.press("Shift+Tab")
    await expect(page.get_by_role("button", name="Bring in 1 row")).to_be_focused()
    await page.keyboard.press("Enter")

    await expect(heading(at, "What came of it")).to_be_focused()
    await expect(row_of(at, "OKAFOR, Ada")).to_contain_text("Admitted")
    await expect(row_of(at, "BELL, Bo")).to_contain_text("Left out")


async def test_a_file_of_a_spreadsheet_is_read_whatever_wrote_it(desk: OpenDesk, town: Installation) -> None:
    at = await at_the_lists(desk, town, Role.WARD_NURSE)
    text = "Bed;Name\n1;Zoë Müller\n"
    for encoding in ("utf-8-sig", "windows-1252", "utf-16"):
        file = FilePayload(name="ward.csv", mimeType="text/csv", buffer=text.encode(encoding))
        await at.page.get_by_label("Or choose a file").set_input_files(file)
        await expect(at.page.get_by_label("The list", exact=True)).to_have_value(text)


async def test_a_column_that_was_guessed_wrongly_is_put_right_and_remembered(
    desk: OpenDesk, town: Installation
) -> None:
    at = await at_the_lists(desk, town, Role.MANAGER)
    text = "Space\tWho\tWhere\tAdmitted\n1\tOKAFOR, Ada\tNorth end\t20/10/26\n"
    await read(at, text)
    await at.page.get_by_label("What Space is").select_option("bed")
    await at.page.get_by_label("What Who is").select_option("name")
    await at.page.get_by_label("What Where is").select_option("ward")
    await at.page.get_by_label("Who or what North end is here").select_option(label="Ash ward")
    await press(at, "Show what will happen")
    await press(at, "Bring in 1 row")
    await expect(row_of(at, "OKAFOR, Ada")).to_contain_text("Ash ward")

    await press(at, "Bring in another list")
    await read(at, text.replace("OKAFOR, Ada", "BELL, Bo"))
    await expect(at.page.get_by_text("this is how it was read then")).to_be_visible()
    await expect(at.page.get_by_label("Who or what North end is here")).to_have_value(str(town.ward))


async def test_yours_says_ours_says(desk: OpenDesk, town: Installation) -> None:
    await town.admit(family="Only", given="Ours")
    at = await at_the_lists(desk, town, Role.WARD_NURSE, BOTH_WIDTHS)
    await at.page.get_by_label("Only compare it").check()
    await read(at, ward_list())
    await press(at, "Compare")

    await expect(heading(at, "Yours says, ours says")).to_be_focused()
    await expect(at.page.get_by_text("stand alike on both lists")).to_contain_text("0 %")
    await expect(row_of(at, "ONLY, Ours")).to_be_visible()
    await assert_well(at)
    assert await town.database.reads.fetchval("SELECT count(*) FROM list_upload WHERE system_id = $1", town.system) == 0


async def test_what_was_typed_stays_when_the_list_cannot_be_read(desk: OpenDesk, town: Installation) -> None:
    at = await at_the_lists(desk, town, Role.WARD_NURSE)
    await press(at, "Read the list")
    await expect(at.page.get_by_role("alert")).to_contain_text("Paste the list, or choose its file")
    await assert_well(at)

    await at.page.get_by_label("The list", exact=True).fill(",;,\n--")
    await press(at, "Read the list")
    await expect(at.page.get_by_role("alert")).to_contain_text("There is nothing in this list")
    await expect(at.page.get_by_label("The list", exact=True)).to_have_value(",;,\n--")


async def test_what_stands_in_a_cell_is_text_and_no_name_is_kept_in_the_browser(
    desk: OpenDesk, town: Installation
) -> None:
    at = await at_the_lists(desk, town, Role.WARD_NURSE)
    await read(at, "Bed\tName\tAdmitted\n=1+1\t<b onclick=x>CANARY</b>, Ada\t20/10/26\n")
    await press(at, "Show what will happen")
    await press(at, "Bring in 1 row")
    await expect(heading(at, "What came of it")).to_be_visible()
    await expect(row_of(at, "<B ONCLICK=X>CANARY</B>, Ada")).to_contain_text("=1+1")

    kept = await at.page.evaluate(
        "JSON.stringify([{...localStorage}, {...sessionStorage}, location.href, history.state])"
    )
    assert "canary" not in kept.lower()


async def test_somebody_of_a_service_is_told_that_there_is_nothing_for_them(desk: OpenDesk, town: Installation) -> None:
    at = await desk()
    await at.sign_in(town, Role.PROVIDER)
    await expect(at.page.get_by_role("link", name="Lists")).to_have_count(0)
    await at.go("/lists")
    await expect(at.page.get_by_text("There is nothing for your role.")).to_be_visible()
    await at.assert_accessible()
