"""When the answer is *not now*: the system is busy or the database is away. Nothing was recorded; ask again."""

import asyncpg
import sqlalchemy.exc

RETRY_SECONDS = 2

_ERRORS = (
    OSError,
    TimeoutError,
    sqlalchemy.exc.TimeoutError,  # every connection of the engine is in use
    asyncpg.PostgresConnectionError,
    asyncpg.OperatorInterventionError,  # shut down, terminated, cancelled by a time-out
    asyncpg.InsufficientResourcesError,
    asyncpg.LockNotAvailableError,
    asyncpg.IdleInTransactionSessionTimeoutError,
    asyncpg.TransactionTimeoutError,
    asyncpg.ReadOnlySQLTransactionError,
)


class Unavailable(Exception):
    """Homeward cannot answer just now: its database is away. Send it again in a moment: nothing is done twice."""


class Busy(Unavailable):
    """Too many changes are waiting in this system just now. Nothing was changed. Send it again in a moment."""


class NewerVersion(Unavailable):
    """A newer version of Homeward recorded something here that this process does not know yet. Send it again in a
    moment: while the newer version is brought in, another process will know."""


class Full(Unavailable):
    """The database has no room left, so nothing new can be recorded; what is there can be read. Nothing was changed.
    Tell whoever runs Homeward, and send it again once there is room."""


def not_now(error: BaseException) -> type[Unavailable]:
    """In what words to say an error that means *not now*; looks through what wraps it."""
    seen: BaseException | None = error
    while seen is not None:
        if isinstance(seen, Unavailable):
            return type(seen)
        for raised, said in _SAID.items():
            if isinstance(seen, raised):
                return said
        seen = seen.__cause__
    return Unavailable


_SAID: dict[type[BaseException], type[Unavailable]] = {
    asyncpg.LockNotAvailableError: Busy,
    asyncpg.DiskFullError: Full,
}


def is_unavailable(error: BaseException) -> bool:
    """Whether this error means *not now*; looks through what SQLAlchemy wraps around the driver's errors."""
    seen: BaseException | None = error
    while seen is not None:
        if isinstance(seen, (*_ERRORS, Unavailable)) or _is_closed_connection(seen):
            return True
        seen = seen.__cause__
    return False


def is_away(error: BaseException) -> bool:
    """As `is_unavailable`, of everything: what only a newer version knows is of one stream, and the others go on."""
    return is_unavailable(error) and not_now(error) is not NewerVersion


def _is_closed_connection(error: BaseException) -> bool:
    # The driver has no class of its own for "the socket went away under a pooled connection", nor for "the server
    # said goodbye on it while nobody used it", which leaves the driver's protocol in a state it cannot go on from.
    if isinstance(error, asyncpg.InternalClientError):
        return "cannot switch to state" in str(error)
    return isinstance(error, asyncpg.InterfaceError) and "closed" in str(error)
