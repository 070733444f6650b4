"""A ward joins the system, or its particulars change."""

from dataclasses import dataclass
from typing import TypeAlias

from app.domain.system.command import PlaceCommand
from app.domain.system.state import CodeTaken, Places, Ward
from app.domain.system.unknown import SiteNotKnown
from app.domain.values import SiteId, WardId


@dataclass(frozen=True, slots=True, kw_only=True)
class WardAdded:
    """A ward of a site became part of the system."""

    ward_id: WardId
    code: str
    name: str
    site_id: SiteId
    beds: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WardChanged:
    """A ward has another code, name or site, or other beds."""

    ward_id: WardId
    code: str
    name: str
    site_id: SiteId
    beds: tuple[str, ...]


WardEvent: TypeAlias = WardAdded | WardChanged


@dataclass(frozen=True, slots=True, kw_only=True)
class AddWard(PlaceCommand):
    """Add a ward, or say how it is now."""

    ward_id: WardId
    code: str
    name: str
    site_id: SiteId
    beds: tuple[str, ...]


def add_ward(command: AddWard, places: Places) -> list[WardEvent]:
    """A code names one ward of a site; the same again changes nothing."""
    key, known = command.ward_id, places.wards
    wanted = Ward(code=command.code, name=command.name, site_id=command.site_id, beds=command.beds)
    if known.get(key) == wanted:
        return []
    if wanted.site_id not in places.sites:
        raise SiteNotKnown
    here = (wanted.site_id, wanted.code)
    if any((other.site_id, other.code) == here for each, other in known.items() if each != key):
        raise CodeTaken
    event = WardChanged if key in known else WardAdded
    return [event(ward_id=key, code=wanted.code, name=wanted.name, site_id=wanted.site_id, beds=wanted.beds)]
