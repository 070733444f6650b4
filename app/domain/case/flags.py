"""What everybody who plans for a person must see at once: what was said on the form, and best interests.

A gap raises no flag: it is shown where the field is.
"""

from collections.abc import Iterator
from dataclasses import fields

from app.domain.case.form import (
    Agrees,
    CapacityState,
    Function,
    GoingTo,
    Level,
    Lives,
    MindItem,
    Need,
    ReferralForm,
    Representative,
    Risk,
)
from app.domain.codes.flags import Flag


def flags(form: ReferralForm, *, best_interests: bool) -> tuple[Flag, ...]:
    """The flags of a referral as it stands, sorted; `best_interests`: one settles what it names."""
    return tuple(sorted({*_of_agreement(form), *_of_capacity(form, best_interests), *_of_care(form)}))


def _of_agreement(form: ReferralForm) -> Iterator[Flag]:
    said = form.told_and_agrees
    if said is None:
        return
    if said.agrees is Agrees.DOES_NOT_AGREE:
        yield Flag.DOES_NOT_AGREE
    if said.agrees is Agrees.NOT_YET_ASKED:
        yield Flag.NOT_YET_ASKED
    if said.language:
        yield Flag.INTERPRETER
    if said.accessible:
        yield Flag.ACCESSIBLE_INFORMATION


def _of_capacity(form: ReferralForm, best_interests: bool) -> Iterator[Flag]:
    if best_interests:
        yield Flag.BEST_INTERESTS_DECIDED
    if form.capacity is None:
        return
    if form.capacity.state is CapacityState.DOUBT:
        yield Flag.CAPACITY_DOUBT
    if form.capacity.state is CapacityState.LACKS:
        yield Flag.LACKS_CAPACITY
    if Representative.ADVOCATE_NEEDED in form.capacity.representatives:
        yield Flag.ADVOCATE_NEEDED


def _of_care(form: ReferralForm) -> Iterator[Flag]:
    risks = form.risks.risks if form.risks else frozenset()
    yield from (flag for risk, flag in _OF_RISK.items() if risk in risks)
    if form.risks and form.risks.safeguarding_stops_leaving:
        yield Flag.SAFEGUARDING_STOPS_LEAVING
    if form.needs and Need.END_OF_LIFE in form.needs.needs:
        yield Flag.END_OF_LIFE
    if form.mind_and_behaviour and MindItem.DELIRIUM in form.mind_and_behaviour.items:
        yield Flag.DELIRIUM
    if form.function and _takes_two(form.function):
        yield Flag.TWO_PEOPLE
    if _has_no_home(form):
        yield Flag.NO_HOME


_OF_RISK = {
    Risk.INFECTION: Flag.INFECTION,
    Risk.OVER_WEIGHT_LIMIT: Flag.OVER_WEIGHT_LIMIT,
    Risk.RISK_TO_STAFF: Flag.RISK_TO_STAFF,
}


def _takes_two(function: Function) -> bool:
    rows = [getattr(function, row.name) for row in fields(function)]
    return any(row and row.now is Level.TWO_PEOPLE for row in rows)


def _has_no_home(form: ReferralForm) -> bool:
    goes_nowhere = form.person is not None and form.person.going_to is GoingTo.NO_FIXED_ABODE
    return goes_nowhere or (form.before is not None and form.before.lives is Lives.NO_HOME)
