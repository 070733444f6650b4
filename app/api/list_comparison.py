"""A comparison as its page shows it: how many agree, and row by row what yours says and what ours says."""

from collections import Counter
from datetime import date, datetime
from uuid import UUID

from pydantic import BaseModel

from app.access.me import Me
from app.api.list_bodies import ComparisonIn
from app.api.state import State
from app.intake.lists.cells import read_rows
from app.intake.lists.comparing import Compared, Difference, Verdict, compare
from app.intake.lists.known import Known, known
from app.intake.lists.line import read_lines
from app.intake.lists.remembered import remember

_WORDS = {
    "ward": "Ward",
    "bed": "Bed",
    "admitted": "Admitted",
    "pathway": "Pathway",
    "stage": "Stage",
    "case_manager": "Case manager",
}
_STAGES = {"referred": "Referred", "planning": "Planning", "left_hospital": "Left hospital"}


class DifferenceOut(BaseModel):
    """One thing that differs, in words."""

    what: str
    yours: str
    ours: str


class ComparedOut(BaseModel):
    """One person. `row` is None where only ours has them; `words` say why a row could not be compared."""

    row: int | None
    verdict: Verdict
    name: str
    ward: str
    bed: str
    differences: list[DifferenceOut]
    words: str | None
    spell_id: UUID | None
    case_id: UUID | None


class Comparison(BaseModel):
    """Both lists. `share` is how many per cent of the people on either list stand alike on both."""

    at: datetime
    yours: int
    ours: int
    counts: dict[Verdict, int]
    share: int | None
    rows: list[ComparedOut]


async def comparison(homeward: State, me: Me, asked: ComparisonIn, now: datetime) -> Comparison:
    """Lay the list beside what stands here. Only how its columns are read is kept."""
    rows = read_rows(asked.text)
    async with homeward.database.reads.acquire() as connection:
        here = await known(connection, me.system)
        mapping = here.of_here(asked.mapping)
        compared = await compare(connection, me.system, asked.kind, read_lines(rows, mapping, now), mapping)
    async with homeward.database.turns.acquire() as connection:
        await remember(connection, me.system, asked.kind, rows, mapping)
    counts = Counter(each.verdict for each in compared)
    both = counts[Verdict.AGREES] + counts[Verdict.DIFFERS]
    beside = both + counts[Verdict.ONLY_YOURS] + counts[Verdict.ONLY_OURS]
    return Comparison(
        at=now,
        yours=both + counts[Verdict.ONLY_YOURS] + counts[Verdict.NOT_COMPARED],
        ours=both + counts[Verdict.ONLY_OURS],
        counts={verdict: counts[verdict] for verdict in Verdict},
        share=100 * counts[Verdict.AGREES] // beside if beside else None,
        rows=[_row(each, here) for each in compared],
    )


def _row(each: Compared, here: Known) -> ComparedOut:
    return ComparedOut(
        row=each.row,
        verdict=each.verdict,
        name=each.name,
        ward=next((ward.name for ward in here.wards if ward.id == each.ward_id), ""),
        bed=each.bed,
        differences=[_difference(difference, here) for difference in each.differences],
        words=each.why.words() if each.why else None,
        spell_id=each.spell_id,
        case_id=each.case_id,
    )


def _difference(difference: Difference, here: Known) -> DifferenceOut:
    what = difference.what
    names = {str(ward.id): ward.name for ward in here.wards} | {str(staff.id): staff.name for staff in here.managers}
    yours, ours = (_said(each, names | _STAGES, what) for each in (difference.yours, difference.ours))
    return DifferenceOut(what=_WORDS[what], yours=yours, ours=ours)


def _said(value: str, said: dict[str, str], what: str) -> str:
    if what == "admitted" and value:
        day = date.fromisoformat(value)
        return f"{day.day} {day:%b %Y}"
    return said.get(value, value) or "not said"
