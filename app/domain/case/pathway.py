"""Home first: the pathway the person needs, the one they are given, and why not home."""

from dataclasses import dataclass
from datetime import date

from app.domain.case.command import CaseCommand
from app.domain.case.state import Case, Planning
from app.domain.case.triage import NotInPlanning
from app.domain.codes.pathways import Pathway
from app.domain.codes.why_not_home import WhyNotHome
from app.domain.local_time import local_date
from app.domain.rejections import Rejection
from app.domain.values import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class PathwayDecided:
    """The hub decided the pathway. `why_not_home` and what belongs to it stand when P2 or P3 is given."""

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
    """Home has no why-not-home; a bed needs its code, words, what would make home possible and a review (rule 3)."""
    decided = PathwayDecided(
        needed=command.needed,
        given=command.given,
        why_not_home=command.why_not_home,
        words=command.words,
        home_possible_if=command.home_possible_if,
        review_on=command.review_on,
    )
    if case.pathway == decided:
        return []
    if not isinstance(case.stage, Planning):
        raise NotInPlanning
    if command.given.is_home:
        _require_no_why_not_home(command)
    else:
        _require_why_not_home(command)
    return [decided]


class WhyNotHomeMissing(Rejection):
    """A bed instead of home needs a why-not-home code, words, what would make home possible, and a review date."""


class WhyNotHomeNotWanted(Rejection):
    """Who goes home has no reason against it and no review of one. Clear these fields, or choose a bed as given."""


class ReviewDatePassed(Rejection):
    """The day to review this lies before today. Give today or a day to come."""


def _require_no_why_not_home(command: DecidePathway) -> None:
    unwanted = {
        "why_not_home": command.why_not_home,
        "home_possible_if": command.home_possible_if,
        "review_on": command.review_on,
    }
    filled = [name for name, value in unwanted.items() if value]
    if filled:
        raise WhyNotHomeNotWanted(fields=",".join(filled))


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
    if command.review_on and command.review_on < local_date(command.at):
        raise ReviewDatePassed
