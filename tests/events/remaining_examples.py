"""One example of each event that tells why somebody is still in a community bed: that of a hospital stay, of a stay."""

from dataclasses import fields
from typing import Any

from app.domain.case.remaining.events import (
    StayBlockerEnded,
    StayBlockerMarked,
    StayBlockerRecorded,
    StayBlockerWithdrawn,
    StayNightAgreed,
    StayNightContested,
    StayNightFrozen,
    StayNightSettled,
    StayReasonSet,
    StaySetReasonEnded,
    StaySettlementSaid,
    StaySnapshotTaken,
)
from app.domain.values import ServiceId
from tests.domain.given import uid
from tests.events.delay_examples import DELAY_EXAMPLES

_IN_HOSPITAL: dict[str, tuple[str, type[Any]]] = {
    "stay.blocker_recorded.1": ("delay.blocker_recorded.1", StayBlockerRecorded),
    "stay.blocker_marked.1": ("delay.blocker_marked.1", StayBlockerMarked),
    "stay.blocker_ended.1": ("delay.blocker_ended.1", StayBlockerEnded),
    "stay.blocker_withdrawn.1": ("delay.blocker_withdrawn.1", StayBlockerWithdrawn),
    "stay.reason_set.1": ("delay.reason_set.1", StayReasonSet),
    "stay.set_reason_ended.1": ("delay.set_reason_ended.1", StaySetReasonEnded),
    "stay.night_frozen.1": ("night.frozen.1", StayNightFrozen),
    "stay.night_agreed.1": ("night.agreed.1", StayNightAgreed),
    "stay.night_contested.1": ("night.contested.1", StayNightContested),
    "stay.settlement_said.1": ("night.settlement_said.1", StaySettlementSaid),
    "stay.night_settled.1": ("night.settled.1", StayNightSettled),
    "stay.snapshot_taken.1": ("snapshot.taken.1", StaySnapshotTaken),
}


def _of_a_stay(like: Any, class_: type[Any]) -> Any:
    """What is said of a stay in hospital, of one in a community bed."""
    said = {each.name: getattr(like, each.name) for each in fields(like) if each.name != "ward_id"}
    where = {"service_id": ServiceId(uid(101))} if class_ in (StayNightFrozen, StaySnapshotTaken) else {}
    return class_(stay_id=uid(202), **where, **said)


REMAINING_EXAMPLES: dict[str, Any] = {
    name: _of_a_stay(DELAY_EXAMPLES[like], class_) for name, (like, class_) in _IN_HOSPITAL.items()
}
"""Stored name -> the event; `EXAMPLES` holds them with all others."""

LIKE = {name: like for name, (like, _) in _IN_HOSPITAL.items()}
"""Stored name -> that of the same said of a stay in hospital."""
