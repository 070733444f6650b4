"""One thing that was looked at, and how it is."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Self


class Health(StrEnum):
    """`look`: it works, and somebody should look at it. `wrong`: something does not work."""

    WELL = "well"
    LOOK = "look"
    WRONG = "wrong"


@dataclass(frozen=True, slots=True)
class Finding:
    """`what` was looked at, how it is in `words`, and, unless it is well, what to `do`."""

    what: str
    health: Health
    words: str
    do: str = ""

    @property
    def stops(self) -> bool:
        """Whether something does not work."""
        return self.health is Health.WRONG

    @classmethod
    def well(cls, what: str, words: str) -> Self:
        """Nothing to do."""
        return cls(what, Health.WELL, words)

    @classmethod
    def look(cls, what: str, words: str, do: str) -> Self:
        """It works, and somebody should look at it."""
        return cls(what, Health.LOOK, words, do)

    @classmethod
    def wrong(cls, what: str, words: str, do: str) -> Self:
        """Something does not work."""
        return cls(what, Health.WRONG, words, do)
