"""Where escalations live: one stream for each case, each stay and each feed that anything was escalated about.

They have streams of their own, so that one set of rules serves people with a case and people without one, and *one
open per trigger*, or per trigger and owner, is a fact of the stream that is asked. What hangs on the bed is escalated
about the stay, whether there is a case or not: a person who gets a case keeps what is open, and who is in hospital anew
begins anew.
"""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid5

from app.domain.decider import Command
from app.domain.values import Actor, ActorKind, OrganisationId, Stream, stream

CLOCK = Actor(kind=ActorKind.SYSTEM, id="escalation")
"""Who raises, climbs and ends when nobody says so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EscalationCommand(Command):
    """A command on what is escalated about one thing: `subject` is the id of the case, the stay or the feed."""

    subject: UUID

    @property
    def stream(self) -> Stream:
        """The escalations about it."""
        return escalations_of(self.subject)


def escalations_of(subject: UUID) -> Stream:
    """The stream of what is escalated about a case, a stay or a feed."""
    return stream("escalation", subject)


def escalation_id(
    subject: UUID, trigger: str, cause_at: datetime, due_at: datetime, beside: OrganisationId | None = None
) -> UUID:
    """What the clock raises has the same id whenever it looks; a cause that comes back is due anew.

    `beside` is the owner of one that is raised beside another of the same trigger, which has the id without.
    """
    owner = f" {beside}" if beside else ""
    return uuid5(subject, f"{trigger} {cause_at.timestamp()} {due_at.timestamp()}{owner}")
