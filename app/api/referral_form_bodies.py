"""The twelve fields of the referral form as they are sent: shapes and lengths here, what they mean in the domain."""

from typing import Annotated, TypeVar

from pydantic import AfterValidator, Field, StringConstraints

from app.api.shapes import Body, Day, FilledText, ShortText, storable
from app.domain.case import form
from app.domain.case.form import ReferralForm
from app.domain.values import Words

T = TypeVar("T")
Choices = Annotated[tuple[T, ...], Field(max_length=40, validate_default=True), AfterValidator(frozenset)]
"""Codes of a list, each counted once."""

WhyText = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=400), AfterValidator(storable)
]
MattersText = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=300), AfterValidator(storable)
]


class DestinationIn(Body):
    """Where the person goes; `words` where that is not the usual home."""

    going_to: form.GoingTo
    words: ShortText | None = None


class ReadinessIn(Body):
    """What the ward adds to what the stay says: criteria and dates are set in the review."""

    words: ShortText


class AgreementIn(Body):
    """What the person said to being referred, and how to speak with them."""

    agrees: form.Agrees
    why: FilledText | None = None
    language: ShortText | None = None
    accessible: Choices[form.Accessible] = ()


class CapacityIn(Body):
    """Capacity for one decision, and who speaks for the person."""

    state: form.CapacityState
    decision: ShortText | None = None
    representatives: Choices[form.Representative] = ()
    who: ShortText | None = None


class WhatMattersIn(Body):
    """In their own words."""

    person: MattersText | None = None
    family: MattersText | None = None


class BeforeIn(Body):
    """How the person lived before."""

    lives: form.Lives | None = None
    help: Choices[form.Help] = ()
    provider: ShortText | None = None
    held_until: Day | None = None


class ChangeIn(Body):
    """Before the stay and now."""

    before: form.Level | None = None
    now: form.Level | None = None


class FunctionIn(Body):
    """The grid of seven."""

    transfers: ChangeIn | None = None
    walking: ChangeIn | None = None
    stairs: ChangeIn | None = None
    wash_and_dress: ChangeIn | None = None
    toilet: ChangeIn | None = None
    eat_and_drink: ChangeIn | None = None
    medicines: ChangeIn | None = None

    def grid(self) -> form.Function:
        """The rows that are answered."""
        return form.Function(**{row: form.Change(**told.values()) for row, told in self.values().items() if told})


class NeedsIn(Body):
    """What the person needs, never a package."""

    needs: Choices[form.Need] = ()
    nursing: Choices[form.NursingTask] = ()
    weight_bearing_until: Day | None = None
    words: FilledText | None = None


class MindIn(Body):
    """Mind and behaviour."""

    items: Choices[form.MindItem] = ()
    words: FilledText | None = None


class RisksIn(Body):
    """Risks, and how to get in; never the code of a key safe."""

    risks: Choices[form.Risk] = ()
    swallowing: ShortText | None = None
    infection: ShortText | None = None
    safeguarding_stops_leaving: bool | None = None
    access: form.Access | None = None
    words: FilledText | None = None


class PeopleIn(Body):
    """The carer, who knows the person best, and whom the plan waits for."""

    carer: ShortText | None = None
    carer_phone: ShortText | None = None
    carer_willing: form.Willing | None = None
    knows_best: ShortText | None = None
    therapist_seen_on: Day | None = None
    waits_for_therapy: bool | None = None
    waits_for_medical_review: bool | None = None


class FormIn(Body):
    """Any of the twelve fields; one that is not sent is a gap, and takes nothing away."""

    person: DestinationIn | None = None
    why_in_hospital: WhyText | None = None
    readiness: ReadinessIn | None = None
    told_and_agrees: AgreementIn | None = None
    capacity: CapacityIn | None = None
    what_matters: WhatMattersIn | None = None
    before: BeforeIn | None = None
    function: FunctionIn | None = None
    needs: NeedsIn | None = None
    mind_and_behaviour: MindIn | None = None
    risks: RisksIn | None = None
    people: PeopleIn | None = None

    def form(self) -> ReferralForm:
        """The answers, as the domain knows them."""
        return ReferralForm(
            person=_said(form.Destination, self.person),
            why_in_hospital=Words(self.why_in_hospital) if self.why_in_hospital else None,
            readiness=_said(form.Readiness, self.readiness),
            told_and_agrees=_said(form.Agreement, self.told_and_agrees),
            capacity=_said(form.Capacity, self.capacity),
            what_matters=_said(form.WhatMatters, self.what_matters),
            before=_said(form.Before, self.before),
            function=self.function.grid() if self.function else None,
            needs=_said(form.Needs, self.needs),
            mind_and_behaviour=_said(form.Mind, self.mind_and_behaviour),
            risks=_said(form.Risks, self.risks),
            people=_said(form.People, self.people),
        )


def _said(field: type[T], told: Body | None) -> T | None:
    """The field as the domain knows it; its parts are named as those of the body."""
    return field(**told.values()) if told else None
