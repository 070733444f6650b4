"""What was signed, asked and found of assessments, in words; the answers themselves stand on their own page."""

from typing import assert_never

from app.domain.case import (
    AssessmentReaffirmed,
    AssessmentSigned,
    FoundDifferent,
    ItemAccepted,
    ItemAnswered,
    ItemQueried,
    ItemRejected,
)
from app.domain.case.assessing import AssessingEvent
from app.domain.case.item_answers import ItemEvent
from app.domain.codes.assessors import COMPETENCIES, SEEN_WHERE, Competency
from app.domain.practice import PracticeKind
from app.forms import item_text, title_of
from app.views.phrases import Names, coded, moment, quoted, where


def say_assessment(event: AssessingEvent | ItemEvent, names: Names) -> str:
    """One event about an assessment as a sentence."""
    match event:
        case AssessmentSigned():
            return _signed(event, names)
        case AssessmentReaffirmed():
            return f"Assessment, version {event.number}: still true.{quoted(event.words)}"
        case ItemAccepted():
            return f"{where(names, event.service_id)} accepts {_item(event)}."
        case ItemQueried():
            return f"{where(names, event.service_id)} asks about {_item(event)}:{quoted(event.words)}"
        case ItemRejected():
            return f"{where(names, event.service_id)} does not accept {_item(event)}:{quoted(event.words)}"
        case ItemAnswered():
            return f"Answered to {where(names, event.service_id)} about {_item(event)}:{quoted(event.words)}"
        case FoundDifferent():
            by = f" by {where(names, event.service_id)}" if event.service_id else ""
            return f"Found different on arrival{by}, {_item(event)}:{quoted(event.how)}"
        case _:
            assert_never(event)


def _signed(event: AssessmentSigned, names: Names) -> str:
    version = f", version {event.number}" if event.number > 1 else ""
    agreement = coded(names, PracticeKind.ASSESSMENT_AGREEMENTS, event.agreement)
    competency = COMPETENCIES[Competency(event.competency)].lower()
    seen = f"Seen {SEEN_WHERE[event.seen_where].lower()} {moment(event.seen_at)}.{quoted(event.seen_with, 'With')}"
    changed = f" Changed: {len(event.changed)} of its answers." if event.changed else ""
    return f"{title_of(event.form)} signed{version} ({competency}), under: {agreement}. {seen}{changed}"


def _item(event: ItemAccepted | ItemQueried | ItemRejected | ItemAnswered | FoundDifferent) -> str:
    return f"“{item_text(event.link_id)}”"
