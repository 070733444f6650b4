"""Let a service leave its days to its line.

A service that never described itself admitted on every day; now on the days that the list has for its line.
"""

from collections.abc import Sequence

from alembic import op

revision: str = "its_lines_days"
down_revision: str | Sequence[str] | None = "2026_11_23_home_review"


def upgrade() -> None:
    """Let a service leave its days to its line."""
    op.execute("SET LOCAL lock_timeout = '3s'")
    op.alter_column("service_1", "admits_on", server_default="{}", comment="none: as its line has it")
    op.execute("""
        UPDATE service_1 SET admits_on = '{}' WHERE NOT EXISTS (
            SELECT 1 FROM event WHERE event.system_id = service_1.system_id AND stream = 'service:' || service_1.id
                AND type LIKE 'service.described.%')""")
