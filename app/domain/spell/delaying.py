"""What is recorded of why a stay in hospital lasts."""

from typing import TypeAlias, get_args

from app.domain.delay.blockers import BlockerEvent
from app.domain.delay.contesting import ContestEvent
from app.domain.delay.overriding import OverrideEvent
from app.domain.spell.freezing import NightFrozen
from app.domain.spell.snapshot import SnapshotTaken

DelayEvent: TypeAlias = BlockerEvent | OverrideEvent | NightFrozen | SnapshotTaken | ContestEvent
DELAY_EVENTS: tuple[type[DelayEvent], ...] = get_args(DelayEvent)
