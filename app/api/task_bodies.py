"""What a task is raised with, and what each step on it is told with; the fields are named as those of its command."""

from uuid import UUID

from pydantic import ConfigDict

from app.api.shapes import Body, FilledText, Instant
from app.domain.case.holding.answering import KeepOrRelease
from app.domain.case.tasks.state import NotNeeded
from app.domain.codes.owners import Owner
from app.domain.practice.tasks import Step, TaskKind, TaskRole

_STEP = "a1c3e5d7-0b2d-4f6a-8c9e-1d3f5a7b9c02"
_STAFF = "7c6de0b4-8a0f-4f0e-9f43-2d7f1f0f6c55"


class TaskIn(Body):
    """A piece of work that no template foresees: whose it is, what it precedes, and whether it stops that.

    `funding` says that it settles the money without which nothing starts.
    """

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "words": "Find his glasses.",
                "owner": "hospital",
                "role": "ward_nurse",
                "kind": "should",
                "precedes": "leave",
                "due_at": "2026-11-27T10:00:00Z",
            }
        }
    )
    words: FilledText
    owner: Owner
    role: TaskRole
    kind: TaskKind = TaskKind.SHOULD
    precedes: Step | None = None
    due_at: Instant | None = None
    funding: bool = False


class StepIn(Body):
    """A step on a task, with an id made by who takes it."""

    model_config = ConfigDict(json_schema_extra={"example": {"step_id": _STEP}})
    step_id: UUID


class AssignmentIn(StepIn):
    """Who is to do it; nobody where null."""

    model_config = ConfigDict(json_schema_extra={"example": {"step_id": _STEP, "assigned_to": _STAFF}})
    assigned_to: UUID | None


class KeepOrReleaseIn(Body):
    """Whether what is held is kept, and until when; or released, and then it is free. Also what a service answers."""

    model_config = ConfigDict(
        json_schema_extra={"example": {"answer_id": _STEP, "answer": "keep", "until": "2026-11-28T16:00:00Z"}}
    )
    answer_id: UUID
    answer: KeepOrRelease
    until: Instant | None = None
    words: FilledText | None = None


class DismissalIn(StepIn):
    """Why it is not needed; *other* is said in words."""

    model_config = ConfigDict(
        json_schema_extra={"example": {"step_id": _STEP, "why": "not_for_this_person", "words": None}}
    )
    why: NotNeeded
    words: FilledText | None = None
