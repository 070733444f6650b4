"""Escalations: raised by a person, acknowledged, acted on, settled; and whose they are now."""

from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Query
from fastapi.responses import PlainTextResponse
from pydantic import BaseModel

from app.access.me import Me as Asking
from app.access.policy import check_sight, may_see
from app.api.csv_file import csv_file
from app.api.escalation_bodies import AcknowledgementIn, ActionIn, EndingIn, EscalationIn
from app.api.problems import problems
from app.api.state import Handle, HomewardState, Me, Now, State
from app.domain.escalation import AcknowledgeEscalation, ActOnEscalation, EndEscalation, RaiseEscalation
from app.domain.rejections import NotKnown
from app.domain.values import Role
from app.events.handler import Receipt
from app.views.escalation import subject_of
from app.views.escalation_list import Mine, Standing, standing

router = APIRouter(tags=["escalations"])
_ONE = "/escalations/{escalation_id}"
_OF_WARD = frozenset({Role.WARD_NURSE, Role.WARD_CLINICIAN})


class EscalationsPage(BaseModel):
    """Escalations that stand: the highest first, then what is to be answered first."""

    escalations: list[Standing]


@router.get("/escalations", responses=problems())
async def read_escalations(homeward: HomewardState, me: Me, everybodys: bool = False) -> EscalationsPage:
    """What stands on your own list, or everybody's; a provider is told of its own only, and of nobody by name."""
    check_sight(me, "escalation")
    return EscalationsPage(escalations=await _standing(homeward, me, everybodys))


@router.get("/escalations/who-acts", response_class=PlainTextResponse, responses=problems())
async def read_who_acts(
    homeward: HomewardState, me: Me, everybodys: Annotated[bool, Query()] = False
) -> PlainTextResponse:
    """Who is to act at which level, by the ladders as they stand, as a file: it names nobody who is a patient."""
    check_sight(me, "escalation")
    return csv_file("who-acts", _COLUMNS, [_who(each) for each in await _standing(homeward, me, everybodys)])


@router.put("/cases/{case_id}/escalations/{escalation_id}", responses=problems(404, 409))
async def raise_escalation(
    case_id: UUID, escalation_id: UUID, escalation: EscalationIn, handle: Handle, me: Me, now: Now
) -> Receipt:
    """Raise a problem of a case. Sending it again changes nothing."""
    said = escalation.values()
    return await handle(RaiseEscalation(subject=case_id, escalation_id=escalation_id, by=me.actor, at=now, **said))


@router.put("/spells/{spell_id}/escalations/{escalation_id}", responses=problems(404, 409))
async def raise_escalation_of_stay(
    spell_id: UUID, escalation_id: UUID, escalation: EscalationIn, handle: Handle, me: Me, now: Now
) -> Receipt:
    """Raise a problem of somebody in hospital, whether they have a case or not. Sending it again changes nothing."""
    said = escalation.values()
    about = RaiseEscalation(subject=spell_id, of_stay=True, escalation_id=escalation_id, by=me.actor, at=now, **said)
    return await handle(about)


@router.put(f"{_ONE}/acknowledgement", responses=problems(404, 409))
async def acknowledge_escalation(
    escalation_id: UUID, taken: AcknowledgementIn, homeward: HomewardState, handle: Handle, me: Me, now: Now
) -> Receipt:
    """Take it on: it climbs by silence no more. Said by the organisation that owns it, or the hub."""
    on = await _on(homeward, me, escalation_id)
    return await handle(AcknowledgeEscalation(**on, by=me.actor, at=now, **taken.values()))


@router.put(f"{_ONE}/action", responses=problems(404, 409))
async def act_on_escalation(
    escalation_id: UUID, action: ActionIn, homeward: HomewardState, handle: Handle, me: Me, now: Now
) -> Receipt:
    """Say what was done about it."""
    on = await _on(homeward, me, escalation_id)
    return await handle(ActOnEscalation(**on, by=me.actor, at=now, **action.values()))


@router.put(f"{_ONE}/ending", responses=problems(404, 409))
async def end_escalation(
    escalation_id: UUID, ending: EndingIn, homeward: HomewardState, handle: Handle, me: Me, now: Now
) -> Receipt:
    """Say how what a person raised was settled; what the clock raised ends with its cause."""
    on = await _on(homeward, me, escalation_id)
    return await handle(EndEscalation(**on, by=me.actor, at=now, **ending.values()))


async def _on(homeward: State, me: Asking, escalation_id: UUID) -> dict[str, Any]:
    async with homeward.database.reads.acquire() as connection:
        subject = await subject_of(connection, me.system, escalation_id)
    if subject is None:
        raise NotKnown(what="escalation")
    return {"subject": subject, "escalation_id": escalation_id}


async def _standing(homeward: State, me: Asking, everybodys: bool) -> list[Standing]:
    async with homeward.database.reads.acquire() as connection:
        return await standing(connection, me.system, _mine(me, everybodys), named=may_see(me, "person"))


def _mine(me: Asking, everybodys: bool) -> Mine:
    if me.role is Role.PROVIDER:
        return Mine(owner_id=me.organisation_id)
    if everybodys or me.role is Role.MANAGER:
        return Mine()
    return Mine(ward_ids=me.ward_ids) if me.role in _OF_WARD else Mine(hub_id=me.hub_id)


_COLUMNS = ("escalation", "level", "what", "owner", "answer by", "role", "telephone", "hub role", "hub telephone")


def _who(each: Standing) -> tuple[object, ...]:
    said = (each.escalation_id, each.level, each.title, each.owner or "", each.answer_by.isoformat())
    acts = (each.acts.role, each.acts.phone) if each.acts else ("", "")
    beside = (each.beside.role, each.beside.phone) if each.beside else ("", "")
    return (*said, *acts, *beside)
