"""Keep until when holders keep what they hold, so that they are asked again."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision: str = "2026_11_23_kept"
down_revision: str | Sequence[str] | None = "2026_11_23_night_owners"

_COMMENT = "until when holders keep what they hold, and what they were asked about"
_KEPT = sa.text("kept IS NOT NULL AND NOT gone")


def upgrade() -> None:
    """Who had said so before is asked again once something more happens on the case."""
    op.execute("SET LOCAL lock_timeout = '3s'")
    op.add_column("case_1", sa.Column("kept", JSONB(), nullable=True, comment=_COMMENT))
    op.create_index("case_kept", "case_1", ["system_id"], postgresql_where=_KEPT)
