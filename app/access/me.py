"""Who is asking: one member of staff, signed in to one system in one role."""

from dataclasses import dataclass
from uuid import UUID

from app.domain.values import Actor, ActorKind, Role, SystemId


@dataclass(frozen=True, slots=True, kw_only=True)
class Me:
    """The member of staff behind a request. `session` is the hash of the session's token."""

    system: SystemId
    staff_id: UUID
    name: str
    role: Role
    organisation_id: UUID
    hub_id: UUID | None
    ward_ids: tuple[UUID, ...]
    session: bytes

    @property
    def actor(self) -> Actor:
        """As the log names them: without a name."""
        return Actor(kind=ActorKind.STAFF, id=str(self.staff_id), role=self.role)
