"""Of whom somebody may know that they are waited for: a service is not told which others are asked beside it."""

from collections.abc import Iterable
from dataclasses import replace
from typing import TypeVar
from uuid import UUID

from app.access.me import Me
from app.api.delay_parts import NightPart, Parts
from app.api.snapshot_part import SnapshotPart
from app.domain.codes.owners import Owner
from app.domain.delay.owners import Parties
from app.domain.values import OrganisationId, Role
from app.views.stay_delay import StillInBed

PartT = TypeVar("PartT", NightPart, SnapshotPart)


def people_shown(me: Me, people: list[StillInBed]) -> list[StillInBed]:
    """The list of delays in community beds, as this reader may have it."""
    if me.role is not Role.PROVIDER:
        return people
    return [replace(each, owners=_own(me, each.owners)) if _of_services(each.owner) else each for each in people]


def parts_shown(me: Me, parts: Parts, parties: Parties) -> Parts:
    """The parts of one person's page, as this reader may have them."""
    if me.role is not Role.PROVIDER:
        return parts
    owners = _own(me, parts["owners"]) if _of_services(parts["owner"]) else parts["owners"]
    may_know = {OrganisationId(me.organisation_id), *parties.beside}
    nights = [_kept(each, may_know) for each in parts["nights"]]
    snapshots = [_kept(each, may_know) for each in parts["snapshots"]]
    return parts | {"owners": owners, "nights": nights, "snapshots": snapshots}


def _kept(part: PartT, may_know: set[OrganisationId]) -> PartT:
    """What was kept of a night or at a snapshot."""
    return part.model_copy(update={"owners": tuple(each for each in part.owners if each in may_know)})


def _of_services(owner: Owner | None) -> bool:
    return owner is Owner.SERVICE


def _own(me: Me, owners: Iterable[UUID]) -> tuple[OrganisationId, ...]:
    return tuple(OrganisationId(each) for each in owners if each == me.organisation_id)
