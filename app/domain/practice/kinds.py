"""The local lists that a hub keeps as its own data."""

from enum import StrEnum
from functools import cache
from uuid import UUID, uuid5

from app.domain.values import Stream, stream


class PracticeKind(StrEnum):
    """The code of a list; its words are in `WORDS`."""

    TASK_TEMPLATES = "task_templates"
    DECLINE_CODES = "decline_codes"
    ESCALATION_POLICY = "escalation_policy"
    SERVICE_LINES = "service_lines"
    ASSESSMENT_AGREEMENTS = "assessment_agreements"
    WHY_NOT_HOME = "why_not_home"
    QUICK_PHRASES = "quick_phrases"
    DELAY_ORDER = "delay_order"
    DELAY_REPORTING = "delay_reporting"


WORDS = {
    PracticeKind.TASK_TEMPLATES: "Task templates",
    PracticeKind.DECLINE_CODES: "Decline codes of services",
    PracticeKind.ESCALATION_POLICY: "Escalation policy",
    PracticeKind.SERVICE_LINES: "Service lines",
    PracticeKind.ASSESSMENT_AGREEMENTS: "Trusted assessment agreements",
    PracticeKind.WHY_NOT_HOME: "Why not home",
    PracticeKind.QUICK_PHRASES: "Quick phrases for notes",
    PracticeKind.DELAY_ORDER: "Order of delay reasons",
    PracticeKind.DELAY_REPORTING: "Reporting of delays",
}

_IDS = UUID("6d0f6f5c-27a5-4f7e-9a0b-3f2f6f3f9a51")


def practice_id(kind: PracticeKind) -> UUID:
    """The id of a list, the same in every system."""
    return uuid5(_IDS, kind)


@cache
def line_id(kind: PracticeKind, code: str) -> UUID:
    """The id of a line of a list, the same in every system: by it what the line is called is found."""
    return uuid5(practice_id(kind), code)


def practice_stream(kind: PracticeKind) -> Stream:
    """The stream of a list."""
    return stream("practice", practice_id(kind))
