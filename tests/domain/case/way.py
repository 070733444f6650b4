"""One invented case: Ada Example, referred from her spell to the hub in the morning of 2 November 2026.

Who takes part, what the other streams say, and what follows `after` these events. What happens on the case is in
`events`, what is commanded in `commands`.
"""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from app.domain.case import CASE, Case, CaseFacts
from app.domain.case.form import Need, Needs, ReferralForm
from app.domain.case.state import Stage
from app.domain.practice import AssessmentAgreements, DeclineCodes, Lists, ServiceLines, WhyNotHomeCodes
from app.domain.values import CaseId, HubId, PersonId, SpellId, StaffId, Stream, Words
from app.events.practice import shipped
from tests.domain.given import NOON, decided, given, uid

CASE_ID, OTHER_CASE = CaseId(uid(41)), CaseId(uid(42))
STREAM = Stream(f"case:{CASE_ID}")
ADA, SURVIVOR, SPELL, OTHER_SPELL = PersonId(uid(1)), PersonId(uid(2)), SpellId(uid(21)), SpellId(uid(22))
HUB, OTHER_HUB = HubId(uid(51)), HubId(uid(52))
PRIYA, SAM = StaffId(uid(61)), StaffId(uid(62))
CARE, MEALS = Need.PERSONAL_CARE, Need.MEALS
TOMORROW = NOON + timedelta(days=1)
REVIEW_ON = date(2026, 12, 1)
TEAM, CONSULTANT = Words("The hub team"), Words("Dr Khan, consultant")
LISTS = Lists(
    lines=shipped(ServiceLines),
    declines=shipped(DeclineCodes),
    agreements=shipped(AssessmentAgreements),
    why_not_home=shipped(WhyNotHomeCodes),
)
KNOWN = CaseFacts(spell_person=ADA, manages_for=HUB, lists=LISTS)
"""What the other streams say unless a test says otherwise: spell open, manager of that hub, lists as shipped."""


def known(**other: Any) -> CaseFacts:
    return replace(KNOWN, **other)


def saying(*needs: Need, words: str = "Fell at home.") -> ReferralForm:
    return ReferralForm(why_in_hospital=Words(words) if words else None, needs=Needs(needs=frozenset(needs or {CARE})))


def after(*past: object, then: Any, facts: CaseFacts = KNOWN) -> list[Any]:
    """What a command records after these events."""
    return decided(CASE, given(*past, stream=STREAM), then, facts)


def case_after(*past: object) -> Case:
    """The case after these events."""
    case: Case = CASE.fold(given(*past, stream=STREAM))
    return case


def stage_after(*past: object) -> Stage:
    """Where the case stands after these events."""
    return case_after(*past).stage
