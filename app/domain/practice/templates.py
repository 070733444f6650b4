"""Task templates: the work that each pathway and overlay begins with."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from app.domain.practice.document import Document
from app.domain.practice.faults import Fault
from app.domain.practice.kinds import PracticeKind
from app.domain.practice.task_rules import task_faults
from app.domain.practice.tasks import TaskLine, Template


@dataclass(frozen=True, slots=True)
class TaskTemplates(Document[TaskLine]):
    """Every task of every template."""

    kind: ClassVar[PracticeKind] = PracticeKind.TASK_TEMPLATES
    line: ClassVar[type[TaskLine]] = TaskLine

    @classmethod
    def faults_of(cls, lines: Sequence[TaskLine]) -> Iterator[Fault]:
        """The rules of `task_rules`."""
        return task_faults(lines)

    def of(self, *templates: Template) -> tuple[TaskLine, ...]:
        """The tasks of these templates, in the order of the list."""
        return tuple(line for line in self.lines if line.template in templates)
