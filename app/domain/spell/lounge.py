"""The discharge lounge: the person waits there to be fetched, is still in hospital, and stays on the ward's list."""

from dataclasses import dataclass

from app.domain.rejections import Rejection
from app.domain.spell.command import SpellCommand
from app.domain.spell.state import Spell, admission_of, require_open


@dataclass(frozen=True, slots=True, kw_only=True)
class WentToLounge:
    """The person waits in the discharge lounge. Leaving ends it, and so does coming back to the ward."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SendToLounge(SpellCommand):
    """Say that the person went to the discharge lounge."""


def send_to_lounge(command: SendToLounge, spell: Spell) -> list[WentToLounge]:
    """Who is there already is there once. By hand the person must be in the bed until then."""
    went = WentToLounge()
    if spell.lounge_since or spell.has_heard(command.at, went):
        return []
    if command.by_hand:
        require_open(spell)
        if command.at < admission_of(spell).at:
            raise LoungeBeforeAdmission
    return [went]


class LoungeBeforeAdmission(Rejection):
    """They would be in the lounge before they were admitted. Check the time."""
