"""What every command on a spell carries."""

from dataclasses import dataclass

from app.domain.decider import Command
from app.domain.values import SpellId, Stream, stream


@dataclass(frozen=True, slots=True, kw_only=True)
class SpellCommand(Command):
    """A command on one spell: a stay in one hospital or community unit."""

    spell_id: SpellId

    @property
    def stream(self) -> Stream:
        """The spell's own stream."""
        return stream("spell", self.spell_id)
