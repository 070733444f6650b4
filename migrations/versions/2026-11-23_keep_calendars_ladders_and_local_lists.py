"""Keep the calendars and ladders of a system, and the lists of its local practice."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision: str = "2026_11_23_practice"
down_revision: str | Sequence[str] | None = "2026_11_23_notes"


def upgrade() -> None:
    """Keep calendars, ladders and local lists. There are none yet: the wall clock and the shipped lists count."""
    op.execute("SET LOCAL lock_timeout = '3s'")
    _rows_of(
        "calendar_1",
        sa.Column("week", postgresql.JSONB(), nullable=False),
        sa.Column("bank_holidays", sa.Text(), nullable=False),
        sa.Column("order_by", sa.Time()),
        sa.Column("latest_arrival", sa.Time()),
    )
    _rows_of(
        "ladder_1",
        sa.Column("whose", sa.Text(), nullable=False),
        sa.Column("rungs", postgresql.JSONB(), nullable=False),
    )
    _rows_of(
        "practice_1",
        sa.Column("practice", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("lines", postgresql.JSONB(), nullable=False),
    )


def _rows_of(table: str, *columns: sa.Column[object]) -> None:
    op.create_table(
        table,
        sa.Column("system_id", sa.Uuid(), nullable=False),
        sa.Column("scope", sa.Text(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("position", sa.BigInteger(), nullable=False),
        sa.Column("gone", sa.Boolean(), nullable=False),
        *columns,
        sa.PrimaryKeyConstraint("system_id", "scope", "id"),
    )
    op.create_index(f"{table}_since", table, ["system_id", "position"])
    op.create_index(f"{table}_shown", table, ["system_id", "scope"], postgresql_where=sa.text("NOT gone"))
