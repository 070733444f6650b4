"""Keep the settings of a feed."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision: str = "2026_11_22_feed_settings"
down_revision: str | Sequence[str] | None = "2026_11_22_told"


def upgrade() -> None:
    """Keep the settings of a feed. A feed that was set up before has no row until somebody changes it."""
    op.execute("SET LOCAL lock_timeout = '3s'")
    op.create_table(
        "feed_1",
        sa.Column("system_id", sa.Uuid(), nullable=False),
        sa.Column("scope", sa.Text(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("position", sa.BigInteger(), nullable=False),
        sa.Column("gone", sa.Boolean(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("application", sa.Text(), nullable=False, comment="MSH-3, or * for any sender"),
        sa.Column("facility", sa.Text(), nullable=False, comment="MSH-4, or * for any"),
        sa.Column("added_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column(
            "settings", postgresql.JSONB(), nullable=False, comment="app/intake/settings.py says what stands in them"
        ),
        sa.Column("settings_version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("system_id", "scope", "id"),
    )
    op.create_index("feed_1_since", "feed_1", ["system_id", "position"])
    op.create_index("feed_1_shown", "feed_1", ["system_id", "scope"], postgresql_where=sa.text("NOT gone"))
