"""A case to work on: referred, agreed to be shared, accepted, and its pathway decided."""

from datetime import UTC, datetime
from typing import Any

from app.domain.case import AcceptReferral, AmendReferral, DecidePathway
from app.domain.case.form import Agreement, Agrees, ReferralForm
from app.domain.codes.pathways import Pathway
from app.domain.values import CaseId, Role, SpellId
from app.events.handler import decide_in
from app.events.log import Turn
from tests.facts import Installation


async def in_planning(made: Installation, turn: Turn, spell: SpellId) -> CaseId:
    """The case of somebody in hospital who is to go home with care."""
    referral = made.referral(spell)  # before the instant of the rest, as in life
    what: dict[str, Any] = {"case_id": referral.case_id, "by": made.by(Role.HUB_LEAD), "at": datetime.now(UTC)}
    decided: dict[str, Any] = {"why_not_home": None, "words": None, "home_possible_if": None, "review_on": None}
    agreed = ReferralForm(told_and_agrees=Agreement(agrees=Agrees.AGREES))
    await decide_in(turn, referral)
    await decide_in(turn, AmendReferral(form=agreed, **what))
    await decide_in(turn, AcceptReferral(case_manager=made.staff[Role.CASE_MANAGER], **what))
    await decide_in(turn, DecidePathway(needed=Pathway.P1, given=Pathway.P1, **decided, **what))
    return referral.case_id
