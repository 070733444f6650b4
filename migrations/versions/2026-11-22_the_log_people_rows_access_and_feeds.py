"""The log, people, rows, access and feeds."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision: str = "2026_11_22_first"
down_revision: str | Sequence[str] | None = None


def upgrade() -> None:
    """The log, people, rows, access and feeds."""
    op.execute("SET LOCAL lock_timeout = '3s'")
    op.create_table(
        "account",
        sa.Column("system_id", sa.Uuid(), nullable=False),
        sa.Column("staff_id", sa.Uuid(), nullable=False),
        sa.Column("username", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("password", sa.Text(), nullable=False, comment="scrypt, with its salt"),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("hub_id", sa.Uuid(), nullable=True),
        sa.Column("ward_ids", postgresql.ARRAY(sa.Uuid()), nullable=False),
        sa.PrimaryKeyConstraint("system_id", "staff_id"),
        sa.UniqueConstraint("username", name="account_username"),
    )
    op.create_table(
        "case_1",
        sa.Column("system_id", sa.Uuid(), nullable=False),
        sa.Column("scope", sa.Text(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("position", sa.BigInteger(), nullable=False),
        sa.Column("gone", sa.Boolean(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("spell_id", sa.Uuid(), nullable=False),
        sa.Column("stage", sa.Text(), nullable=False),
        sa.Column("returned", sa.Boolean(), nullable=False),
        sa.Column("returned_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("needs", postgresql.ARRAY(sa.Text()), nullable=False),
        sa.Column("case_manager", sa.Uuid(), nullable=True),
        sa.Column("pathway_needed", sa.Text(), nullable=True),
        sa.Column("pathway_given", sa.Text(), nullable=True),
        sa.Column("why_not_home", sa.Text(), nullable=True),
        sa.Column("leave_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("leave_from", sa.Text(), nullable=True),
        sa.Column("referred_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("accepted_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("left_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("outcome", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("system_id", "scope", "id"),
    )
    op.create_index(
        "case_1_shown", "case_1", ["system_id", "scope"], unique=False, postgresql_where=sa.text("NOT gone")
    )
    op.create_index("case_1_since", "case_1", ["system_id", "position"], unique=False)
    op.create_index("case_by_id", "case_1", ["system_id", "id"], unique=False)
    op.create_index("case_of_person", "case_1", ["system_id", "person_id"], unique=False)
    op.create_index("case_of_spell", "case_1", ["system_id", "spell_id"], unique=False)
    op.create_index(
        "one_live_case_per_person",
        "case_1",
        ["system_id", "person_id"],
        unique=True,
        postgresql_where=sa.text("NOT gone"),
    )
    op.create_table(
        "lease",
        sa.Column("name", sa.Text(), nullable=False, comment="the piece of work"),
        sa.Column("holder", sa.Text(), nullable=False),
        sa.Column("until", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("name"),
    )
    op.create_table(
        "person",
        sa.Column("system_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("family", sa.Text(), nullable=True),
        sa.Column("given", sa.Text(), nullable=True),
        sa.Column("prefix", sa.Text(), nullable=True),
        sa.Column("birth_date", sa.Date(), nullable=True),
        sa.Column("sex", sa.Text(), nullable=True),
        sa.Column(
            "nhs_number",
            sa.Text(),
            nullable=True,
            comment="as last told, checked or not; the checked one also stands in person_identifier",
        ),
        sa.Column("address", postgresql.ARRAY(sa.Text()), nullable=True),
        sa.Column("postcode", sa.Text(), nullable=True),
        sa.Column("phone", sa.Text(), nullable=True),
        sa.Column("registered_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.PrimaryKeyConstraint("system_id", "person_id"),
    )
    op.create_table(
        "person_1",
        sa.Column("system_id", sa.Uuid(), nullable=False),
        sa.Column("scope", sa.Text(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("position", sa.BigInteger(), nullable=False),
        sa.Column("gone", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("system_id", "scope", "id"),
    )
    op.create_index(
        "person_1_shown", "person_1", ["system_id", "scope"], unique=False, postgresql_where=sa.text("NOT gone")
    )
    op.create_index("person_1_since", "person_1", ["system_id", "position"], unique=False)
    op.create_table(
        "person_key",
        sa.Column("system_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("key", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("system_id", "person_id"),
    )
    op.create_table(
        "place_1",
        sa.Column("system_id", sa.Uuid(), nullable=False),
        sa.Column("scope", sa.Text(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("position", sa.BigInteger(), nullable=False),
        sa.Column("gone", sa.Boolean(), nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("code", sa.Text(), nullable=True),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("parent_id", sa.Uuid(), nullable=True),
        sa.Column("beds", postgresql.ARRAY(sa.Text()), nullable=False),
        sa.PrimaryKeyConstraint("system_id", "scope", "id"),
    )
    op.create_index(
        "place_1_shown", "place_1", ["system_id", "scope"], unique=False, postgresql_where=sa.text("NOT gone")
    )
    op.create_index("place_1_since", "place_1", ["system_id", "position"], unique=False)
    op.create_table(
        "service_1",
        sa.Column("system_id", sa.Uuid(), nullable=False),
        sa.Column("scope", sa.Text(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("position", sa.BigInteger(), nullable=False),
        sa.Column("gone", sa.Boolean(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("line", sa.Text(), nullable=False),
        sa.Column("pathway", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("system_id", "scope", "id"),
    )
    op.create_index(
        "service_1_shown", "service_1", ["system_id", "scope"], unique=False, postgresql_where=sa.text("NOT gone")
    )
    op.create_index("service_1_since", "service_1", ["system_id", "position"], unique=False)
    op.create_table(
        "spell_1",
        sa.Column("system_id", sa.Uuid(), nullable=False),
        sa.Column("scope", sa.Text(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("position", sa.BigInteger(), nullable=False),
        sa.Column("gone", sa.Boolean(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("ward_id", sa.Uuid(), nullable=False),
        sa.Column("bed", sa.Text(), nullable=False),
        sa.Column("bed_order", sa.Text(collation="C"), nullable=False),
        sa.Column("admitted_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("criteria", sa.Text(), nullable=False),
        sa.Column("criteria_met", postgresql.ARRAY(sa.Text()), nullable=False),
        sa.Column("reviewed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("ready_date", sa.Date(), nullable=True),
        sa.Column("ready_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("earlier_nights", sa.Integer(), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("how", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("system_id", "scope", "id"),
    )
    op.create_index(
        "spell_1_shown", "spell_1", ["system_id", "scope"], unique=False, postgresql_where=sa.text("NOT gone")
    )
    op.create_index("spell_1_since", "spell_1", ["system_id", "position"], unique=False)
    op.create_index("spell_by_id", "spell_1", ["system_id", "id"], unique=False)
    op.create_index("spell_of_person", "spell_1", ["system_id", "person_id"], unique=False)
    op.create_table(
        "staff_1",
        sa.Column("system_id", sa.Uuid(), nullable=False),
        sa.Column("scope", sa.Text(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("position", sa.BigInteger(), nullable=False),
        sa.Column("gone", sa.Boolean(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("hub_id", sa.Uuid(), nullable=True),
        sa.Column("ward_ids", postgresql.ARRAY(sa.Uuid()), nullable=False),
        sa.PrimaryKeyConstraint("system_id", "scope", "id"),
    )
    op.create_index(
        "staff_1_shown", "staff_1", ["system_id", "scope"], unique=False, postgresql_where=sa.text("NOT gone")
    )
    op.create_index("staff_1_since", "staff_1", ["system_id", "position"], unique=False)
    op.create_table(
        "system",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("head", sa.BigInteger(), server_default=sa.text("0"), nullable=False),
        sa.Column("head_hash", sa.LargeBinary(), server_default=sa.text("''::bytea"), nullable=False),
        sa.Column("epoch", sa.Integer(), server_default=sa.text("1"), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "ticket",
        sa.Column("token_hash", sa.LargeBinary(), nullable=False),
        sa.Column("session_hash", sa.LargeBinary(), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("token_hash"),
    )
    op.create_table(
        "visit",
        sa.Column("system_id", sa.Uuid(), nullable=False),
        sa.Column("authority", sa.Text(), nullable=False, comment="the sender that numbered the visit"),
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("spell_id", sa.Uuid(), nullable=False),
        sa.PrimaryKeyConstraint("system_id", "authority", "number"),
    )
    op.create_index("visit_of_person", "visit", ["system_id", "person_id"], unique=False)
    op.create_table(
        "event",
        sa.Column("system_id", sa.Uuid(), nullable=False),
        sa.Column("position", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("stream", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("type", sa.Text(), nullable=False),
        sa.Column("data", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("actor", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("hash", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["system_id"],
            ["system.id"],
        ),
        sa.PrimaryKeyConstraint("system_id", "position"),
        sa.UniqueConstraint("system_id", "stream", "version", name="event_is_the_next_of_its_stream"),
    )
    op.create_table(
        "feed",
        sa.Column("system_id", sa.Uuid(), nullable=False),
        sa.Column("feed_id", sa.Uuid(), nullable=False),
        sa.Column("application", sa.Text(), nullable=False, comment="MSH-3, or * for any sender"),
        sa.Column("facility", sa.Text(), nullable=False, comment="MSH-4, or * for any"),
        sa.Column("name", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["system_id"],
            ["system.id"],
        ),
        sa.PrimaryKeyConstraint("system_id", "feed_id"),
        sa.UniqueConstraint("application", "facility", name="one_feed_per_sender"),
    )
    op.create_table(
        "feed_message",
        sa.Column("system_id", sa.Uuid(), nullable=False),
        sa.Column("message_id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column("feed_id", sa.Uuid(), nullable=False),
        sa.Column("application", sa.Text(), nullable=False),
        sa.Column("facility", sa.Text(), nullable=False),
        sa.Column("control_id", sa.Text(), nullable=False),
        sa.Column("body_hash", sa.LargeBinary(), nullable=False),
        sa.Column("trigger", sa.Text(), nullable=False),
        sa.Column("received_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=True, comment="whom it is about, where that is known"),
        sa.Column(
            "raw", sa.LargeBinary(), nullable=False, comment="as received, so outside the log; empty once erased"
        ),
        sa.Column("answer", sa.Text(), nullable=False, comment="AA, AE or AR"),
        sa.Column("state", sa.Text(), nullable=False, comment="applied, recorded, waiting or refused"),
        sa.Column("code", sa.Text(), nullable=True, comment="why it waits or was refused"),
        sa.Column("words", sa.Text(), nullable=True),
        sa.Column("repeats", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.ForeignKeyConstraint(
            ["system_id"],
            ["system.id"],
        ),
        sa.PrimaryKeyConstraint("system_id", "message_id"),
        sa.UniqueConstraint(
            "system_id", "application", "facility", "control_id", "body_hash", name="feed_message_is_kept_once"
        ),
    )
    op.create_index(
        "feed_message_of_person",
        "feed_message",
        ["system_id", "person_id"],
        unique=False,
        postgresql_where=sa.text("person_id IS NOT NULL"),
    )
    op.create_index(
        "feed_message_waiting",
        "feed_message",
        ["system_id", "received_at"],
        unique=False,
        postgresql_where=sa.text("state IN ('waiting', 'refused')"),
    )
    op.create_table(
        "person_identifier",
        sa.Column("system_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False, comment="nhs or hospital"),
        sa.Column(
            "authority", sa.Text(), nullable=False, comment="who gave a hospital number; empty for an NHS number"
        ),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["system_id", "person_id"], ["person.system_id", "person.person_id"], ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("system_id", "kind", "authority", "value"),
    )
    op.create_index("identifier_by_value", "person_identifier", ["system_id", "value"], unique=False)
    op.create_index("identifier_of_person", "person_identifier", ["system_id", "person_id"], unique=False)
    op.create_table(
        "session",
        sa.Column("token_hash", sa.LargeBinary(), nullable=False),
        sa.Column("system_id", sa.Uuid(), nullable=False),
        sa.Column("staff_id", sa.Uuid(), nullable=False),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("used_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["system_id", "staff_id"], ["account.system_id", "account.staff_id"], ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("token_hash"),
    )
