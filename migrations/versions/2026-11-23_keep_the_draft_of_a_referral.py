"""Keep the draft of a referral."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision: str = "2026_11_23_referral_draft"
down_revision: str | Sequence[str] | None = "2026_11_23_homes"


def upgrade() -> None:
    """Keep the draft of a referral: one of each stay."""
    op.execute("SET LOCAL lock_timeout = '3s'")
    op.create_table(
        "referral_draft",
        sa.Column("system_id", sa.Uuid(), sa.ForeignKey("system.id"), nullable=False),
        sa.Column("spell_id", sa.Uuid(), nullable=False),
        sa.Column(
            "person_id", sa.Uuid(), nullable=False, comment="whose words these are: they go when the person is erased"
        ),
        sa.Column(
            "body",
            postgresql.JSONB(),
            nullable=False,
            comment="what is typed, by the part of the form; readable, so never in the log",
        ),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("saved_by", sa.Uuid(), nullable=False),
        sa.Column("saved_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("system_id", "spell_id"),
    )
    op.create_index("referral_draft_of_person", "referral_draft", ["system_id", "person_id"])
