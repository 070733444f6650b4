"""What a list is told with: its text, how it is read, what is left out."""

from typing import Annotated, Any
from uuid import UUID

from pydantic import AfterValidator, ConfigDict, Field

from app.api.shapes import Body, FilledText, storable
from app.intake.lists.cells import MOST_ROWS
from app.intake.lists.fields import ListKind
from app.intake.lists.mapping import Mapping

MOST_BYTES = 200 * 1024

_WARD = UUID("0d7c2f0e-6a3f-4f57-9a3e-1c5b7a2d8e22")
_TEXT = "Bed\tName\tDOB\tNHS No\tAdmitted\n1\tOKAFOR, Ada\t02/03/1941\t999 000 0018\t20/10/2026 18:05\n"
_MAPPING = {
    "heading_row": 1,
    "columns": ["bed", "name", "birth_date", "nhs_number", "admitted"],
    "ward_id": str(_WARD),
}
_LIST: dict[str, Any] = {"kind": "ward_list", "text": _TEXT}


def _fits(text: str) -> str:
    if len(text.encode()) > MOST_BYTES:
        raise ValueError(f"Use at most {MOST_BYTES // 1024} KiB: bring the list in ward by ward.")
    return text


ListText = Annotated[str, AfterValidator(storable), AfterValidator(_fits)]
"""A list as it was pasted; the tabs and line ends at both ends are part of it."""


class ReadingIn(Body):
    """A list to be read; with a mapping, as that says, else by what its headings and cells suggest."""

    model_config = ConfigDict(json_schema_extra={"example": _LIST | {"mapping": None}})
    kind: ListKind
    text: ListText
    mapping: Mapping | None = None


class ListIn(Body):
    """A list and how it is read."""

    model_config = ConfigDict(json_schema_extra={"example": _LIST | {"mapping": _MAPPING}})
    kind: ListKind
    text: ListText
    mapping: Mapping


class ComparisonIn(ListIn):
    """A list to be laid beside what stands here."""


class ApplicationIn(Body):
    """The numbers of the rows that are left out."""

    model_config = ConfigDict(json_schema_extra={"example": {"leave_out": [7]}})
    leave_out: Annotated[tuple[int, ...], Field(max_length=MOST_ROWS)] = ()


class UndoingIn(Body):
    """Why the list is taken back; cases that it opened are closed with these words."""

    model_config = ConfigDict(json_schema_extra={"example": {"words": "The list was of the week before."}})
    words: FilledText | None = None
