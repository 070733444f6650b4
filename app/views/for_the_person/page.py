"""The page, whole: its sections in the order in which people ask, worded and printed as the person needs it."""

from dataclasses import dataclass

from app.domain.case.form import Accessible, Agrees, ReferralForm
from app.domain.case.outcome import Outcome
from app.domain.case.state import Ended
from app.domain.codes.ways_out import WayOut
from app.domain.rejections import Rejection
from app.views.for_the_person.going import when, where
from app.views.for_the_person.helping import nobody_comes, who_comes
from app.views.for_the_person.known import Known
from app.views.for_the_person.medicines import medicines
from app.views.for_the_person.money import money
from app.views.for_the_person.ringing import ringing
from app.views.for_the_person.words import Line, Number, Part, in_a_row, line, moment


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """One heading and what stands under it. `steps` are done in this order; `to_write` are filled in by hand."""

    key: str
    heading: str
    lines: tuple[str, ...]
    steps: tuple[str, ...]
    numbers: tuple[Number, ...]
    to_write: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonPage:
    """The page. `intro` says for whom it is and as of when; `large_print` and `easy` are as the person asked.

    `for_staff` is what whoever hands it over must know first; it is not printed.
    """

    title: str
    intro: str
    large_print: bool
    easy: bool
    sections: tuple[Section, ...]
    for_staff: tuple[str, ...]


def page_for(known: Known, name: str | None) -> PersonPage:
    """What the person is told now, by their name where they still have one. Raises NoPageAfterDeath."""
    if isinstance(known.case.stage, Ended) and known.case.stage.outcome is Outcome.DIED:
        raise NoPageAfterDeath
    said = known.case.form.told_and_agrees
    asked = said.accessible if said else frozenset()
    easy = Accessible.EASY_READ in asked
    parts = _over(known) if known.over else _whole(known)
    return PersonPage(
        title="Your plan for leaving hospital" if not known.away else "Your plan after hospital",
        intro=_intro(known, name),
        large_print=Accessible.LARGE_PRINT in asked,
        easy=easy,
        sections=tuple(_section(part, easy=easy) for part in parts if part),
        for_staff=tuple(_for_staff(known.case.form)),
    )


def _intro(known: Known, name: str | None) -> str:
    whose = f"For {name or 'you'}, and for whoever cares for you."
    return f"{whose} This is what we know on {moment(known.now)}. If anything changes, ask for a new page."


def _whole(known: Known) -> tuple[Part | None, ...]:
    if known.away and known.away.how is WayOut.TRANSFERRED:  # what was booked here is no plan of the hospital there
        return (where(known), when(known), ringing(known))
    first = (where(known), when(known), who_comes(known))
    return (*first, nobody_comes(known), ringing(known), medicines(known), money(known))


def _over(known: Known) -> tuple[Part | None, ...]:
    over = line(f"{known.hub} has finished planning with you.", f"{known.hub} has finished its work with you.")
    return (Part(key="over", heading=line("Your plan"), lines=(over,)), ringing(known))


def _section(part: Part, *, easy: bool) -> Section:
    def say(lines: tuple[Line, ...]) -> tuple[str, ...]:
        return tuple(each.easy if easy else each.plain for each in lines)

    [heading] = say((part.heading,))
    return Section(
        key=part.key,
        heading=heading,
        lines=say(part.lines),
        steps=say(part.steps),
        numbers=part.numbers,
        to_write=part.to_write,
    )


_NOT_BY_THIS_PAGE = {
    Accessible.BRAILLE: "braille",
    Accessible.AUDIO: "audio",
    Accessible.SIGN_LANGUAGE: "British Sign Language",
}


def _for_staff(form: ReferralForm) -> list[str]:
    """What whoever hands it over must know first."""
    said = form.told_and_agrees
    if said is None or said.agrees is Agrees.NOT_YET_ASKED:
        return [
            "It is not recorded that they were told of the referral. Tell them before you hand this over.",
            *_needs(form),
        ]
    if said.agrees is Agrees.BEST_INTERESTS:
        return ["They cannot decide about this alone. Give it to who speaks for them, too.", *_needs(form)]
    return _needs(form)


def _needs(form: ReferralForm) -> list[str]:
    said, needs = form.told_and_agrees, []
    if said and said.language:
        needs.append(f"They need an interpreter: {said.language}. Read it to them together with one.")
    other = [words for each, words in _NOT_BY_THIS_PAGE.items() if said and each in said.accessible]
    if other:
        needs.append(f"They asked for {in_a_row(other)}. This page is in print only: arrange the other way, too.")
    return needs


class NoPageAfterDeath(Rejection):
    """This person has died, so there is no page to hand over. If that is wrong, correct the death first."""
