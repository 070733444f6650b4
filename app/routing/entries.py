"""What a reference file tells: an entry a line, or what is wrong with the line."""

from dataclasses import dataclass
from datetime import date

from app.domain.rejections import Rejection
from app.routing.fields import FaultCode

MOST_TOLD = 100
"""So many faults, or changes, are told one by one; all of them are counted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """What is wrong. `line` counts from 1, the headings being one; `column` is a heading, "" for the whole line."""

    line: int
    column: str
    code: FaultCode
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry as file and table both hold it. `line` is 0 for one that stands in the table.

    `key` says what it is about, `values` what of it; `valid_to` is the first day on which it no longer holds.
    """

    line: int
    key: tuple[str, ...]
    values: tuple[str, ...]
    valid_from: date
    valid_to: date | None

    @property
    def id(self) -> tuple[tuple[str, ...], date]:
        """By what it is found again when the file is loaded once more."""
        return self.key, self.valid_from

    @property
    def says(self) -> tuple[tuple[str, ...], date | None]:
        """All that a newer file may tell otherwise."""
        return self.values, self.valid_to

    @property
    def never_held(self) -> bool:
        """Whether it was taken back: it ends before its first day."""
        return self.valid_to == self.valid_from


class ReferenceFaulty(Rejection):
    """Something is wrong in this file, so nothing of it was loaded. Mend the lines that are named and load it again."""

    def __init__(self, faults: list[Fault]) -> None:
        super().__init__()
        self.faults = sorted(faults, key=lambda fault: (fault.line, fault.column))
