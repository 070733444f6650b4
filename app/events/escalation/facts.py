"""What a person's word on an escalation must know: whom it is about, whose ladder is meant, and who speaks."""

from uuid import UUID

from app.domain.case.state import Case, Ended
from app.domain.escalation import About, Asker, EscalationFacts, RaiseEscalation
from app.domain.escalation.deciding import ByPerson
from app.domain.spell import Spell
from app.domain.values import ActorKind, CaseId, stream
from app.events.escalation.directory import directory
from app.events.log import Turn


async def escalation_facts(command: ByPerson, turn: Turn) -> EscalationFacts:
    """Who speaks; and of what is raised, all that the clock would know."""
    if not isinstance(command, RaiseEscalation):
        return EscalationFacts(asker=await _asker(command, turn))
    case: Case = (await turn.read(stream("case", command.subject))).state
    if case.spell_id is None:
        return EscalationFacts()
    spell: Spell = (await turn.read(stream("spell", case.spell_id))).state
    rules = (await directory(turn)).rules(case, spell)
    return EscalationFacts(
        about=about(CaseId(command.subject), case),
        terms=rules.by_hand(command.trigger, command.level, command.ladder, command.at),
        closed=isinstance(case.stage, Ended),
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
    return Asker(**row) if row else None


async def _elsewhere(command: RaiseEscalation, turn: Turn) -> UUID | None:
    found: UUID | None = await turn.connection.fetchval(_ELSEWHERE, turn.system, command.escalation_id, command.subject)
    return found


_STAFF = "SELECT organisation_id, hub_id FROM staff_1 WHERE system_id = $1 AND id = $2 AND NOT gone"
_ELSEWHERE = "SELECT subject FROM escalation_1 WHERE system_id = $1 AND id = $2 AND subject <> $3"
