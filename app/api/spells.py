"""A stay in hospital, kept by hand where no feed tells it, and its reviews of the criteria to reside."""

from datetime import datetime
from typing import Any
from uuid import UUID

from fastapi import APIRouter, Response

from app.access.policy import check, check_sight
from app.api.admission import admit
from app.api.problems import problems
from app.api.spell_bodies import (
    AdmissionIn,
    BedIn,
    EndIn,
    ExpectedDischargeIn,
    HubNeedIn,
    LeaveEndIn,
    LeaveIn,
    ReviewIn,
)
from app.api.spell_page import SpellPage, spell_page
from app.api.state import Handle, HomewardState, Me, Now, tagged
from app.domain.spell import (
    EndLeave,
    EndSpell,
    ExpectDischarge,
    MovePerson,
    OpenSpell,
    ReviewCriteria,
    SayHubNeed,
    StartLeave,
)
from app.domain.values import SpellId, WardId, Words
from app.events.handler import Receipt

router = APIRouter(prefix="/spells", tags=["spells"])


@router.put("/{spell_id}", responses=problems(404, 409))
async def open_spell(
    spell_id: UUID, admission: AdmissionIn, homeward: HomewardState, me: Me, response: Response
) -> Receipt:
    """Admit a person by hand. They are found again by NHS number or hospital number, or registered."""
    check(me, OpenSpell)
    return tagged(response, await admit(homeward, me, SpellId(spell_id), admission))


@router.put("/{spell_id}/bed", responses=problems(404, 409))
async def move_person(spell_id: UUID, bed: BedIn, handle: Handle, me: Me) -> Receipt:
    """The person went to another bed or ward."""
    moved = MovePerson(spell_id=SpellId(spell_id), ward_id=WardId(bed.ward_id), bed=bed.bed, by=me.actor, at=bed.at)
    return await handle(moved)


@router.put("/{spell_id}/end", responses=problems(404, 409))
async def end_spell(spell_id: UUID, end: EndIn, handle: Handle, me: Me) -> Receipt:
    """The person left, and how. Their case, if any, hears of it in the same turn."""
    return await handle(EndSpell(spell_id=SpellId(spell_id), how=end.how, by=me.actor, at=end.at))


@router.put("/{spell_id}/expected-discharge", responses=problems(404, 409))
async def expect_discharge(spell_id: UUID, expected: ExpectedDischargeIn, handle: Handle, me: Me, now: Now) -> Receipt:
    """The date on which the person is expected to leave. The same date again changes nothing; each change is kept."""
    expecting = ExpectDischarge(
        spell_id=SpellId(spell_id),
        expected_on=expected.expected_on,
        reason=expected.reason,
        words=Words(expected.words) if expected.words else None,
        by=me.actor,
        **_said(expected.at, now),
    )
    return await handle(expecting)


@router.put("/{spell_id}/hub-need", responses=problems(404, 409))
async def say_hub_need(spell_id: UUID, said: HubNeedIn, handle: Handle, me: Me, now: Now) -> Receipt:
    """Whether the person needs the hub, with or without a case. The same answer again changes nothing."""
    return await handle(SayHubNeed(spell_id=SpellId(spell_id), need=said.need, by=me.actor, **_said(said.at, now)))


@router.put("/{spell_id}/leave", responses=problems(404, 409))
async def start_leave(spell_id: UUID, leave: LeaveIn, handle: Handle, me: Me) -> Receipt:
    """The person is away on leave and keeps the bed. Told again with another end, the newer counts."""
    return await handle(StartLeave(spell_id=SpellId(spell_id), until=leave.until, by=me.actor, at=leave.started_at))


@router.put("/{spell_id}/leave/end", responses=problems(404, 409))
async def end_leave(spell_id: UUID, end: LeaveEndIn, handle: Handle, me: Me) -> Receipt:
    """The person is back from leave. Nothing changes for somebody who was not on leave."""
    words = Words(end.words) if end.words else None
    return await handle(EndLeave(spell_id=SpellId(spell_id), words=words, by=me.actor, at=end.at))


@router.put("/{spell_id}/reviews/{review_id}", responses=problems(404, 409))
async def review_criteria(
    spell_id: UUID, review_id: UUID, review: ReviewIn, handle: Handle, me: Me, now: Now
) -> Receipt:
    """A ward clinician reviews the criteria to reside. The same review again changes nothing."""
    reviewed = ReviewCriteria(
        spell_id=SpellId(spell_id),
        review_id=review_id,
        outcome=review.outcome,
        criteria=frozenset(review.criteria),
        words=Words(review.words) if review.words else None,
        by=me.actor,
        at=review.at or now,
    )
    return await handle(reviewed)


@router.get("/{spell_id}", responses=problems(404))
async def read_spell(spell_id: UUID, homeward: HomewardState, me: Me, now: Now) -> SpellPage:
    """One stay: where, since when, ready since when, days and nights, and its timeline in words."""
    check_sight(me, "spell")
    return await spell_page(homeward, me, SpellId(spell_id), now)


def _said(at: datetime | None, now: datetime) -> dict[str, Any]:
    """What waited in a page for its connection was said then, and not after what others have said since."""
    return {"at": at, "told_at": min(at, now)} if at else {"at": now}
