"""An erasure: the log hears that every detail changed, so that open screens let go of the name, and the person goes."""

from datetime import datetime

from app.database import Database
from app.domain.person import Detail, RecordDetails
from app.domain.values import Actor, PersonId, SystemId
from app.events.handler import decide_in, taken
from app.events.hints import Hints
from app.people.merging import survivor_of
from app.people.registry import erase, is_kept


async def erase_person(
    database: Database, hints: Hints, system: SystemId, person: PersonId, *, by: Actor, at: datetime
) -> None:
    """Forget a person and every record merged into theirs, by the id of any of them, in one turn.

    Nothing is recorded of somebody who is not known here or is erased already.
    """
    async with taken(database, hints, system) as turn:
        person = await survivor_of(turn.connection, system, person)
        if not await is_kept(turn.connection, system, person):
            return
        await decide_in(turn, RecordDetails(person_id=person, changed=frozenset(Detail), by=by, at=at))
        await erase(turn.connection, system, person)
