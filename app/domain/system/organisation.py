"""An organisation joins the system, or its particulars change."""

from dataclasses import dataclass
from typing import TypeAlias

from app.domain.system.command import PlaceCommand
from app.domain.system.state import CodeTaken, Organisation, OrganisationKind, Places
from app.domain.values import OrganisationId


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganisationAdded:
    """An organisation became part of the system."""

    organisation_id: OrganisationId
    code: str
    name: str
    kind: OrganisationKind


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganisationChanged:
    """An organisation has another code, name or kind."""

    organisation_id: OrganisationId
    code: str
    name: str
    kind: OrganisationKind


OrganisationEvent: TypeAlias = OrganisationAdded | OrganisationChanged


@dataclass(frozen=True, slots=True, kw_only=True)
class AddOrganisation(PlaceCommand):
    """Add an organisation, or say how it is now."""

    organisation_id: OrganisationId
    code: str
    name: str
    kind: OrganisationKind


def add_organisation(command: AddOrganisation, places: Places) -> list[OrganisationEvent]:
    """A code names one organisation; the same again changes nothing."""
    key, known = command.organisation_id, places.organisations
    wanted = Organisation(code=command.code, name=command.name, kind=command.kind)
    if known.get(key) == wanted:
        return []
    if any(other.code == wanted.code for each, other in known.items() if each != key):
        raise CodeTaken
    event = OrganisationChanged if key in known else OrganisationAdded
    return [event(organisation_id=key, code=wanted.code, name=wanted.name, kind=wanted.kind)]
