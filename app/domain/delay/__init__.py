"""Why somebody who could leave is still here (DOMAIN rule 6): from facts of the stay and the case to one reason.

A fact says what is so from a time on. The facts that stand at an instant make its stage; blockers are open over
intervals; the reporting rule picks the one reason of the instant, or says that it is unexplained.
"""

from app.domain.delay.facts import Blocker, Fact, Field, History, Override, joined
from app.domain.delay.nights import NightReason, nights
from app.domain.delay.rule import LineReasons, ReportingRule
from app.domain.delay.spans import Span, spans
from app.domain.delay.why import How, Why, why_at

__all__ = [
    "Blocker",
    "Fact",
    "Field",
    "History",
    "How",
    "LineReasons",
    "NightReason",
    "Override",
    "ReportingRule",
    "Span",
    "Why",
    "joined",
    "nights",
    "spans",
    "why_at",
]
