"""What feeds from outside sent, kept as it was received, and which sender belongs to which system."""

from sqlalchemy import (
    ARRAY,
    BigInteger,
    Column,
    DateTime,
    ForeignKey,
    Identity,
    Index,
    Integer,
    LargeBinary,
    Table,
    Text,
    UniqueConstraint,
    Uuid,
    text,
)
from sqlalchemy.dialects.postgresql import JSONB

from app.database import metadata

feed = Table(
    "feed",
    metadata,
    Column("system_id", Uuid, ForeignKey("system.id"), primary_key=True),
    Column("feed_id", Uuid, primary_key=True),
    Column("application", Text, nullable=False, comment="MSH-3, or * for any sender"),
    Column("facility", Text, nullable=False, comment="MSH-4, or * for any"),
    Column("name", Text, nullable=False),
    UniqueConstraint("application", "facility", name="one_feed_per_sender"),
)

message = Table(
    "feed_message",
    metadata,
    Column("system_id", Uuid, ForeignKey("system.id"), primary_key=True),
    Column("message_id", BigInteger, Identity(), primary_key=True),
    Column("feed_id", Uuid, nullable=False),
    Column("application", Text, nullable=False),
    Column("facility", Text, nullable=False),
    Column("control_id", Text, nullable=False),
    Column("body_hash", LargeBinary, nullable=False),
    Column("trigger", Text, nullable=False),
    Column("received_at", DateTime(timezone=True), nullable=False),
    Column("person_id", Uuid, comment="whom it is about, where that is known"),
    Column("raw", LargeBinary, nullable=False, comment="as received, so outside the log; empty once erased"),
    Column("answer", Text, nullable=False, comment="AA, AE or AR"),
    Column("state", Text, nullable=False, comment="applied, recorded, waiting, refused or ignored"),
    Column("code", Text, comment="why it waits or was refused"),
    Column("words", Text),
    Column("repeats", Integer, nullable=False, server_default=text("0")),
    Column("told_at", DateTime(timezone=True), comment="when its sender said so"),
    Column("happened_at", DateTime(timezone=True), comment="when what it tells of happened"),
    Column("visit_number", Text),
    Column("spell_id", Uuid, comment="the stay that it was applied to"),
    Column("other_spell_ids", ARRAY(Uuid), comment="of a message about several people, such as a swap of beds"),
    Column("waits_for", Text, comment="visit:, ward: or person: and what it is called in the feed"),
    Column("or_waits_for", Text, comment="what may come instead: a merge waits for either person"),
    Column("tried_as_of", BigInteger, comment="the head of the log when it was tried last, and had to wait"),
    Column("warnings", JSONB, nullable=False, server_default=text("'[]'::jsonb")),
    Column("decision", JSONB, comment="what a person at the desk decided about it"),
    Column("settled_by", Uuid),
    Column("settled_at", DateTime(timezone=True)),
    Column("settled_words", Text),
    UniqueConstraint(
        "system_id", "application", "facility", "control_id", "body_hash", name="feed_message_is_kept_once"
    ),
    Index("feed_message_of_spell", "system_id", "spell_id", "told_at", postgresql_where=text("spell_id IS NOT NULL")),
    Index(
        "feed_message_waits_for", "system_id", "feed_id", "waits_for", postgresql_where=text("waits_for IS NOT NULL")
    ),
    Index(
        "feed_message_or_waits_for",
        "system_id",
        "feed_id",
        "or_waits_for",
        postgresql_where=text("or_waits_for IS NOT NULL"),
    ),
    Index(
        "feed_message_of_other_spell",
        "other_spell_ids",
        postgresql_using="gin",
        postgresql_where=text("other_spell_ids IS NOT NULL"),
    ),
    Index("feed_message_of_feed", "system_id", "feed_id", "received_at"),
    Index("feed_message_of_person", "system_id", "person_id", postgresql_where=text("person_id IS NOT NULL")),
    Index("feed_message_waiting", "system_id", "received_at", postgresql_where=text("state IN ('waiting', 'refused')")),
)
