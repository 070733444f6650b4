"""The lists that decisions on a case follow, as they stand inside the turn; empty where a decision reads none."""

from dataclasses import dataclass, field

from app.domain.practice.declines import DeclineCodes
from app.domain.practice.lines import ServiceLines
from app.domain.practice.not_home import WhyNotHomeCodes
from app.domain.practice.words import AssessmentAgreements


@dataclass(frozen=True, slots=True, kw_only=True)
class Lists:
    """Each list as the hub has it; the shipped one where it has set none."""

    lines: ServiceLines = field(default_factory=ServiceLines)
    declines: DeclineCodes = field(default_factory=DeclineCodes)
    agreements: AssessmentAgreements = field(default_factory=AssessmentAgreements)
    why_not_home: WhyNotHomeCodes = field(default_factory=WhyNotHomeCodes)


NO_LISTS = Lists()
