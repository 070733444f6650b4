"""Identity, contacts, keys, and the numbers by which a person and a visit are found again."""

from sqlalchemy import Column, Date, DateTime, ForeignKeyConstraint, Index, LargeBinary, Table, Text, Uuid, func, text
from sqlalchemy.dialects.postgresql import ARRAY, JSONB

from app.database import metadata

person = Table(
    "person",
    metadata,
    Column("system_id", Uuid, primary_key=True),
    Column("person_id", Uuid, primary_key=True),
    Column("family", Text),
    Column("given", Text),
    Column("prefix", Text),
    Column("birth_date", Date),
    Column("sex", Text),
    Column(
        "nhs_number", Text, comment="as last told, checked or not; the checked one also stands in person_identifier"
    ),
    Column("address", ARRAY(Text)),
    Column("postcode", Text),
    Column("phone", Text),
    Column("practice", Text, comment="its ODS code, as last told"),
    Column("registered_at", DateTime(timezone=True), nullable=False, server_default=func.now()),
    # Also when the person was last said to live: `telling.LIVES`.
    Column(
        "said_at",
        JSONB,
        nullable=False,
        server_default=text("'{}'::jsonb"),
        comment="when each of the columns above was last said, by its name",
    ),
)

person_identifier = Table(
    "person_identifier",
    metadata,
    Column("system_id", Uuid, primary_key=True),
    Column("kind", Text, primary_key=True, comment="nhs or hospital"),
    Column("authority", Text, primary_key=True, comment="who gave a hospital number; empty for an NHS number"),
    Column("value", Text, primary_key=True),
    Column("person_id", Uuid, nullable=False),
    ForeignKeyConstraint(["system_id", "person_id"], ["person.system_id", "person.person_id"], ondelete="CASCADE"),
    Index("identifier_by_value", "system_id", "value"),
    Index("identifier_of_person", "system_id", "person_id"),
)

person_key = Table(
    "person_key",
    metadata,
    Column("system_id", Uuid, primary_key=True),
    Column("person_id", Uuid, primary_key=True),
    Column("key", LargeBinary, nullable=False),
)

person_alias = Table(
    "person_alias",
    metadata,
    Column("system_id", Uuid, primary_key=True),
    Column("retired_id", Uuid, primary_key=True),
    Column("survivor_id", Uuid, nullable=False, comment="never retired itself: a chain of merges leads to its end"),
    Index("alias_of_survivor", "system_id", "survivor_id"),
)

visit = Table(
    "visit",
    metadata,
    Column("system_id", Uuid, primary_key=True),
    Column("authority", Text, primary_key=True, comment="the sender that numbered the visit"),
    Column("number", Text, primary_key=True),
    Column("person_id", Uuid, nullable=False),
    Column("spell_id", Uuid, nullable=False),
    Index("visit_of_person", "system_id", "person_id"),
    Index("visit_of_spell", "system_id", "spell_id"),
)
