"""The referral form: twelve fields that describe needs, each of which may be a gap (hub-wide local default).

A field is answered as a whole: a later answer takes the place of the earlier one, and a gap takes nothing away.
"""

from dataclasses import dataclass, fields, replace
from enum import StrEnum
from typing import Any

from app.domain.case.form.agreement import Accessible, Agreement, Agrees
from app.domain.case.form.before import Before, Help, Lives
from app.domain.case.form.capacity import Capacity, CapacityState, Representative
from app.domain.case.form.destination import Destination, GoingTo
from app.domain.case.form.function import Change, Function, Level
from app.domain.case.form.mind import Mind, MindItem
from app.domain.case.form.needs import Need, Needs, NursingTask
from app.domain.case.form.people import People, Willing
from app.domain.case.form.readiness import Criteria, Readiness
from app.domain.case.form.risks import Access, Risk, Risks
from app.domain.case.form.what_matters import WhatMatters
from app.domain.values import Words

__all__ = [
    "NO_ANSWERS", "Access", "Accessible", "Agreement", "Agrees", "Before", "Capacity", "CapacityState", "Change",
    "Criteria", "Destination", "Function", "GoingTo", "Help", "Level", "Lives", "Mind", "MindItem", "Need", "Needs",
    "NursingTask", "People", "Readiness", "ReferralField", "ReferralForm", "Representative", "Risk", "Risks",
    "WhatMatters", "Willing",
]  # fmt: skip


class ReferralField(StrEnum):
    """A field of the form, by which the hub returns it."""

    PERSON = "person"
    WHY_IN_HOSPITAL = "why_in_hospital"
    READINESS = "readiness"
    TOLD_AND_AGREES = "told_and_agrees"
    CAPACITY = "capacity"
    WHAT_MATTERS = "what_matters"
    BEFORE = "before"
    FUNCTION = "function"
    NEEDS = "needs"
    MIND_AND_BEHAVIOUR = "mind_and_behaviour"
    RISKS = "risks"
    PEOPLE = "people"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferralForm:
    """What is answered of the twelve fields, named as in `ReferralField`; None is a gap."""

    person: Destination | None = None
    why_in_hospital: Words | None = None
    readiness: Readiness | None = None
    told_and_agrees: Agreement | None = None
    capacity: Capacity | None = None
    what_matters: WhatMatters | None = None
    before: Before | None = None
    function: Function | None = None
    needs: Needs | None = None
    mind_and_behaviour: Mind | None = None
    risks: Risks | None = None
    people: People | None = None

    @property
    def answered(self) -> frozenset[ReferralField]:
        """The fields that are no gap."""
        return frozenset(ReferralField(name) for name in self._said())

    def after(self, said: "ReferralForm") -> "ReferralForm":
        """This form once those answers were given too."""
        return replace(self, **said._said())

    def only(self, wanted: frozenset[ReferralField]) -> "ReferralForm":
        """The answers to these fields alone."""
        return ReferralForm(**{name: value for name, value in self._said().items() if name in wanted})

    def news_to(self, known: "ReferralForm") -> "ReferralForm":
        """The answers that are not those known already."""
        changed = {name: value for name, value in self._said().items() if getattr(known, name) != value}
        return ReferralForm(**changed)

    def _said(self) -> dict[str, Any]:
        answers = {field.name: getattr(self, field.name) for field in fields(self)}
        return {name: value for name, value in answers.items() if value is not None}


NO_ANSWERS = ReferralForm()
