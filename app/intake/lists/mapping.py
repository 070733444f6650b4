"""How a list is read: which column holds what, and which ward or case manager here each of its names means."""

from collections.abc import Collection
from typing import Annotated
from uuid import UUID

from pydantic import AfterValidator, BaseModel, ConfigDict
from pydantic import Field as Limited

from app.intake.lists.cells import MOST_COLUMNS, MOST_ROWS, Row
from app.intake.lists.fields import SEVERAL, WORDS, Field, plain


def _each_once(columns: tuple[Field | None, ...]) -> tuple[Field | None, ...]:
    for field in set(columns) - SEVERAL - {None}:
        if columns.count(field) > 1:
            raise ValueError(f"Two columns cannot both be: {WORDS[field]}." if field else "")
    return columns


def _plainly(names: dict[str, UUID]) -> dict[str, UUID]:
    return {plain(name): key for name, key in names.items() if plain(name)}


Names = Annotated[dict[str, UUID], AfterValidator(_plainly), Limited(max_length=MOST_ROWS)]
"""What the list calls somebody or something, in letters and digits alone -> who or what it is here."""


class Mapping(BaseModel):
    """How one list is read; it names nobody who is on the list.

    `heading_row` is the number of the row that holds the headings; the rows above it are passed over.
    `ward_id` is the ward of rows that name none, `hub_id` the hub of a caseboard.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    heading_row: int | None = Limited(default=None, ge=1, le=1_000_000)
    columns: Annotated[tuple[Field | None, ...], Limited(max_length=MOST_COLUMNS), AfterValidator(_each_once)]
    wards: Names = {}
    managers: Names = {}
    ward_id: UUID | None = None
    hub_id: UUID | None = None

    def body(self, rows: list[Row]) -> list[Row]:
        """The rows below the headings."""
        return [row for row in rows if row.number > (self.heading_row or 0)]

    def headings(self, rows: list[Row]) -> tuple[str, ...]:
        """The headings, if the list has any."""
        return next((row.cells for row in rows if row.number == self.heading_row), ())

    def cell(self, row: Row, field: Field) -> str:
        """What a row says of this; "" when it has no such column. What several columns hold is put together."""
        cells = zip(self.columns, row.cells, strict=False)
        return "; ".join(cell for column, cell in cells if column is field and cell)

    def among(self, wards: Collection[UUID], managers: Collection[UUID], hubs: Collection[UUID]) -> "Mapping":
        """The mapping to these alone: an id that is not of this system means nothing in it."""
        return self.model_copy(
            update={
                "wards": {name: ward for name, ward in self.wards.items() if ward in wards},
                "managers": {name: staff for name, staff in self.managers.items() if staff in managers},
                "ward_id": self.ward_id if self.ward_id in wards else None,
                "hub_id": self.hub_id if self.hub_id in hubs else None,
            }
        )
