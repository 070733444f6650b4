"""Say on the card of a case by when it is asked again whether they can go home."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "2026_11_23_home_review"
down_revision: str | Sequence[str] | None = "2026_11_23_exit_chain"


def upgrade() -> None:
    """Keep the day. Cards of before take it from the latest decision, which stands where a bed is given."""
    op.execute("SET LOCAL lock_timeout = '3s'")
    op.add_column("case_1", sa.Column("home_review_on", sa.Date()))
    op.execute(
        """UPDATE case_1 SET home_review_on = latest.review_on
        FROM (
            SELECT DISTINCT ON (system_id, stream) system_id, stream, (data->>'review_on')::date AS review_on
            FROM event WHERE type LIKE 'case.pathway_decided.%' ORDER BY system_id, stream, version DESC) latest
        WHERE latest.system_id = case_1.system_id AND latest.stream = 'case:' || case_1.id
            AND case_1.pathway_given IN ('P2', 'P3')"""
    )
