"""What a list would do, row by row, before it does anything."""

from collections.abc import AsyncIterator, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.domain.rejections import Rejection
from app.domain.values import PersonId, SystemId
from app.intake.lists.line import Line
from app.intake.lists.plan import Bringer, Step, What, cannot, planned
from app.intake.lists.reasons import OnListTwice
from app.intake.lists.whose import Standing, standing

if TYPE_CHECKING:
    import asyncpg

    from app.events.stream import Connection


@dataclass(frozen=True, slots=True, kw_only=True)
class Foreseen:
    """One row, whom it is about, and what it would do."""

    line: Line
    stands: Standing
    step: Step


@dataclass(slots=True)
class Seen:
    """Whom earlier rows of the same list were about: nobody is brought in twice by one list."""

    people: set[PersonId]
    new: set[object]

    @classmethod
    def nobody(cls) -> "Seen":
        """Before the first row."""
        return cls(set(), set())

    def again(self, line: Line, stands: Standing) -> bool:
        """Whether an earlier row was about the same person; notes this one."""
        if stands.person:
            known = stands.person in self.people
            self.people.add(stands.person)
            return known
        marks = _marks(line)
        known = bool(marks & self.new)
        self.new |= marks
        return known


async def foresee(
    connection: "Connection[asyncpg.Record]", system: SystemId, lines: Iterable[Line], bringer: Bringer
) -> AsyncIterator[Foreseen]:
    """Each row as it would go if it were applied now."""
    seen = Seen.nobody()
    for line in lines:
        yield await foreseen(connection, system, line, bringer, seen)


async def foreseen(
    connection: "Connection[asyncpg.Record]", system: SystemId, line: Line, bringer: Bringer, seen: Seen
) -> Foreseen:
    """One row as it would go now, given whom the rows above it were about."""
    stands = Standing()
    if line.nobody:
        return Foreseen(line=line, stands=stands, step=Step(what=What.NOBODY))
    if line.wrong:
        return Foreseen(line=line, stands=stands, step=cannot(line.wrong))
    try:
        stands = await standing(connection, system, line.details)
    except Rejection as refused:
        return Foreseen(line=line, stands=stands, step=cannot(type(refused)))
    if seen.again(line, stands):
        return Foreseen(line=line, stands=stands, step=cannot(OnListTwice))
    return Foreseen(line=line, stands=stands, step=planned(line, stands, bringer))


def _marks(line: Line) -> set[object]:
    """By what two rows about somebody new are known to be about one person."""
    details = line.details
    numbers: set[object] = {number.value for number in details.hospital_numbers} | {details.nhs_number} - {None}
    name = (line.name.casefold(), details.birth_date)
    return numbers or {name}
