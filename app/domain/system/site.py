"""A site joins the system, or its particulars change."""

from dataclasses import dataclass
from typing import TypeAlias

from app.domain.system.command import PlaceCommand
from app.domain.system.state import CodeTaken, Places, Site
from app.domain.system.unknown import OrganisationNotKnown
from app.domain.values import OrganisationId, SiteId


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteAdded:
    """A site of an organisation became part of the system."""

    site_id: SiteId
    code: str
    name: str
    organisation_id: OrganisationId


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteChanged:
    """A site has another code, name or organisation."""

    site_id: SiteId
    code: str
    name: str
    organisation_id: OrganisationId


SiteEvent: TypeAlias = SiteAdded | SiteChanged


@dataclass(frozen=True, slots=True, kw_only=True)
class AddSite(PlaceCommand):
    """Add a site, or say how it is now."""

    site_id: SiteId
    code: str
    name: str
    organisation_id: OrganisationId


def add_site(command: AddSite, places: Places) -> list[SiteEvent]:
    """A code names one site; the same again changes nothing."""
    key, known = command.site_id, places.sites
    wanted = Site(code=command.code, name=command.name, organisation_id=command.organisation_id)
    if known.get(key) == wanted:
        return []
    if wanted.organisation_id not in places.organisations:
        raise OrganisationNotKnown
    if any(other.code == wanted.code for each, other in known.items() if each != key):
        raise CodeTaken
    event = SiteChanged if key in known else SiteAdded
    return [event(site_id=key, code=wanted.code, name=wanted.name, organisation_id=wanted.organisation_id)]
