"""Let a card begin with an early alert, before there is a referral, and say where the home belongs."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "2026_11_23_early_alert"
down_revision: str | Sequence[str] | None = "2026_11_23_tried"


def upgrade() -> None:
    """Let a card begin with an early alert, and say where the home belongs. Cards that are there stay as they are."""
    op.execute("SET LOCAL lock_timeout = '3s'")
    op.add_column("case_1", sa.Column("alerted_at", sa.DateTime(timezone=True), nullable=True))
    op.add_column("case_1", sa.Column("council", sa.Text(), nullable=True))
    op.add_column("case_1", sa.Column("locality", sa.Text(), nullable=True))
    op.add_column("case_1", sa.Column("out_of_area", sa.Boolean(), nullable=True))
    op.alter_column("case_1", "referred_at", existing_type=sa.DateTime(timezone=True), nullable=True)
