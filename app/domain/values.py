"""The small words every rule speaks: ids, who acts, text that is sealed."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NewType
from uuid import UUID

SystemId = NewType("SystemId", UUID)
PersonId = NewType("PersonId", UUID)
SpellId = NewType("SpellId", UUID)
CaseId = NewType("CaseId", UUID)
WardId = NewType("WardId", UUID)
SiteId = NewType("SiteId", UUID)
OrganisationId = NewType("OrganisationId", UUID)
HubId = NewType("HubId", UUID)
ServiceId = NewType("ServiceId", UUID)
StaffId = NewType("StaffId", UUID)
FeedId = NewType("FeedId", UUID)

Stream = NewType("Stream", str)
"""The name of one stream in a system: its kind, a colon, its id (`case:6f1c…`)."""

Words = NewType("Words", str)
"""Readable words about a person. In the log they are sealed with the person's key; erasing the key erases them."""


class Role(StrEnum):
    """What a member of staff does; access is decided by it."""

    WARD_NURSE = "ward_nurse"
    WARD_CLINICIAN = "ward_clinician"
    CASE_MANAGER = "case_manager"
    HUB_LEAD = "hub_lead"
    PROVIDER = "provider"
    MANAGER = "manager"


class ActorKind(StrEnum):
    """A person on the staff, a feed from outside, or the system itself."""

    STAFF = "staff"
    FEED = "feed"
    SYSTEM = "system"


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """Who did it. `id` is a staff id, a feed's id, or the name of a part of the system."""

    kind: ActorKind
    id: str
    role: Role | None = None


def stream(kind: str, key: UUID) -> Stream:
    """The stream of one thing: `stream("case", case_id)`."""
    return Stream(f"{kind}:{key}")


def kind_of(name: Stream) -> str:
    """What kind of thing a stream is about: the part before the colon."""
    return name.partition(":")[0]


def key_of(name: Stream) -> UUID:
    """The id of the thing a stream is about: the part after the colon."""
    return UUID(name.partition(":")[2])
