"""Keep when a thing was told, and what a feed's message waits for."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision: str = "2026_11_22_told"
down_revision: str | Sequence[str] | None = "2026_11_22_first"

_MESSAGE = (
    sa.Column("told_at", sa.DateTime(timezone=True), comment="when its sender said so"),
    sa.Column("happened_at", sa.DateTime(timezone=True), comment="when what it tells of happened"),
    sa.Column("visit_number", sa.Text()),
    sa.Column("spell_id", sa.Uuid(), comment="the stay that it was applied to"),
    sa.Column("waits_for", sa.Text(), comment="visit:, ward: or person: and what it is called in the feed"),
    sa.Column("or_waits_for", sa.Text(), comment="what may come instead: a merge waits for either person"),
    sa.Column("warnings", postgresql.JSONB(), server_default=sa.text("'[]'::jsonb"), nullable=False),
    sa.Column("decision", postgresql.JSONB(), comment="what a person at the desk decided about it"),
    sa.Column("settled_by", sa.Uuid()),
    sa.Column("settled_at", sa.DateTime(timezone=True)),
    sa.Column("settled_words", sa.Text()),
)


def upgrade() -> None:
    """Keep when a thing was told, and what a feed's message waits for."""
    op.execute("SET LOCAL lock_timeout = '3s'")
    op.add_column("event", sa.Column("told_at", sa.DateTime(timezone=True), comment="when a source outside said so"))
    for column in _MESSAGE:
        op.add_column("feed_message", column)
    op.create_index(
        "feed_message_of_spell",
        "feed_message",
        ["system_id", "spell_id", "told_at"],
        postgresql_where=sa.text("spell_id IS NOT NULL"),
    )
    op.create_index(
        "feed_message_waits_for",
        "feed_message",
        ["system_id", "feed_id", "waits_for"],
        postgresql_where=sa.text("waits_for IS NOT NULL"),
    )
    op.create_index(
        "feed_message_or_waits_for",
        "feed_message",
        ["system_id", "feed_id", "or_waits_for"],
        postgresql_where=sa.text("or_waits_for IS NOT NULL"),
    )
    op.create_index("feed_message_of_feed", "feed_message", ["system_id", "feed_id", "received_at"])
    op.alter_column("feed_message", "state", comment="applied, recorded, waiting, refused or ignored")
    op.create_index("visit_of_spell", "visit", ["system_id", "spell_id"])
    for column in _SPELL:
        op.add_column("spell_1", column)


_SPELL = (
    sa.Column("stage", sa.Text(), comment="expected, open, elsewhere, ended or voided"),
    sa.Column("patient_class", sa.Text()),
    sa.Column("expected_at", sa.DateTime(timezone=True)),
    sa.Column("expected_discharge", sa.Date()),
    sa.Column("discharge_planned", sa.Boolean()),
    sa.Column("on_leave_since", sa.DateTime(timezone=True)),
    sa.Column("leave_until", sa.DateTime(timezone=True)),
    sa.Column("next_ward_id", sa.Uuid()),
    sa.Column("next_bed", sa.Text()),
    sa.Column("proposed_ready", sa.Date(), comment="the feed says medically fit since; a clinician confirms"),
)
