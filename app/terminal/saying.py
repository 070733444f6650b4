"""What stands in the way of a command, said in words and never by a traceback."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import NoReturn

from pydantic import ValidationError
from rich.console import Console

from app.domain.rejections import Rejection
from app.embedded import EmbeddedPostgresError
from app.events.rebuild.refused import CannotRebuild
from app.migrating_refused import AlreadyMigrating
from app.pooling import ThroughPooler
from app.processes.reach import DatabaseUnusable, OwnerUnknown
from app.processes.running import FolderUnusable
from app.processes.sockets import PortTaken
from app.terminal.which_system import SystemUnclear

_SAID_IN_WORDS = (
    EmbeddedPostgresError,
    DatabaseUnusable,
    ThroughPooler,
    AlreadyMigrating,
    PortTaken,
    FolderUnusable,
    OwnerUnknown,
    SystemUnclear,
    CannotRebuild,
)


@contextmanager
def obstacles_said() -> Iterator[None]:
    """Whatever stands in the way inside this block is said, and ends the program with 1."""
    try:
        yield
    except _SAID_IN_WORDS as error:
        give_up(str(error))
    except Rejection as refused:
        give_up(refused.words())
    except ValidationError as error:
        give_up("\n".join(_setting_in_words(each["loc"], each["msg"]) for each in error.errors()))


def give_up(words: str) -> NoReturn:
    """Say why, and end the program with 1."""
    Console(stderr=True).print(words, style="red", markup=False, highlight=False, soft_wrap=True)
    raise SystemExit(1)


def _setting_in_words(location: tuple[int | str, ...], message: str) -> str:
    where = ".".join(str(part) for part in location)
    name = where if where.isupper() else f"HOMEWARD_{where.upper()}"
    words = message.removeprefix("Value error, ")
    return f"{name}: {words}" if where else words
