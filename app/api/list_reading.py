"""How a list was understood, for the person who corrects it: each column with examples, each name with its meaning."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from pydantic import BaseModel

from app.access.me import Me
from app.api.list_bodies import ReadingIn
from app.api.state import State
from app.intake.lists.cells import Row, read_rows
from app.intake.lists.fields import OF_KIND, WORDS, Field, plain
from app.intake.lists.guessing import guessed, said, with_names
from app.intake.lists.known import Known, known
from app.intake.lists.mapping import Mapping
from app.intake.lists.remembered import recall

SAMPLES, LONGEST_SAMPLE = 3, 60


class Choice(BaseModel):
    """One entry of a list to choose from."""

    code: str
    words: str


class Column(BaseModel):
    """One column: its heading, if it has one, and the first things that stand in it."""

    heading: str
    samples: list[str]


class Said(BaseModel):
    """A ward or a case manager as the list calls them, in how many rows, and who that is here; `key` is for the map."""

    said: str
    key: str
    rows: int
    id: UUID | None


class Reading(BaseModel):
    """A list as it was understood. `remembered`: a list with these headings was read in this way before."""

    rows: int
    mapping: Mapping
    remembered: bool
    columns: list[Column]
    wards: list[Said]
    managers: list[Said]
    fields: list[Choice]
    known_wards: list[Choice]
    known_managers: list[Choice]
    known_hubs: list[Choice]


async def read(homeward: State, me: Me, asked: ReadingIn, now: datetime) -> Reading:
    """Understand a list. Nothing of it is kept. Raises NothingInList or TooManyRows."""
    rows = read_rows(asked.text)
    async with homeward.database.reads.acquire() as connection:
        here = await known(connection, me.system)
        guess = guessed(rows, asked.kind, here, now, ward=_only(me.ward_ids), hub=me.hub_id)
        past = None if asked.mapping else await recall(connection, me.system, asked.kind, rows, guess)
    mapping = with_names(here.of_here(asked.mapping or past or guess), rows, here)
    return Reading(
        rows=len(mapping.body(rows)),
        mapping=mapping,
        remembered=past is not None,
        columns=_columns(mapping, rows),
        wards=_said(mapping, rows, Field.WARD, mapping.wards),
        managers=_said(mapping, rows, Field.CASE_MANAGER, mapping.managers),
        fields=[Choice(code=each, words=WORDS[each]) for each in OF_KIND[asked.kind]],
        known_wards=_wards(here),
        known_managers=_managers(here, mapping.hub_id),
        known_hubs=_choices((hub.id, hub.name) for hub in here.hubs),
    )


def _only(wards: tuple[UUID, ...]) -> UUID | None:
    return wards[0] if len(wards) == 1 else None


def _columns(mapping: Mapping, rows: list[Row]) -> list[Column]:
    headings, body = mapping.headings(rows), mapping.body(rows)
    return [
        Column(heading=headings[index] if headings else "", samples=_samples(row.cells[index] for row in body))
        for index in range(len(rows[0].cells))
    ]


def _samples(cells: Iterable[str]) -> list[str]:
    different = list(dict.fromkeys(cell for cell in cells if cell))[:SAMPLES]
    return [cell if len(cell) <= LONGEST_SAMPLE else f"{cell[:LONGEST_SAMPLE]}…" for cell in different]


def _said(mapping: Mapping, rows: list[Row], field: Field, meant: dict[str, UUID]) -> list[Said]:
    counted = said(mapping, rows, field).items()
    return [Said(said=name, key=plain(name), rows=count, id=meant.get(plain(name))) for name, count in counted]


def _wards(here: Known) -> list[Choice]:
    several = len({ward.site for ward in here.wards}) > 1
    return _choices((ward.id, f"{ward.name}, {ward.site}" if several else ward.name) for ward in here.wards)


def _managers(here: Known, hub: UUID | None) -> list[Choice]:
    return _choices((staff.id, staff.name) for staff in here.managers if hub in {None, staff.hub_id})


def _choices(entries: Iterable[tuple[UUID, str]]) -> list[Choice]:
    return [Choice(code=str(key), words=words) for key, words in entries]
