"""What a case's page shows of the decisions about the way home: the one that stands, and each before it."""

from datetime import date, datetime
from typing import Any

from pydantic import BaseModel

from app.api.telling import who
from app.domain.case import BestInterestsDecided, PathwayDecided
from app.domain.case.best_interests import is_settled
from app.domain.case.state import Case
from app.domain.decider import Recorded
from app.domain.practice import PracticeKind
from app.events.overwriting import part_version
from app.events.stream import Past
from app.views.phrases import Names, coded


class Decided(BaseModel):
    """Who recorded a decision, and when; `recorded_at` is when the system learnt of it."""

    by: str
    role: str | None
    at: datetime
    recorded_at: datetime


class EarlierPathway(Decided):
    """A pathway as it was decided; the reason against home also in words, since its code may have left the list."""

    needed: str
    given: str
    why_not_home: str | None
    why_not_home_words: str | None
    words: str | None
    home_possible_if: str | None
    review_on: date | None
    alternatives: list[str]
    decided_by: str | None
    senior_yes: str | None
    limit_until: date | None
    restart: str | None


class PathwayPart(EarlierPathway):
    """The pathway as decided last; send `etag` as If-Match to change it. `earlier` has the latest first."""

    earlier: list[EarlierPathway]
    etag: str


class BestInterestsPart(Decided):
    """The best-interests decision that stands; send `etag` as If-Match to record a later one.

    `settles`: it is about the decision that the referral names now.
    """

    about: str | None
    settles: bool
    decision: str
    decided_by: str
    consulted: str
    etag: str


def pathway_part(past: Past, names: Names) -> PathwayPart | None:
    """The pathway of a case's stream, with every decision before it."""
    found = _all(past, PathwayDecided)
    if not found:
        return None
    latest, *earlier = reversed([_pathway(each, names) for each in found])
    return PathwayPart(**latest, earlier=[EarlierPathway(**each) for each in earlier], etag=_etag(past, PathwayDecided))


def best_interests_part(case: Case, past: Past, names: Names) -> BestInterestsPart | None:
    """The best-interests decision of a case and its stream, as recorded last."""
    found, event = _all(past, BestInterestsDecided), case.best_interests
    if event is None:
        return None
    return BestInterestsPart(
        about=event.about,
        settles=is_settled(case),
        decision=event.decision,
        decided_by=event.decided_by,
        consulted=event.consulted,
        etag=_etag(past, BestInterestsDecided),
        **_decided(found[-1], names),
    )


def _pathway(recorded: Recorded[Any], names: Names) -> dict[str, Any]:
    event: PathwayDecided = recorded.event
    why = event.why_not_home
    return {
        "needed": event.needed,
        "given": event.given,
        "why_not_home": why,
        "why_not_home_words": coded(names, PracticeKind.WHY_NOT_HOME, why) if why else None,
        "words": event.words,
        "home_possible_if": event.home_possible_if,
        "review_on": event.review_on,
        "alternatives": sorted(event.alternatives),
        "decided_by": event.decided_by,
        "senior_yes": event.senior_yes,
        "limit_until": event.limit_until,
        "restart": event.restart,
    } | _decided(recorded, names)


def _decided(recorded: Recorded[Any], names: Names) -> dict[str, Any]:
    by = recorded.by
    return {"by": who(by, names), "role": by.role, "at": recorded.at, "recorded_at": recorded.recorded_at}


def _all(past: Past, class_: type[Any]) -> list[Recorded[Any]]:
    return [each for each in past.events if isinstance(each.event, class_)]


def _etag(past: Past, part: type[Any]) -> str:
    return f'"{part_version(past.events, part)}"'
