"""Propose to tell the hub early."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision: str = "2026_11_23_proposed_alert"
down_revision: str | Sequence[str] | None = "2026_11_23_notes"


def upgrade() -> None:
    """Propose to tell the hub early. Of the stays of before nothing is proposed."""
    op.execute("SET LOCAL lock_timeout = '3s'")
    none = sa.text("'{}'::text[]")
    why = "why the hub might be told early; nobody has yet"
    reasons = sa.Column("proposed_alert", postgresql.ARRAY(sa.Text()), server_default=none, nullable=False, comment=why)
    op.add_column("spell_1", reasons)
