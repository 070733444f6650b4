"""Somebody for whom services can be asked, by commands: for tests of what happens at once, and of time that passes."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

from app.domain.case import AcceptReferral, DecidePathway, SignAssessment
from app.domain.case.form import Agreement, Agrees
from app.domain.case.requests.answering import Assessed
from app.domain.case.requests.confirming import ConfirmOffer
from app.domain.case.requests.packaging import DescribePackage
from app.domain.case.requests.sending import SendRequest
from app.domain.case.requests.state import Round, offer_id_of
from app.domain.codes.assessors import SeenWhere
from app.domain.codes.pathways import Pathway
from app.domain.codes.service_lines import ServiceLine
from app.domain.codes.windows import Window
from app.domain.package import Call, Package
from app.domain.service import DeclareCapacity, ListService, Run, Unit
from app.domain.values import CaseId, Role, ServiceId, SpellId, Words
from tests.api.assessing import ANSWERS
from tests.facts import Installation

WINDOW = Window.MORNING


@dataclass(frozen=True, slots=True)
class Searching:
    """One case in planning whose package is described."""

    place: Installation
    case: CaseId

    def said(self) -> dict[str, Any]:
        """What every command of the hub on the case has."""
        return {"case_id": self.case, "by": self.place.by(Role.CASE_MANAGER), "at": datetime.now(UTC)}

    async def ask(self, *services: ServiceId, round_: Round = Round.BROADCAST) -> list[UUID]:
        """The ids of the offers of a new request."""
        request = uuid4()
        await self.place.do(SendRequest(request_id=request, round=round_, services=services, **self.said()))
        return [offer_id_of(request, each) for each in services]

    async def assess(self, **answers: list[Any]) -> UUID:
        """The id of a trusted assessment that is signed; `answers` by the name of the item, its dot as two lines."""
        assessment, said = uuid4(), {name.replace("__", "."): value for name, value in answers.items()}
        signing = SignAssessment(
            assessment_id=assessment,
            signing_id=uuid4(),
            form="trusted-assessment",
            form_version="1",
            answers=ANSWERS | said,
            competency="nurse",
            agreement="system",
            employer=Words("Northmoor Hospitals"),
            seen_at=datetime.now(UTC) - timedelta(hours=1),
            seen_where=SeenWhere.ON_WARD,
            **self.said(),
        )
        await self.place.do(signing)
        return assessment

    def yes(self, offer: UUID) -> ConfirmOffer:
        """A service confirms."""
        start = datetime.now(UTC) + timedelta(days=1)
        arrives: dict[str, Any] = {"arrive_from": start, "arrive_to": start + timedelta(hours=2)}
        how: dict[str, Any] = {"offer_id": offer, "answer_id": uuid4(), "units": ("am",), "how": Assessed.REMOTE}
        return ConfirmOffer(**how, **arrives, **self.said())


async def a_search(place: Installation, spell: SpellId | None = None) -> Searching:
    """Somebody who agreed, goes home with support, and needs a morning call; whoever is in this spell, or anybody."""
    referral = place.referral(spell or (await place.admit())[1])
    await place.do(replace(referral, form=replace(referral.form, told_and_agrees=Agreement(agrees=Agrees.AGREES))))
    search = Searching(place, referral.case_id)
    nothing: dict[str, Any] = dict.fromkeys(("why_not_home", "words", "home_possible_if", "review_on", "senior_yes"))
    call, start = Call(window=WINDOW, carers=1, minutes=30), (datetime.now(UTC) + timedelta(days=1)).date()
    package = Package(line=ServiceLine.REAB, start_on=start, sector="ZZ97 1", calls=(call,))
    await place.do(AcceptReferral(case_manager=place.staff[Role.CASE_MANAGER], **search.said()))
    home = DecidePathway(needed=Pathway.P1, given=Pathway.P1, decided_by=Words("Hub"), **nothing, **search.said())
    await place.do(home)
    await place.do(DescribePackage(package=package, **search.said()))
    return search


async def a_service(place: Installation, usable: int = 1) -> ServiceId:
    """Reablement with so many morning runs."""
    service = ServiceId(uuid4())
    on: dict[str, Any] = {"service_id": service, "by": place.by(Role.MANAGER), "at": datetime.now(UTC)}
    of: dict[str, Any] = {"organisation_id": place.trust, "line": ServiceLine.REAB, "pathway": Pathway.P1}
    await place.do(ListService(name="Reablement", **of, **on))
    run = Unit(key="am", commissioned=usable, usable=usable, occupied=0, run=Run(window=WINDOW, carers=1))
    await place.do(DeclareCapacity(units=(run,), **on))
    return service
