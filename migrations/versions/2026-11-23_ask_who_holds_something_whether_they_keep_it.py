"""Ask who holds something whether they keep it: on the card, the offer and the task."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision: str = "2026_11_23_holders"
down_revision: str | Sequence[str] | None = "2026_11_23_assessment_on_card"

_HOLDERS = "how many have not said whether they keep what they hold, since when, and why"
_SERVICE = "why the service is asked whether it keeps the place"
_OWNER = "why its owner is asked whether it keeps what it holds"


def upgrade() -> None:
    """Nobody is asked yet."""
    op.execute("SET LOCAL lock_timeout = '3s'")
    op.add_column("case_1", sa.Column("holders", JSONB(), comment=_HOLDERS))
    op.add_column("offer_1", sa.Column("question", sa.Text(), comment=_SERVICE))
    op.add_column("offer_1", sa.Column("question_at", sa.DateTime(timezone=True)))
    op.add_column("offer_1", sa.Column("kept_until", sa.DateTime(timezone=True)))
    op.add_column("task_1", sa.Column("question", sa.Text(), comment=_OWNER))
    op.add_column("task_1", sa.Column("question_at", sa.DateTime(timezone=True)))
