"""What every command on a case carries."""

from dataclasses import dataclass

from app.domain.decider import Command
from app.domain.values import CaseId, Stream, stream


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseCommand(Command):
    """A command on one case."""

    case_id: CaseId

    @property
    def stream(self) -> Stream:
        """The case's own stream."""
        return stream("case", self.case_id)
