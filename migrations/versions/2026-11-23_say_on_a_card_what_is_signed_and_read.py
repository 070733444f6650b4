"""Say on the card of a request what trusted assessment is signed, whether the service has read it, and what waits."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "2026_11_23_assessment_on_card"
down_revision: str | Sequence[str] | None = "2026_11_23_delays"


def upgrade() -> None:
    """No service has read an assessment yet; what waits shows with the next event of the case."""
    op.execute("SET LOCAL lock_timeout = '3s'")
    op.add_column("offer_1", sa.Column("assessment_number", sa.Integer(), nullable=True))
    op.add_column("offer_1", sa.Column("assessment_until", sa.DateTime(timezone=True), nullable=True))
    op.add_column("offer_1", sa.Column("assessment_read", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.add_column("offer_1", sa.Column("items_open", sa.Integer(), nullable=False, server_default="0"))
    op.execute(
        """
        UPDATE offer_1 SET assessment_number = signed.number, assessment_until = signed.valid_until
        FROM (
            SELECT DISTINCT ON (request.system_id, request.id) request.system_id, request.id, number, valid_until
            FROM request_1 request
            JOIN assessment_1 USING (system_id, case_id)
            ORDER BY request.system_id, request.id, signed_at DESC
        ) signed
        WHERE signed.system_id = offer_1.system_id AND signed.id = offer_1.request_id"""
    )
