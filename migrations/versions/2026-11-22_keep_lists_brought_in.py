"""Keep lists brought in."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision: str = "2026_11_22_lists"
down_revision: str | Sequence[str] | None = "2026_11_22_feed_settings"


def upgrade() -> None:
    """Keep lists brought in."""
    op.execute("SET LOCAL lock_timeout = '3s'")
    op.create_table(
        "list_upload",
        sa.Column("system_id", sa.Uuid(), nullable=False),
        sa.Column("list_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("staff_id", sa.Uuid(), nullable=False),
        sa.Column("brought_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("mapping", postgresql.JSONB(), nullable=False),
        sa.Column("rows", sa.Integer(), nullable=False, comment="how many stand below the headings"),
        sa.Column(
            "text",
            sa.Text(),
            comment="as pasted, so outside the log; gone once it is applied, taken back or a day old",
        ),
        sa.Column(
            "digest",
            sa.LargeBinary(),
            nullable=False,
            comment="to know a repeat; empty once the list is taken back",
        ),
        sa.Column("begun_at", sa.DateTime(timezone=True)),
        sa.Column("applied_at", sa.DateTime(timezone=True)),
        sa.Column("undone_at", sa.DateTime(timezone=True)),
        sa.ForeignKeyConstraint(["system_id"], ["system.id"]),
        sa.PrimaryKeyConstraint("system_id", "list_id"),
    )
    op.create_index("list_upload_by_time", "list_upload", ["system_id", "brought_at"])
    op.create_table(
        "list_row",
        sa.Column("system_id", sa.Uuid(), nullable=False),
        sa.Column("list_id", sa.Uuid(), nullable=False),
        sa.Column("row", sa.Integer(), nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("code", sa.Text(), comment="why it could not be brought in"),
        sa.Column("words", sa.Text(), comment="the same in words, of the rule and never of the list"),
        sa.Column("notes", postgresql.ARRAY(sa.Text()), nullable=False),
        sa.Column("person_id", sa.Uuid()),
        sa.Column("spell_id", sa.Uuid()),
        sa.Column("case_id", sa.Uuid()),
        sa.Column("ward_id", sa.Uuid(), comment="where the row put the person"),
        sa.Column("bed", sa.Text()),
        sa.Column("from_ward_id", sa.Uuid(), comment="where the person was before"),
        sa.Column("from_bed", sa.Text()),
        sa.Column("version", sa.Integer(), comment="of the stay or the case, when this row had done its part"),
        sa.Column("undone", sa.Text(), comment="taken_back or left"),
        sa.Column("undone_words", sa.Text(), comment="why it was left"),
        sa.ForeignKeyConstraint(
            ["system_id", "list_id"], ["list_upload.system_id", "list_upload.list_id"], ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("system_id", "list_id", "row"),
    )
    op.create_table(
        "list_mapping",
        sa.Column("system_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column(
            "headings",
            sa.LargeBinary(),
            nullable=False,
            comment="a hash: a list without headings begins with a person",
        ),
        sa.Column("mapping", postgresql.JSONB(), nullable=False),
        sa.ForeignKeyConstraint(["system_id"], ["system.id"]),
        sa.PrimaryKeyConstraint("system_id", "kind", "headings"),
    )
