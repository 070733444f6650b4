"""Keep what the reason of a delay is derived from, and the nights as they were frozen."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import ARRAY, JSONB

revision: str = "2026_11_23_delays"
down_revision: str | Sequence[str] | None = "2026_11_23_lists_count"

_DELAY = "what the reason of a delay is derived from"


def upgrade() -> None:
    """What is null is filled when the stay or the case moves next, or by a rebuild."""
    op.execute("SET LOCAL lock_timeout = '3s'")
    op.add_column("spell_1", sa.Column("delay", JSONB(), nullable=True, comment=_DELAY))
    op.add_column("case_1", sa.Column("delay", JSONB(), nullable=True, comment=_DELAY))
    where = sa.text("ended_at IS NOT NULL")
    op.create_index("spell_ended", "spell_1", ["system_id", "ended_at"], postgresql_where=where)
    op.create_table(
        "night_1",
        sa.Column("system_id", sa.Uuid(), nullable=False),
        sa.Column("scope", sa.Text(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("position", sa.BigInteger(), nullable=False),
        sa.Column("gone", sa.Boolean(), nullable=False),
        sa.Column("spell_id", sa.Uuid(), nullable=False),
        sa.Column("night", sa.Date(), nullable=False),
        sa.Column("reason", sa.Text(), comment="null: unexplained"),
        sa.Column("how", sa.Text(), nullable=False),
        sa.Column("open", ARRAY(sa.Text()), nullable=False),
        sa.Column("contest_until", sa.DateTime(timezone=True), nullable=False),
        sa.Column("agreed", ARRAY(sa.Uuid()), nullable=False),
        sa.Column("contested", JSONB(), nullable=False),
        sa.Column("settling", JSONB(), nullable=False),
        sa.Column("settled", sa.Text()),
        sa.PrimaryKeyConstraint("system_id", "scope", "id"),
    )
    op.create_index("night_1_since", "night_1", ["system_id", "position"])
    op.create_index("night_1_shown", "night_1", ["system_id", "scope"], postgresql_where=sa.text("NOT gone"))
    op.create_index("night_of_spell", "night_1", ["system_id", "spell_id", "night"], unique=True)
