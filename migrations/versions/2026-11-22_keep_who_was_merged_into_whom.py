"""Keep who was merged into whom, when each detail of a person was last said, and when they died."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision: str = "2026_11_22_merged"
down_revision: str | Sequence[str] | None = "2026_11_22_lists"


def upgrade() -> None:
    """Keep who was merged into whom, when each detail of a person was last said, and when they died."""
    op.execute("SET LOCAL lock_timeout = '3s'")
    said_at = sa.Column(
        "said_at",
        postgresql.JSONB(),
        server_default=sa.text("'{}'::jsonb"),
        nullable=False,
        comment="when each of the columns above was last said, by its name",
    )
    op.add_column("person", said_at)
    op.add_column("person_1", sa.Column("died_at", sa.DateTime(timezone=True), nullable=True))
    op.create_table(
        "person_alias",
        sa.Column("system_id", sa.Uuid(), nullable=False),
        sa.Column("retired_id", sa.Uuid(), nullable=False),
        sa.Column(
            "survivor_id",
            sa.Uuid(),
            nullable=False,
            comment="never retired itself: a chain of merges leads to its end",
        ),
        sa.PrimaryKeyConstraint("system_id", "retired_id"),
    )
    op.create_index("alias_of_survivor", "person_alias", ["system_id", "survivor_id"])
