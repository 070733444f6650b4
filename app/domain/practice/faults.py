"""What is wrong with a list, line by line, in words that name the line."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.rejections import Rejection


@dataclass(frozen=True, slots=True)
class Fault:
    """`line` counts from 0; `column` is the cell, empty for the whole line; `words` say what would be right."""

    line: int
    column: str
    words: str


class PracticeFaulty(Rejection):
    """Some lines of this list are not right, so nothing was changed. Put right the lines named here and send again."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        super().__init__()
        self.faults = tuple(faults)
