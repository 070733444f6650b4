"""What a person's word on an escalation must know: whom it is about, whose ladder is meant, and who speaks."""

from dataclasses import replace
from uuid import UUID

from app.domain.case.state import Case, Ended
from app.domain.escalation import About, Asker, EscalationFacts, RaiseEscalation
from app.domain.escalation.deciding import ByPerson
from app.domain.escalation.rules import Rules
from app.domain.practice.escalation import Ladders
from app.domain.spell import Spell
from app.domain.spell.state import Ended as Left
from app.domain.spell.state import Voided
from app.domain.values import ActorKind, CaseId, OrganisationId, Role, SpellId, stream
from app.events.escalation.directory import Directory, directory
from app.events.log import Turn
from app.views.delay import case_of


async def escalation_facts(command: ByPerson, turn: Turn) -> EscalationFacts:
    """Who speaks; and of what is raised, all that the clock would know."""
    if not isinstance(command, RaiseEscalation):
        return EscalationFacts(asker=await _asker(command, turn))
    return await (_of_stay if command.of_stay else _of_case)(command, turn)


async def _of_case(command: RaiseEscalation, turn: Turn) -> EscalationFacts:
    case: Case = (await turn.read(stream("case", command.subject))).state
    if case.spell_id is None:
        return EscalationFacts()
    spell: Spell = (await turn.read(stream("spell", case.spell_id))).state
    rules = (await directory(turn)).rules(case, spell)
    closed = isinstance(case.stage, Ended)
    return await _facts(command, turn, about(CaseId(command.subject), case), rules, closed=closed)


async def _of_stay(command: RaiseEscalation, turn: Turn) -> EscalationFacts:
    """With the case that follows the stay, if there is one. Without, the hub is that of who asks, or the only one."""
    spell_id = SpellId(command.subject)
    spell: Spell = (await turn.read(stream("spell", spell_id))).state
    if spell.admission is None:
        return EscalationFacts()
    case_id = await case_of(turn.connection, turn.system, spell_id)
    case: Case = (await turn.read(stream("case", case_id))).state if case_id else Case()
    known = await directory(turn)
    rules, person = known.rules(case, spell), spell.given_to or spell.admission.person_id
    whose = about(case_id, case) if case_id else About(person_id=person, spell_id=spell_id)
    if case_id is None:
        hub = await _hub(command, turn, known)
        rules = replace(rules, owners={**rules.owners, Ladders.HUB: hub}) if hub else rules
    return await _facts(command, turn, whose, rules, closed=isinstance(spell.stage, Left | Voided))


async def _hub(command: RaiseEscalation, turn: Turn, known: Directory) -> OrganisationId | None:
    asker = await _asker(command, turn)
    own = known.places.of_place.get(asker.hub_id) if asker and asker.hub_id else None
    return own or (next(iter(known.places.of_hubs)) if len(known.places.of_hubs) == 1 else None)


async def _facts(command: RaiseEscalation, turn: Turn, whose: About, rules: Rules, *, closed: bool) -> EscalationFacts:
    return EscalationFacts(
        about=whose,
        terms=rules.by_hand(command.trigger, command.level, command.ladder, command.at),
        closed=closed,
        triggers=frozenset(rules.lines),
        elsewhere=await _elsewhere(command, turn),
    )


def about(case_id: CaseId, case: Case) -> About:
    """Whom an escalation of this case is about."""
    return About(person_id=case.person_id, spell_id=case.spell_id, case_id=case_id, hub_id=case.hub_id)


async def _asker(command: ByPerson, turn: Turn) -> Asker | None:
    if command.by.kind is not ActorKind.STAFF:
        return None
    row = await turn.connection.fetchrow(_STAFF, turn.system, UUID(command.by.id))
    return Asker(**{**row, "role": Role(row["role"])}) if row else None


async def _elsewhere(command: RaiseEscalation, turn: Turn) -> UUID | None:
    found: UUID | None = await turn.connection.fetchval(_ELSEWHERE, turn.system, command.escalation_id, command.subject)
    return found


_STAFF = """
    SELECT organisation_id, hub_id, role, EXISTS (
        SELECT 1 FROM ladder_1 officer
        WHERE officer.system_id = $1 AND officer.id = $1
            AND (officer.rungs -> 0 ->> 'staff_id')::uuid = $2) AS is_officer
    FROM staff_1 WHERE system_id = $1 AND id = $2 AND NOT gone"""
_ELSEWHERE = "SELECT subject FROM escalation_1 WHERE system_id = $1 AND id = $2 AND subject <> $3"
