"""Why somebody is given a bed and not home with support: the codes that a P2 or P3 chooses from (DOMAIN rule 3)."""

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from app.domain.practice.document import Document
from app.domain.practice.kinds import PracticeKind
from app.domain.practice.table import column


class WhyKind(StrEnum):
    """What a reason is about."""

    NEED = "need"
    HOME = "home"
    CARER = "carer"
    SAFETY = "safety"
    CHOICE = "choice"
    LAW = "law"
    CAPACITY = "capacity"
    EVIDENCE = "evidence"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class WhyNotHomeLine:
    """One code. `unmet_p1`: home would do and is not to be had; `until`: it holds until a day that must be said."""

    code: str = column("Code")
    words: str = column("Words")
    kind: WhyKind = column("Kind", default=WhyKind.OTHER)
    unmet_p1: bool = column("Counts as unmet P1", "For who needs P1 and cannot have it", default=False)
    until: bool = column("Holds until a day", "The end of a weight-bearing limit", default=False)


@dataclass(frozen=True, slots=True)
class WhyNotHomeCodes(Document[WhyNotHomeLine]):
    """Every reason against home that may be given."""

    kind: ClassVar[PracticeKind] = PracticeKind.WHY_NOT_HOME
    line: ClassVar[type[WhyNotHomeLine]] = WhyNotHomeLine

    def chosen(self, code: str) -> WhyNotHomeLine | None:
        """The line of this code; None for one not on the list."""
        return next((line for line in self.lines if line.code == code), None)
