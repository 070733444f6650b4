"""A care transfer hub joins the system, or its particulars change."""

from dataclasses import dataclass
from typing import TypeAlias

from app.domain.system.command import PlaceCommand
from app.domain.system.state import Hub, Places
from app.domain.system.unknown import OrganisationNotKnown
from app.domain.values import HubId, OrganisationId


@dataclass(frozen=True, slots=True, kw_only=True)
class HubAdded:
    """A care transfer hub became part of the system."""

    hub_id: HubId
    name: str
    organisation_id: OrganisationId


@dataclass(frozen=True, slots=True, kw_only=True)
class HubChanged:
    """A hub has another name, or another organisation runs it."""

    hub_id: HubId
    name: str
    organisation_id: OrganisationId


HubEvent: TypeAlias = HubAdded | HubChanged


@dataclass(frozen=True, slots=True, kw_only=True)
class AddHub(PlaceCommand):
    """Add a hub, or say how it is now."""

    hub_id: HubId
    name: str
    organisation_id: OrganisationId


def add_hub(command: AddHub, places: Places) -> list[HubEvent]:
    """The same again changes nothing."""
    key, known = command.hub_id, places.hubs
    wanted = Hub(name=command.name, organisation_id=command.organisation_id)
    if known.get(key) == wanted:
        return []
    if wanted.organisation_id not in places.organisations:
        raise OrganisationNotKnown
    event = HubChanged if key in known else HubAdded
    return [event(hub_id=key, name=wanted.name, organisation_id=wanted.organisation_id)]
