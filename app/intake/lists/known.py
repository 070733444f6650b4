"""What a list's wards and case managers may be: the places and the roster of the system, found by code or name."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar
from uuid import UUID

from app.domain.case.triage import MANAGES_CASES
from app.domain.values import HubId, StaffId, SystemId, WardId
from app.intake.lists.fields import plain
from app.intake.lists.mapping import Mapping

if TYPE_CHECKING:
    import asyncpg

    from app.events.stream import Connection

Key = TypeVar("Key", bound=UUID)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ward:
    """A ward, with the name of its site."""

    id: WardId
    code: str
    name: str
    site: str

    def goes_by(self) -> set[str]:
        """How a list may call it."""
        names = {plain(self.code), plain(self.name)}
        return names | {plain(f"{self.name} ward"), plain(self.name).removesuffix("ward")} - {""}


@dataclass(frozen=True, slots=True, kw_only=True)
class Hub:
    """A hub."""

    id: HubId
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Manager:
    """Somebody who manages cases, and for which hub."""

    id: StaffId
    name: str
    hub_id: HubId | None

    def goes_by(self) -> set[str]:
        """How a list may call them: the whole name either way round, the given name, the initials."""
        words = self.name.split()
        turned = [words[-1], *words[:-1]]
        initials = "".join(word[0] for word in words)
        return {plain(name) for name in (self.name, " ".join(turned), words[0], initials)} - {""}


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """The places and people of one system that a list may name."""

    wards: tuple[Ward, ...] = ()
    hubs: tuple[Hub, ...] = ()
    managers: tuple[Manager, ...] = ()

    def ward(self, said: str) -> WardId | None:
        """The one ward that goes by this name."""
        return _only(each.id for each in self.wards if plain(said) in each.goes_by())

    def manager(self, said: str, hub: UUID | None) -> StaffId | None:
        """The one member of staff of this hub (of any, where it is not known) who goes by this name."""
        return _only(each.id for each in self.managers if plain(said) in each.goes_by() and hub in {None, each.hub_id})

    def of_here(self, mapping: Mapping) -> Mapping:
        """The mapping without what is not of this system."""
        wards, managers, hubs = ({each.id for each in some} for some in (self.wards, self.managers, self.hubs))
        return mapping.among(wards, managers, hubs)


def _only(found: Iterable[Key]) -> Key | None:
    each = set(found)
    return each.pop() if len(each) == 1 else None


async def known(connection: "Connection[asyncpg.Record]", system: SystemId) -> Known:
    """What this system knows now."""
    places = await connection.fetch(_PLACES, system)
    staff = await connection.fetch(_MANAGERS, system, sorted(MANAGES_CASES))
    return Known(
        wards=tuple(
            Ward(id=WardId(row["id"]), code=row["code"] or "", name=row["name"], site=row["parent"] or "")
            for row in places
            if row["place"] == "ward"
        ),
        hubs=tuple(Hub(id=HubId(row["id"]), name=row["name"]) for row in places if row["place"] == "hub"),
        managers=tuple(Manager(id=StaffId(row["id"]), name=row["name"], hub_id=row["hub_id"]) for row in staff),
    )


_PLACES = """
    SELECT each.id, each.place, each.code, each.name, parent.name AS parent
    FROM place_1 each LEFT JOIN place_1 parent ON parent.system_id = $1 AND parent.id = each.parent_id
    WHERE each.system_id = $1 AND each.place IN ('ward', 'hub') AND NOT each.gone ORDER BY each.name"""

_MANAGERS = """
    SELECT staff_1.id, staff_1.hub_id, account.name
    FROM staff_1 JOIN account ON account.system_id = $1 AND account.staff_id = staff_1.id
    WHERE staff_1.system_id = $1 AND NOT staff_1.gone AND staff_1.role = ANY($2) AND trim(account.name) <> ''
    ORDER BY account.name"""
