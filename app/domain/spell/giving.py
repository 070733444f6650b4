"""A stay that was recorded for the wrong record of a person goes to the right one."""

from dataclasses import dataclass

from app.domain.spell.command import SpellCommand
from app.domain.spell.state import Spell, person_of
from app.domain.values import PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class SpellGiven:
    """This stay is of another record: the two were merged, or the visit was moved."""

    person_id: PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class GiveSpell(SpellCommand):
    """Give the stay to another person's record."""

    person_id: PersonId


def give_spell(command: GiveSpell, spell: Spell) -> list[SpellGiven]:
    """Given to whom it belongs already, nothing changes."""
    return [] if person_of(spell) == command.person_id else [SpellGiven(person_id=command.person_id)]
