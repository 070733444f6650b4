"""What a system is made of: its organisations, sites, wards and hubs, and its roster."""

from app.domain.system.hub import AddHub, HubAdded, HubChanged
from app.domain.system.organisation import AddOrganisation, OrganisationAdded, OrganisationChanged
from app.domain.system.places import PLACE_EVENTS, PLACES, AnyPlaceCommand, PlaceEvent
from app.domain.system.site import AddSite, SiteAdded, SiteChanged
from app.domain.system.staff import (
    STAFF,
    STAFF_EVENTS,
    AddStaff,
    AnyStaffCommand,
    RemoveStaff,
    StaffChanged,
    StaffEvent,
    StaffFacts,
    StaffJoined,
    StaffLeft,
)
from app.domain.system.state import OrganisationKind, Places
from app.domain.system.ward import AddWard, WardAdded, WardChanged

__all__ = [
    "PLACES",
    "PLACE_EVENTS",
    "STAFF",
    "STAFF_EVENTS",
    "AddHub",
    "AddOrganisation",
    "AddSite",
    "AddStaff",
    "AddWard",
    "AnyPlaceCommand",
    "AnyStaffCommand",
    "HubAdded",
    "HubChanged",
    "OrganisationAdded",
    "OrganisationChanged",
    "OrganisationKind",
    "PlaceEvent",
    "Places",
    "RemoveStaff",
    "SiteAdded",
    "SiteChanged",
    "StaffChanged",
    "StaffEvent",
    "StaffFacts",
    "StaffJoined",
    "StaffLeft",
    "WardAdded",
    "WardChanged",
]
