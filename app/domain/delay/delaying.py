"""What is recorded of why a stay lasts, after one more event. Nothing is refused here."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import TypeAlias, assert_never

from app.domain.delay.blockers import BlockerEnded, BlockerEvent, BlockerMarked, BlockerRecorded, BlockerWithdrawn
from app.domain.delay.contesting import ContestEvent, NightAgreed, NightContested, NightSettled, SettlementSaid
from app.domain.delay.facts import History, Override
from app.domain.delay.freezing import Frozen
from app.domain.delay.overriding import OverrideEvent, ReasonSet, SetReasonEnded
from app.domain.delay.recorded import Delays, FrozenNight, OwnReason, RecordedBlocker, Said
from app.domain.delay.snapshots import Taken
from app.domain.values import OrganisationId

DelayEvent: TypeAlias = BlockerEvent | OverrideEvent | Frozen | Taken | ContestEvent
"""Of a stay in hospital as it is; of one in a community bed each names the stay besides."""


def delayed(delays: Delays, event: DelayEvent, at: datetime) -> Delays:
    """What is known once this is."""
    match event:
        case BlockerRecorded() | BlockerMarked() | BlockerEnded() | BlockerWithdrawn():
            return _blocked(delays, event, at)
        case ReasonSet(override_id=key, reason=reason, words=words):
            own = OwnReason(override=Override(reason=reason, start=at), words=words)
            return replace(delays, overrides={**delays.overrides, key: own})
        case SetReasonEnded(override_id=key):
            before = delays.overrides[key]
            ended = replace(before, override=replace(before.override, end=at))
            return replace(delays, overrides={**delays.overrides, key: ended})
        case Frozen(night=night):
            return replace(delays, nights={**delays.nights, night: as_frozen(event)})
        case Taken(taken_at=instant):
            return replace(delays, snapshots={**delays.snapshots, instant: event})
        case NightAgreed() | NightContested() | SettlementSaid() | NightSettled():
            changed = contested(delays.nights[event.night], event)
            return replace(delays, nights={**delays.nights, event.night: changed})
        case _:
            assert_never(event)


def history_of(delays: Delays) -> History:
    """The blockers and set reasons, each over the time for which it holds."""
    return History(
        blockers=tuple(interval for blocker in delays.blockers.values() for interval in blocker.intervals()),
        overrides=tuple(each.override for each in delays.overrides.values()),
    )


def as_frozen(event: Frozen) -> FrozenNight:
    """The night before anybody says anything of it."""
    return FrozenNight(reason=event.reason, contest_until=event.contest_until, owners=event.owners, beside=event.beside)


def contested(night: FrozenNight, event: ContestEvent) -> FrozenNight:
    """The night once this was said of it: who agrees or contests would settle it on nothing else any more."""
    match event:
        case NightAgreed(organisation_id=who):
            others = _but(night.contested, who)
            return replace(night, agreed=night.agreed | {who}, contested=others, settling=_but(night.settling, who))
        case NightContested(organisation_id=who, reason=reason, words=words):
            said = {**night.contested, who: Said(reason=reason, words=words)}
            return replace(night, contested=said, agreed=night.agreed - {who}, settling=_but(night.settling, who))
        case SettlementSaid(organisation_id=who, reason=reason, words=words):
            return replace(night, settling={**night.settling, who: Said(reason=reason, words=words)})
        case NightSettled(reason=reason):
            return replace(night, settled=reason)
        case _:
            assert_never(event)


def _but(said: Mapping[OrganisationId, Said], who: OrganisationId) -> dict[OrganisationId, Said]:
    return {each: words for each, words in said.items() if each != who}


def _blocked(delays: Delays, event: BlockerEvent, at: datetime) -> Delays:
    blockers = dict(delays.blockers)
    match event:
        case BlockerRecorded(blocker_id=key):
            marks = {at: event.stops_leaving}
            blocker = RecordedBlocker(reason=event.reason, owner=event.owner, words=event.words, marks=marks)
            return replace(delays, blockers={**blockers, key: blocker})
        case BlockerMarked(blocker_id=key):
            marks = {**blockers[key].marks, at: event.stops_leaving}
            return replace(delays, blockers={**blockers, key: replace(blockers[key], marks=marks)})
        case BlockerEnded(blocker_id=key):
            return replace(delays, blockers={**blockers, key: replace(blockers[key], end=at)})
        case BlockerWithdrawn(blocker_id=key):
            blockers.pop(key)
            return replace(delays, blockers=blockers, withdrawn=delays.withdrawn | {key})
        case _:
            assert_never(event)
