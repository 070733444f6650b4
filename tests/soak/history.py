"""What was done to lists and seen of them, with the times at which it was asked and answered, on one clock."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Append:
    """A value was to be added to a list. `answered` is None where nobody knows what came of it. Seconds."""

    to: str
    value: str
    invoked: float
    answered: float | None


@dataclass(frozen=True, slots=True)
class Read:
    """What a reader saw of a list. `fresh` readers are promised all that was answered before they asked.

    `position` is how far a reader who follows says that it knows everything.
    """

    of: str
    values: tuple[str, ...]
    invoked: float
    answered: float
    reader: str
    fresh: bool = True
    position: int | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """A value as the log has it at the end."""

    value: str
    position: int


@dataclass(frozen=True, slots=True)
class History:
    """A whole run. `final` is each list in the log's order."""

    appends: Sequence[Append] = ()
    reads: Sequence[Read] = ()
    final: Mapping[str, Sequence[Entry]] = field(default_factory=dict)
