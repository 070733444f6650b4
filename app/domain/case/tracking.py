"""A person who is in hospital again keeps their case: it follows the new stay instead of being referred anew.

It does so by itself, with the admission (`app/domain/in_hospital_again.py`), and goes back when that stay was none.
Staff say it of whom nothing told: of somebody whose two records are not known to be one.
"""

from dataclasses import dataclass
from datetime import datetime
from uuid import uuid5

from app.domain.case.command import CaseCommand
from app.domain.case.facts import CaseFacts
from app.domain.case.failed_discharge import failed
from app.domain.case.leaving import CaseIsClosed
from app.domain.case.referral import SpellNotOpen
from app.domain.case.state import Away, Case, Ended
from app.domain.case.undoing import TrackingUndone
from app.domain.rejections import Rejection
from app.domain.values import SpellId, Words


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseTracked:
    """The case follows this stay from now on; where it stood in hospital before, it stands again.

    `failed_discharge`: the new stay began on the day on which they had left. `by_itself`: it followed the admission,
    and nobody chose the stay.
    """

    spell_id: SpellId
    failed_discharge: bool = False
    by_itself: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TrackCase(CaseCommand):
    """Let the person's live case follow the stay they are in now."""

    spell_id: SpellId


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowPerson(CaseCommand):
    """The person was admitted again: the case goes with them to this stay, which began at `at`."""

    spell_id: SpellId


@dataclass(frozen=True, slots=True, kw_only=True)
class GoBackToStay(CaseCommand):
    """The stay that the case follows was none, or not the person's: it follows the one before, as if it always had."""


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
    return [_tracked(case, command.spell_id, facts.admitted_at)]


def follow_person(command: FollowPerson, case: Case) -> list[CaseTracked]:
    """Who told the admission told this. A case that is closed stays so."""
    if case.spell_id == command.spell_id or isinstance(case.stage, Ended):
        return []
    return [_tracked(case, command.spell_id, command.at, by_itself=True)]


def go_back_to_stay(command: GoBackToStay, case: Case) -> list[TrackingUndone]:
    """At any stage but closed; what the stay itself had closed is open again by now."""
    if case.followed is None or case.spell_id is None or isinstance(case.stage, Ended):
        return []
    back = case.followed.back
    undone = TrackingUndone(
        spell_id=case.followed.spell_id,
        left_at=back.away.left_at if back else None,
        how=back.away.how if back else None,
        failed=bool(back and back.failed),
        words=Words(""),
        undo_id=uuid5(case.spell_id, f"not followed {command.at.isoformat()}"),
        let_go=False,
    )
    return [undone]


def _tracked(case: Case, spell: SpellId, admitted_at: datetime | None, *, by_itself: bool = False) -> CaseTracked:
    away = case.stage if isinstance(case.stage, Away) else None
    back = away is not None and failed(away.left_at, admitted_at, how=away.how)
    return CaseTracked(spell_id=spell, failed_discharge=back, by_itself=by_itself)


class StayOfAnotherPerson(Rejection):
    """This stay is another person's, so this case cannot follow it. Check whose bed it is, and open their case."""
