"""What a decision on tasks must know: templates and calendars as they stand, who owns what, and who takes a step."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any
from uuid import UUID

from app.bank_holidays import ENGLAND
from app.domain.calendar import NO_CALENDAR
from app.domain.case import Case
from app.domain.case.facts import CaseFacts
from app.domain.case.tasks.deciding import AnyTaskCommand
from app.domain.case.tasks.doing import AssignTask, TaskStep
from app.domain.case.tasks.facts import Doer, PlanFacts
from app.domain.case.tasks.planning import PlanTasks
from app.domain.case.tasks.raising import RaiseTask
from app.domain.practice import TaskTemplates
from app.domain.practice.tasks import Owner
from app.domain.spell import Spell
from app.domain.spell.ready import ready
from app.domain.values import Actor, ActorKind, OrganisationId, stream
from app.events.log import Turn
from app.events.practice import calendar_of, practice
from app.events.stream import Past
from app.views.spell import HERE


async def task_facts(command: AnyTaskCommand, turn: Turn, past: Past) -> CaseFacts:
    """A step needs who takes it; planning and raising what tasks follow from, once the hub has accepted the case."""
    case: Case = past.state
    if isinstance(command, TaskStep):
        return await _before_step(command, turn, case)
    if case.spell_id is None or (isinstance(command, PlanTasks) and not (case.accepted_with or case.tasks.items)):
        return CaseFacts()
    plan = await _plan_facts(turn, case)
    if isinstance(command, RaiseTask):
        plan = replace(plan, task_elsewhere=await _task_elsewhere(command, turn))
    return CaseFacts(plan=plan)


def of_stay(spell: Spell) -> dict[str, Any]:
    """What the stay says of when tasks are due."""
    told = spell.admission
    if told is None:
        return {"expected_discharge": spell.expected_discharge}
    until = spell.left_bed_at or max((review.at for review in spell.reviews), default=told.at)
    known = ready(spell.reviews, told.at, spell.left_bed_at, until, spell.virtual_ward_before)
    return {"admitted_at": told.at, "expected_discharge": spell.expected_discharge, "ready_at": known.ready_at}


async def _plan_facts(turn: Turn, case: Case) -> PlanFacts:
    assert case.spell_id, "whose tasks are planned is in hospital"
    spell: Spell = (await turn.read(stream("spell", case.spell_id))).state
    owners = await _owners(turn, case, spell)
    booking = case.requests.offers[case.requests.booking] if case.requests.booking else None
    at_service = {booking.service_id} if booking else set()
    if booking:
        owners[Owner.SERVICE] = booking.organisation_id
    held = await calendar_of(turn, {*owners.values(), *at_service})
    calendars = {owner: held[organisation] for owner, organisation in owners.items()}
    for service in at_service:
        if held[service] is not NO_CALENDAR:
            calendars[Owner.SERVICE] = held[service]
    lines = (await practice(turn, TaskTemplates)).lines
    return PlanFacts(lines=lines, owners=owners, calendars=calendars, days_off=ENGLAND, **of_stay(spell))


_OWNERS = """
    SELECT
        (SELECT site.parent_id FROM place_1 ward
            JOIN place_1 site ON site.system_id = $1 AND site.id = ward.parent_id AND site.place = 'site'
            WHERE ward.system_id = $1 AND ward.id = $2 AND ward.place = 'ward') AS hospital,
        (SELECT parent_id FROM place_1 WHERE system_id = $1 AND id = $3 AND place = 'hub') AS hub,
        (SELECT id FROM place_1 WHERE system_id = $1 AND code = $4 AND place = 'organisation') AS council,
        (SELECT id FROM place_1 WHERE system_id = $1 AND code = $5 AND place = 'organisation') AS commissioner"""


async def _owners(turn: Turn, case: Case, spell: Spell) -> dict[Owner, OrganisationId]:
    route = case.tasks.route
    ward = spell.place.ward_id if spell.admission else None
    row = await turn.connection.fetchrow(
        _OWNERS, turn.system, ward, case.hub_id, route.council if route else None, route.icb if route else None
    )
    assert row, "the statement answers one row"
    named: Mapping[str, Any] = dict(row)
    return {Owner(kind): OrganisationId(owner) for kind, owner in named.items() if owner}


async def _task_elsewhere(command: RaiseTask, turn: Turn) -> bool:
    there = "SELECT EXISTS (SELECT 1 FROM task_1 WHERE system_id = $1 AND id = $2 AND case_id <> $3)"
    return bool(await turn.connection.fetchval(there, turn.system, command.task_id, command.case_id))


_DOER = f"""
    SELECT staff.organisation_id, staff.hub_id, EXISTS (
        SELECT 1 FROM spell_1 spell
        WHERE spell.system_id = $1 AND spell.id = $3 AND spell.ward_id = ANY(staff.ward_ids) AND {HERE}) AS on_ward
    FROM staff_1 staff WHERE staff.system_id = $1 AND staff.id = $2 AND NOT staff.gone"""


async def _before_step(command: TaskStep, turn: Turn, case: Case) -> CaseFacts:
    return CaseFacts(doer=await doer_of(turn, command.by, case), assignee_known=await _assignee_known(command, turn))


async def doer_of(turn: Turn, by: Actor, case: Case) -> Doer | None:
    """Who takes a step on a case, as the roster has them; None for who is not on it."""
    if by.kind is not ActorKind.STAFF:
        return None
    row = await turn.connection.fetchrow(_DOER, turn.system, UUID(by.id), case.spell_id)
    return Doer(**row) if row else None


async def _assignee_known(command: TaskStep, turn: Turn) -> bool:
    if not isinstance(command, AssignTask) or command.assigned_to is None:
        return False
    known = "SELECT EXISTS (SELECT 1 FROM staff_1 WHERE system_id = $1 AND id = $2 AND NOT gone)"
    return bool(await turn.connection.fetchval(known, turn.system, command.assigned_to))
