"""Keep the package that is still sought for a case, and what a stay takes of its service's count."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import ARRAY, JSONB

revision: str = "2026_11_23_exit_chain"
down_revision: str | Sequence[str] | None = "2026_11_23_kept"

_SOUGHT, _TAKEN = "the package for which a service is still sought", "what it takes of the service's count"


def upgrade() -> None:
    """Who waited before, and who is in a service since before, counts once something more happens on their case."""
    op.execute("SET LOCAL lock_timeout = '3s'")
    units = sa.Column("units", ARRAY(sa.Text()), nullable=False, server_default="{}", comment=_TAKEN)
    op.add_column("case_1", sa.Column("sought", JSONB(), nullable=True, comment=_SOUGHT))
    op.add_column("stay_1", units)
