"""Cases for the tests of planning: one that the hub has accepted, and what was said of it."""

from dataclasses import replace
from datetime import UTC, datetime

from app.domain.case import AcceptReferral, AmendReferral
from app.domain.case.form import Capacity, CapacityState, ReferralForm
from app.domain.values import CaseId, Role, Words
from app.events.handler import handle
from app.events.overwriting import answered_at
from app.events.stream import read_stream
from tests.events.whole_form import WHOLE_FORM
from tests.facts import Installation

LACKS = ReferralForm(capacity=Capacity(state=CapacityState.LACKS, decision=Words("Where to live")))
MEDICINES = ReferralForm(capacity=Capacity(state=CapacityState.LACKS, decision=Words("Which medicines to take")))
ALL_SAID = replace(WHOLE_FORM, why_in_hospital=None, readiness=None, needs=None)
"""An answer to each gap that the referral of these tests leaves."""

DOUBT = ReferralForm(capacity=Capacity(state=CapacityState.DOUBT))


async def in_planning(town: Installation, said: ReferralForm | None = None) -> CaseId:
    """A case that the hub plans; `said` is added to its referral."""
    _, spell = await town.admit()
    referral = town.referral(spell)
    await town.do(referral)
    case, lead, now = referral.case_id, town.by(Role.HUB_LEAD), datetime.now(UTC)
    await town.do(AcceptReferral(case_id=case, case_manager=town.staff[Role.CASE_MANAGER], by=lead, at=now))
    if said:
        await amend(town, case, said)
    return case


async def amend(town: Installation, case: CaseId, said: ReferralForm, *, anew: bool = False) -> None:
    """The ward answers a gap or, `anew`, says otherwise what was said, knowing what stands."""
    amending = AmendReferral(case_id=case, form=said, by=town.by(Role.WARD_NURSE), at=datetime.now(UTC))
    async with town.database.reads.acquire() as connection:
        past = (await read_stream(connection, town.system, amending.stream)).past.events
    stands = answered_at(past, said.answered) if anew else None
    await handle(town.database, town.hints, town.system, amending, stands)
