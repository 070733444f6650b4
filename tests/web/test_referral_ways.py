"""Before and after the form: the hub told early, a live case tracked, a referral returned, answered and taken back."""

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest
from playwright.async_api import expect

from app.domain.case import RaiseEarlyAlert, ReturnReferral, UndoSharedStep
from app.domain.case.form import Need, ReferralField
from app.domain.case.undoing import SharedStep
from app.domain.codes.ways_out import WayOut
from app.domain.spell import EndSpell, OpenSpell
from app.domain.values import CaseId, PersonId, Role, SpellId, Words
from tests.browsing import OpenDesk
from tests.desks import BOTH_WIDTHS
from tests.facts import Installation
from tests.web.referral_desk import at_the_form, case_of, field, refer
from tests.web.ward_desk import assert_well, row_of


async def test_the_hub_is_told_early_in_two_taps_and_referred_to_later_on_the_same_case(
    desk: OpenDesk, town: Installation
) -> None:
    _, spell = await town.admit()
    hub, at = await desk(BOTH_WIDTHS), await desk(BOTH_WIDTHS)
    await hub.sign_in(town, Role.HUB_LEAD)
    await at.sign_in(town, Role.WARD_NURSE)

    await at.page.get_by_role("button", name="Tell the hub early about EXAMPLE, Ada").click()
    await expect(at.page.get_by_role("button", name="Tell the hub", exact=True)).to_be_focused()
    await assert_well(at)
    await at.page.get_by_role("button", name="Tell the hub", exact=True).click()

    await expect(row_of(at, "EXAMPLE, Ada")).to_contain_text("Hub told early")
    card = hub.page.get_by_role("region", name="Expected").get_by_role("listitem").filter(has_text="EXAMPLE, Ada")
    await expect(card).to_contain_text("Ward to refer")
    await assert_well(hub)
    early = await case_of(at, town, spell)

    await row_of(at, "EXAMPLE, Ada").get_by_role("link", name="Hub told early").click()
    await expect(at.page.get_by_role("main")).to_contain_text("Likely needs are not known yet")
    await assert_well(at)
    await at.page.get_by_role("link", name="Refer to the hub").click()
    await refer(at)

    case = await case_of(at, town, spell)
    assert (case["case"]["id"], case["case"]["stage"]) == (early["case"]["id"], "referred")
    await expect(hub.page.get_by_role("region", name="Referred").get_by_role("listitem")).to_have_count(1)


async def test_what_was_told_early_is_filled_in_already(desk: OpenDesk, town: Installation) -> None:
    _, spell = await town.admit()
    await _told_early(town, spell)
    at = await at_the_form(desk, town, spell)
    await expect(field(at, "Needs").get_by_label("Meals")).to_be_checked()
    await expect(at.page.get_by_text("Goes to Northmoor hub")).to_be_visible()


async def test_a_case_that_was_taken_from_this_stay_is_tracked_again_before_anything_is_filled_in(
    desk: OpenDesk, town: Installation
) -> None:
    """Whoever is admitted again is followed by itself; who undid that, by mistake, may tap."""
    person, spell = await town.admit()
    referral = town.referral(spell)
    await town.do(referral)
    again = await _back_in_hospital(town, person, spell)
    at = await desk(BOTH_WIDTHS)
    await at.sign_in(town, Role.WARD_NURSE)
    await expect(row_of(at, "EXAMPLE, Ada")).to_contain_text("Referred, waiting for the hub")
    await expect(at.page.get_by_role("link", name="Track this case")).to_have_count(0)
    await _follows_no_more(town, referral.case_id)
    await row_of(at, "EXAMPLE, Ada").get_by_role("link", name="Track this case").click()

    await expect(at.page.get_by_role("heading", name="has a case with the hub already")).to_be_visible()
    await expect(at.page.get_by_label("Why are they in hospital?")).to_have_count(0)
    await assert_well(at)
    await at.page.get_by_role("button", name="Track this case").click()

    await at.page.wait_for_url(f"**/cases/{referral.case_id}")
    assert (await case_of(at, town, again))["case"]["id"] == str(referral.case_id)


async def _follows_no_more(town: Installation, case: CaseId) -> None:
    said: dict[str, Any] = {"by": town.by(Role.CASE_MANAGER), "at": datetime.now(UTC), "words": Words("Her sister.")}
    await town.do(UndoSharedStep(case_id=case, what=SharedStep.TRACKING, undo_id=uuid4(), **said))


async def test_who_has_a_live_case_of_this_stay_is_led_to_it(desk: OpenDesk, town: Installation) -> None:
    _, spell = await town.admit()
    referral = town.referral(spell)
    await town.do(referral)
    at = await desk()
    await at.sign_in(town, Role.WARD_NURSE, f"/wards/{town.ward}/refer/{spell}")
    await expect(at.page.get_by_role("button", name="Track this case")).to_have_count(0)
    await at.page.get_by_role("link", name="Open the case").click()
    await at.page.wait_for_url(f"**/cases/{referral.case_id}")


async def test_a_returned_referral_asks_for_its_fields_and_sends_only_those(desk: OpenDesk, town: Installation) -> None:
    _, spell = await town.admit()
    case = await _returned(town, spell, ReferralField.CAPACITY, ReferralField.PEOPLE)
    at = await desk(BOTH_WIDTHS)
    await at.sign_in(town, Role.WARD_NURSE, f"/cases/{case}#answer")
    answer = at.page.locator("#answer")
    await expect(answer).to_contain_text("Is there doubt?")
    await expect(answer.get_by_role("region")).to_have_count(2)
    await assert_well(at)
    await at.page.get_by_role("button", name="Send again").click()
    await expect(answer.get_by_role("alert")).to_contain_text("Nothing here is new yet")

    await answer.get_by_label("No doubt").check()
    await answer.get_by_text("Saved ").wait_for()
    await at.page.reload()
    await expect(answer.get_by_label("No doubt")).to_be_checked()
    async with at.page.expect_request("**/referral") as sent:
        await at.page.get_by_role("button", name="Send again").click()

    assert set((await sent.value).post_data_json or {}) == {"spell_id", "hub_id", "capacity"}
    await expect(at.page.get_by_role("region", name="What the ward says")).to_contain_text("No doubt")
    form = (await case_of(at, town, spell))["referral"]
    assert (form["returned"], form["form"]["why_in_hospital"]) == (None, "Fell at home.")


@pytest.mark.parametrize(
    ("reason", "outcome"),
    [
        ("The ward cancels it", "cancelled_by_ward"),
        ("No longer needed", "no_longer_needed"),
        ("The person declined", "person_declined"),
    ],
)
async def test_the_ward_takes_its_referral_back_for_one_of_three_reasons(
    desk: OpenDesk, town: Installation, reason: str, outcome: str
) -> None:
    _, spell = await town.admit()
    referral = town.referral(spell)
    await town.do(referral)
    at = await desk()
    await at.sign_in(town, Role.WARD_NURSE, f"/cases/{referral.case_id}")
    await at.page.get_by_text("Take the referral back").click()
    await at.page.get_by_role("button", name="Take it back").click()
    await expect(at.page.get_by_role("alert")).to_contain_text("Choose why it is taken back")
    await at.assert_accessible()
    await at.page.get_by_label(reason).check()
    await at.page.get_by_role("button", name="Take it back").click()

    await expect(at.page.get_by_text("Closed", exact=True)).to_be_visible()
    async with town.database.reads.acquire() as connection:
        told = await connection.fetchval("SELECT outcome FROM case_1 WHERE id = $1", referral.case_id)
    assert told == outcome


async def test_the_hub_is_told_in_words_that_the_ward_refers(desk: OpenDesk, town: Installation) -> None:
    _, spell = await town.admit()
    at = await desk()
    await at.sign_in(town, Role.HUB_LEAD, f"/wards/{town.ward}/refer/{spell}")
    await expect(at.page.get_by_text("Somebody of the ward refers")).to_be_visible()
    await at.assert_accessible()


async def _told_early(town: Installation, spell: SpellId) -> None:
    await town.do(
        RaiseEarlyAlert(
            case_id=CaseId(uuid4()),
            spell_id=spell,
            hub_id=town.hub,
            likely=frozenset({Need.MEALS}),
            words=None,
            by=town.by(Role.WARD_NURSE),
            at=datetime.now(UTC),
        )
    )


async def _returned(town: Installation, spell: SpellId, *fields: ReferralField) -> CaseId:
    referral = town.referral(spell)
    await town.do(referral)
    await town.do(
        ReturnReferral(
            case_id=referral.case_id,
            fields=frozenset(fields),
            words=Words("Is there doubt?"),
            by=town.by(Role.HUB_LEAD),
            at=datetime.now(UTC),
        )
    )
    return referral.case_id


async def _back_in_hospital(town: Installation, person: PersonId, spell: SpellId) -> SpellId:
    now, nurse, again = datetime.now(UTC), town.by(Role.WARD_NURSE), SpellId(uuid4())
    await town.do(EndSpell(spell_id=spell, how=WayOut.DISCHARGED, by=nurse, at=now - timedelta(hours=3)))
    opening = OpenSpell(spell_id=again, person_id=person, ward_id=town.ward, bed="A1-02", by=nurse, at=now)
    await town.do(opening)
    return again
