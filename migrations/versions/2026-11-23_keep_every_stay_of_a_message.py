"""Keep every stay that a message touched, and as of when one that waits was tried last."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "2026_11_23_tried"
down_revision: str | Sequence[str] | None = "2026_11_22_merged"


def upgrade() -> None:
    """Keep every stay that a message touched, and as of when one that waits was tried last."""
    op.execute("SET LOCAL lock_timeout = '3s'")
    others = sa.Column(
        "other_spell_ids", sa.ARRAY(sa.Uuid()), comment="of a message about several people, such as a swap of beds"
    )
    tried = sa.Column(
        "tried_as_of", sa.BigInteger(), comment="the head of the log when it was tried last, and had to wait"
    )
    op.add_column("feed_message", others)
    op.add_column("feed_message", tried)
    op.create_index(
        "feed_message_of_other_spell",
        "feed_message",
        ["other_spell_ids"],
        postgresql_using="gin",
        postgresql_where=sa.text("other_spell_ids IS NOT NULL"),
    )
