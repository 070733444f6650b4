"""Lists that were brought in: the text until it is applied, then only the ids of what came of each row."""

from sqlalchemy import (
    Column,
    DateTime,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    Table,
    Text,
    Uuid,
)
from sqlalchemy.dialects.postgresql import ARRAY, JSONB

from app.database import metadata

upload = Table(
    "list_upload",
    metadata,
    Column("system_id", Uuid, ForeignKey("system.id"), primary_key=True),
    Column("list_id", Uuid, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("staff_id", Uuid, nullable=False),
    Column("brought_at", DateTime(timezone=True), nullable=False),
    Column("mapping", JSONB, nullable=False),
    Column("rows", Integer, nullable=False, comment="how many stand below the headings"),
    Column("text", Text, comment="as pasted, so outside the log; gone once it is applied, taken back or a day old"),
    Column("digest", LargeBinary, nullable=False, comment="to know a repeat; empty once the list is taken back"),
    Column("begun_at", DateTime(timezone=True)),
    Column("applied_at", DateTime(timezone=True)),
    Column("undone_at", DateTime(timezone=True)),
    Index("list_upload_by_time", "system_id", "brought_at"),
)

row = Table(
    "list_row",
    metadata,
    Column("system_id", Uuid, primary_key=True),
    Column("list_id", Uuid, primary_key=True),
    Column("row", Integer, primary_key=True),
    Column("what", Text, nullable=False),
    Column("code", Text, comment="why it could not be brought in"),
    Column("words", Text, comment="the same in words, of the rule and never of the list"),
    Column("notes", ARRAY(Text), nullable=False),
    Column("person_id", Uuid),
    Column("spell_id", Uuid),
    Column("case_id", Uuid),
    Column("ward_id", Uuid, comment="where the row put the person"),
    Column("bed", Text),
    Column("from_ward_id", Uuid, comment="where the person was before"),
    Column("from_bed", Text),
    Column("version", Integer, comment="of the stay or the case, when this row had done its part"),
    Column("undone", Text, comment="taken_back or left"),
    Column("undone_words", Text, comment="why it was left"),
    ForeignKeyConstraint(
        ["system_id", "list_id"], ["list_upload.system_id", "list_upload.list_id"], ondelete="CASCADE"
    ),
)

mapping = Table(
    "list_mapping",
    metadata,
    Column("system_id", Uuid, ForeignKey("system.id"), primary_key=True),
    Column("kind", Text, primary_key=True),
    Column("headings", LargeBinary, primary_key=True, comment="a hash: a list without headings begins with a person"),
    Column("mapping", JSONB, nullable=False),
)
