"""Show what a service can take, how much of it there is, and what is held of it."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import ARRAY, JSONB

revision: str = "2026_11_23_capacity"
down_revision: str | Sequence[str] | None = "2026_11_23_notes"

_EVERY_DAY = "{mon,tue,wed,thu,fri,sat,sun}"
_LINES = "items of an assessment; null is those of its line"


def upgrade() -> None:
    """What no service has said yet is empty; every day is a day on which it admits."""
    op.execute("SET LOCAL lock_timeout = '3s'")
    for name, default in (("sectors", "{}"), ("skills", "{}"), ("admits_on", _EVERY_DAY)):
        op.add_column("service_1", sa.Column(name, ARRAY(sa.Text()), nullable=False, server_default=default))
    op.add_column("service_1", sa.Column("latest_arrival", sa.Time(), nullable=True))
    for name in ("phone", "closed_for"):
        op.add_column("service_1", sa.Column(name, sa.Text(), nullable=True))
    op.add_column("service_1", sa.Column("needs_to_accept", ARRAY(sa.Text()), nullable=True, comment=_LINES))
    op.add_column("service_1", sa.Column("confirm_within_hours", sa.Integer(), nullable=True))
    op.add_column("service_1", sa.Column("closed_until", sa.Date(), nullable=True))
    op.add_column("service_1", sa.Column("confirmed_at", sa.DateTime(timezone=True), nullable=True))
    unconfirmed = "from then on its counts are unconfirmed"
    believed = sa.Column("believed_until", sa.DateTime(timezone=True), comment=unconfirmed)
    op.add_column("service_1", believed)
    op.create_index("service_of_line", "service_1", ["system_id", "line"])
    for name, comment in (
        ("units", "what it counted itself as"),
        ("places", "what is held or taken beside the count"),
    ):
        op.add_column("service_1", sa.Column(name, JSONB(), nullable=False, server_default="[]", comment=comment))
