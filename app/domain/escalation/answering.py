"""Answering: the organisation that owns the problem, or the hub beside it, says that it knows, and what it did."""

from dataclasses import dataclass
from uuid import UUID

from app.domain.escalation.facts import Asker, EscalationFacts
from app.domain.escalation.state import Escalation, Escalations
from app.domain.escalation.stream import EscalationCommand
from app.domain.practice.escalation import Ladders
from app.domain.rejections import NotKnown, Rejection
from app.domain.values import Role, Words

ANSWERS_FOR_SYSTEM = frozenset({Role.HUB_LEAD, Role.MANAGER})
"""Who takes on and settles what stands with the whole system, beside the senior responsible officer by name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EscalationAcknowledged:
    """Somebody at its level took it on: it does not climb by silence any more."""

    escalation_id: UUID
    acknowledgement_id: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class EscalationActed:
    """Somebody did something about it, and said what.

    `answers`: they stand where it stands. What its owner does about what stands with the whole system is written on
    it, and it waits for whoever was asked there as before.
    """

    escalation_id: UUID
    action_id: UUID
    words: Words
    answers: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class AcknowledgeEscalation(EscalationCommand):
    """Say that it is known and taken on; `acknowledgement_id` is made by who says so."""

    escalation_id: UUID
    acknowledgement_id: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class ActOnEscalation(EscalationCommand):
    """Say what was done about it."""

    escalation_id: UUID
    action_id: UUID
    words: Words


def acknowledge(
    command: AcknowledgeEscalation, past: Escalations, facts: EscalationFacts
) -> list[EscalationAcknowledged]:
    """Once at each level; what has climbed since waits for an answer there."""
    if command.acknowledgement_id in past.said:
        return []
    escalation = open_one(past, command.escalation_id)
    require_standing(escalation, facts.asker)
    if escalation.answered:
        return []
    return [EscalationAcknowledged(escalation_id=command.escalation_id, acknowledgement_id=command.acknowledgement_id)]


def act(command: ActOnEscalation, past: Escalations, facts: EscalationFacts) -> list[EscalationActed]:
    """As often as something is done; whoever acts where it stands knows of it, and it climbs no more by silence."""
    if command.action_id in past.said:
        return []
    escalation = open_one(past, command.escalation_id)
    require_own(escalation, facts.asker)
    if escalation.about_feed:
        raise NothingToWriteOn
    answers = escalation.terms.ladder is not Ladders.SYSTEM or _speaks_for_system(facts.asker)
    return [
        EscalationActed(
            escalation_id=command.escalation_id, action_id=command.action_id, words=command.words, answers=answers
        )
    ]


def open_one(past: Escalations, key: UUID) -> Escalation:
    """The escalation, while it is open. Raises NotKnown or EscalationIsOver."""
    escalation = past.items.get(key)
    if escalation is None:
        raise NotKnown(what="escalation")
    if escalation.ended:
        raise EscalationIsOver
    return escalation


def require_standing(escalation: Escalation, asker: Asker | None) -> None:
    """Whoever stands where it stands: on the system's ladder those who speak for it, and nobody below.

    Raises StandsWithTheSystem and NotYourEscalation.
    """
    if escalation.terms.ladder is not Ladders.SYSTEM:
        require_own(escalation, asker)
    elif not _speaks_for_system(asker):
        raise StandsWithTheSystem


def require_own(escalation: Escalation, asker: Asker | None) -> None:
    """Both ladders act: the owner's and the hub's, whatever is above them. Raises as `require_standing`."""
    if escalation.terms.ladder is Ladders.SYSTEM and _speaks_for_system(asker):
        return
    if escalation.owner_id is None:
        raise StandsWithTheSystem
    if asker is None or not _answers_for(asker, escalation):
        raise NotYourEscalation


def _speaks_for_system(asker: Asker | None) -> bool:
    return asker is not None and (asker.is_officer or asker.role in ANSWERS_FOR_SYSTEM)


def _answers_for(asker: Asker, escalation: Escalation) -> bool:
    of_hub = asker.hub_id is not None and escalation.hub_id in (None, asker.hub_id)
    return escalation.owner_id == asker.organisation_id or of_hub


class StandsWithTheSystem(Rejection):
    """This stands with the whole system: its senior responsible officer, a hub lead or the system's manager answers.

    Ring one of them. What your own organisation did about a problem of its own, you may still write on it.
    """


class EscalationIsOver(Rejection):
    """This escalation has ended meanwhile: what it was about is no longer so. Open the case to see where it stands."""


class NotYourEscalation(Rejection):
    """Another organisation owns this problem. Its own staff answer, or the hub does; ring whoever stands beside it."""


class NothingToWriteOn(Rejection):
    """This is about a feed, not about a person: acknowledge it. It ends by itself when the feed is heard again."""
