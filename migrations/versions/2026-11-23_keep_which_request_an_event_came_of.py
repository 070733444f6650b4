"""Keep which request an event came of."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "2026_11_23_correlation"
down_revision: str | Sequence[str] | None = "2026_11_23_remaining"


def upgrade() -> None:
    """Outside the hash: the version before, which still runs, checks the log by the columns that it knows."""
    op.execute("SET LOCAL lock_timeout = '3s'")
    came_of = "the request or message it came of; not covered by the hash"
    op.add_column("event", sa.Column("correlation", sa.Uuid(), nullable=True, comment=came_of))
