"""The kinds of reference table, in the order in which they are loaded, and the columns of the file of each.

Files are written as the Organisation Data Service writes its own: a heading row, an entry a line, and the legal start
and end dates, the end being the last day on which the entry holds.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from app.routing.fields import area, code, contact, hub, name, postcode_part, whole_postcode

START, END = "legal_start_date", "legal_end_date"


class ReferenceKind(StrEnum):
    """One of the tables that routing by home reads."""

    ICBS = "icbs"
    COUNCILS = "councils"
    PRACTICES = "practices"
    POSTCODES = "postcodes"
    HUB_AREAS = "hub-areas"


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a file. `of`: it names an entry of that kind, which must be loaded before."""

    heading: str
    read: Callable[[str], str]
    needed: bool = True
    of: ReferenceKind | None = None


@dataclass(frozen=True, slots=True)
class Shape:
    """The file and the table of one kind. `key`: the first so many columns say what an entry is about."""

    table: str
    key: int
    columns: tuple[Column, ...]
    says: str

    @property
    def headings(self) -> tuple[str, ...]:
        """The headings that a file may have."""
        return (*(column.heading for column in self.columns), START, END)

    @property
    def stored(self) -> tuple[str, ...]:
        """The columns of the table, in the order of the file's."""
        return tuple("hub_id" if column.heading == "hub" else column.heading for column in self.columns)


_ICB = Column("icb", code, of=ReferenceKind.ICBS)
_ICB_IF_ANY = Column("icb", code, needed=False, of=ReferenceKind.ICBS)
_CONTACT = Column("contact", contact, needed=False)
_LOCALITY = Column("locality", name, needed=False)

SHAPES = {
    ReferenceKind.ICBS: Shape(
        "icb", 1, (Column("code", code), Column("name", name), _CONTACT), "Integrated care boards"
    ),
    ReferenceKind.COUNCILS: Shape(
        "council",
        1,
        (Column("code", code), Column("name", name), _ICB_IF_ANY, _CONTACT),
        "Councils, and whom to tell of somebody of theirs",
    ),
    ReferenceKind.PRACTICES: Shape(
        "practice",
        1,
        (Column("code", code), Column("name", name), Column("postcode", whole_postcode, needed=False), _ICB),
        "GP practices",
    ),
    ReferenceKind.POSTCODES: Shape(
        "postcode_home",
        1,
        (
            Column("postcode", postcode_part),
            Column("council", code, of=ReferenceKind.COUNCILS),
            _ICB_IF_ANY,
            _LOCALITY,
        ),
        "Postcodes, sectors and districts",
    ),
    ReferenceKind.HUB_AREAS: Shape(
        "hub_area",
        3,
        (Column("area", area), Column("code", code), _LOCALITY, Column("hub", hub)),
        "Whom each hub looks after",
    ),
}

OF_AREA = {
    "council": ReferenceKind.COUNCILS,
    "practice": ReferenceKind.PRACTICES,
    "icb": ReferenceKind.ICBS,
}
"""The area of a hub -> the kind of table whose code it names."""
