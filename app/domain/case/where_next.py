"""Ordinary answers that say where to go: under 18, no fixed abode, prison, overseas (DOMAIN, hub-practice 1.19).

They are recorded like any other answer and never refused: the hub sees them and answers them, the clock runs, and
nobody is led to type an address or a birth date that is not true. A birth date may be wrong, and a refusal would leave
a young person on an adult ward with nobody told. The words are those of routing, our local default.
"""

from dataclasses import dataclass
from datetime import date

from app.domain.case.form import GoingTo, ReferralForm
from app.domain.routing import Circumstance, is_under_18
from app.domain.routing.words import GO_TO


@dataclass(frozen=True, slots=True, kw_only=True)
class WhereNext:
    """Who is responsible, and what to do next, in words."""

    circumstance: Circumstance
    words: str


def where_next(form: ReferralForm, birth_date: date | None, today: date) -> list[WhereNext]:
    """Where to go for this person; empty for most. An age that is not known says nothing."""
    told = circumstance_of(form.person.going_to) if form.person else None
    found = [Circumstance.UNDER_18] if birth_date and is_under_18(birth_date, today) else []
    found += [told] if told else []
    return [WhereNext(circumstance=each, words=GO_TO[each]) for each in found]


def circumstance_of(going_to: GoingTo) -> Circumstance | None:
    """The ordinary home without an address that the form names, if it does."""
    return _OF.get(going_to)


_OF = {
    GoingTo.NO_FIXED_ABODE: Circumstance.NO_FIXED_ABODE,
    GoingTo.PRISON: Circumstance.PRISON,
    GoingTo.OVERSEAS: Circumstance.OVERSEAS,
}
