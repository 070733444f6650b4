"""The whole system as one file: written out, looked at before it is brought in, brought in all or not at all."""

from datetime import datetime
from uuid import UUID

from fastapi import APIRouter

from app.access.accounts import change_work
from app.access.me import Me as MeType
from app.access.policy import check, check_sight
from app.api.problems import problems
from app.api.state import HomewardState, Me, Now
from app.api.system_bodies import ImportOutcome, SystemFile
from app.api.system_commands import steps
from app.api.system_export import EXPORTED, PLACE, export_of
from app.domain.decider import Command
from app.domain.importing import ImportSystem
from app.domain.system import AddStaff, HubAdded, OrganisationAdded, SiteAdded, StaffJoined, WardAdded
from app.events.handler import decide_in, taken
from app.events.log import Turn
from app.events.overwriting import version_filled

router = APIRouter(prefix="/system", tags=["system"])

NEW = (OrganisationAdded, SiteAdded, WardAdded, HubAdded, StaffJoined)


@router.get("/export", responses=problems())
async def export_system(homeward: HomewardState, me: Me) -> SystemFile:
    """Everything that the system is made of, and how it works, as one file. It holds no names of staff or secrets."""
    for kind in (PLACE, *EXPORTED):
        check_sight(me, kind)
    return await export_of(homeward, me)


@router.post("/import/preview", responses=problems(409))
async def preview_import(file: SystemFile, homeward: HomewardState, me: Me, now: Now) -> ImportOutcome:
    """What bringing in this file would change. Nothing is changed; what would be refused is refused now."""
    check(me, ImportSystem)
    try:
        async with taken(homeward.database, homeward.hints, me.system) as turn:
            raise _OnlyLooked(await _bring_in(turn, file, me, now))
    except _OnlyLooked as looked:
        return looked.outcome


@router.put("/import/{import_id}", responses=problems(409))
async def import_system(import_id: UUID, file: SystemFile, homeward: HomewardState, me: Me, now: Now) -> ImportOutcome:
    """Bring in a file: all of it or, where an entry is refused, nothing. Each change is recorded as if made by hand."""
    check(me, ImportSystem)
    asked = ImportSystem(import_id=import_id, changes=0, by=me.actor, at=now)
    async with taken(homeward.database, homeward.hints, me.system) as turn:
        if (await turn.read(asked.stream)).events:
            return ImportOutcome(changes=[], unchanged=0)
        outcome = await _bring_in(turn, file, me, now)
        await decide_in(turn, ImportSystem(import_id=import_id, changes=len(outcome.changes), by=me.actor, at=now))
    return outcome


class _OnlyLooked(Exception):
    """Leaves a turn without keeping what was done in it."""

    def __init__(self, outcome: ImportOutcome) -> None:
        self.outcome = outcome


async def _bring_in(turn: Turn, file: SystemFile, me: MeType, now: datetime) -> ImportOutcome:
    changes, unchanged = [], 0
    for entries in steps(file, me.system, me.actor, now):
        for entry in entries:
            if await _recorded(turn, me, entry.command):
                is_new = isinstance((await turn.read(entry.command.stream)).events[-1].event, NEW)
                changes.append(f"{entry.words} (new)" if is_new else entry.words)
            else:
                unchanged += 1
        await turn.flush()
    return ImportOutcome(changes=changes, unchanged=unchanged)


async def _recorded(turn: Turn, me: MeType, command: Command) -> bool:
    check(me, type(command))
    past = await turn.read(command.stream)
    # A file says how everything is to be, so it takes the place of whatever stands.
    receipt = await decide_in(turn, command, version_filled(command, past.events))
    if receipt.recorded and isinstance(command, AddStaff):
        await change_work(turn.connection, turn.system, command)
    return receipt.recorded > 0
