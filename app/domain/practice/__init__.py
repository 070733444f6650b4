"""What is local practice: lists that a hub keeps as versioned data of its own, each a table of typed lines."""

from app.domain.practice.comparing import changes_between
from app.domain.practice.declines import DeclineCodes
from app.domain.practice.delays import DelayOrder, DelayReporting, reporting_rule
from app.domain.practice.document import MOST_LINES, Document
from app.domain.practice.documents import DOCUMENTS
from app.domain.practice.escalation import EscalationPolicy
from app.domain.practice.faults import Fault, PracticeFaulty
from app.domain.practice.kinds import WORDS, PracticeKind, line_id, practice_id, practice_stream
from app.domain.practice.lines import LineRule, ServiceLines
from app.domain.practice.lists import NO_LISTS, Lists
from app.domain.practice.not_home import WhyNotHomeCodes, WhyNotHomeLine
from app.domain.practice.setting import PRACTICE, PRACTICE_EVENTS, Lines, PracticeSet, SetPractice
from app.domain.practice.table import Column, columns_of
from app.domain.practice.tasks import TaskLine, Template
from app.domain.practice.templates import TaskTemplates
from app.domain.practice.words import AssessmentAgreements, QuickPhrases

__all__ = [
    "DOCUMENTS",
    "MOST_LINES",
    "NO_LISTS",
    "PRACTICE",
    "PRACTICE_EVENTS",
    "WORDS",
    "AssessmentAgreements",
    "Column",
    "DeclineCodes",
    "DelayOrder",
    "DelayReporting",
    "Document",
    "EscalationPolicy",
    "Fault",
    "LineRule",
    "Lines",
    "Lists",
    "PracticeFaulty",
    "PracticeKind",
    "PracticeSet",
    "QuickPhrases",
    "ServiceLines",
    "SetPractice",
    "TaskLine",
    "TaskTemplates",
    "Template",
    "WhyNotHomeCodes",
    "WhyNotHomeLine",
    "changes_between",
    "columns_of",
    "line_id",
    "practice_id",
    "practice_stream",
    "reporting_rule",
]
