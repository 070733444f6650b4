"""Keep by what fact a task is done, so that a service's own list leaves out what it says with its time."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "2026_11_23_done_when"
down_revision: str | Sequence[str] | None = "2026_11_23_stays"


def upgrade() -> None:
    """Of a task that was raised before, it is not known until the case moves again."""
    op.execute("SET LOCAL lock_timeout = '3s'")
    op.add_column(
        "task_1",
        sa.Column("done_when", sa.Text(), nullable=True, comment="the fact by which it is done by itself"),
    )
