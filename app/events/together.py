"""What a turn writes, as one statement: each part is an entry of its WITH list, with parameters numbered on.

All parts see the database as it was before any of them.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from app.domain.values import SystemId


@dataclass(frozen=True, slots=True)
class Part:
    """`writes` is SQL such as `moved AS (UPDATE …)`, `answers` a SELECT or nothing; `$1` is the system in both.

    `arguments` are its parameters from `$2` on.
    """

    writes: str
    arguments: tuple[Any, ...]
    answers: str = ""


def together(system: SystemId, parts: Iterable[Part]) -> tuple[Any, ...]:
    """The statement and its arguments; one part at most may answer."""
    writes: list[str] = []
    answers, arguments = "", [system]
    for part in parts:
        passed = len(arguments) - 1
        writes.append(_numbered_on(part.writes, passed))
        answers += _numbered_on(part.answers, passed)
        arguments += part.arguments
    return f"WITH {', '.join(writes)} {answers or 'SELECT 1'}", *arguments


@lru_cache(maxsize=1024)
def _numbered_on(sql: str, passed: int) -> str:
    return _PARAMETER.sub(lambda found: f"${found[1] if found[1] == '1' else int(found[1]) + passed}", sql)


_PARAMETER = re.compile(r"\$(\d+)")
