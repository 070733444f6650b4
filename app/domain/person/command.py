"""What every command on a person carries."""

from dataclasses import dataclass

from app.domain.decider import Command
from app.domain.values import PersonId, Stream, stream


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonCommand(Command):
    """A command on one person."""

    person_id: PersonId

    @property
    def stream(self) -> Stream:
        """The person's own stream."""
        return stream("person", self.person_id)
