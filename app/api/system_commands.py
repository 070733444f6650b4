"""The ordinary commands that a system file stands for, in the order in which each finds what it names."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from app.api.system_bodies import SystemFile
from app.domain.calendar import SetCalendar
from app.domain.decider import Command
from app.domain.ladder import NameSeniorOfficer, SetLadder
from app.domain.practice import WORDS, SetPractice
from app.domain.service import ListService
from app.domain.system import AddHub, AddOrganisation, AddSite, AddStaff, AddWard
from app.domain.values import Actor, HubId, OrganisationId, ServiceId, SiteId, StaffId, SystemId, WardId


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a file: what it is called in words, and its command."""

    words: str
    command: Command


def steps(file: SystemFile, system: SystemId, by: Actor, at: datetime) -> tuple[list[Entry], ...]:
    """The entries of a file; those of one step may name only what the steps before have made."""
    said: dict[str, Any] = {"by": by, "at": at}
    return [*_places(file, said | {"system_id": system})], [*_work(file, said)], [*_practice(file, said, system)]


def _places(file: SystemFile, said: dict[str, Any]) -> Iterator[Entry]:
    for organisation in file.organisations:
        key = OrganisationId(organisation.id)
        its = organisation.values() | said
        yield Entry(f"Organisation {organisation.name}", AddOrganisation(organisation_id=key, **_without_id(its)))
    for site in file.sites:
        yield Entry(f"Site {site.name}", AddSite(site_id=SiteId(site.id), **_without_id(site.values() | said)))
    for ward in file.wards:
        yield Entry(f"Ward {ward.name}", AddWard(ward_id=WardId(ward.id), **_without_id(ward.values() | said)))
    for hub in file.hubs:
        yield Entry(f"Hub {hub.name}", AddHub(hub_id=HubId(hub.id), **_without_id(hub.values() | said)))


def _work(file: SystemFile, said: dict[str, Any]) -> Iterator[Entry]:
    for service in file.services:
        its = _without_id(service.values() | said)
        yield Entry(f"Service {service.name}", ListService(service_id=ServiceId(service.id), **its))
    for member in file.roster:
        joining = AddStaff(
            staff_id=StaffId(member.id),
            role=member.role,
            organisation_id=OrganisationId(member.organisation_id),
            hub_id=HubId(member.hub_id) if member.hub_id else None,
            ward_ids=frozenset(WardId(ward) for ward in member.ward_ids),
            **said,
        )
        yield Entry(f"Roster: {member.role.replace('_', ' ')} {member.id}", joining)


def _practice(file: SystemFile, said: dict[str, Any], system: SystemId) -> Iterator[Entry]:
    names = {each.id: each.name for each in file.organisations} | {each.id: each.name for each in file.services}
    for its in file.calendars:
        words = f"Calendar of {names.get(its.owner_id, its.owner_id)}"
        yield Entry(words, SetCalendar(owner_id=its.owner_id, calendar=its.calendar(), **said))
    for rungs in file.ladders:
        key = OrganisationId(rungs.organisation_id)
        yield Entry(f"Ladder of {names.get(key, key)}", SetLadder(organisation_id=key, ladder=rungs.ladder(), **said))
    if officer := file.senior_responsible_officer:
        naming = NameSeniorOfficer(system_id=system, officer=officer.rung(), **said)
        yield Entry("Senior responsible officer", naming)
    for kind, lines in file.practice.items():
        yield Entry(WORDS[kind], SetPractice(practice=kind, lines=lines, **said))


def _without_id(values: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if name != "id"}
