"""What is written down while it happens: one history, what was acknowledged, and whatever should not have been said."""

import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from uuid import UUID

from tests.soak.history import Append, Entry, History, Read

MOST_WORDS = 300


@dataclass(frozen=True, slots=True)
class Receipt:
    """What an acknowledged command was told: the version of its stream, and the position of its last event."""

    id: UUID
    version: int
    position: int


@dataclass(slots=True)
class Recorder:
    """Shared by everybody who takes part. `progress` counts what was acknowledged, by whom it was said."""

    appends: list[Append] = field(default_factory=list)
    reads: list[Read] = field(default_factory=list)
    receipts: list[Receipt] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    progress: "Counter[str]" = field(default_factory=Counter)
    not_now: "Counter[str]" = field(default_factory=Counter)

    def append(self, to: str, value: str, invoked: float, answered: float | None) -> None:
        """An append, once it is known whether it was answered."""
        self.appends.append(Append(to, value, invoked, answered))

    def fault(self, words: str) -> None:
        """Something that must not happen."""
        self.wrong.append(words[:MOST_WORDS])

    @property
    def unknown(self) -> int:
        """How many appends nobody knows the end of."""
        return sum(append.answered is None for append in self.appends)

    def history(self, final: dict[str, list[Entry]]) -> History:
        """The whole of it, beside what the log has."""
        return History(self.appends, self.reads, final)


def now() -> float:
    """The one clock of a history, in seconds."""
    return time.monotonic()


def in_order(notes: dict[str, int]) -> Sequence[str]:
    """What a reader saw of a list, by the positions that it was shown."""
    return sorted(notes, key=notes.__getitem__)
