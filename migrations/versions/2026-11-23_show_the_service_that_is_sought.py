"""Show on a card the service that is sought for it, or found."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision: str = "2026_11_23_sought"
down_revision: str | Sequence[str] | None = "2026_11_23_capacity"

_ASKED = "how many of those asked said what, while requests are out"


def upgrade() -> None:
    """Nothing is sought for a case that no request was sent for."""
    op.execute("SET LOCAL lock_timeout = '3s'")
    op.add_column("case_1", sa.Column("service_id", sa.Uuid(), nullable=True))
    for name in ("start_from", "start_to", "answer_by"):
        op.add_column("case_1", sa.Column(name, sa.DateTime(timezone=True), nullable=True))
    op.add_column("case_1", sa.Column("asked", JSONB(), nullable=True, comment=_ASKED))
