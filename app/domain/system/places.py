"""The places of a system: the commands on them, and how their events fold."""

from dataclasses import replace
from typing import TypeAlias, assert_never

from app.domain.decider import Decider, Recorded
from app.domain.system.hub import AddHub, HubAdded, HubChanged, HubEvent, add_hub
from app.domain.system.organisation import (
    AddOrganisation,
    OrganisationAdded,
    OrganisationChanged,
    OrganisationEvent,
    add_organisation,
)
from app.domain.system.site import AddSite, SiteAdded, SiteChanged, SiteEvent, add_site
from app.domain.system.state import Hub, Organisation, Places, Site, Ward
from app.domain.system.ward import AddWard, WardAdded, WardChanged, WardEvent, add_ward

PlaceEvent: TypeAlias = OrganisationEvent | SiteEvent | WardEvent | HubEvent
AnyPlaceCommand: TypeAlias = AddOrganisation | AddSite | AddWard | AddHub


def decide(command: AnyPlaceCommand, places: Places, _facts: None) -> list[PlaceEvent]:
    """What this command records; a repeat records nothing, a refusal is raised."""
    match command:
        case AddOrganisation():
            return [*add_organisation(command, places)]
        case AddSite():
            return [*add_site(command, places)]
        case AddWard():
            return [*add_ward(command, places)]
        case AddHub():
            return [*add_hub(command, places)]
        case _:
            assert_never(command)


def evolve(places: Places, recorded: Recorded[PlaceEvent]) -> Places:
    """The places after one more event."""
    match recorded.event:
        case OrganisationAdded() | OrganisationChanged() as event:
            organisation = Organisation(code=event.code, name=event.name, kind=event.kind)
            return replace(places, organisations={**places.organisations, event.organisation_id: organisation})
        case SiteAdded() | SiteChanged() as event:
            site = Site(code=event.code, name=event.name, organisation_id=event.organisation_id)
            return replace(places, sites={**places.sites, event.site_id: site})
        case WardAdded() | WardChanged() as event:
            ward = Ward(code=event.code, name=event.name, site_id=event.site_id, beds=event.beds)
            return replace(places, wards={**places.wards, event.ward_id: ward})
        case HubAdded() | HubChanged() as event:
            hub = Hub(name=event.name, organisation_id=event.organisation_id)
            return replace(places, hubs={**places.hubs, event.hub_id: hub})
        case _:
            assert_never(recorded.event)


PLACES = Decider(initial=Places(), decide=decide, evolve=evolve)
PLACE_EVENTS = (
    OrganisationAdded,
    OrganisationChanged,
    SiteAdded,
    SiteChanged,
    WardAdded,
    WardChanged,
    HubAdded,
    HubChanged,
)
