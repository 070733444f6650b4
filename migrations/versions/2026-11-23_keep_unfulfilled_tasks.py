"""Keep the tasks of cases, each on its list, and what the card shows of them."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision: str = "2026_11_23_tasks"
down_revision: str | Sequence[str] | None = "2026_11_23_assessments"

_WEIGHT = "stop, should or after"
_WORK = "what is next, what is asked of the ward, the ticks, the open stops"


def upgrade() -> None:
    """There are no tasks yet: a case gets its own when it moves next."""
    op.execute("SET LOCAL lock_timeout = '3s'")
    op.add_column("case_1", sa.Column("work", JSONB(), nullable=True, comment=_WORK))
    op.create_table(
        "task_1",
        sa.Column("system_id", sa.Uuid(), nullable=False),
        sa.Column("scope", sa.Text(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("position", sa.BigInteger(), nullable=False),
        sa.Column("gone", sa.Boolean(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("spell_id", sa.Uuid(), nullable=False),
        sa.Column("hub_id", sa.Uuid(), nullable=False),
        sa.Column("code", sa.Text()),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("owner", sa.Text(), nullable=False),
        sa.Column("owner_id", sa.Uuid()),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("weight", sa.Text(), nullable=False, comment=_WEIGHT),
        sa.Column("precedes", sa.Text()),
        sa.Column("due_at", sa.DateTime(timezone=True)),
        sa.Column("leave_at", sa.DateTime(timezone=True)),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("assigned_to", sa.Uuid()),
        sa.PrimaryKeyConstraint("system_id", "scope", "id"),
    )
    op.create_index("task_1_since", "task_1", ["system_id", "position"])
    op.create_index("task_1_shown", "task_1", ["system_id", "scope"], postgresql_where=sa.text("NOT gone"))
    op.create_index("task_of_case", "task_1", ["system_id", "case_id"])
    op.create_index(
        "task_unfulfilled",
        "task_1",
        ["system_id", "scope", "leave_at", "due_at", "id"],
        postgresql_where=sa.text("NOT gone"),
    )
