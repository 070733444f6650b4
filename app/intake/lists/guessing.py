"""The first guess of how a list is read: by its headings, else by what stands below them."""

from collections.abc import Callable, Sequence
from datetime import datetime
from uuid import UUID

from app.domain.local_time import local_date
from app.intake.lists.cells import Row
from app.intake.lists.dates import birth_date, moment
from app.intake.lists.fields import OF_KIND, SEVERAL, Field, ListKind, plain
from app.intake.lists.headings import field_of_heading
from app.intake.lists.known import Known
from app.intake.lists.mapping import Mapping
from app.intake.lists.values import pathway_of, sex_of
from app.people.nhs_number import verified_nhs_number

_LOOKED_AT = 10
_MOST = 0.6
"""The share of a column's cells that must be alike before they say what the column is."""

_ADULT_YEARS = 16


def guessed(
    rows: list[Row], kind: ListKind, known: Known, now: datetime, *, ward: UUID | None, hub: UUID | None
) -> Mapping:
    """A mapping for a list that was never seen before. `ward` and `hub` are those of who brings it."""
    heading_row = _heading_row(rows[:_LOOKED_AT], kind)
    width = len(rows[0].cells)
    columns: list[Field | None] = _by_headings(heading_row, kind) if heading_row else [None] * width
    body = [row for row in rows if heading_row is None or row.number > heading_row.number]
    for index in range(width):
        if columns[index] is None and not (heading_row and _is_headed(heading_row, index)):
            columns[index] = _by_values([row.cells[index] for row in body], columns, kind, known, now)
    mapping = Mapping(heading_row=heading_row.number if heading_row else None, columns=tuple(columns))
    mapping = mapping.model_copy(
        update={"ward_id": ward if kind is ListKind.WARD_LIST else None, "hub_id": hub or _only_hub(known)}
    )
    return with_names(mapping, rows, known)


def with_names(mapping: Mapping, rows: list[Row], known: Known) -> Mapping:
    """The mapping with a guess for each ward and case manager that the list names and nobody has chosen yet."""
    said_wards, said_managers = said(mapping, rows, Field.WARD), said(mapping, rows, Field.CASE_MANAGER)
    wards = {plain(each): ward for each in said_wards if (ward := known.ward(each))}
    managers = {plain(each): staff for each in said_managers if (staff := known.manager(each, mapping.hub_id))}
    return mapping.model_copy(update={"wards": wards | mapping.wards, "managers": managers | mapping.managers})


def said(mapping: Mapping, rows: list[Row], field: Field) -> dict[str, int]:
    """The different names that the list gives in this column, as first written -> how many rows give it."""
    first: dict[str, str] = {}
    counts: dict[str, int] = {}
    for row in mapping.body(rows):
        cell = mapping.cell(row, field)
        if plain(cell):
            name = first.setdefault(plain(cell), cell)
            counts[name] = counts.get(name, 0) + 1
    return counts


def _heading_row(rows: list[Row], kind: ListKind) -> Row | None:
    """The first row of which two cells, or its only one, are headings that we know."""
    for row in rows:
        filled = [cell for cell in row.cells if cell]
        if sum(field_of_heading(cell, kind) is not None for cell in filled) >= min(2, len(filled)):
            return row
    return None


def _by_headings(heading_row: Row, kind: ListKind) -> list[Field | None]:
    columns: list[Field | None] = []
    for cell in heading_row.cells:
        field = field_of_heading(cell, kind)
        columns.append(field if field in SEVERAL or field not in columns else None)
    return columns


def _is_headed(heading_row: Row, index: int) -> bool:
    return bool(heading_row.cells[index])


def _by_values(
    cells: Sequence[str], taken: Sequence[Field | None], kind: ListKind, known: Known, now: datetime
) -> Field | None:
    filled = [cell for cell in cells if cell]
    for field, holds in _tests(known, now):
        if field in OF_KIND[kind] and field not in taken and _mostly(filled, holds):
            return field
    return None


def _mostly(cells: Sequence[str], holds: Callable[[str], bool]) -> bool:
    return bool(cells) and sum(map(holds, cells)) >= _MOST * len(cells)


def _tests(known: Known, now: datetime) -> list[tuple[Field, Callable[[str], bool]]]:
    def is_old_day(cell: str) -> bool:
        born = birth_date(cell, now)
        return born is not None and born.year <= local_date(now).year - _ADULT_YEARS

    return [
        (Field.NHS_NUMBER, lambda cell: verified_nhs_number(cell) is not None),
        (Field.WARD, lambda cell: known.ward(cell) is not None),
        (Field.CASE_MANAGER, lambda cell: known.manager(cell, None) is not None),
        (Field.PATHWAY, lambda cell: pathway_of(cell) is not None),
        (Field.SEX, lambda cell: sex_of(cell) is not None),
        (Field.BIRTH_DATE, lambda cell: is_old_day(cell) and not _is_recent(cell, now)),
        (Field.ADMITTED, lambda cell: _is_recent(cell, now)),
        (Field.NAME, lambda cell: cell.count(",") == 1 and not any(letter.isdigit() for letter in cell)),
    ]


def _is_recent(cell: str, now: datetime) -> bool:
    found = moment(cell, "", now)
    return found is not None and 0 <= (now - found[0]).days < 366


def _only_hub(known: Known) -> UUID | None:
    return known.hubs[0].id if len(known.hubs) == 1 else None
