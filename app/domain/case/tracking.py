"""A person who is in hospital again keeps their case: it follows the new stay instead of being referred anew."""

from dataclasses import dataclass

from app.domain.case.command import CaseCommand
from app.domain.case.facts import CaseFacts
from app.domain.case.failed_discharge import failed
from app.domain.case.leaving import CaseIsClosed
from app.domain.case.referral import SpellNotOpen
from app.domain.case.state import Away, Case, Ended
from app.domain.rejections import Rejection
from app.domain.values import SpellId


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseTracked:
    """The case follows this stay from now on; where it stood in hospital before, it stands again.

    `failed_discharge`: the new stay began on the day on which they had left.
    """

    spell_id: SpellId
    failed_discharge: bool = False


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
    left_at = case.stage.left_at if isinstance(case.stage, Away) else None
    return [CaseTracked(spell_id=command.spell_id, failed_discharge=failed(left_at, facts.admitted_at))]


class StayOfAnotherPerson(Rejection):
    """This stay is another person's, so this case cannot follow it. Check whose bed it is, and open their case."""
