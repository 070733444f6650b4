"""Who was referred before: what was said then is shown to check, and counts once the ward says it is still true."""

from dataclasses import replace
from datetime import UTC, datetime
from uuid import uuid4

from playwright.async_api import expect

from app.domain.case import CloseCase
from app.domain.case.form import (
    Agreement,
    Agrees,
    Before,
    Change,
    Destination,
    Function,
    GoingTo,
    Level,
    Lives,
    ReferralForm,
)
from app.domain.case.outcome import Outcome
from app.domain.codes.ways_out import WayOut
from app.domain.local_time import local_date
from app.domain.spell import EndSpell, OpenSpell
from app.domain.values import Role, SpellId, Words
from tests.browsing import OpenDesk
from tests.desks import BOTH_WIDTHS
from tests.facts import Installation
from tests.web.referral_desk import at_the_form, case_of, field, refer, saved, why
from tests.web.ward_desk import assert_well

SAID = ReferralForm(
    person=Destination(going_to=GoingTo.WITH_FAMILY, words=Words("Her niece’s.")),
    told_and_agrees=Agreement(agrees=Agrees.AGREES, language=Words("Polish")),
    before=Before(lives=Lives.ALONE),
    function=Function(walking=Change(before=Level.ALONE, now=Level.ONE_PERSON)),
)


async def back_in_hospital(town: Installation) -> SpellId:
    """The new stay of somebody whose case of the first is closed."""
    person, first = await town.admit()
    nurse, now = town.by(Role.WARD_NURSE), datetime.now(UTC)
    referral = replace(town.referral(first), form=SAID)
    await town.do(referral)
    await town.do(EndSpell(spell_id=first, how=WayOut.DISCHARGED, by=nurse, at=now))
    closing = CloseCase(
        case_id=referral.case_id, outcome=Outcome.SETTLED, words=None, by=town.by(Role.HUB_LEAD), at=now
    )
    await town.do(closing)
    spell = SpellId(uuid4())
    await town.do(OpenSpell(spell_id=spell, person_id=person, ward_id=town.ward, bed="A1-02", by=nurse, at=now))
    return spell


async def test_what_was_said_before_is_checked_and_then_counts(desk: OpenDesk, town: Installation) -> None:
    spell = await back_in_hospital(town)
    at = await at_the_form(desk, town, spell, width=BOTH_WIDTHS)
    person, agreed, function = (field(at, name) for name in ("Person and where", "Told and agrees", "What they manage"))
    today = local_date(datetime.now(UTC))
    await expect(person).to_contain_text(f"As said on {today.day} {today:%B %Y}, check it:")
    await expect(person).to_contain_text("Her niece’s.")
    await expect(agreed).to_contain_text("Interpreter: Polish")
    await expect(agreed.get_by_role("radio", checked=True)).to_have_count(0)
    await assert_well(at)

    for each in (person, agreed, function):
        await each.get_by_role("button", name="Still true").press("Enter")
        await expect(each.get_by_role("heading")).to_be_focused()
        await expect(each).not_to_contain_text("As said on")
    await expect(person.get_by_label("With family")).to_be_checked()
    await expect(agreed.get_by_label("Not yet asked")).to_be_checked()
    await saved(at)
    await person.get_by_role("button", name="Clear").click()
    await expect(person).to_contain_text("As said on")
    await person.get_by_label("Usual home").check()
    await expect(person).not_to_contain_text("As said on")
    await why(at).fill("Fell again.")
    await assert_well(at)
    await refer(at)

    form = (await case_of(at, town, spell))["referral"]["form"]
    assert form["person"] == {"going_to": "usual_home", "words": None}
    assert (form["told_and_agrees"]["agrees"], form["told_and_agrees"]["language"]) == ("not_yet_asked", "Polish")
    assert form["function"]["walking"] == {"before": "alone", "now": None}
    assert form["before"] is None
