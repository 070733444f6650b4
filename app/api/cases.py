"""The case: read it whole, and put each of its stages. Every stage is a resource; sending it again changes nothing."""

from typing import Any
from uuid import UUID

from fastapi import APIRouter

from app.access.policy import check_sight
from app.api.case_bodies import (
    AcceptanceIn,
    AmendmentIn,
    CaseManagerIn,
    ClosureIn,
    DepartureIn,
    EarlyAlertIn,
    LeavingIn,
    ReferralIn,
    ReopeningIn,
    ReturnIn,
    ReturnToHospitalIn,
    TrackingIn,
    WithdrawalIn,
)
from app.api.case_page import CasePage, case_page
from app.api.home_of import home_of
from app.api.pathway_bodies import BestInterestsIn, PathwayIn
from app.api.problems import problems
from app.api.referral_answer import ReferralReceipt, answered
from app.api.rows import RowsPage, rows_page
from app.api.shapes import Instant
from app.api.state import IF_MATCH, Handle, HomewardState, Me, Now
from app.domain.case import (
    AcceptReferral,
    AmendReferral,
    CloseCase,
    DecidePathway,
    NameCaseManager,
    PlanLeaving,
    RaiseEarlyAlert,
    RecordBestInterests,
    RecordDeparture,
    RecordReturn,
    ReopenCase,
    ReturnReferral,
    SubmitReferral,
    TrackCase,
    WithdrawReferral,
)
from app.domain.values import CaseId, HubId, SpellId, Words
from app.drafts.keeping import forget_draft
from app.drafts.referral import REFERRAL
from app.events.handler import Receipt

router = APIRouter(prefix="/cases", tags=["cases"])


@router.get("", responses=problems())
async def list_cases(homeward: HomewardState, me: Me, scope: UUID) -> RowsPage:
    """The live cases of one hub, as its board shows them."""
    check_sight(me, "case")
    return await rows_page(homeward, me, "case", str(scope))


@router.get("/{case_id}", responses=problems(404))
async def read_case(
    case_id: UUID, homeward: HomewardState, me: Me, now: Now, known_at: Instant | None = None
) -> CasePage:
    """Everything about one case: person, referral, decisions, notes, and its timeline in words.

    `known_at` shows it as it was known then: without what was recorded later. Who the person is, is as of now.
    """
    check_sight(me, "case")
    return await case_page(homeward, me, CaseId(case_id), now, known_at)


@router.put("/{case_id}/early-alert", responses=problems(404, 409))
async def raise_early_alert(
    case_id: UUID, alert: EarlyAlertIn, handle: Handle, homeward: HomewardState, me: Me, now: Now
) -> Receipt:
    """The ward tells the hub early, before there is a referral."""
    route = await home_of(homeward, me, alert.spell_id, None, now)
    return await handle(RaiseEarlyAlert(case_id=CaseId(case_id), by=me.actor, at=now, route=route, **alert.values()))


@router.put("/{case_id}/referral", responses=problems(404, 409))
async def submit_referral(
    case_id: UUID, referral: ReferralIn, handle: Handle, homeward: HomewardState, me: Me, now: Now
) -> ReferralReceipt:
    """The ward refers a person to the hub, or answers a return. Sending the same referral again changes nothing.

    `where_next` says who else is responsible for somebody under 18, without a home, from prison or from overseas.
    """
    sent = SubmitReferral(
        case_id=CaseId(case_id),
        spell_id=SpellId(referral.spell_id),
        hub_id=HubId(referral.hub_id),
        form=referral.form(),
        route=await home_of(homeward, me, referral.spell_id, referral.person, now),
        by=me.actor,
        at=now,
    )
    receipt = await handle(sent)
    async with homeward.database.turns.acquire() as connection:
        await forget_draft(connection, REFERRAL, me.system, sent.spell_id)
    return await answered(homeward, me, receipt, sent.spell_id, sent.form, now)


@router.put("/{case_id}/amendment", responses=problems(404, 409, 412, 428), openapi_extra=IF_MATCH)
async def amend_referral(case_id: UUID, amendment: AmendmentIn, handle: Handle, me: Me, now: Now) -> Receipt:
    """Ward or hub knows more, or better. To change a field that is answered already, send If-Match."""
    return await handle(AmendReferral(case_id=CaseId(case_id), by=me.actor, at=now, form=amendment.form()))


@router.put("/{case_id}/withdrawal", responses=problems(404, 409))
async def withdraw_referral(case_id: UUID, withdrawal: WithdrawalIn, handle: Handle, me: Me, now: Now) -> Receipt:
    """The ward takes its early alert or referral back, before the hub has accepted it."""
    return await handle(WithdrawReferral(case_id=CaseId(case_id), by=me.actor, at=now, **withdrawal.values()))


@router.put("/{case_id}/tracking", responses=problems(404, 409))
async def track_case(case_id: UUID, tracking: TrackingIn, handle: Handle, me: Me, now: Now) -> Receipt:
    """The person is in hospital again, under a record that was not known to be theirs: their case follows the new stay.

    Whoever is admitted again is followed by itself; said then, nothing changes.
    """
    return await handle(TrackCase(case_id=CaseId(case_id), by=me.actor, at=now, **tracking.values()))


@router.put("/{case_id}/return", responses=problems(404, 409))
async def return_referral(case_id: UUID, asked: ReturnIn, handle: Handle, me: Me, now: Now) -> Receipt:
    """The hub sends the referral back to the ward for named fields."""
    return await handle(ReturnReferral(case_id=CaseId(case_id), by=me.actor, at=now, **asked.values()))


@router.put("/{case_id}/acceptance", responses=problems(404, 409))
async def accept_referral(case_id: UUID, acceptance: AcceptanceIn, handle: Handle, me: Me, now: Now) -> Receipt:
    """The hub accepts the referral and names the case manager."""
    return await handle(AcceptReferral(case_id=CaseId(case_id), by=me.actor, at=now, **acceptance.values()))


@router.put("/{case_id}/case-manager", responses=problems(404, 409))
async def name_case_manager(case_id: UUID, named: CaseManagerIn, handle: Handle, me: Me, now: Now) -> Receipt:
    """Another case manager takes over."""
    return await handle(NameCaseManager(case_id=CaseId(case_id), by=me.actor, at=now, **named.values()))


@router.put("/{case_id}/best-interests", responses=problems(404, 409, 412, 428), openapi_extra=IF_MATCH)
async def record_best_interests(case_id: UUID, decided: BestInterestsIn, handle: Handle, me: Me, now: Now) -> Receipt:
    """A decision for somebody who lacks capacity for it. If-Match is required to record a later one."""
    return await handle(RecordBestInterests(case_id=CaseId(case_id), by=me.actor, at=now, **decided.values()))


@router.put("/{case_id}/pathway", responses=problems(404, 409, 412, 428), openapi_extra=IF_MATCH)
async def decide_pathway(case_id: UUID, pathway: PathwayIn, handle: Handle, me: Me, now: Now) -> Receipt:
    """The pathway needed and given; a bed needs its why-not-home. To change an earlier decision, send If-Match."""
    return await handle(DecidePathway(case_id=CaseId(case_id), by=me.actor, at=now, **pathway.values()))


@router.put("/{case_id}/leaving", responses=problems(404, 409, 412, 428), openapi_extra=IF_MATCH)
async def plan_leaving(case_id: UUID, leaving: LeavingIn, handle: Handle, me: Me, now: Now) -> Receipt:
    """The agreed slot to leave. If-Match is required to change an earlier one."""
    return await handle(PlanLeaving(case_id=CaseId(case_id), by=me.actor, at=now, **leaving.values()))


@router.put("/{case_id}/departure", responses=problems(404, 409))
async def record_departure(case_id: UUID, departure: DepartureIn, handle: Handle, me: Me) -> Receipt:
    """The person left hospital; by hand, where no feed tells it."""
    return await handle(RecordDeparture(case_id=CaseId(case_id), by=me.actor, at=departure.left_at))


@router.put("/{case_id}/return-to-hospital", responses=problems(404, 409))
async def record_return(case_id: UUID, back: ReturnToHospitalIn, handle: Handle, me: Me) -> Receipt:
    """The person is in hospital after all; by hand, where no feed tells it. The case stands where it stood."""
    why: dict[str, Any] = {"reason": back.reason, "words": Words(back.words) if back.words else None}
    return await handle(RecordReturn(case_id=CaseId(case_id), by=me.actor, at=back.back_at, **why))


@router.put("/{case_id}/closure", responses=problems(404, 409))
async def close_case(case_id: UUID, closure: ClosureIn, handle: Handle, me: Me, now: Now) -> Receipt:
    """The hub's work on the case is over, with its outcome."""
    return await handle(CloseCase(case_id=CaseId(case_id), by=me.actor, at=now, **closure.values()))


@router.put("/{case_id}/reopening", responses=problems(404, 409))
async def reopen_case(case_id: UUID, reopening: ReopeningIn, handle: Handle, me: Me, now: Now) -> Receipt:
    """Closing it was wrong: the case stands where it stood before."""
    return await handle(ReopenCase(case_id=CaseId(case_id), by=me.actor, at=now, **reopening.values()))
