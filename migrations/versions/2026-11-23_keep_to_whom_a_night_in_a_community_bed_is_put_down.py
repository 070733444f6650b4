"""Keep to whom a frozen night in a community bed is put down, and who is heard on it."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import ARRAY

revision: str = "2026_11_23_bed_night_owners"
down_revision: str | Sequence[str] | None = "2026_11_23_snapshots"


def upgrade() -> None:
    """Of nights that were frozen before nobody is named."""
    op.execute("SET LOCAL lock_timeout = '3s'")
    for name, comment in (("owners", "to whom it is put down"), ("beside", "who is heard on every night")):
        column = sa.Column(name, ARRAY(sa.Uuid()), nullable=False, server_default="{}", comment=comment)
        op.add_column("stay_night_1", column)
