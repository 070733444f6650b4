"""One invented event of every stored name of an escalation."""

from datetime import UTC, datetime
from typing import Any

from app.domain.escalation import (
    ClimbedBecause,
    EndedBecause,
    EscalationAcknowledged,
    EscalationActed,
    EscalationClimbed,
    EscalationEnded,
    EscalationOpenedAgain,
    EscalationRaised,
    Terms,
)
from app.domain.ladder import Level
from app.domain.practice.escalation import Ladders
from app.domain.values import CaseId, SpellId, Words
from tests.domain.given import uid
from tests.events.invented import HUB, PERSON, TRUST

ONE, SAID = uid(301), uid(302)
_TERMS: dict[str, Any] = {"title": "Referral not triaged", "ladder": Ladders.HUB, "owner_id": TRUST}
L2 = Terms(level=Level.L2, respond_by=datetime(2026, 11, 27, 10, 0, tzinfo=UTC), **_TERMS)
L3 = Terms(level=Level.L3, respond_by=datetime(2026, 11, 27, 11, 0, tzinfo=UTC), **_TERMS)

ESCALATION_EXAMPLES: dict[str, Any] = {
    "escalation.raised.1": EscalationRaised(
        escalation_id=ONE,
        trigger="not_triaged",
        cause_at=datetime(2026, 11, 27, 7, 0, tzinfo=UTC),
        terms=L2,
        person_id=PERSON,
        spell_id=SpellId(uid(21)),
        case_id=CaseId(uid(41)),
        hub_id=HUB,
        words=Words("Zoë’s daughter flies on Friday."),
    ),
    "escalation.acknowledged.1": EscalationAcknowledged(escalation_id=ONE, acknowledgement_id=SAID),
    "escalation.acted.1": EscalationActed(escalation_id=ONE, action_id=SAID, words=Words("Rang the ward.")),
    "escalation.climbed.1": EscalationClimbed(escalation_id=ONE, terms=L3, because=ClimbedBecause.UNANSWERED),
    "escalation.ended.1": EscalationEnded(
        escalation_id=ONE, because=EndedBecause.SETTLED, words=Words("Her son came."), ending_id=SAID
    ),
    "escalation.opened_again.1": EscalationOpenedAgain(escalation_id=ONE, terms=L2),
}
