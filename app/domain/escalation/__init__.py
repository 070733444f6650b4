"""Escalation (DOMAIN rule 13): a problem on the ladder of the organisation that owns it, in step with the hub's.

`cause` says what is wrong by the facts, `causes` has one small function a trigger; `due` when the policy finds that too
long; `looking` is one look of the clock. Raised by clock or person, answered, climbing while nobody does, ended with
its cause, and open again once that is taken back: an idea a file.
"""

from app.domain.decider import Decider
from app.domain.escalation.answering import (
    AcknowledgeEscalation,
    ActOnEscalation,
    EscalationAcknowledged,
    EscalationActed,
)
from app.domain.escalation.climbing import Climb, ClimbedBecause, EscalationClimbed
from app.domain.escalation.deciding import ESCALATION_EVENTS, EscalationEvent, decide, evolve
from app.domain.escalation.ending import EndedBecause, EndEscalation, EndWithCause, EscalationEnded
from app.domain.escalation.facts import About, Asker, EscalationFacts
from app.domain.escalation.opening_again import EscalationOpenedAgain, OpenAgain
from app.domain.escalation.raising import BY_HAND, EscalationRaised, RaiseDue, RaiseEscalation
from app.domain.escalation.state import Escalation, Escalations
from app.domain.escalation.stream import CLOCK, EscalationCommand, escalation_id, escalations_of
from app.domain.escalation.terms import Terms

__all__ = [
    "BY_HAND",
    "CLOCK",
    "ESCALATION",
    "ESCALATION_EVENTS",
    "About",
    "AcknowledgeEscalation",
    "ActOnEscalation",
    "Asker",
    "Climb",
    "ClimbedBecause",
    "EndEscalation",
    "EndWithCause",
    "EndedBecause",
    "Escalation",
    "EscalationAcknowledged",
    "EscalationActed",
    "EscalationClimbed",
    "EscalationCommand",
    "EscalationEnded",
    "EscalationEvent",
    "EscalationFacts",
    "EscalationOpenedAgain",
    "EscalationRaised",
    "Escalations",
    "OpenAgain",
    "RaiseDue",
    "RaiseEscalation",
    "Terms",
    "decide",
    "escalation_id",
    "escalations_of",
    "evolve",
]

ESCALATION = Decider(initial=Escalations(), decide=decide, evolve=evolve)
