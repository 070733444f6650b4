"""The embedded PostgreSQL: what a newcomer tries is what a hospital runs, without installing it first."""

from app.embedded.errors import EmbeddedPostgresError
from app.embedded.server import EmbeddedPostgres

__all__ = ["EmbeddedPostgres", "EmbeddedPostgresError"]
