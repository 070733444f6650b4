"""What is loaded about homes. An entry holds from `valid_from` until before `valid_to`; none is ever deleted.

Who was brought where under an entry that has ended must still be told: an end, not a deletion, takes an entry away.
"""

from typing import Any

from sqlalchemy import BigInteger, Column, Date, DateTime, Identity, Index, Integer, Table, Text, Uuid

from app.database import metadata

SPAN = ("valid_from", "valid_to")


def _reference(name: str, key: tuple[str, ...], *columns: Column[Any]) -> Table:
    """A table of entries: `key` says what an entry is about, of which several may follow one another."""
    return Table(
        name,
        metadata,
        Column("system_id", Uuid, primary_key=True),
        *(Column(each, Text, primary_key=True) for each in key),
        Column("valid_from", Date, primary_key=True),
        Column("valid_to", Date, comment="the first day on which it no longer holds; empty: it still does"),
        *columns,
    )


postcode_home = _reference(
    "postcode_home",
    ("postcode",),  # whole, a sector or a district
    Column("council", Text, nullable=False),
    Column("icb", Text, comment="where it is not the council's"),
    Column("locality", Text),
)

practice = _reference(
    "practice", ("code",), Column("name", Text, nullable=False), Column("postcode", Text),
    Column("icb", Text, nullable=False),
)  # fmt: skip

council = _reference(
    "council", ("code",), Column("name", Text, nullable=False), Column("icb", Text),
    Column("contact", Text, comment="whom to tell of somebody of theirs, in words"),
)  # fmt: skip

icb = _reference("icb", ("code",), Column("name", Text, nullable=False), Column("contact", Text))

hub_area = _reference(
    "hub_area",
    ("area", "code", "locality"),  # council, practice or icb; its code; "" for all of it
    Column("hub_id", Uuid, nullable=False),
)

reference_load = Table(
    "reference_load",
    metadata,
    Column("system_id", Uuid, primary_key=True),
    Column("load_id", BigInteger, Identity(), primary_key=True),
    Column("kind", Text, nullable=False),
    Column("loaded_at", DateTime(timezone=True), nullable=False),
    Column("staff_id", Uuid, comment="empty: from the terminal"),
    Column("added", Integer, nullable=False),
    Column("changed", Integer, nullable=False),
    Column("ended", Integer, nullable=False),
    Index("reference_load_latest", "system_id", "kind", "load_id"),
)
