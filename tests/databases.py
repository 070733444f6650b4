"""Databases beside the one that most tests share: each has this version's tables in a moment, as a copy."""

from app.embedded import EmbeddedPostgres
from app.migrating import migrate

WITH_TABLES = "with_tables"


def start_with_tables(server: EmbeddedPostgres) -> None:
    """Start a server whose own database has the tables, and keep a copy to which nobody ever connects."""
    server.start()
    migrate(server.url(role="owner"))
    server.create_database(WITH_TABLES, template="homeward")


def create_with_tables(server: EmbeddedPostgres, name: str) -> None:
    """Make another database with the tables and nothing in them."""
    server.create_database(name, template=WITH_TABLES)
