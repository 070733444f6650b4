"""What a decision on tasks must know: templates and calendars as they stand, who owns what, and who takes a step."""

from dataclasses import replace
from typing import Any
from uuid import UUID

from app.bank_holidays import ENGLAND
from app.domain.case import Case
from app.domain.case.facts import CaseFacts
from app.domain.case.tasks.deciding import AnyTaskCommand
from app.domain.case.tasks.doing import AssignTask, TaskStep
from app.domain.case.tasks.facts import Doer, PlanFacts
from app.domain.case.tasks.planning import PlanTasks
from app.domain.case.tasks.raising import RaiseTask
from app.domain.codes.owners import Owner
from app.domain.practice import TaskTemplates, practice_id
from app.domain.spell import Spell
from app.domain.spell.ready import ready
from app.domain.values import Actor, ActorKind, OrganisationId, stream
from app.events.log import Turn
from app.events.practice import AS_OF, CALENDAR, calendar_from, practice_as_of
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
    ward = spell.place.ward_id if spell.admission else None
    council, icb = (route.council, route.icb) if (route := case.tasks.route) else (None, None)
    booked = case.requests.offers[case.requests.booking] if case.requests.booking else None
    service = (booked.organisation_id, booked.service_id) if booked else (None, None)
    rows = await turn.connection.fetch(
        _OWNERS, turn.system, practice_id(TaskTemplates.kind), ward, case.hub_id, council, icb, *service
    )
    templates = await practice_as_of(turn, TaskTemplates, rows[0]["templates"])
    known = {Owner(row["kind"]): row for row in rows if row["id"]}
    return PlanFacts(
        lines=templates.lines,
        owners={owner: OrganisationId(row["id"]) for owner, row in known.items()},
        calendars={owner: calendar_from(row["calendar"]) for owner, row in known.items()},
        days_off=ENGLAND,
        **of_stay(spell),
    )


# A service that keeps no calendar works as its organisation does. That of a service not booked is a row all the same:
# the templates are told with it.
_OWNERS = f"""
    SELECT ({AS_OF.format(id="$2")}) AS templates, owner.kind, owner.id, (
        SELECT {CALENDAR} FROM calendar_1
        WHERE system_id = $1 AND id IN (owner.id, owner.service_id) AND NOT gone
        ORDER BY id = owner.id LIMIT 1) AS calendar
    FROM (
        SELECT 'service' AS kind, $7::uuid AS id, $8::uuid AS service_id
        UNION ALL
        SELECT 'hospital', site.parent_id, NULL FROM place_1 ward
        JOIN place_1 site ON site.system_id = $1 AND site.id = ward.parent_id AND site.place = 'site'
        WHERE ward.system_id = $1 AND ward.id = $3 AND ward.place = 'ward'
        UNION ALL
        SELECT 'hub', parent_id, NULL FROM place_1 WHERE system_id = $1 AND id = $4 AND place = 'hub'
        UNION ALL
        SELECT 'council', id, NULL FROM place_1 WHERE system_id = $1 AND code = $5 AND place = 'organisation'
        UNION ALL
        SELECT 'commissioner', id, NULL FROM place_1 WHERE system_id = $1 AND code = $6 AND place = 'organisation'
    ) owner"""


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
