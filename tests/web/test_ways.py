"""Ways out and back at the ward's list and on the case's page, by keyboard, wide and on a phone."""

from datetime import UTC, datetime, timedelta
from uuid import uuid4

from playwright.async_api import expect

from app.domain.case import AcceptReferral, AmendReferral, PlanLeaving, RecordDeparture
from app.domain.case.form import Before, Destination, GoingTo, Help, ReferralForm
from app.domain.case.leaving import LeaveFrom
from app.domain.local_time import local_date
from app.domain.values import CaseId, Role, Words
from app.events.handler import handle
from tests.browsing import OpenDesk
from tests.desks import BOTH_WIDTHS, WIDE, Desk, Widths
from tests.facts import Installation
from tests.web.ward_desk import a_nurse, assert_well, choose, just_done, row_of, send, tab_to


async def a_case(town: Installation, *, planned: bool = False) -> CaseId:
    """A case in planning of somebody whose package is paused and who has no home to go to."""
    _, spell = await town.admit()
    case, lead, now = CaseId(uuid4()), town.by(Role.HUB_LEAD), datetime.now(UTC)
    await town.do(town.referral(spell, case))
    held = Before(help=frozenset({Help.PACKAGE_PAUSED}), held_until=local_date(now) - timedelta(days=1))
    form = ReferralForm(person=Destination(going_to=GoingTo.NO_FIXED_ABODE), before=held)
    await town.do(AmendReferral(case_id=case, form=form, by=lead, at=now))
    await town.do(AcceptReferral(case_id=case, case_manager=town.staff[Role.CASE_MANAGER], by=lead, at=now))
    if planned:
        slot = PlanLeaving(
            case_id=case,
            leave_at=now - timedelta(minutes=150),
            leave_from=LeaveFrom.LOUNGE,
            going_to=Words("Own home"),
            received_by=Words("Her son"),
            by=lead,
            at=now,
        )
        await handle(town.database, town.hints, town.system, slot)
    return case


async def at_case(desk: OpenDesk, town: Installation, case: CaseId, width: Widths = WIDE) -> Desk:
    at = await desk(width)
    await at.sign_in(town, Role.HUB_LEAD, f"/cases/{case}")
    await expect(at.page.get_by_role("heading", name="EXAMPLE, Ada")).to_be_visible()
    return at


async def test_who_goes_to_the_lounge_stays_on_the_list_and_comes_back(desk: OpenDesk, town: Installation) -> None:
    await town.admit()
    at = await desk(BOTH_WIDTHS)
    await at.sign_in(town, Role.WARD_NURSE)
    row = row_of(at, "EXAMPLE, Ada")
    await tab_to(at, row.locator("summary"))
    await at.page.keyboard.press("Enter")
    await tab_to(at, row.get_by_role("button", name="Goes to the discharge lounge"))
    await at.page.keyboard.press("Enter")
    await expect(at.page.get_by_role("dialog")).to_be_visible()
    await assert_well(at)
    await tab_to(at, at.page.get_by_role("button", name="Record the lounge"))
    await at.page.keyboard.press("Enter")
    await expect(row).to_contain_text("In the lounge since today")
    await assert_well(at)

    await choose(at, "Back from the lounge")
    await assert_well(at)
    await send(at, "Record that they are back")
    await expect(row).not_to_contain_text("In the lounge")


async def test_who_is_on_the_virtual_ward_stands_below_the_list_and_comes_back_to_a_bed(
    desk: OpenDesk, town: Installation
) -> None:
    await town.admit()
    at = await desk(BOTH_WIDTHS)
    await at.sign_in(town, Role.WARD_NURSE)
    await choose(at, "Left hospital")
    await at.page.get_by_label("Home on the virtual ward").check()
    await send(at, "Record that they left")
    await expect(just_done(at)).to_contain_text("went home on the virtual ward")
    await expect(row_of(at, "EXAMPLE, Ada")).to_have_count(0)
    below = at.page.get_by_role("region", name="On the virtual ward")
    await expect(below).to_contain_text("EXAMPLE, Ada")
    await assert_well(at)

    await below.get_by_role("button", name="Back on the ward").press("Enter")
    await assert_well(at)
    await at.page.get_by_label("Bed", exact=True).select_option(label="A1-02")
    await send(at, "Record that they are back")
    await expect(row_of(at, "EXAMPLE, Ada")).to_contain_text("A1-02")
    await expect(below).to_have_count(0)


async def test_a_slot_is_changed_with_its_reason_and_the_page_shows_each(desk: OpenDesk, town: Installation) -> None:
    at = await at_case(desk, town, await a_case(town, planned=True))
    await expect(at.page.get_by_text("passed 2 h")).to_be_visible()
    await at.page.locator("#leaving > summary").press("Enter")
    await at.page.locator("#leaving").get_by_label("Date").fill("2030-01-04")
    await at.page.get_by_role("button", name="Agree the slot").press("Enter")
    await expect(at.page.get_by_role("alert")).to_contain_text("Choose why the slot changes")
    await at.assert_accessible()
    await at.page.get_by_label("Why does the slot change?").select_option("medicines")
    await at.page.get_by_role("button", name="Agree the slot").press("Enter")
    history = at.page.get_by_role("region", name="Way out").get_by_role("listitem")
    await expect(history).to_have_count(2)
    await expect(history.first).to_contain_text("Medicines not ready")
    await expect(history.first).to_contain_text("Sam Hub Lead")


async def test_why_somebody_is_back_is_said_counted_and_undone(desk: OpenDesk, town: Installation) -> None:
    case = await a_case(town)
    await town.do(RecordDeparture(case_id=case, by=town.by(Role.HUB_LEAD), at=datetime.now(UTC)))
    at = await at_case(desk, town, case)
    await at.page.locator("#back > summary").press("Enter")
    await at.page.get_by_role("button", name="Record the return").press("Enter")
    await expect(at.page.get_by_role("alert")).to_contain_text("Choose why they are back")
    await at.page.get_by_label("The care did not come").check()
    await at.page.get_by_role("button", name="Record the return").press("Enter")
    await expect(at.page.locator(".hw-person")).to_contain_text("1 failed discharge")
    await at.assert_accessible()

    await at.page.locator("#undo-return_to_hospital > summary").press("Enter")
    await at.page.locator("#undo-return_to_hospital").get_by_label("Why?").fill("Somebody of the same name.")
    await at.page.locator("#undo-return_to_hospital").get_by_role("button", name="Take it back").press("Enter")
    await expect(at.page.locator(".hw-person")).not_to_contain_text("failed discharge")
    await expect(at.page.get_by_text("“Somebody of the same name.”")).to_be_visible()


async def test_an_acceptance_by_mistake_is_undone_by_keyboard(desk: OpenDesk, town: Installation) -> None:
    at = await at_case(desk, town, await a_case(town))
    await tab_to(at, at.page.locator("#undo-acceptance > summary"))
    await at.page.keyboard.press("Enter")
    await tab_to(at, at.page.get_by_label("Why?"))
    await at.page.keyboard.type("For the other hub.")
    await tab_to(at, at.page.get_by_role("button", name="Take it back"))
    await at.page.keyboard.press("Enter")
    await expect(at.page.locator(".hw-person")).to_contain_text("No case manager yet")
    await expect(at.page.get_by_text("Accepted by mistake: the referral waits for the hub again.")).to_be_visible()


async def test_card_and_case_show_what_waits_and_where_to_go(desk: OpenDesk, town: Installation) -> None:
    case = await a_case(town, planned=True)
    at = await at_case(desk, town, case, BOTH_WIDTHS)
    way = at.page.get_by_role("region", name="Way out")
    await expect(way).to_contain_text("duty to refer")
    await expect(way).to_contain_text("passed")
    await assert_well(at)
    for move in ("undo-leaving", "leaving"):
        await at.page.locator(f"#{move} > summary").click()
        await assert_well(at)
    await at.go("/board")
    card = at.page.get_by_role("listitem").filter(has_text="EXAMPLE, Ada")
    await expect(card).to_contain_text("Package paused: provider keeps it until")
    await expect(card).to_contain_text("passed 2 h")
    await assert_well(at)


async def test_a_leaving_taken_back_on_the_list_was_a_mistake(desk: OpenDesk, town: Installation) -> None:
    case = await a_case(town)
    at = await a_nurse(desk, town)
    await choose(at, "Left hospital")
    await at.page.get_by_label("Took their own discharge").check()
    await send(at, "Record that they left")
    await just_done(at).get_by_role("button", name="Take back").press("Enter")
    await expect(row_of(at, "EXAMPLE, Ada")).to_be_visible()
    await at.go(f"/cases/{case}")
    await expect(at.page.get_by_text("In hospital still: the leaving was recorded by mistake.")).to_be_visible()
