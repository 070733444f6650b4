"""Two records of one person: the retired one leads to the survivor, and nothing but its key and its id is left.

The key stays, so that words recorded under the retired record can still be read; it is erased with the survivor.
"""

from typing import TYPE_CHECKING

from app.domain.person import Detail
from app.domain.values import PersonId, SystemId
from app.people.record import detail_of, read, write
from app.people.telling import lacking

if TYPE_CHECKING:
    from app.people.record import Connection


async def survivor_of(connection: "Connection", system: SystemId, person: PersonId) -> PersonId:
    """Whose record this one leads to, at the end of every chain of merges; itself, where it was never merged."""
    survivor = await connection.fetchval(
        "SELECT survivor_id FROM person_alias WHERE system_id = $1 AND retired_id = $2", system, person
    )
    return PersonId(survivor or person)


async def records_of(connection: "Connection", system: SystemId, survivor: PersonId) -> list[PersonId]:
    """The survivor's own record, and every one that was merged into it."""
    rows = await connection.fetch(
        "SELECT retired_id FROM person_alias WHERE system_id = $1 AND survivor_id = $2", system, survivor
    )
    return [survivor, *(PersonId(row["retired_id"]) for row in rows)]


async def join(connection: "Connection", system: SystemId, survivor: PersonId, retired: PersonId) -> frozenset[Detail]:
    """Numbers and visits lead to the survivor, who is given what they lack; the retired record's details go.

    Says which of the survivor's details changed. A record that is not kept, or the same twice, is left as it is.
    """
    records = [await read(connection, system, each) for each in (survivor, retired)]
    if records[0] is None or records[1] is None or survivor == retired:
        return frozenset()
    changed = await write(connection, system, survivor, lacking(records[0], records[1]), [])
    moved = await connection.fetch(_MOVE_NUMBERS, system, survivor, retired)
    for statement in _RETIRE:
        await connection.execute(statement, system, survivor, retired)
    await connection.execute("DELETE FROM person WHERE system_id = $1 AND person_id = $2", system, retired)
    return changed | {detail_of(row["kind"]) for row in moved}


_MOVE_NUMBERS = """
    UPDATE person_identifier SET person_id = $2 WHERE system_id = $1 AND person_id = $3 RETURNING kind"""

_RETIRE = (
    "UPDATE visit SET person_id = $2 WHERE system_id = $1 AND person_id = $3",
    "UPDATE person_alias SET survivor_id = $2 WHERE system_id = $1 AND survivor_id = $3",
    "INSERT INTO person_alias (system_id, survivor_id, retired_id) VALUES ($1, $2, $3)",
)
