"""Keep the assessments of a case, and the draft of one."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision: str = "2026_11_23_assessments"
down_revision: str | Sequence[str] | None = "2026_11_23_practice"


def upgrade() -> None:
    """Keep the assessments of a case and the draft of one. There are none of either yet."""
    op.execute("SET LOCAL lock_timeout = '3s'")
    op.create_table(
        "assessment_1",
        sa.Column("system_id", sa.Uuid(), nullable=False),
        sa.Column("scope", sa.Text(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("position", sa.BigInteger(), nullable=False),
        sa.Column("gone", sa.Boolean(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("form", sa.Text(), nullable=False),
        sa.Column("form_version", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("signed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("valid_until", sa.DateTime(timezone=True), nullable=False),
        sa.Column("assessor", sa.Text(), nullable=False),
        sa.Column("assessor_role", sa.Text()),
        sa.Column("agreement", sa.Text(), nullable=False),
        sa.Column("open_items", sa.Integer(), nullable=False),
        sa.Column(
            "feedback", postgresql.JSONB(), nullable=False, comment="by linkId: queried, rejected, found different"
        ),
        sa.PrimaryKeyConstraint("system_id", "scope", "id"),
    )
    op.create_index("assessment_1_since", "assessment_1", ["system_id", "position"])
    op.create_index("assessment_1_shown", "assessment_1", ["system_id", "scope"], postgresql_where=sa.text("NOT gone"))
    op.create_index("assessment_by_id", "assessment_1", ["system_id", "id"])
    op.create_index("assessment_of_case", "assessment_1", ["system_id", "case_id"])
    op.create_index("assessment_of_person", "assessment_1", ["system_id", "person_id"])
    op.create_table(
        "assessment_draft",
        sa.Column("system_id", sa.Uuid(), sa.ForeignKey("system.id"), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column(
            "person_id", sa.Uuid(), nullable=False, comment="whose words these are: they go when the person is erased"
        ),
        sa.Column(
            "body",
            postgresql.JSONB(),
            nullable=False,
            comment="the answers so far, and who assesses; readable, so never in the log",
        ),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("saved_by", sa.Uuid(), nullable=False),
        sa.Column("saved_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("system_id", "case_id"),
    )
    op.create_index("assessment_draft_of_person", "assessment_draft", ["system_id", "person_id"])
