"""Show on a card who arrived and was met since they left, and from which ward they left."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision: str = "2026_11_23_arriving"
down_revision: str | Sequence[str] | None = "2026_11_23_holders"

_OF_A_CASE = "what is due and known since they left, and the stops still open"
_OF_A_BOOKING = "of the booking: what is due and known since the person left"


def upgrade() -> None:
    """Of whoever had left before, nothing is known until something more happens on their case."""
    op.execute("SET LOCAL lock_timeout = '3s'")
    op.add_column("case_1", sa.Column("left_from", sa.Uuid(), nullable=True, comment="the ward they left last"))
    op.add_column("case_1", sa.Column("arriving", JSONB(), nullable=True, comment=_OF_A_CASE))
    op.add_column("offer_1", sa.Column("arriving", JSONB(), nullable=True, comment=_OF_A_BOOKING))
