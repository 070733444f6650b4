"""What the codes that stand in events are called, before a system says otherwise."""

from app.domain.practice import DOCUMENTS, PracticeKind, line_id
from app.events.practice.shipped import shipped

TOLD_BY_CODE = (
    PracticeKind.SERVICE_LINES,
    PracticeKind.DECLINE_CODES,
    PracticeKind.ASSESSMENT_AGREEMENTS,
    PracticeKind.WHY_NOT_HOME,
)
"""The lists whose codes stand in events."""

SHIPPED_WORDS = {
    line_id(kind, line["code"]): line["words"] for kind in TOLD_BY_CODE for line in shipped(DOCUMENTS[kind]).as_json()
}
"""The words of each shipped line, by its id."""
