"""What a system is made of: its organisations, sites, wards and hubs, and its roster; and whether it is worked in."""

from app.domain.system.archiving import (
    ARCHIVING,
    ARCHIVING_EVENTS,
    AnyArchivingCommand,
    ArchiveSystem,
    RestoreSystem,
    SystemArchived,
    SystemIsArchived,
    SystemRestored,
)
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
    "ARCHIVING",
    "ARCHIVING_EVENTS",
    "PLACES",
    "PLACE_EVENTS",
    "STAFF",
    "STAFF_EVENTS",
    "AddHub",
    "AddOrganisation",
    "AddSite",
    "AddStaff",
    "AddWard",
    "AnyArchivingCommand",
    "AnyPlaceCommand",
    "AnyStaffCommand",
    "ArchiveSystem",
    "HubAdded",
    "HubChanged",
    "OrganisationAdded",
    "OrganisationChanged",
    "OrganisationKind",
    "PlaceEvent",
    "Places",
    "RemoveStaff",
    "RestoreSystem",
    "SiteAdded",
    "SiteChanged",
    "StaffChanged",
    "StaffEvent",
    "StaffFacts",
    "StaffJoined",
    "StaffLeft",
    "SystemArchived",
    "SystemIsArchived",
    "SystemRestored",
    "WardAdded",
    "WardChanged",
]
