"""Show how somebody left, waits to leave and came back, how often a slot moved, and what package waits for them."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "2026_11_23_ways_out"
down_revision: str | Sequence[str] | None = "2026_11_23_referral_draft"


def upgrade() -> None:
    """Show the half-ways on the stay, and the ways out and back on the case. A rebuild fills what is there already."""
    op.execute("SET LOCAL lock_timeout = '3s'")
    for name in ("lounge_since", "virtual_ward_since"):
        op.add_column("spell_1", sa.Column(name, sa.DateTime(timezone=True), nullable=True))
    stages = "expected, open, elsewhere, virtual_ward, ended or voided"
    op.alter_column("spell_1", "stage", existing_type=sa.Text(), comment=stages)
    for name in ("leave_changes", "failed_discharges"):
        op.add_column("case_1", sa.Column(name, sa.Integer(), nullable=False, server_default="0"))
    for name in ("left_how", "package", "going_to"):
        op.add_column("case_1", sa.Column(name, sa.Text(), nullable=True))
    op.add_column("case_1", sa.Column("held_until", sa.Date(), nullable=True))
