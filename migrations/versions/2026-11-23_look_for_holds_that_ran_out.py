"""Look for holds that ran out, as for requests that nobody answered."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "2026_11_23_holds"
down_revision: str | Sequence[str] | None = "2026_11_23_tasks"

_HOLDS = "NOT gone AND state IN ('in_principle', 'assessed')"


def upgrade() -> None:
    """Few offers hold a place at a time, so the index is small and soon made."""
    op.execute("SET LOCAL lock_timeout = '3s'")
    op.create_index("offer_holding", "offer_1", ["system_id", "hold_until"], postgresql_where=sa.text(_HOLDS))
