"""Lists that are no more than codes with words: agreements relied on, and phrases that notes begin with."""

from dataclasses import dataclass
from typing import ClassVar

from app.domain.practice.document import Document
from app.domain.practice.kinds import PracticeKind
from app.domain.practice.table import column


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """A trusted assessment agreement that assessors name as the one relied on."""

    code: str = column("Code")
    words: str = column("Name of the agreement")
    between: str | None = column("Between whom", default=None)


@dataclass(frozen=True, slots=True)
class AssessmentAgreements(Document[Agreement]):
    """Every agreement that services here rely on."""

    kind: ClassVar[PracticeKind] = PracticeKind.ASSESSMENT_AGREEMENTS
    line: ClassVar[type[Agreement]] = Agreement

    @property
    def codes(self) -> frozenset[str]:
        """The agreements that an assessor may name."""
        return frozenset(line.code for line in self.lines)


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """Words that many notes begin with, ready to take over and finish."""

    code: str = column("Code")
    words: str = column("Phrase")


@dataclass(frozen=True, slots=True)
class QuickPhrases(Document[Phrase]):
    """The phrases offered above a note."""

    kind: ClassVar[PracticeKind] = PracticeKind.QUICK_PHRASES
    line: ClassVar[type[Phrase]] = Phrase
