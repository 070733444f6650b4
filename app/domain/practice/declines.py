"""Why a service says no: the codes it chooses from. A code is evidence of what was missing, never a league table."""

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from app.domain.practice.document import Document
from app.domain.practice.kinds import PracticeKind
from app.domain.practice.table import column


class DeclineFamily(StrEnum):
    """What a no is about."""

    CAPACITY = "capacity"
    FIT = "fit"
    INFORMATION = "information"
    RESPONSE = "response"
    TERMS = "terms"
    CHOICE = "choice"
    OTHER = "other"


class Asks(StrEnum):
    """What the service must say beside the code."""

    WORDS = "words"
    WHEN = "when"
    ITEMS = "items"


@dataclass(frozen=True, slots=True, kw_only=True)
class DeclineLine:
    """One code. `which` are the parts to choose from; `evidence` is the delay it speaks for."""

    code: str = column("Code")
    words: str = column("Words")
    family: DeclineFamily = column("Family")
    evidence: str | None = column("Evidence of", "A delay reason, such as IP8, or what to reopen", default=None)
    which: tuple[str, ...] = column("Which", "Parts to choose from", default=())
    asks: Asks | None = column("Asks for", default=None)
    by_system: bool = column("Set by the system", default=False)


@dataclass(frozen=True, slots=True)
class DeclineCodes(Document[DeclineLine]):
    """Every code by which a service may decline."""

    kind: ClassVar[PracticeKind] = PracticeKind.DECLINE_CODES
    line: ClassVar[type[DeclineLine]] = DeclineLine

    def chosen(self, code: str) -> DeclineLine | None:
        """The line that a service chooses by this code; None for one not on the list, or that time alone sets."""
        return next((line for line in self.lines if line.code == code and not line.by_system), None)
