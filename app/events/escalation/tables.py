"""When the clock looks at whom: a deadline is a row, so that a look which finds none costs next to nothing."""

from sqlalchemy import BigInteger, Column, DateTime, Index, Table, Uuid, text

from app.database import metadata

due = Table(
    "escalation_due",
    metadata,
    Column("system_id", Uuid, primary_key=True),
    Column("spell_id", Uuid, primary_key=True),
    Column("position", BigInteger, nullable=False, comment="what was known at the last look"),
    Column("next_at", DateTime(timezone=True), comment="when something can come due; null: never by itself"),
    Index("escalation_due_next", "system_id", "next_at", postgresql_where=text("next_at IS NOT NULL")),
)

looked = Table(
    "escalation_looked",
    metadata,
    Column("system_id", Uuid, primary_key=True),
    Column("position", BigInteger, nullable=False, comment="what changed later was not looked at yet"),
)
