"""Keep the requests that are out, for the hub, and the card of each offer, for the service that is asked."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import ARRAY, JSONB

revision: str = "2026_11_23_requests"
down_revision: str | Sequence[str] | None = "2026_11_23_sought"

_OFFERS = "who was asked, in order, and what each said, in codes"
_MAY_EXPIRE = "NOT gone AND state = 'asked'"


def upgrade() -> None:
    """Keep both. There are none of either yet."""
    op.execute("SET LOCAL lock_timeout = '3s'")
    op.create_table(
        "request_1",
        *_row_columns(),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("round", sa.Text(), nullable=False),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("line", sa.Text(), nullable=False),
        sa.Column("package", JSONB(), nullable=False),
        sa.Column("offers", JSONB(), nullable=False, comment=_OFFERS),
        sa.Column("answer_by", sa.DateTime(timezone=True)),
        sa.PrimaryKeyConstraint("system_id", "scope", "id"),
    )
    op.create_index("request_of_case", "request_1", ["system_id", "case_id"])
    op.create_index("request_by_id", "request_1", ["system_id", "id"])
    op.create_table(
        "offer_1",
        *_row_columns(),
        sa.Column("audience", sa.Text(), nullable=False, comment="the organisation that runs the service"),
        sa.Column("request_id", sa.Uuid(), nullable=False),
        sa.Column("service_id", sa.Uuid(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("ended", sa.Text()),
        sa.Column("line", sa.Text(), nullable=False),
        sa.Column("start_on", sa.Date(), nullable=False),
        sa.Column("sector", sa.Text()),
        sa.Column("calls", JSONB(), nullable=False),
        sa.Column("bed", JSONB()),
        sa.Column("skills", ARRAY(sa.Text()), nullable=False),
        sa.Column("risks", ARRAY(sa.Text()), nullable=False),
        sa.Column("way_in", sa.Text()),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        *(sa.Column(name, sa.DateTime(timezone=True)) for name in ("expires_at", "hold_until")),
        sa.Column("units", ARRAY(sa.Text()), nullable=False),
        sa.Column("opened", sa.Boolean(), nullable=False),
        sa.Column("person_said", sa.Text()),
        *(sa.Column(name, sa.DateTime(timezone=True)) for name in ("arrive_from", "arrive_to")),
        sa.PrimaryKeyConstraint("system_id", "scope", "id"),
    )
    op.create_index("offer_by_id", "offer_1", ["system_id", "id"])
    op.create_index("offer_expiring", "offer_1", ["system_id", "expires_at"], postgresql_where=sa.text(_MAY_EXPIRE))
    for table in ("request_1", "offer_1"):
        op.create_index(f"{table}_since", table, ["system_id", "position"])
        op.create_index(f"{table}_shown", table, ["system_id", "scope"], postgresql_where=sa.text("NOT gone"))


def _row_columns() -> list[sa.Column[object]]:
    return [
        sa.Column("system_id", sa.Uuid(), nullable=False),
        sa.Column("scope", sa.Text(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("position", sa.BigInteger(), nullable=False),
        sa.Column("gone", sa.Boolean(), nullable=False),
    ]
