"""The pathway the person needs, the one they are given, and what was weighed: each decision is kept."""

from dataclasses import dataclass, fields, replace
from datetime import date

from app.domain.case.best_interests import require_capacity_settled
from app.domain.case.command import CaseCommand
from app.domain.case.facts import CaseFacts
from app.domain.case.home_first import not_home, require_reasons
from app.domain.case.restarting import require_fitting
from app.domain.case.state import Case, is_planned
from app.domain.case.triage import NotInPlanning
from app.domain.codes.alternatives import Alternative
from app.domain.codes.pathways import Pathway
from app.domain.codes.restarts import Restart
from app.domain.local_time import local_date
from app.domain.values import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class PathwayDecided:
    """The hub decided the pathway. `why_not_home` and what belongs to it stand when P2 or P3 is given.

    `decided_by` and `senior_yes` name people with their roles, `review_on` and `limit_until` are local dates; what has
    a default was not asked for at first. `unmet_p1`: by the hub's list then, the reason was that home with support
    would do and was not to be had.
    """

    needed: Pathway
    given: Pathway
    why_not_home: str | None
    words: Words | None
    home_possible_if: Words | None
    review_on: date | None
    alternatives: frozenset[Alternative] = frozenset()
    decided_by: Words | None = None
    senior_yes: Words | None = None
    limit_until: date | None = None
    restart: Restart | None = None
    unmet_p1: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DecidePathway(CaseCommand):
    """Decide, or decide anew, the pathway needed and given."""

    needed: Pathway
    given: Pathway
    why_not_home: str | None
    words: Words | None
    home_possible_if: Words | None
    review_on: date | None
    alternatives: frozenset[Alternative] = frozenset()
    decided_by: Words | None = None
    senior_yes: Words | None = None
    limit_until: date | None = None
    restart: Restart | None = None


def decide_pathway(command: DecidePathway, case: Case, facts: CaseFacts) -> list[PathwayDecided]:
    """Home first, by the boundaries between the pathways, with the person or in their best interests (rules 3, 4)."""
    said = (field.name for field in fields(PathwayDecided) if field.name != "unmet_p1")
    decided = PathwayDecided(**{name: getattr(command, name) for name in said})
    if case.pathway and replace(case.pathway, unmet_p1=False) == decided:
        return []
    if not is_planned(case.stage):
        raise NotInPlanning
    today = local_date(command.at)
    require_fitting(command.given, command.restart, case.form.before, today)
    why = not_home(command.why_not_home, facts.lists.why_not_home)
    require_reasons(command, why, case.form.needs, today)
    require_capacity_settled(command.given, case)
    return [replace(decided, unmet_p1=why is not None and why.unmet_p1)]
