"""Home first: the pathway the person needs, the one they are given, and why not home."""

from dataclasses import dataclass
from datetime import date

from app.domain.case.command import CaseCommand
from app.domain.case.state import Case, Planning
from app.domain.case.triage import NotInPlanning
from app.domain.codes.pathways import Pathway
from app.domain.codes.why_not_home import WhyNotHome
from app.domain.rejections import Rejection
from app.domain.values import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class PathwayDecided:
    """The hub decided the pathway. `why_not_home` and its words stand when the pathway given is P2 or P3."""

    needed: Pathway
    given: Pathway
    why_not_home: WhyNotHome | None
    words: Words | None
    home_possible_if: Words | None
    review_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DecidePathway(CaseCommand):
    """Decide, or decide anew, the pathway needed and given."""

    needed: Pathway
    given: Pathway
    why_not_home: WhyNotHome | None
    words: Words | None
    home_possible_if: Words | None
    review_on: date | None


def decide_pathway(command: DecidePathway, case: Case) -> list[PathwayDecided]:
    """Home needs no reason; a bed needs a code, words, what would make home possible and a review date (rule 3)."""
    if not isinstance(case.stage, Planning):
        raise NotInPlanning
    if not command.given.is_home:
        _require_why_not_home(command)
    decided = PathwayDecided(
        needed=command.needed,
        given=command.given,
        why_not_home=command.why_not_home,
        words=command.words,
        home_possible_if=command.home_possible_if,
        review_on=command.review_on,
    )
    return [] if case.pathway == decided else [decided]


class WhyNotHomeMissing(Rejection):
    """A bed instead of home needs a why-not-home code, words, what would make home possible, and a review date."""


def _require_why_not_home(command: DecidePathway) -> None:
    required = {
        "why_not_home": command.why_not_home,
        "words": command.words,
        "home_possible_if": command.home_possible_if,
        "review_on": command.review_on,
    }
    missing = [name for name, value in required.items() if not value]
    if missing:
        raise WhyNotHomeMissing(fields=",".join(missing))
