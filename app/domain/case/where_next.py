"""Ordinary answers that say where to go: under 18, no fixed abode, prison, overseas (DOMAIN, hub-practice 1.19).

They are recorded like any other answer and never refused: the hub sees them and answers them, the clock runs, and
nobody is led to type an address or a birth date that is not true. A birth date may be wrong, and a refusal would leave
a young person on an adult ward with nobody told. The words are our local default, never a national rule.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.domain.case.form import GoingTo, ReferralForm


class Circumstance(StrEnum):
    """What makes another team responsible, or one more."""

    UNDER_18 = "under_18"
    NO_FIXED_ABODE = "no_fixed_abode"
    PRISON = "prison"
    OVERSEAS = "overseas"


@dataclass(frozen=True, slots=True, kw_only=True)
class WhereNext:
    """Who is responsible, and what to do next, in words."""

    circumstance: Circumstance
    words: str


WORDS = {
    Circumstance.UNDER_18: (
        "Under 18: this hub is for adults. Ring the children's services of the council where they live, and the "
        "children's community nursing team."
    ),
    Circumstance.NO_FIXED_ABODE: (
        "No fixed abode: the council where they present looks after them. Tell its housing options team today, with "
        "the person's consent (duty to refer), and ask for the homelessness discharge team of the hospital."
    ),
    Circumstance.PRISON: (
        "Prison: tell the healthcare team of the prison, who receive them. Care needs in prison are assessed by the "
        "council in whose area the prison lies."
    ),
    Circumstance.OVERSEAS: (
        "Lives overseas: tell the hospital's overseas visitors team. No council or ICB here is theirs by address; the "
        "ward plans the leaving with them, their family and their insurer or embassy."
    ),
}
"""Local default."""

ADULT = 18


def where_next(form: ReferralForm, birth_date: date | None, today: date) -> list[WhereNext]:
    """Where to go for this person; empty for most. An age that is not known says nothing."""
    going_to = form.person.going_to if form.person else None
    found = [Circumstance.UNDER_18] if birth_date and years(birth_date, today) < ADULT else []
    found += [_OF[going_to]] if going_to in _OF else []
    return [WhereNext(circumstance=each, words=WORDS[each]) for each in found]


def years(birth_date: date, today: date) -> int:
    """Whole years on this day."""
    return today.year - birth_date.year - ((today.month, today.day) < (birth_date.month, birth_date.day))


_OF: dict[GoingTo | None, Circumstance] = {
    GoingTo.NO_FIXED_ABODE: Circumstance.NO_FIXED_ABODE,
    GoingTo.PRISON: Circumstance.PRISON,
    GoingTo.OVERSEAS: Circumstance.OVERSEAS,
}
