"""Keep the weekly snapshots of why people were still here, and how often somebody became unwell while ready."""

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import ARRAY

revision: str = "2026_11_23_snapshots"
down_revision: str | Sequence[str] | None = "2026_11_23_past_spells"

_UNWELL = "how often they met the criteria again, having been ready"
_SINCE = "not on record then, so not counted in what was reported"


def upgrade() -> None:
    """None was taken before. Of stays that moved last before, nobody is said to have become unwell until a rebuild."""
    op.execute("SET LOCAL lock_timeout = '3s'")
    _table("snapshot", "spell", sa.Column("spell_id", sa.Uuid(), nullable=False))
    _table(
        "stay_snapshot",
        "stay",
        sa.Column("audience", sa.Text(), nullable=False, comment="the organisation that runs the service"),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("stay_id", sa.Uuid(), nullable=False),
    )
    for table in ("spell_1", "stay_1"):
        unwell = sa.Column("became_unwell", sa.Integer(), nullable=False, server_default="0", comment=_UNWELL)
        op.add_column(table, unwell)


def _table(name: str, stay: str, *columns: sa.Column[Any]) -> None:
    op.create_table(
        f"{name}_1",
        sa.Column("system_id", sa.Uuid(), nullable=False),
        sa.Column("scope", sa.Text(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("position", sa.BigInteger(), nullable=False),
        sa.Column("gone", sa.Boolean(), nullable=False),
        *columns,
        sa.Column("taken_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("reason", sa.Text(), comment="null: unexplained"),
        sa.Column("how", sa.Text(), nullable=False),
        sa.Column("open", ARRAY(sa.Text()), nullable=False),
        sa.Column("admitted_on", sa.Date(), nullable=False),
        sa.Column("ready_on", sa.Date(), nullable=False),
        sa.Column("told_late", sa.Boolean(), nullable=False, comment=_SINCE),
        _organisations("owners", "to whom it is put down"),
        _organisations("beside", "who is heard whatever it is"),
        sa.PrimaryKeyConstraint("system_id", "scope", "id"),
    )
    op.create_index(f"{name}_1_since", f"{name}_1", ["system_id", "position"])
    shown = sa.text("NOT gone")
    op.create_index(f"{name}_1_shown", f"{name}_1", ["system_id", "scope"], postgresql_where=shown)
    op.create_index(f"{name}_of_{stay}", f"{name}_1", ["system_id", f"{stay}_id", "taken_at"], unique=True)
    op.create_index(f"{name}_by_instant", f"{name}_1", ["system_id", "taken_at"])


def _organisations(name: str, comment: str) -> sa.Column[Any]:
    return sa.Column(name, ARRAY(sa.Uuid()), nullable=False, server_default="{}", comment=comment)
