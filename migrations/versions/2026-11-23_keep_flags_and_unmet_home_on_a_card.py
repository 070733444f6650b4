"""Keep the flags of a person, and unmet demand for home with support, on the card of a case."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision: str = "2026_11_23_flags"
down_revision: str | Sequence[str] | None = "2026_11_23_ways_out"


def upgrade() -> None:
    """Keep flags and unmet demand. What a card of before says of them is known from its needs and its code."""
    op.execute("SET LOCAL lock_timeout = '3s'")
    none = sa.text("'{}'::text[]")
    op.add_column("case_1", sa.Column("flags", postgresql.ARRAY(sa.Text()), server_default=none, nullable=False))
    op.add_column("case_1", sa.Column("unmet_p1", sa.Boolean(), server_default=sa.false(), nullable=False))
    op.execute("UPDATE case_1 SET flags = '{end_of_life}' WHERE 'end_of_life' = ANY (needs)")
    op.execute("UPDATE case_1 SET unmet_p1 = true WHERE why_not_home = 'H15'")
