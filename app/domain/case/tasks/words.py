"""The words of what a task is told with: owners, roles, steps, kinds, and why one is not needed."""

from app.domain.case.tasks.state import NotNeeded
from app.domain.codes.owners import Owner
from app.domain.practice.tasks import Step, TaskKind, TaskRole

STEPS = {
    Step.DECISION: "Before the pathway is decided",
    Step.OFFERS: "Before services are asked",
    Step.CONFIRM: "Before a start is confirmed",
    Step.LEAVE: "Before leaving",
    Step.EXIT: "Before the stay in the service ends",
}

KINDS = {TaskKind.STOP: "Stop", TaskKind.SHOULD: "Should", TaskKind.AFTER: "After"}

OWNERS = {
    Owner.HOSPITAL: "Hospital",
    Owner.HUB: "Hub",
    Owner.COUNCIL: "Council",
    Owner.COMMISSIONER: "Commissioner (ICB)",
    Owner.COMMUNITY: "Community health",
    Owner.SERVICE: "The service",
    Owner.VOLUNTARY: "Voluntary sector",
}

ROLES = {role: role.replace("_", " ").capitalize() for role in TaskRole}

NOT_NEEDED = {
    NotNeeded.NOT_FOR_THIS_PERSON: "Not for this person",
    NotNeeded.DONE_OTHERWISE: "Done in another way",
    NotNeeded.PLAN_CHANGED: "The plan changed",
    NotNeeded.OTHER: "Other (say why)",
}
"""What people may choose; the case says itself that a pathway changed or that a task applies no longer."""
