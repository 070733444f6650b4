"""A person who is in hospital again keeps their case: it follows the new stay instead of being referred anew."""

from dataclasses import dataclass

from app.domain.case.command import CaseCommand
from app.domain.case.facts import CaseFacts
from app.domain.case.leaving import CaseIsClosed
from app.domain.case.referral import SpellNotOpen
from app.domain.case.state import Case, Ended
from app.domain.rejections import Rejection
from app.domain.values import SpellId


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseTracked:
    """The case follows this stay from now on; where it stood in hospital before, it stands again."""

    spell_id: SpellId


@dataclass(frozen=True, slots=True, kw_only=True)
class TrackCase(CaseCommand):
    """Let the person's live case follow the stay they are in now."""

    spell_id: SpellId


def track_case(command: TrackCase, case: Case, facts: CaseFacts) -> list[CaseTracked]:
    """Only a live case, and only a stay of the same person (DOMAIN rule 5; a case may cover several spells)."""
    if case.spell_id == command.spell_id:
        return []
    if isinstance(case.stage, Ended):
        raise CaseIsClosed
    if facts.spell_person is None:
        raise SpellNotOpen
    if facts.spell_person != case.person_id:
        raise StayOfAnotherPerson
    return [CaseTracked(spell_id=command.spell_id)]


class StayOfAnotherPerson(Rejection):
    """This stay is another person's, so this case cannot follow it. Check whose bed it is, and open their case."""
