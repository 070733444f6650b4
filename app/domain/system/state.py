"""The places of a system as they stand: only what a decision reads."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from app.domain.rejections import Rejection
from app.domain.values import HubId, OrganisationId, SiteId, WardId


class OrganisationKind(StrEnum):
    """What an organisation is to the hub."""

    HOSPITAL_TRUST = "hospital_trust"
    COMMUNITY_TRUST = "community_trust"
    MENTAL_HEALTH_TRUST = "mental_health_trust"
    COUNCIL = "council"
    COMMISSIONER = "commissioner"
    PROVIDER = "provider"
    VOLUNTARY = "voluntary"


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation:
    """An organisation by its ODS code."""

    code: str
    name: str
    kind: OrganisationKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """A site of an organisation by its ODS code."""

    code: str
    name: str
    organisation_id: OrganisationId


@dataclass(frozen=True, slots=True, kw_only=True)
class Ward:
    """A ward by the code that its site's feed uses; `beds` are the labels on the wall."""

    code: str
    name: str
    site_id: SiteId
    beds: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Hub:
    """A care transfer hub and the organisation that runs it."""

    name: str
    organisation_id: OrganisationId


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """All places of one system."""

    organisations: Mapping[OrganisationId, Organisation] = field(default_factory=dict)
    sites: Mapping[SiteId, Site] = field(default_factory=dict)
    wards: Mapping[WardId, Ward] = field(default_factory=dict)
    hubs: Mapping[HubId, Hub] = field(default_factory=dict)


class CodeTaken(Rejection):
    """Another place already has this code, and a code names one place. Check the code, or change that place first."""
