"""Does this person need the hub? Asked of everybody on the ward list, whether or not they have a case (rule 2).

Nobody having answered is not *don't know*: that is an answer too.
"""

from dataclasses import dataclass

from app.domain.codes.hub_needs import HubNeed
from app.domain.spell.command import SpellCommand
from app.domain.spell.state import Spell, require_open


@dataclass(frozen=True, slots=True, kw_only=True)
class HubNeedSaid:
    """Somebody of the ward or the hub said whether the person needs the hub to leave."""

    need: HubNeed


@dataclass(frozen=True, slots=True, kw_only=True)
class SayHubNeed(SpellCommand):
    """Say whether the person needs the hub."""

    need: HubNeed


def say_hub_need(command: SayHubNeed, spell: Spell) -> list[HubNeedSaid]:
    """The same answer again is no news, but of a moment of which it was said. By hand only of who is in the bed."""
    if command.need == spell.hub_need and command.told_at is None:
        return []
    if command.by_hand and spell.admission:
        require_open(spell)
    return [HubNeedSaid(need=command.need)]
