"""Which stay a live case follows: that of the person who left the stay that it followed, and is in hospital again.

It follows by itself, from the time of that admission (DOMAIN rules 5, 12 and 16). What it does depends on where all the
person's stays stand, not on which of the news came first. Who is expected, an out-patient or a day case is not in
hospital; a stay that somebody took the case from again is left alone.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, NamedTuple

from app.domain.case import Case, FollowPerson, GoBackToStay
from app.domain.case.command import CaseCommand
from app.domain.case.state import Away, Ended, NotReferred
from app.domain.consequences import CaseOfSpell, Standing, consequences, standing
from app.domain.spell import Spell
from app.domain.spell.state import person_of
from app.domain.values import CaseId, PersonId, SpellId


class Told(NamedTuple):
    """What of a stay may make a case follow it, or let go of it."""

    standing: Standing
    person: PersonId | None
    left_at: datetime | None

    @classmethod
    def by(cls, spell: Spell) -> "Told":
        """As the stay stands."""
        return cls(standing(spell), person_of(spell) if spell.admission else None, spell.left_bed_at)


def may_follow(case: Case) -> bool:
    """Whether the case is live and of somebody who may be in hospital again."""
    return case.spell_id is not None and not isinstance(case.stage, Ended | NotReferred)


def next_steps(
    case_id: CaseId, case: Case, stays: Mapping[SpellId, Spell], *, at: datetime, said: dict[str, Any]
) -> list[CaseCommand]:
    """What the case does next where its person's stays stand so; none once it is where it belongs.

    `stays` are those which it follows and followed, and all that began later. `at` is the time of the news that is the
    reason, `said` by whom and when that was told.
    """
    if not may_follow(case) or case.spell_id is None:
        return []
    if any(_again(case, stays, left, away) != to for left, away, to in _followed(case)):
        return [GoBackToStay(case_id=case_id, at=at, **said)]
    to = _again(case, stays, case.spell_id, case.stage if isinstance(case.stage, Away) else None)
    return _follow(case_id, to, stays[to], said) if to else []


def stays_of(case: Case) -> list[SpellId]:
    """The stay that the case follows, and those before it as far as it went there by itself, the first one last."""
    return [*([case.spell_id] if case.spell_id else []), *(left for left, _, _ in reversed(_followed(case)))]


def _followed(case: Case) -> list[tuple[SpellId, Away | None, SpellId | None]]:
    """Which stay it left, how it stood then, and to which it went, in this order. What somebody chose is not asked."""
    found, to, link = [], case.spell_id, case.followed
    while link and link.by_itself:
        found.append((link.spell_id, link.back.away if link.back else None, to))
        to, link = link.spell_id, link.before
    return found[::-1]


def _again(case: Case, stays: Mapping[SpellId, Spell], left: SpellId, away: Away | None) -> SpellId | None:
    """The first of the later stays in which they are, or out of which they came after they had left this one."""
    since = stays[left]
    if since.admission is None or not _has_left(since, away):
        return None
    left_at = since.left_bed_at or (away.left_at if away else None)
    later = [
        (spell.admission.at, key)
        for key, spell in stays.items()
        if spell.admission
        and key not in case.let_go
        and spell.admission.person_id == case.person_id
        and spell.admission.at > since.admission.at
        and _was_in(spell, left_at)
    ]
    return min(later)[1] if later else None


def _has_left(spell: Spell, away: Away | None) -> bool:
    """The case may know it of staff who say no more than that, before the ward or its feed does."""
    match standing(spell):
        case Standing.HERE:
            return away is not None and away.how is None
        case Standing.DIED:
            return False
        case _:
            return True


def _was_in(spell: Spell, left_at: datetime | None) -> bool:
    if standing(spell) is Standing.HERE:
        return True
    until = spell.left_bed_at if standing(spell) in (Standing.AWAY, Standing.DIED) else None
    return until is not None and (left_at is None or until > left_at)


def _follow(case_id: CaseId, key: SpellId, spell: Spell, said: dict[str, Any]) -> list[CaseCommand]:
    """To the stay, and out of it again where they have left that one too."""
    assert spell.admission, "only who was admitted is followed"
    at, live = spell.admission.at, CaseOfSpell(case_id=case_id, outcome=None)
    stands: dict[str, Any] = {"left_at": spell.left_bed_at, "how": spell.way_out}
    since = consequences(Standing.HERE, standing(spell), live, at=at, **stands, **said)
    return [FollowPerson(case_id=case_id, spell_id=key, at=at, **said), *since]
