"""Keep since when somebody in a community bed is ready to leave it, why, and the nights as they were frozen."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import ARRAY, JSONB

revision: str = "2026_11_23_remaining"
down_revision: str | Sequence[str] | None = "its_lines_days"

_DELAY = "what the reason of a delay is derived from"
_READY = "since when they no longer meet the requirements to remain in the bed"


def upgrade() -> None:
    """Of stays that moved last before, the row says nothing of it until something more happens on their case."""
    op.execute("SET LOCAL lock_timeout = '3s'")
    op.add_column("stay_1", sa.Column("ready_date", sa.Date(), nullable=True, comment=_READY))
    op.add_column("stay_1", sa.Column("ready_at", sa.DateTime(timezone=True), nullable=True))
    op.add_column("stay_1", sa.Column("earlier_nights", sa.Integer(), nullable=False, server_default="0"))
    op.add_column("stay_1", sa.Column("delay", JSONB(), nullable=True, comment=_DELAY))
    op.create_table(
        "stay_night_1",
        sa.Column("system_id", sa.Uuid(), nullable=False),
        sa.Column("scope", sa.Text(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("position", sa.BigInteger(), nullable=False),
        sa.Column("gone", sa.Boolean(), nullable=False),
        sa.Column("audience", sa.Text(), nullable=False, comment="the organisation that runs the service"),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("stay_id", sa.Uuid(), nullable=False),
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
    op.create_index("stay_night_1_since", "stay_night_1", ["system_id", "position"])
    shown = sa.text("NOT gone")
    op.create_index("stay_night_1_shown", "stay_night_1", ["system_id", "scope"], postgresql_where=shown)
    op.create_index("stay_night_of_stay", "stay_night_1", ["system_id", "stay_id", "night"], unique=True)
