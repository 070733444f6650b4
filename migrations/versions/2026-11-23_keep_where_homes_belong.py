"""Keep where homes belong, as reference tables load it, and the practice that a person was said to have."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "2026_11_23_homes"
down_revision: str | Sequence[str] | None = "2026_11_23_hub_need"


def upgrade() -> None:
    """Keep where homes belong, as reference tables load it, and the practice that a person was said to have."""
    op.execute("SET LOCAL lock_timeout = '3s'")
    _reference(
        "postcode_home",
        ("postcode",),
        sa.Column("council", sa.Text(), nullable=False),
        sa.Column("icb", sa.Text(), nullable=True, comment="where it is not the council's"),
        sa.Column("locality", sa.Text(), nullable=True),
    )
    _reference(
        "practice",
        ("code",),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("postcode", sa.Text(), nullable=True),
        sa.Column("icb", sa.Text(), nullable=False),
    )
    _reference(
        "council",
        ("code",),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("icb", sa.Text(), nullable=True),
        sa.Column("contact", sa.Text(), nullable=True, comment="whom to tell of somebody of theirs, in words"),
    )
    _reference(
        "icb",
        ("code",),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("contact", sa.Text(), nullable=True),
    )
    _reference("hub_area", ("area", "code", "locality"), sa.Column("hub_id", sa.Uuid(), nullable=False))
    op.create_table(
        "reference_load",
        sa.Column("system_id", sa.Uuid(), nullable=False),
        sa.Column("load_id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("loaded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("staff_id", sa.Uuid(), nullable=True, comment="empty: from the terminal"),
        sa.Column("added", sa.Integer(), nullable=False),
        sa.Column("changed", sa.Integer(), nullable=False),
        sa.Column("ended", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("system_id", "load_id"),
    )
    op.create_index("reference_load_latest", "reference_load", ["system_id", "kind", "load_id"])
    op.add_column("person", sa.Column("practice", sa.Text(), nullable=True, comment="its ODS code, as last told"))


def _reference(name: str, key: tuple[str, ...], *columns: sa.Column[object]) -> None:
    op.create_table(
        name,
        sa.Column("system_id", sa.Uuid(), nullable=False),
        *(sa.Column(each, sa.Text(), nullable=False) for each in key),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column(
            "valid_to",
            sa.Date(),
            nullable=True,
            comment="the first day on which it no longer holds; empty: it still does",
        ),
        *columns,
        sa.PrimaryKeyConstraint("system_id", *key, "valid_from"),
    )
