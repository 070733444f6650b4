"""A system file brought in: that it was, so that the same one sent again, however late, changes nothing."""

from dataclasses import dataclass
from uuid import UUID

from app.domain.decider import Command, Decider, Recorded
from app.domain.values import Stream, stream


@dataclass(frozen=True, slots=True, kw_only=True)
class SystemImported:
    """A system file was brought in, and so many of its entries changed something."""

    changes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportSystem(Command):
    """Bring in a system file; `import_id` is made by who sends it, `changes` is what its entries came to."""

    import_id: UUID
    changes: int

    @property
    def stream(self) -> Stream:
        """The import's own stream."""
        return stream("import", self.import_id)


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """Whether it was brought in."""

    done: bool = False


def decide(command: ImportSystem, imported: Imported, _facts: None) -> list[SystemImported]:
    """Once; a file that changed nothing leaves no trace."""
    return [] if imported.done or not command.changes else [SystemImported(changes=command.changes)]


def evolve(_imported: Imported, _recorded: Recorded[SystemImported]) -> Imported:
    """The import after it was done."""
    return Imported(done=True)


IMPORT = Decider(initial=Imported(), decide=decide, evolve=evolve)
IMPORT_EVENTS = (SystemImported,)
