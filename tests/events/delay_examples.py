"""One example of each event that tells why somebody is still here."""

from datetime import UTC, date, datetime
from typing import Any

from app.domain.codes.delay_reasons import DelayReason
from app.domain.codes.owners import Owner
from app.domain.delay import How
from app.domain.spell import (
    BlockerEnded,
    BlockerMarked,
    BlockerRecorded,
    BlockerWithdrawn,
    NightAgreed,
    NightContested,
    NightFrozen,
    NightSettled,
    ReasonSet,
    SetReasonEnded,
    SettlementSaid,
    SnapshotTaken,
)
from app.domain.values import Words
from tests.domain.given import uid
from tests.events.invented import TRUST, WARD

NIGHT = date(2026, 11, 23)

DELAY_EXAMPLES: dict[str, Any] = {
    "delay.blocker_recorded.1": BlockerRecorded(
        blocker_id=uid(71),
        reason=DelayReason.WB2,
        owner=Owner.COUNCIL,
        stops_leaving=False,
        words=Words("Son has the bank card – raised with the team."),
    ),
    "delay.blocker_marked.1": BlockerMarked(blocker_id=uid(71), stops_leaving=True),
    "delay.blocker_ended.1": BlockerEnded(blocker_id=uid(71)),
    "delay.blocker_withdrawn.1": BlockerWithdrawn(blocker_id=uid(71)),
    "delay.reason_set.1": ReasonSet(
        override_id=uid(72), reason=DelayReason.IP10, words=Words("Pays for her own care; the family arranges it.")
    ),
    "delay.set_reason_ended.1": SetReasonEnded(override_id=uid(72)),
    "night.frozen.1": NightFrozen(
        night=NIGHT,
        ward_id=WARD,
        reason=DelayReason.CA1,
        how=How.STAGE,
        open=(DelayReason.CA1, DelayReason.CA10),
        contest_until=datetime(2026, 11, 26, 12, tzinfo=UTC),
    ),
    "night.agreed.1": NightAgreed(night=NIGHT, organisation_id=TRUST),
    "night.contested.1": NightContested(
        night=NIGHT, organisation_id=TRUST, reason=DelayReason.HP4, words=Words("The place was free from noon.")
    ),
    "night.settlement_said.1": SettlementSaid(
        night=NIGHT, organisation_id=TRUST, reason=DelayReason.HP4, words=Words("Agreed on the telephone.")
    ),
    "night.settled.1": NightSettled(night=NIGHT, reason=DelayReason.HP4),
    "snapshot.taken.1": SnapshotTaken(
        taken_at=datetime(2026, 11, 26, 12, tzinfo=UTC),
        ward_id=WARD,
        reason=DelayReason.CA1,
        how=How.STAGE,
        open=(DelayReason.CA1, DelayReason.CA10),
        admitted_on=date(2026, 11, 16),
        ready_on=NIGHT,
        told_late=True,
        owners=(TRUST,),
        beside=(TRUST,),
    ),
}
