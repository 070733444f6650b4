"""Raising: the clock when a line of the policy falls due, or a person, in words, at any time."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from app.domain.case.leaving import CaseIsClosed
from app.domain.escalation.facts import About, EscalationFacts
from app.domain.escalation.state import Escalations
from app.domain.escalation.stream import EscalationCommand
from app.domain.escalation.terms import Terms
from app.domain.ladder import Level
from app.domain.practice.escalation import Ladders
from app.domain.rejections import NotKnown, Rejection
from app.domain.values import CaseId, FeedId, HubId, PersonId, SpellId, Words

BY_HAND = "raised_by_hand"
"""The trigger of what no line of the policy foresees."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EscalationRaised:
    """Somebody must act. `cause_at` is since when there is a cause; `words` are those of the person who raised it."""

    escalation_id: UUID
    trigger: str
    cause_at: datetime
    terms: Terms
    person_id: PersonId | None
    spell_id: SpellId | None
    case_id: CaseId | None
    hub_id: HubId | None
    feed_id: FeedId | None = None
    words: Words | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RaiseDue(EscalationCommand):
    """The clock found a cause that a line of the policy speaks of; `each_owner` as of the cause."""

    escalation_id: UUID
    trigger: str
    cause_at: datetime
    terms: Terms
    about: About
    each_owner: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class RaiseEscalation(EscalationCommand):
    """A person raises a problem on somebody's ladder: of a case, or `of_stay`, of somebody in hospital, case or not."""

    escalation_id: UUID
    trigger: str
    level: Level
    ladder: Ladders
    words: Words
    of_stay: bool = False


def raise_due(command: RaiseDue, past: Escalations) -> list[EscalationRaised]:
    """One open per trigger (DOMAIN rule 13), or per trigger and owner; what was raised once is not raised again."""
    owner = command.terms.owner_id
    is_open = past.open_of(command.trigger, owner) if command.each_owner else past.open_for(command.trigger, owner)
    if command.escalation_id in past.items or is_open:
        return []
    return [_raised(command, command.about, command.terms, command.cause_at, None)]


def raise_escalation(command: RaiseEscalation, past: Escalations, facts: EscalationFacts) -> list[EscalationRaised]:
    """At once, whatever the policy waits for; one open per trigger and ladder."""
    if command.escalation_id in past.items:
        return []
    if facts.about is None:
        raise NotKnown(what="stay" if command.of_stay else "case")
    if facts.closed:
        raise NotInHospital if command.of_stay else CaseIsClosed
    if facts.elsewhere:
        raise EscalationIdTaken
    if command.trigger not in facts.triggers | {BY_HAND}:
        raise TriggerNotKnown
    if facts.terms is None:
        raise NobodyOnThatLadder
    is_open = past.open_on(command.trigger, facts.terms.owner_id)
    if is_open:
        raise EscalatedAlready(escalation_id=str(is_open))
    return [_raised(command, facts.about, facts.terms, command.at, command.words)]


def _raised(
    command: RaiseDue | RaiseEscalation, about: About, terms: Terms, cause_at: datetime, words: Words | None
) -> EscalationRaised:
    return EscalationRaised(
        escalation_id=command.escalation_id,
        trigger=command.trigger,
        cause_at=cause_at,
        terms=terms,
        person_id=about.person_id,
        spell_id=about.spell_id,
        case_id=about.case_id,
        hub_id=about.hub_id,
        feed_id=about.feed_id,
        words=words,
    )


class EscalatedAlready(Rejection):
    """This problem is escalated to them already. Acknowledge the one that is open, or write on it what you did."""


class NotInHospital(Rejection):
    """This person has left hospital, so nothing is raised about the stay any more. Raise it on their case instead."""


class NobodyOnThatLadder(Rejection):
    """Nobody here is known yet whose ladder that would be: no service, say, has agreed to a start. Choose another."""


class TriggerNotKnown(Rejection):
    """The escalation policy has no such trigger. Choose one from its list, or raise it in your own words."""


class EscalationIdTaken(Rejection):
    """This id is that of an escalation about somebody else. Make a new one and send again."""
