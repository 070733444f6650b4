"""Which document each kind of list is."""

from typing import Any

from app.domain.practice.declines import DeclineCodes
from app.domain.practice.delays import DelayOrder, DelayReporting
from app.domain.practice.document import Document
from app.domain.practice.escalation import EscalationPolicy
from app.domain.practice.kinds import PracticeKind
from app.domain.practice.lines import ServiceLines
from app.domain.practice.not_home import WhyNotHomeCodes
from app.domain.practice.templates import TaskTemplates
from app.domain.practice.words import AssessmentAgreements, QuickPhrases

DOCUMENTS: dict[PracticeKind, type[Document[Any]]] = {
    document.kind: document
    for document in (
        TaskTemplates,
        DeclineCodes,
        EscalationPolicy,
        ServiceLines,
        AssessmentAgreements,
        WhyNotHomeCodes,
        QuickPhrases,
        DelayOrder,
        DelayReporting,
    )
}
