"""Keep who needs the hub, and how often and why an expected date moved."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "2026_11_23_hub_need"
down_revision: str | Sequence[str] | None = "2026_11_23_early_alert"


def upgrade() -> None:
    """Keep who needs the hub, and how often and why an expected date moved."""
    op.execute("SET LOCAL lock_timeout = '3s'")
    for column in _SPELL:
        op.add_column("spell_1", column)


_SPELL = (
    sa.Column("discharge_changes", sa.Integer(), comment="how often the expected date moved or was taken back"),
    sa.Column("discharge_reason", sa.Text(), comment="why it moved last"),
    sa.Column("needs_hub", sa.Text(), comment="yes, no or dont_know; null: nobody was asked"),
)
