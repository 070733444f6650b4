"""What came of each row: ids, never what the row said."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import UUID

from app.domain.values import PersonId, SystemId
from app.intake.lists.plan import Step, What
from app.intake.lists.reasons import Note

if TYPE_CHECKING:
    import asyncpg

    from app.events.stream import Connection

TAKEN_BACK, LEFT = "taken_back", "left"


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What one row did. `version` is that of the stay or case when the row was done with it."""

    row: int
    what: What
    code: str | None = None
    words: str | None = None
    notes: tuple[Note, ...] = ()
    person_id: UUID | None = None
    spell_id: UUID | None = None
    case_id: UUID | None = None
    ward_id: UUID | None = None
    bed: str | None = None
    from_ward_id: UUID | None = None
    from_bed: str | None = None
    version: int | None = None
    undone: str | None = None
    undone_words: str | None = None

    @classmethod
    def of(cls, row: int, step: Step, **did: Any) -> "Outcome":
        """The outcome of a step that was taken, or could not be."""
        refused = step.refused
        return cls(
            row=row,
            what=step.what,
            code=refused.code() if refused else None,
            words=refused.words() if refused else None,
            notes=tuple(sorted(step.notes)),
            **did,
        )


async def outcomes_of(connection: "Connection[asyncpg.Record]", system: SystemId, list_id: UUID) -> list[Outcome]:
    """What has come of the rows so far, in their order."""
    return [_outcome(row) for row in await connection.fetch(_READ, system, list_id)]


async def people_by_row(
    connection: "Connection[asyncpg.Record]", system: SystemId, list_id: UUID
) -> dict[int, PersonId | None]:
    """The rows that are done, and whom each was about."""
    rows = await connection.fetch(
        "SELECT row, person_id FROM list_row WHERE system_id = $1 AND list_id = $2", system, list_id
    )
    return {row["row"]: row["person_id"] for row in rows}


async def write_outcome(
    connection: "Connection[asyncpg.Record]", system: SystemId, list_id: UUID, outcome: Outcome
) -> None:
    """Keep what came of a row, once."""
    values = [getattr(outcome, name) for name in _COLUMNS]
    await connection.execute(_WRITE, system, list_id, *values)


async def write_undone(
    connection: "Connection[asyncpg.Record]", system: SystemId, list_id: UUID, row: int, undone: str, words: str | None
) -> None:
    """Keep what came of taking a row back."""
    await connection.execute(_UNDONE, system, list_id, row, undone, words)


async def is_undone(connection: "Connection[asyncpg.Record]", system: SystemId, list_id: UUID, row: int) -> bool:
    """Whether something came already of taking this row back."""
    return await connection.fetchval(f"{_OF_ROW} AND undone IS NOT NULL", system, list_id, row) is not None


def _outcome(row: "asyncpg.Record") -> Outcome:
    values = dict(row) | {"what": What(row["what"]), "notes": tuple(Note(each) for each in row["notes"])}
    return Outcome(**values)


_COLUMNS = (
    *("row", "what", "code", "words", "notes", "person_id", "spell_id", "case_id", "ward_id", "bed"),
    *("from_ward_id", "from_bed", "version", "undone", "undone_words"),
)
_READ = f"SELECT {', '.join(_COLUMNS)} FROM list_row WHERE system_id = $1 AND list_id = $2 ORDER BY row"
_OF_ROW = "SELECT 1 FROM list_row WHERE system_id = $1 AND list_id = $2 AND row = $3"
_PLACES = ", ".join(f"${number}" for number in range(3, len(_COLUMNS) + 3))
_WRITE = f"""
    INSERT INTO list_row (system_id, list_id, {", ".join(_COLUMNS)}) VALUES ($1, $2, {_PLACES})
    ON CONFLICT (system_id, list_id, row) DO NOTHING"""
_UNDONE = """
    UPDATE list_row SET undone = $4, undone_words = $5
    WHERE system_id = $1 AND list_id = $2 AND row = $3 AND undone IS NULL"""
