"""How one feed is read, as data: how its sender writes, what it may change, and when its silence is an alarm.

All defaults together read a feed of which nothing is known.
"""

from enum import StrEnum
from typing import Annotated, Literal
from uuid import UUID
from zoneinfo import ZoneInfo

from pydantic import AfterValidator, BaseModel, Field, StringConstraints, field_serializer

from app.domain.codes.alert_reasons import CAME_FROM, AlertReason
from app.domain.codes.patient_classes import PatientClass
from app.domain.local_time import LOCAL

Label = Annotated[str, StringConstraints(strip_whitespace=True, max_length=200, pattern=r"^[^\x00]*$")]
Code = Annotated[str, StringConstraints(strip_whitespace=True, to_upper=True, max_length=200, pattern=r"^[^\x00]*$")]
"""A sender's code; upper and lower case mean the same."""


class Trusted(StrEnum):
    """What a feed may change here."""

    DETAILS = "details"
    PLACE = "place"
    CLASS = "class"
    EXPECTED_DISCHARGE = "expected_discharge"
    MEDICALLY_FIT = "medically_fit"
    EARLY_ALERT = "early_alert"
    DEATH = "death"
    LEAVING = "leaving"


class IdentifierTag(BaseModel, frozen=True, extra="forbid"):
    """One way of tagging a number: who gave it (CX.4) and its type (CX.5). None: whatever is there; "": nothing is."""

    authority: Code | None = None
    type: Code | None = None

    @property
    def is_any_other(self) -> bool:
        """Whether it stands for any number not known to be of another kind, such as a passport's."""
        return self.authority is None and self.type is None

    def fits(self, authority: str, type: str) -> bool:
        """Whether a number tagged so, in upper case, is one of these."""
        return self.authority in (None, authority) and self.type in (None, type)


# NI: the national number of systems that put its status in CX.2.
NHS_TAGS = (
    *(IdentifierTag(authority=one) for one in ("NHS", "NHSNBR", "NHSNMBR", "NHS NUMBER", "2.16.840.1.113883.2.1.4.1")),
    *(IdentifierTag(type=one) for one in ("NH", "NHS", "NHSNMBR", "NHSNBR", "NI")),
)
HOSPITAL_TAGS = (*(IdentifierTag(type=one) for one in ("MR", "MRN", "MEDREC", "PI", "PT", "HN")), IdentifierTag())


def _telling(tags: tuple[IdentifierTag, ...]) -> tuple[IdentifierTag, ...]:
    if any(tag.is_any_other for tag in tags):
        raise ValueError("A tag of NHS numbers names an authority, a type or both.")
    return tags


def _known_zone(name: str) -> str:
    try:
        ZoneInfo(name)
    except (LookupError, ValueError, OSError) as fault:
        raise ValueError("This is no time zone's name, such as Europe/London.") from fault
    return name


def _told_by_source(reason: AlertReason) -> AlertReason:
    if reason not in CAME_FROM:
        raise ValueError("Where somebody came from does not tell this reason.")
    return reason


CameFrom = Annotated[AlertReason, AfterValidator(_told_by_source)]
Minutes = Annotated[int, Field(ge=1, le=7 * 24 * 60)]


class FeedSettings(BaseModel, frozen=True, extra="forbid"):
    """What a hub says of a feed.

    `site_id`: the feed tells of this site only. `hospital_tags` stand in order of preference. `classes` and `wards`
    map PV1-2 and the ward as sent; a ward that maps to None is none of ours: what is told of it is only recorded.
    `admit_sources`: the codes of PV1-14 for which it is proposed to tell the hub early.
    `ward_component`: 2 for senders that put a building first in PV1-3 and the ward after it.
    """

    site_id: UUID | None = None
    time_zone: Annotated[Label, AfterValidator(_known_zone)] = LOCAL.key
    nhs_tags: Annotated[tuple[IdentifierTag, ...], Field(max_length=50), AfterValidator(_telling)] = NHS_TAGS
    hospital_tags: Annotated[tuple[IdentifierTag, ...], Field(max_length=50)] = HOSPITAL_TAGS
    classes: Annotated[dict[Code, PatientClass], Field(max_length=200)] = {}
    admit_sources: Annotated[dict[Code, CameFrom], Field(max_length=200)] = {}
    ward_component: Literal[1, 2] = 1
    wards: Annotated[dict[Label, UUID | None], Field(max_length=5000)] = {}
    trusted: frozenset[Trusted] = frozenset(Trusted)
    silent_after_minutes: Minutes = 15
    waiting_after_minutes: Minutes = 30

    @property
    def zone(self) -> ZoneInfo:
        """The zone of the times that name none."""
        return ZoneInfo(self.time_zone)

    @field_serializer("trusted")
    def _in_order(self, trusted: frozenset[Trusted]) -> list[str]:
        """Equal settings are equal text."""
        return sorted(trusted)


DEFAULT = FeedSettings()
