"""A kind of row: the stream it is folded from, its table, and how a screen reads it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, Boolean, Column, Index, Table, Text, Uuid, text

from app.database import metadata
from app.domain.decider import Recorded

EVERYWHERE = "*"
"""The scope of rows that belong to the whole system."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What every row carries. `position` is that of the last event that changed it; `gone` says it left its scope."""

    id: UUID
    scope: str
    position: int
    gone: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """`joins` and `extra` (SQL over `r`; columns) add names, which live outside the log; their own position counts too.

    `unmoved_by` are the events of its stream that change none of its rows, so that they need not be folded anew.
    `kept` are columns for the server's own reading: they are sent to no screen.
    `for_audience` says that each row names whom it is for, in the column `audience_in`.
    """

    name: str
    stream: str
    table: Table
    rows: Callable[[Sequence[Recorded[Any]]], Sequence[Row]]
    unmoved_by: tuple[type[Any], ...] = ()
    person_named: bool = False
    joins: str = ""
    extra: str = ""
    kept: tuple[str, ...] = ()
    for_audience: bool = False
    audience_in: str = "audience"


def row_table(name: str, *columns: Column[Any], indexes: Sequence[Index] = ()) -> Table:
    """A table of rows. Its name carries the version of its shape; rows are never deleted."""
    return Table(
        name,
        metadata,
        Column("system_id", Uuid, primary_key=True),
        Column("scope", Text, primary_key=True),
        Column("id", Uuid, primary_key=True),
        Column("position", BigInteger, nullable=False),
        Column("gone", Boolean, nullable=False),
        *columns,
        Index(f"{name}_since", "system_id", "position"),
        Index(f"{name}_shown", "system_id", "scope", postgresql_where=text("NOT gone")),
        *indexes,
    )
