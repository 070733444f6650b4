"""The drafts of referrals, one of each stay, and of assessments, one of each case."""

from sqlalchemy import Column, DateTime, ForeignKey, Index, Integer, Table, Uuid
from sqlalchemy.dialects.postgresql import JSONB

from app.database import metadata


def _draft_table(name: str, of: str, body: str) -> Table:
    return Table(
        name,
        metadata,
        Column("system_id", Uuid, ForeignKey("system.id"), primary_key=True),
        Column(of, Uuid, primary_key=True),
        Column("person_id", Uuid, nullable=False, comment="whose words these are: they go when the person is erased"),
        Column("body", JSONB, nullable=False, comment=f"{body}; readable, so never in the log"),
        Column("version", Integer, nullable=False),
        Column("saved_by", Uuid, nullable=False),
        Column("saved_at", DateTime(timezone=True), nullable=False),
        Index(f"{name}_of_person", "system_id", "person_id"),
    )


referral_draft = _draft_table("referral_draft", "spell_id", "what is typed, by the part of the form")
assessment_draft = _draft_table("assessment_draft", "case_id", "the answers so far, and who assesses")
