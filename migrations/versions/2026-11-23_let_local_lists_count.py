"""Let local lists count: how long a count is believed is theirs to say, and retired lines keep their words."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision: str = "2026_11_23_lists_count"
down_revision: str | Sequence[str] | None = "2026_11_23_holds"

_RETIRED = "lines of earlier versions, for their words"


def upgrade() -> None:
    """What was held of how long a count is believed goes: it follows from the count and the list that stands."""
    op.execute("SET LOCAL lock_timeout = '3s'")
    op.add_column("practice_1", sa.Column("retired", JSONB(), nullable=False, server_default="[]", comment=_RETIRED))
    op.drop_column("service_1", "believed_until")
