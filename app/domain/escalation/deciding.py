"""What each command records on an escalation, and how its events fold."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import TypeAlias, assert_never, get_args

from app.domain.decider import Recorded
from app.domain.escalation.answering import (
    AcknowledgeEscalation,
    ActOnEscalation,
    EscalationAcknowledged,
    EscalationActed,
    acknowledge,
    act,
)
from app.domain.escalation.climbing import Climb, EscalationClimbed, climb
from app.domain.escalation.ending import (
    EndEscalation,
    EndWithCause,
    EscalationEnded,
    end_escalation,
    end_with_cause,
)
from app.domain.escalation.facts import EscalationFacts
from app.domain.escalation.opening_again import EscalationOpenedAgain, OpenAgain, open_again
from app.domain.escalation.raising import EscalationRaised, RaiseDue, RaiseEscalation, raise_due, raise_escalation
from app.domain.escalation.state import Escalation, Escalations

EscalationEvent: TypeAlias = (
    EscalationRaised
    | EscalationAcknowledged
    | EscalationActed
    | EscalationClimbed
    | EscalationEnded
    | EscalationOpenedAgain
)
ESCALATION_EVENTS: tuple[type[EscalationEvent], ...] = get_args(EscalationEvent)

ByPerson: TypeAlias = RaiseEscalation | AcknowledgeEscalation | ActOnEscalation | EndEscalation
ByClock: TypeAlias = RaiseDue | Climb | EndWithCause | OpenAgain


def decide(command: ByPerson | ByClock, past: Escalations, facts: EscalationFacts) -> Sequence[EscalationEvent]:
    """What is recorded, or a refusal."""
    match command:
        case RaiseEscalation():
            return raise_escalation(command, past, facts)
        case AcknowledgeEscalation():
            return acknowledge(command, past, facts)
        case ActOnEscalation():
            return act(command, past, facts)
        case EndEscalation():
            return end_escalation(command, past, facts)
        case RaiseDue() | Climb() | EndWithCause() | OpenAgain():
            return found(command, past)
        case _:
            assert_never(command)


def found(command: ByClock, past: Escalations) -> Sequence[EscalationEvent]:
    """What the clock records of what it found; nothing of what is recorded already."""
    match command:
        case RaiseDue():
            return raise_due(command, past)
        case Climb():
            return climb(command, past)
        case EndWithCause():
            return end_with_cause(command, past)
        case OpenAgain():
            return open_again(command, past)
        case _:
            assert_never(command)


def evolve(past: Escalations, recorded: Recorded[EscalationEvent]) -> Escalations:
    """What is escalated after one more event."""
    return after(past, recorded.event, recorded.at)


def after(past: Escalations, event: EscalationEvent, at: datetime) -> Escalations:
    """As `evolve`, of what happened at this time; when it was recorded makes no difference."""
    if isinstance(event, EscalationRaised):
        return replace(past, items={**past.items, event.escalation_id: _raised(event, at)})
    known = past.items[event.escalation_id]
    said = past.said
    match event:
        case EscalationAcknowledged():
            known, said = replace(known, answered=True), said | {event.acknowledgement_id}
        case EscalationActed():
            known, said = replace(known, answered=known.answered or event.answers), said | {event.action_id}
        case EscalationClimbed():
            owner = event.terms.owner_id or known.owner_id
            known = replace(known, terms=event.terms, owner_id=owner, answered=False)
        case EscalationOpenedAgain():
            known = replace(known, terms=event.terms, owner_id=event.terms.owner_id, answered=False)
            known = replace(known, ended=None, ended_at=None)
        case EscalationEnded():
            known = replace(known, ended=event, ended_at=at)
            said |= {event.ending_id} if event.ending_id else set()
        case _:
            assert_never(event)
    return Escalations(items={**past.items, event.escalation_id: known}, said=said)


def _raised(event: EscalationRaised, at: datetime) -> Escalation:
    return Escalation(
        trigger=event.trigger,
        cause_at=event.cause_at,
        raised_at=at,
        hub_id=event.hub_id,
        owner_id=event.terms.owner_id,
        by_clock=event.words is None,
        raised=event.terms,
        terms=event.terms,
        about_feed=event.feed_id is not None,
    )
