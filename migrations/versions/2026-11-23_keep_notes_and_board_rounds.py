"""Keep the notes of a case, found by their words, and the board rounds of a hub."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision: str = "2026_11_23_notes"
down_revision: str | Sequence[str] | None = "2026_11_23_flags"


def upgrade() -> None:
    """Keep the notes of a case and the board rounds of a hub. There are none of either yet."""
    op.execute("SET LOCAL lock_timeout = '3s'")
    op.create_table(
        "note_1",
        *_row_columns(),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("spell_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("sealed_for", sa.Uuid(), nullable=False, comment="whose key seals the words in the log"),
        sa.Column("audience", sa.Text(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("author", sa.Text(), nullable=False),
        sa.Column("author_role", sa.Text()),
        sa.Column("written_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("pinned", sa.Boolean(), nullable=False),
        sa.Column("amends", sa.Uuid()),
        sa.Column("amended_by", sa.Uuid()),
        sa.PrimaryKeyConstraint("system_id", "scope", "id"),
    )
    op.create_index("note_by_id", "note_1", ["system_id", "id"])
    op.create_index("note_of_case", "note_1", ["system_id", "case_id"])
    op.create_index("note_of_person", "note_1", ["system_id", "person_id"])
    by_words = sa.text("to_tsvector('simple'::regconfig, words)")
    op.create_index("note_by_words", "note_1", [by_words], postgresql_using="gin")
    rounds = "the latest first: at, and the position since which all is news"
    op.create_table(
        "board_round_1",
        *_row_columns(),
        sa.Column("held_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("rounds", postgresql.JSONB(), nullable=False, comment=rounds),
        sa.PrimaryKeyConstraint("system_id", "scope", "id"),
    )
    for table in ("note_1", "board_round_1"):
        op.create_index(f"{table}_since", table, ["system_id", "position"])
        op.create_index(f"{table}_shown", table, ["system_id", "scope"], postgresql_where=sa.text("NOT gone"))


def _row_columns() -> list[sa.Column[object]]:
    return [
        sa.Column("system_id", sa.Uuid(), nullable=False),
        sa.Column("scope", sa.Text(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("position", sa.BigInteger(), nullable=False),
        sa.Column("gone", sa.Boolean(), nullable=False),
    ]
