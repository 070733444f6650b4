"""Accounts, sessions, and tickets for the websocket. Secrets are kept as hashes only."""

from sqlalchemy import Column, DateTime, ForeignKeyConstraint, LargeBinary, Table, Text, UniqueConstraint, Uuid
from sqlalchemy.dialects.postgresql import ARRAY

from app.database import metadata

account = Table(
    "account",
    metadata,
    Column("system_id", Uuid, primary_key=True),
    Column("staff_id", Uuid, primary_key=True),
    Column("username", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("password", Text, nullable=False, comment="scrypt, with its salt"),
    Column("role", Text, nullable=False),
    Column("organisation_id", Uuid, nullable=False),
    Column("hub_id", Uuid),
    Column("ward_ids", ARRAY(Uuid), nullable=False),
    UniqueConstraint("username", name="account_username"),
)

session = Table(
    "session",
    metadata,
    Column("token_hash", LargeBinary, primary_key=True),
    Column("system_id", Uuid, nullable=False),
    Column("staff_id", Uuid, nullable=False),
    Column("opened_at", DateTime(timezone=True), nullable=False),
    Column("used_at", DateTime(timezone=True), nullable=False),
    ForeignKeyConstraint(["system_id", "staff_id"], ["account.system_id", "account.staff_id"], ondelete="CASCADE"),
)

ticket = Table(
    "ticket",
    metadata,
    Column("token_hash", LargeBinary, primary_key=True),
    Column("session_hash", LargeBinary, nullable=False),
    Column("expires_at", DateTime(timezone=True), nullable=False),
)
