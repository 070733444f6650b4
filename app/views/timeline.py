"""What happened, in words: a function of the stream, with no table of its own."""

from collections.abc import Mapping
from typing import Any, assert_never
from uuid import UUID

from app.domain.case import (
    CameBack,
    CaseClosed,
    CaseEvent,
    CaseManagerNamed,
    CaseReopened,
    LeavingPlanned,
    LeftHospital,
    PathwayDecided,
    ReferralAccepted,
    ReferralResubmitted,
    ReferralReturned,
    ReferralSubmitted,
)
from app.domain.codes import criteria, pathways, ways_out, why_not_home
from app.domain.local_time import LOCAL
from app.domain.spell import (
    AdmissionReversed,
    CriteriaReviewed,
    EndReversed,
    MoveReversed,
    PersonMoved,
    PlaceCorrected,
    SpellEnded,
    SpellEvent,
    SpellOpened,
    SpellReopened,
)
from app.domain.spell.criteria import ReviewOutcome

Names = Mapping[UUID, str]
"""The names of wards and members of staff, by id."""


def say_case(event: CaseEvent, names: Names) -> str:
    """One event of a case as a sentence."""
    match event:
        case ReferralSubmitted():
            return f"Referred to {_where(names, event.hub_id)}. Needs: {_list(event.needs)}.{_quoted(event.words)}"
        case ReferralReturned():
            return f"Returned to the ward for more on: {_list(event.fields)}.{_quoted(event.words)}"
        case ReferralResubmitted():
            return f"Referral sent again. Needs: {_list(event.needs)}.{_quoted(event.words)}"
        case ReferralAccepted():
            return f"Accepted. Case manager: {_name(names, event.case_manager)}."
        case CaseManagerNamed():
            return f"Case manager is now {_name(names, event.case_manager)}."
        case PathwayDecided():
            return _pathway(event)
        case LeavingPlanned():
            at = event.leave_at.astimezone(LOCAL)
            slot = f"{at:%a} {at.day} {at:%b} {at:%H:%M} from the {event.leave_from}"
            return f"Leaving planned: {slot}.{_quoted(event.going_to)}{_quoted(event.received_by, 'Received by')}"
        case LeftHospital():
            return "Left hospital."
        case CameBack():
            return "Back in hospital: the leaving was cancelled or failed."
        case CaseClosed():
            return f"Closed: {_plain(event.outcome)}.{_quoted(event.words)}"
        case CaseReopened():
            return f"Reopened.{_quoted(event.words)}"
        case _:
            assert_never(event)


def say_spell(event: SpellEvent, names: Names) -> str:
    """One event of a stay as a sentence."""
    match event:
        case SpellOpened():
            return f"Admitted to {_place(event, names)}."
        case SpellReopened():
            return f"The cancelled admission took place after all: {_place(event, names)}."
        case PersonMoved():
            return f"Moved to {_place(event, names)}."
        case PlaceCorrected():
            return f"Place corrected: {_place(event, names)}."
        case MoveReversed():
            return f"A move was cancelled; now in {_place(event, names)}."
        case SpellEnded():
            return f"Stay ended: {ways_out.WORDS[event.how].lower()}."
        case EndReversed():
            where = f"; now in {_place(event, names)}" if event.ward_id else ""
            return f"The leaving was cancelled{where}."
        case AdmissionReversed():
            return "The admission was cancelled."
        case CriteriaReviewed():
            return _review(event)
        case _:
            assert_never(event)


def _pathway(event: PathwayDecided) -> str:
    given = f"{event.given} ({pathways.WORDS[event.given].lower()})"
    needed = "" if event.needed == event.given else f", while {event.needed} was needed"
    if event.why_not_home is None:
        return f"Pathway {given} given{needed}.{_quoted(event.words)}"
    why = why_not_home.WORDS[event.why_not_home]
    review = f" To be reviewed on {event.review_on:%d %b}." if event.review_on else ""
    possible = _quoted(event.home_possible_if, "Home would be possible if")
    return f"Pathway {given} given{needed}. Why not home: {why}.{_quoted(event.words)}{possible}{review}"


def _review(event: CriteriaReviewed) -> str:
    if event.outcome is ReviewOutcome.NO_LONGER_MEETS:
        return f"Reviewed: no longer meets the criteria to reside.{_quoted(event.words)}"
    met = ", ".join(sorted(criteria.SHORT[each] for each in event.criteria))
    return f"Reviewed: meets the criteria to reside ({met}).{_quoted(event.words)}"


def _place(event: Any, names: Names) -> str:
    where = _where(names, event.ward_id)
    return f"{where}, bed {event.bed}" if event.bed else where


def _name(names: Names, key: UUID) -> str:
    return names.get(key, "somebody not on the roster")


def _where(names: Names, key: UUID) -> str:
    return names.get(key, "a place not on the list")


def _list(items: frozenset[Any]) -> str:
    return ", ".join(sorted(_plain(item) for item in items)) or "none named"


def _plain(code: str) -> str:
    return str(code).replace("_", " ")


def _quoted(words: str | None, lead: str = "") -> str:
    if not words:
        return ""
    return f" {lead} “{words}”" if lead else f" “{words}”"
