"""Keep escalations on the ladder where they stand, and when the clock looks at whom."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "2026_11_23_escalations"
down_revision: str | Sequence[str] | None = "2026_11_23_done_when"

_SUBJECT = "the case, the stay or the feed it is about"
_OWNER = "the organisation whose ladder it stands on; null: the system's own"
_INSTANT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """There are none yet: the first look at a system begins with how things stand."""
    op.execute("SET LOCAL lock_timeout = '3s'")
    op.create_table(
        "escalation_1",
        sa.Column("system_id", sa.Uuid(), nullable=False),
        sa.Column("scope", sa.Text(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("position", sa.BigInteger(), nullable=False),
        sa.Column("gone", sa.Boolean(), nullable=False),
        sa.Column("subject", sa.Uuid(), nullable=False, comment=_SUBJECT),
        sa.Column("case_id", sa.Uuid()),
        sa.Column("spell_id", sa.Uuid()),
        sa.Column("hub_id", sa.Uuid()),
        sa.Column("feed_id", sa.Uuid()),
        sa.Column("owner_id", sa.Uuid(), comment=_OWNER),
        sa.Column("trigger", sa.Text(), nullable=False),
        sa.Column("level", sa.Text(), nullable=False),
        sa.Column("ladder", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("cause_at", _INSTANT, nullable=False),
        sa.Column("raised_at", _INSTANT, nullable=False),
        sa.Column("raised_by", sa.Text(), comment="null: the clock"),
        sa.Column("answer_by", _INSTANT, nullable=False),
        sa.Column("acknowledged_at", _INSTANT),
        sa.Column("acted_at", _INSTANT),
        sa.Column("answered_by", sa.Text()),
        sa.Column("words", sa.Text()),
        sa.Column("done", sa.Text(), comment="what was done last, in words"),
        sa.Column("ended", sa.Text()),
        sa.Column("ended_at", _INSTANT),
        sa.Column("sealed_for", sa.Uuid(), comment="whose key seals the words in the log"),
        sa.PrimaryKeyConstraint("system_id", "scope", "id"),
    )
    op.create_index("escalation_1_since", "escalation_1", ["system_id", "position"])
    op.create_index("escalation_1_shown", "escalation_1", ["system_id", "scope"], postgresql_where=sa.text("NOT gone"))
    op.create_index("escalation_by_id", "escalation_1", ["system_id", "id"])
    op.create_index(
        "escalation_open_about", "escalation_1", ["system_id", "subject"], postgresql_where=sa.text("NOT gone")
    )
    op.create_index("escalation_sealed_for", "escalation_1", ["system_id", "sealed_for"])
    op.create_table(
        "escalation_due",
        sa.Column("system_id", sa.Uuid(), nullable=False),
        sa.Column("spell_id", sa.Uuid(), nullable=False),
        sa.Column("position", sa.BigInteger(), nullable=False, comment="what was known at the last look"),
        sa.Column("next_at", _INSTANT, comment="when something can come due; null: never by itself"),
        sa.PrimaryKeyConstraint("system_id", "spell_id"),
    )
    op.create_index(
        "escalation_due_next",
        "escalation_due",
        ["system_id", "next_at"],
        postgresql_where=sa.text("next_at IS NOT NULL"),
    )
    op.create_table(
        "escalation_looked",
        sa.Column("system_id", sa.Uuid(), nullable=False),
        sa.Column("position", sa.BigInteger(), nullable=False, comment="what changed later was not looked at yet"),
        sa.PrimaryKeyConstraint("system_id"),
    )
