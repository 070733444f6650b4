"""The hub finds a service on the case's page, and sees on one page what is out and what expires next."""

import re
from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

from playwright.async_api import expect

from app.domain.case import AmendReferral
from app.domain.case.form import Before, ReferralForm
from app.domain.codes.service_lines import ServiceLine
from app.domain.codes.windows import Window
from app.domain.service import DeclareCapacity, Run, Unit
from app.domain.system import AddOrganisation, OrganisationKind
from app.domain.values import OrganisationId, Role, Words
from tests.browsing import OpenDesk
from tests.events.searching import a_search, a_service
from tests.facts import Installation
from tests.services import listed, said
from tests.web.ward_desk import assert_well


async def lapwing(town: Installation) -> None:
    """Another organisation's reablement, which has room."""
    other = OrganisationId(uuid4())
    what: dict[str, Any] = {"system_id": town.system, "by": town.by(Role.MANAGER), "at": datetime.now(UTC)}
    named: dict[str, Any] = {"code": uuid4().hex, "name": "Lapwing Care", "kind": OrganisationKind.PROVIDER}
    await town.do(AddOrganisation(organisation_id=other, **named, **what))
    service = await listed(town, "Lapwing at home", ServiceLine.REAB, by=other)
    run = Unit(key="am", commissioned=1, usable=1, occupied=0, run=Run(window=Window.MORNING, carers=1))
    await town.do(DeclareCapacity(units=(run,), **said(town, service)))


async def test_services_are_asked_answer_on_the_telephone_and_a_start_is_agreed(
    desk: OpenDesk, town: Installation
) -> None:
    at, search = await desk(), await a_search(town)
    await a_service(town)
    await lapwing(town)
    named = Before(provider=Words("Lapwing Care, twice daily"))
    await town.do(AmendReferral(form=ReferralForm(before=named), **search.said()))
    await at.sign_in(town, Role.CASE_MANAGER, f"/cases/{search.case}")
    finding = at.page.get_by_role("region", name="Finding a service")
    await expect(finding).to_contain_text("Reablement at home")

    await finding.get_by_role("button", name="Ask services").click()
    await expect(finding.get_by_label(re.compile("Lapwing at home: "))).to_be_checked()
    await expect(finding.get_by_label("The previous provider first, then the others")).to_be_checked()
    await expect(finding).to_contain_text(
        "Lapwing at home is asked first: named in the referral as who gave care before"
    )
    await assert_well(at)
    await finding.get_by_label(re.compile("Lapwing at home: ")).uncheck()
    await finding.get_by_label(re.compile("Reablement: ")).check()
    await finding.get_by_role("button", name="Ask them").click()
    await expect(finding.get_by_role("alert")).to_contain_text("Say why others come first")
    await assert_well(at)
    await finding.get_by_label("Why is Lapwing at home not asked first?").fill("They gave notice.")
    await finding.get_by_role("button", name="Ask them").click()
    await expect(finding).to_contain_text("Reablement: waiting, to answer by")
    await expect(finding).to_contain_text("Not the previous provider first: “They gave notice.”")

    await at.go("/brokerage")
    main = at.page.get_by_role("main")
    await expect(main).to_contain_text("Next answer due")
    await expect(main).to_contain_text("Reablement: waiting, to answer by")
    await assert_well(at)
    await at.go("/board")
    await expect(at.page.get_by_role("region", name="Finding a service")).to_contain_text("asked 1: 1 waiting to")

    await at.go(f"/cases/{search.case}")
    await finding.get_by_text("Told on the telephone").click()
    await finding.get_by_role("button", name="Confirm the start").click()
    await finding.get_by_label("How did you assess").select_option("remote")
    await finding.get_by_role("button", name="Confirm: we take this person").click()
    await expect(finding).to_contain_text("Reablement: start agreed")
    await assert_well(at)
