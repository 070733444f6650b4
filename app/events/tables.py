"""The log: one row a system, one row an event."""

from sqlalchemy import (
    BigInteger,
    Column,
    DateTime,
    ForeignKey,
    Integer,
    LargeBinary,
    Table,
    Text,
    UniqueConstraint,
    Uuid,
    func,
    text,
)
from sqlalchemy.dialects.postgresql import JSONB

from app.database import metadata

system = Table(
    "system",
    metadata,
    Column("id", Uuid, primary_key=True),
    Column("name", Text, nullable=False),
    Column("head", BigInteger, nullable=False, server_default=text("0")),
    Column("head_hash", LargeBinary, nullable=False, server_default=text("''::bytea")),
    Column("epoch", Integer, nullable=False, server_default=text("1")),
    Column("created_at", DateTime(timezone=True), nullable=False, server_default=func.now()),
    Column("archived_at", DateTime(timezone=True), comment="null while it is worked in"),
)

event = Table(
    "event",
    metadata,
    Column("system_id", Uuid, ForeignKey("system.id"), primary_key=True),
    Column("position", BigInteger, primary_key=True, autoincrement=False),
    Column("stream", Text, nullable=False),
    Column("version", Integer, nullable=False),
    Column("type", Text, nullable=False),
    Column("data", JSONB, nullable=False),
    Column("actor", JSONB, nullable=False),
    Column("at", DateTime(timezone=True), nullable=False),
    Column("recorded_at", DateTime(timezone=True), nullable=False),
    Column("told_at", DateTime(timezone=True), comment="when a source outside said so"),
    Column("hash", LargeBinary, nullable=False),
    Column("correlation", Uuid, comment="the request or message it came of; not covered by the hash"),
    UniqueConstraint("system_id", "stream", "version", name="event_is_the_next_of_its_stream"),
)
