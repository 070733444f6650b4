"""Escalations in words: raised, answered, climbed, ended."""

from collections import Counter
from collections.abc import Sequence
from typing import assert_never
from uuid import UUID

from app.domain.decider import Recorded
from app.domain.escalation import (
    ClimbedBecause,
    EndedBecause,
    EscalationAcknowledged,
    EscalationActed,
    EscalationClimbed,
    EscalationEnded,
    EscalationEvent,
    EscalationOpenedAgain,
    EscalationRaised,
    Terms,
)
from app.domain.ladder import WORDS as LEVELS
from app.views.phrases import Names, moment, quoted, where


def say_escalation(event: EscalationEvent, names: Names) -> str:
    """One event of an escalation as a sentence. `names` holds their titles too, by `escalation_names`."""
    match event:
        case EscalationRaised():
            since = "" if event.words else f", since {moment(event.cause_at)}"
            return f"Escalated: {event.terms.title}{since}. {_whose(event.terms, names)}{quoted(event.words)}"
        case EscalationAcknowledged(escalation_id=key):
            return f"{_which(names, key)}: acknowledged."
        case EscalationActed(escalation_id=key, words=words):
            return f"{_which(names, key)}: acted on.{quoted(words)}"
        case EscalationClimbed(escalation_id=key, terms=terms):
            return f"{_which(names, key)}: {_CLIMBED[event.because]}. {_whose(terms, names)}"
        case EscalationOpenedAgain(escalation_id=key, terms=terms):
            return f"{_which(names, key)}: open again, as what ended it was taken back. {_whose(terms, names)}"
        case EscalationEnded(escalation_id=key):
            return f"{_which(names, key)}: {_ENDED[event.because]}.{quoted(event.words)}"
        case _:
            assert_never(event)


def escalation_names(events: Sequence[Recorded[EscalationEvent]], names: Names) -> dict[UUID, str]:
    """The title of every escalation, by id; and whose it is where the same was raised for several."""
    raised = [each.event for each in events if isinstance(each.event, EscalationRaised)]
    owners = {(event.terms.title, event.terms.owner_id) for event in raised}
    several = Counter(title for title, _ in owners)
    return {
        event.escalation_id: f"{event.terms.title}: {_ladder(event.terms, names)}"
        if several[event.terms.title] > 1
        else event.terms.title
        for event in raised
    }


_CLIMBED = {
    ClimbedBecause.UNANSWERED: "nobody answered in time, so it climbs",
    ClimbedBecause.GOES_ON: "it goes on, so it climbs",
}

_ENDED = {
    EndedBecause.CAUSE_OVER: "over, its cause is no more",
    EndedBecause.CASE_CLOSED: "over with the case",
    EndedBecause.STAY_OVER: "over, the person has left the bed",
    EndedBecause.SETTLED: "settled",
}


def _whose(terms: Terms, names: Names) -> str:
    return (
        f"{terms.level}, {LEVELS[terms.level].lower()}, {_ladder(terms, names)}: answer by {moment(terms.respond_by)}."
    )


def _ladder(terms: Terms, names: Names) -> str:
    return where(names, terms.owner_id) if terms.owner_id else "the system"


def _which(names: Names, key: UUID) -> str:
    return f"Escalation “{names.get(key, 'not known')}”"
