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
from app.domain.spell.state import Admission, person_of
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


def earlier(case: Case, spell: SpellId) -> bool:
    """Whether the case followed its person away from this stay, which they had left."""
    link = case.followed
    while link and link.spell_id != spell:
        link = link.before
    return bool(link and link.back)


def next_steps(case_id: CaseId, case: Case, stays: Mapping[SpellId, Spell], said: dict[str, Any]) -> list[CaseCommand]:
    """What the case does where its person's stays stand so; `stays` are that which it follows, the one before, and all
    that began later. `said` is by whom, and when that was told.
    """
    now = stays.get(case.spell_id) if case.spell_id else None
    if now is None or now.admission is None or not may_follow(case):
        return []
    before = stays.get(case.followed.spell_id) if case.followed else None
    if before and _within(now, before):
        return [GoBackToStay(case_id=case_id, at=now.admission.at, **said)]
    if not isinstance(case.stage, Away) and standing(now) is Standing.HERE:
        return []
    again = _again(case, now.admission, now.left_bed_at, stays)
    return _follow(case_id, again, stays[again], said) if again else []


def _within(now: Spell, before: Spell) -> bool:
    """A stay that is over before the other one is told of somebody who had never left that."""
    left_at = now.left_bed_at if standing(now) is Standing.AWAY else None
    return left_at is not None and before.left_bed_at is not None and left_at <= before.left_bed_at


def _again(case: Case, since: Admission, left_at: datetime | None, stays: Mapping[SpellId, Spell]) -> SpellId | None:
    """The first of the later stays in which they are, or out of which they came after they had left this one."""
    later = [
        (spell.admission.at, key)
        for key, spell in stays.items()
        if spell.admission
        and key not in case.let_go
        and spell.admission.person_id == case.person_id
        and spell.admission.at > since.at
        and _was_in(spell, left_at)
    ]
    return min(later)[1] if later else None


def _was_in(spell: Spell, left_at: datetime | None) -> bool:
    if standing(spell) is Standing.HERE:
        return True
    until = spell.left_bed_at if standing(spell) is Standing.AWAY else None
    return until is not None and (left_at is None or until > left_at)


def _follow(case_id: CaseId, key: SpellId, spell: Spell, said: dict[str, Any]) -> list[CaseCommand]:
    """To the stay, and out of it again where they have left that one too."""
    assert spell.admission, "only who was admitted is followed"
    at, live = spell.admission.at, CaseOfSpell(case_id=case_id, outcome=None)
    stands: dict[str, Any] = {"left_at": spell.left_bed_at, "how": spell.way_out}
    since = consequences(Standing.HERE, standing(spell), live, at=at, **stands, **said)
    return [FollowPerson(case_id=case_id, spell_id=key, at=at, **said), *since]
