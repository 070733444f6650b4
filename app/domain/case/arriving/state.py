"""What is known of somebody since they left: only what a decision reads."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID


class ToldBy(StrEnum):
    """Who saw them arrive."""

    CREW = "crew"
    RECEIVER = "receiver"
    PROVIDER = "provider"
    HUB = "hub"


TOLD_BY = {
    ToldBy.CREW: "Transport crew",
    ToldBy.RECEIVER: "Whoever received them",
    ToldBy.PROVIDER: "The service",
    ToldBy.HUB: "The hub",
}


class NoContact(StrEnum):
    """Why nobody met the person."""

    NO_ACCESS = "no_access"
    REFUSED = "refused"
    NOBODY_CAME = "nobody_came"


NO_CONTACT = {
    NoContact.NO_ACCESS: "No access: the service could not get in",
    NoContact.REFUSED: "Refused: the person did not want it",
    NoContact.NOBODY_CAME: "Nobody came",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Missed:
    """A first contact that did not come about, and when; `starts` is from when they were to be met, as agreed then."""

    report_id: UUID
    why: NoContact
    at: datetime
    starts: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Arriving:
    """When they arrived and were first met, None while nobody has said so; `missed` are the contacts that failed.

    `contact_id` is the id of the first contact.
    """

    arrived_at: datetime | None = None
    contact_at: datetime | None = None
    contact_id: UUID | None = None
    missed: tuple[Missed, ...] = ()

    @property
    def is_there(self) -> bool:
        """Whether they are known to be where they were to go: who was met is there."""
        return bool(self.arrived_at or self.contact_at)


NOTHING_KNOWN = Arriving()
