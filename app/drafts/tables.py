"""The drafts of referrals: one of each stay, shared by the ward."""

from sqlalchemy import Column, DateTime, ForeignKey, Index, Integer, Table, Uuid
from sqlalchemy.dialects.postgresql import JSONB

from app.database import metadata

referral_draft = Table(
    "referral_draft",
    metadata,
    Column("system_id", Uuid, ForeignKey("system.id"), primary_key=True),
    Column("spell_id", Uuid, primary_key=True),
    Column("person_id", Uuid, nullable=False, comment="whose words these are: they go when the person is erased"),
    Column(
        "body", JSONB, nullable=False, comment="what is typed, by the part of the form; readable, so never in the log"
    ),
    Column("version", Integer, nullable=False),
    Column("saved_by", Uuid, nullable=False),
    Column("saved_at", DateTime(timezone=True), nullable=False),
    Index("referral_draft_of_person", "system_id", "person_id"),
)
