"""Keep the stays in services: reviews due, six weeks, told about charging, exit plan, the end and the follow-ups."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision: str = "2026_11_23_stays"
down_revision: str | Sequence[str] | None = "2026_11_23_arriving"

_INSTANTS = ("paused_at", "reviewed_at", "charging_told_at", "ended_at")
_DAYS = ("review_on", "charged_from", "exit_on")
_TEXTS = ("remains", "extended_for", "exit_to", "outcome", "destination", "tool")
_IDS = ("case_id", "person_id", "hub_id", "service_id")


def upgrade() -> None:
    """A stay begins with the first contact that is confirmed from now on."""
    op.execute("SET LOCAL lock_timeout = '3s'")
    op.create_table(
        "stay_1",
        sa.Column("system_id", sa.Uuid(), primary_key=True),
        sa.Column("scope", sa.Text(), primary_key=True),
        sa.Column("id", sa.Uuid(), primary_key=True),
        sa.Column("position", sa.BigInteger(), nullable=False),
        sa.Column("gone", sa.Boolean(), nullable=False),
        sa.Column("audience", sa.Text(), nullable=False, comment="the organisation that runs the service"),
        *(sa.Column(name, sa.Uuid(), nullable=False) for name in _IDS),
        sa.Column("line", sa.Text(), nullable=False),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=False),
        *(sa.Column(name, sa.DateTime(timezone=True), nullable=True) for name in _INSTANTS),
        sa.Column("reviews", sa.Integer(), nullable=False),
        *(sa.Column(name, sa.Date(), nullable=True) for name in _DAYS),
        *(sa.Column(name, sa.Date(), nullable=False) for name in ("six_weeks_on", "exit_plan_by", "lasts_until")),
        *(sa.Column(name, sa.Text(), nullable=True) for name in _TEXTS),
        *(sa.Column(name, sa.Integer(), nullable=True) for name in ("score_in", "score_out")),
        sa.Column("follow_ups", JSONB(), nullable=False),
    )
    op.create_index("stay_1_since", "stay_1", ["system_id", "position"])
    op.create_index("stay_1_shown", "stay_1", ["system_id", "scope"], postgresql_where=sa.text("NOT gone"))
    op.create_index("stay_of_case", "stay_1", ["system_id", "case_id"])
