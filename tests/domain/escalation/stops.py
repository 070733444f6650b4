"""Stops before leaving that several organisations owe."""

from app.domain.case.tasks.planning import Raised, TasksRaised
from app.domain.values import OrganisationId
from tests.domain.case.tasks.work import key, line
from tests.domain.escalation.watching import COUNCIL, TRUST, Told, later


def owed(code: str, owner: OrganisationId, hours: float = 2) -> Told:
    """A stop before leaving that this organisation has to do."""
    raised = Raised(task_id=key(code), line=line(code), owner_id=owner, anchor=None, due_at=None)
    return later(hours), TasksRaised(tasks=(raised,))


LETTER, ADAPTATION = owed("C08", TRUST), owed("A9", COUNCIL)
