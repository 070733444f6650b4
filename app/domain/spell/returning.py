"""Back on a ward from the discharge lounge or the virtual ward. Who had left comes back by a cancelled leaving."""

from dataclasses import dataclass
from datetime import datetime

from app.domain.rejections import Rejection
from app.domain.spell.command import SpellCommand
from app.domain.spell.state import Spell, VirtualWard, require_open
from app.domain.values import WardId


@dataclass(frozen=True, slots=True, kw_only=True)
class CameBackToWard:
    """The person is in a bed again: this one, or where none was said the one they had."""

    ward_id: WardId | None
    bed: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnToWard(SpellCommand):
    """Say that the person came back from the lounge or the virtual ward; the place may be left out."""

    ward_id: WardId | None = None
    bed: str | None = None


def return_to_ward(command: ReturnToWard, spell: Spell) -> list[CameBackToWard]:
    """Who is in the bed has nothing to come back from."""
    gone_since = away_since(spell)
    if gone_since is None:
        if command.by_hand:
            require_open(spell)
        return []
    if command.by_hand:
        require_after(command.at, gone_since)
    return [CameBackToWard(ward_id=command.ward_id, bed=command.bed)]


def away_since(spell: Spell) -> datetime | None:
    """Since when the person waits in the lounge or is on the virtual ward."""
    return spell.stage.since if isinstance(spell.stage, VirtualWard) else spell.lounge_since


def require_after(at: datetime, gone_since: datetime) -> None:
    """Raises BeforeTheyWent."""
    if at < gone_since:
        raise BeforeTheyWent


class BeforeTheyWent(Rejection):
    """This time lies before they went to the lounge or the virtual ward. Check the time."""
