"""What the embedded PostgreSQL says when it cannot do what was asked."""


class EmbeddedPostgresError(Exception):
    """The message says in words what stands in the way and, where known, what to do."""
