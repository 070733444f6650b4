"""Say which stays a case followed before the one it follows now."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import ARRAY

revision: str = "2026_11_23_past_spells"
down_revision: str | Sequence[str] | None = "2026_11_23_archived"


def upgrade() -> None:
    """None, until `homeward rebuild case` tells of those of before."""
    op.execute("SET LOCAL lock_timeout = '3s'")
    column = sa.Column(
        "past_spells", ARRAY(sa.Uuid()), nullable=False, server_default="{}", comment="the stays it followed before"
    )
    op.add_column("case_1", column)
    op.create_index("case_of_past_spell", "case_1", ["past_spells"], postgresql_using="gin")
