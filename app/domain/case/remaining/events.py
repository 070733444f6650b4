"""What is recorded of why somebody is still in a community bed: that of any delay, of the stay that it names."""

from dataclasses import dataclass
from typing import TypeAlias, get_args
from uuid import UUID

from app.domain.delay.blockers import BlockerEnded, BlockerMarked, BlockerRecorded, BlockerWithdrawn
from app.domain.delay.contesting import NightAgreed, NightContested, NightSettled, SettlementSaid
from app.domain.delay.freezing import Frozen
from app.domain.delay.overriding import ReasonSet, SetReasonEnded
from app.domain.delay.snapshots import Taken
from app.domain.values import ServiceId


@dataclass(frozen=True, slots=True, kw_only=True)
class StayBlockerRecorded(BlockerRecorded):
    """Something is in the way of leaving the service, since when this is said to be."""

    stay_id: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class StayBlockerMarked(BlockerMarked):
    """It stops leaving from then on, or does so no longer."""

    stay_id: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class StayBlockerEnded(BlockerEnded):
    """It is out of the way since then."""

    stay_id: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class StayBlockerWithdrawn(BlockerWithdrawn):
    """It was recorded by mistake and never was."""

    stay_id: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class StayReasonSet(ReasonSet):
    """From then on this is the reason, whatever is derived."""

    stay_id: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class StaySetReasonEnded(SetReasonEnded):
    """From then on the reason is the derived one again."""

    stay_id: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class StayNightFrozen(Frozen):
    """A night in a bed of this service."""

    stay_id: UUID
    service_id: ServiceId


@dataclass(frozen=True, slots=True, kw_only=True)
class StaySnapshotTaken(Taken):
    """Of somebody in a bed of this service."""

    stay_id: UUID
    service_id: ServiceId


@dataclass(frozen=True, slots=True, kw_only=True)
class StayNightAgreed(NightAgreed):
    """An organisation agrees to the reason as it was frozen."""

    stay_id: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class StayNightContested(NightContested):
    """An organisation says that the reason was another one."""

    stay_id: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class StaySettlementSaid(SettlementSaid):
    """An organisation would settle the contest on this reason."""

    stay_id: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class StayNightSettled(NightSettled):
    """Two organisations named the same reason."""

    stay_id: UUID


StayContestEvent: TypeAlias = StayNightAgreed | StayNightContested | StaySettlementSaid | StayNightSettled
RemainingEvent: TypeAlias = (
    StayBlockerRecorded
    | StayBlockerMarked
    | StayBlockerEnded
    | StayBlockerWithdrawn
    | StayReasonSet
    | StaySetReasonEnded
    | StayNightFrozen
    | StaySnapshotTaken
    | StayContestEvent
)
REMAINING_EVENTS: tuple[type[RemainingEvent], ...] = get_args(RemainingEvent)
