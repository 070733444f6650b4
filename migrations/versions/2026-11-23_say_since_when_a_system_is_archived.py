"""Say since when a system is archived."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "2026_11_23_archived"
down_revision: str | Sequence[str] | None = "2026_11_23_correlation"


def upgrade() -> None:
    """No system is."""
    op.execute("SET LOCAL lock_timeout = '3s'")
    op.add_column(
        "system",
        sa.Column("archived_at", sa.DateTime(timezone=True), nullable=True, comment="null while it is worked in"),
    )
